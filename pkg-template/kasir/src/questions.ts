/** The core's questions by their numbers; src/wasm/page.rs says what each answers. */
export const OPERATIONS = 0;
export const FIELDS = 1;
export const VALIDATE = 2;
export const NORMALISE = 3;
export const BODY = 4;
export const PREPARE = 5;
export const READ_RAW = 6;
export const READ_SHOWN = 7;
export const PARSE = 8;
export const MESSAGE = 9;
export const INTENT_STEP = 10;
export const NEW_REFERENCE = 11;
export const AS_YOU_TYPE = 12;
export const TYPE_IN = 13;
export const MARK = 14;
