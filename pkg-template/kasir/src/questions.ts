/** The core's questions by their numbers; src/wasm/page.rs says what each answers. */
export const OPERATIONS = 0;
export const FIELDS = 1;
export const VALIDATE = 2;
export const VALIDATE_FIELD = 3;
export const NORMALISE = 4;
export const BODY = 5;
export const PREPARE = 6;
export const READ_RAW = 7;
export const READ_SHOWN = 8;
export const PARSE = 9;
export const MESSAGE = 10;
export const INTENT_STEP = 11;
export const NEW_REFERENCE = 12;
