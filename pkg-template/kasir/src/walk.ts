/**
 * The quick walk over an input: one pass by the shape, every value followed by one control character that tells its
 * type. Whatever is unusual (unknown keys, odd types, a getter that throws, broken text) ends it, and the careful walk
 * takes over. src/input/walked.rs reads what this writes.
 */
import { MAX_LENGTH, MAX_ROWS } from "./careful_walk.ts";
import type { Operation, Shape } from "./shape.ts";
import { FALSE, LIST as ROWS, NULL, NUMBER, OBJECT as RECORD, TRUE } from "./tape.ts";

const ABSENT = "\x01";
const TEXT = "\x03";

export interface Walk {
  text: string;
  /** How many control characters the walk wrote; the core counts them again. */
  marks: number;
  /** The reference as it was read, so that nothing is read twice. */
  reference: string | null;
}

let marks = 0;
let reference: unknown;

export function quickWalk(input: unknown, operation: Operation): Walk | null {
  try {
    marks = 1;
    reference = null;
    const record = walkRecord(input, operation.shape, operation.reference);
    if (record === null) return null;
    const text = RECORD + record;
    if (text.length > MAX_LENGTH || !text.isWellFormed()) return null;
    if (typeof reference !== "string") return { text, marks, reference: null };
    // What the core leaves out around a reference is not told by a body.
    return isVisible(reference.charCodeAt(0)) && isVisible(reference.charCodeAt(reference.length - 1)) ? { text, marks, reference } : null;
  } catch {
    return null;
  }
}

const isVisible = (code: number): boolean => code > 32 && code < 127;

function walkRecord(input: unknown, shape: Shape, referenceAt = -1): string | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  const { keys, below } = shape;
  const own = Object.keys(input);
  let text = "";
  let present = 0;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const value = (input as Record<string, unknown>)[key];
    if (value === undefined) {
      marks++;
      text += ABSENT;
      continue;
    }
    // Only an own key counts, or one of the prototype's would stand in for one that the shape does not have. Keys
    // mostly come in the shape's order, so the one expected is looked at first.
    if (own[present] !== key && !own.includes(key)) return null;
    present++;
    if (at === referenceAt) reference = value;
    const inner = below[at];
    const written = inner ? walkBelow(value, inner) : walkScalar(value);
    if (written === null) return null;
    text += written;
  }
  // A key that the shape does not have, or one that holds undefined: the careful walk sorts it out.
  return own.length === present ? text : null;
}

function walkBelow(value: unknown, inner: Shape): string | null {
  if (value === null) return walkScalar(null);
  if (!inner.rows) {
    marks++;
    const record = walkRecord(value, inner);
    return record === null ? null : RECORD + record;
  }
  if (!Array.isArray(value) || value.length > MAX_ROWS) return null;
  marks += 1 + value.length;
  let text = value.length + ROWS;
  for (let row = 0; row < value.length; row++) {
    const record = walkRecord(value[row], inner);
    if (record === null) return null;
    text += RECORD + record;
  }
  return text;
}

function walkScalar(value: unknown): string | null {
  marks++;
  if (typeof value === "string") return value + TEXT;
  if (typeof value === "number") return Number.isFinite(value) ? value + NUMBER : null;
  if (value === null) return NULL;
  if (value === true) return TRUE;
  return value === false ? FALSE : null;
}
