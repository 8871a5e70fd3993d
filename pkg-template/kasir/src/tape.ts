/** Values of any shape as one string, each with a control character that tells its type; src/input/tape.rs reads what this writes. */
export const NULL = "\x02";
export const NUMBER = "\x04";
export const TRUE = "\x05";
export const FALSE = "\x06";
export const OBJECT = "\x07";
export const LIST = "\b";
export const END = "\v";

const MARKS: Record<string, string> = { null: NULL, true: TRUE, false: FALSE, "{": OBJECT, "[": LIST, "}": END, "]": END };

/** A text stands behind its length, so that whatever it holds is no mark. */
export const textTape = (text: string): string => (text.isWellFormed() ? `${text.length}\x03${text}` : "s\r");
export const keyTape = (key: string): string => `${key.length}\f${key}`;

const TOKENS = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|([\w+.-]+)|[^]/g;

/**
 * The tape of a JSON text, numbers as written and keys that stand twice kept; empty where the text is no JSON or more
 * than the page's regular expressions take.
 */
export function jsonTape(json: string): string {
  try {
    JSON.parse(json);
    return json.replace(TOKENS, (token, text: string | undefined, colon: string | undefined, word: string | undefined) =>
      text ? (colon ? keyTape : textTape)(JSON.parse(text) as string) : MARKS[token] ?? (word ? word + NUMBER : ""));
  } catch {
    return "";
  }
}

/** The tape of a provider's JSON text, in whose strings control characters may stand raw. */
export function answerTape(json: string): string {
  let inside = false;
  return jsonTape(json.trim().replace(/\\[^]|["\0-\x1f]/g, (mark) => {
    if (mark === '"') inside = !inside;
    return inside && mark < " " ? JSON.stringify(mark).slice(1, -1) : mark;
  }));
}
