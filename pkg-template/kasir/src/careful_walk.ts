/**
 * The careful walk over any value whatever: a tape in which odd values tell what JSON cannot hold. Each property is read
 * once, under try/catch; depth, nodes and length are counted.
 */
import { END, FALSE, keyTape, LIST, NULL, NUMBER, OBJECT, textTape, TRUE } from "./tape.ts";

/** What crosses in place of the quick walk's count of marks. */
export const CAREFUL = -1;

const MAX_DEPTH = 8;
const MAX_NODES = 20_000;
export const MAX_LENGTH = 256 * 1024;
export const MAX_ROWS = 1000;

const CYCLIC = "c\r";
const TOO_DEEP = "d\r";
const UNREADABLE = "g\r";
/** Thrown, too, since it ends the whole walk. */
const TOO_LARGE = "l\r";
const TOO_MANY_ROWS = "r\r";
const WRONG_TYPE = "f\r";

interface Progress {
  parents: object[];
  nodes: number;
  length: number;
}

export function carefulWalk(input: unknown): string {
  try {
    return write(input, { parents: [], nodes: 0, length: 0 });
  } catch (fault) {
    return fault === TOO_LARGE ? TOO_LARGE : UNREADABLE;
  }
}

function write(value: unknown, progress: Progress): string {
  if (++progress.nodes > MAX_NODES) throw TOO_LARGE;
  switch (typeof value) {
    case "string":
      return writeText(value, progress);
    case "number":
      return Number.isFinite(value) ? value + NUMBER : WRONG_TYPE;
    case "bigint":
      return value + NUMBER;
    case "boolean":
      return value ? TRUE : FALSE;
    case "object":
      return value === null ? NULL : writeObject(value, progress);
    default:
      return WRONG_TYPE;
  }
}

function writeText(text: string, progress: Progress): string {
  progress.length += text.length;
  if (progress.length > MAX_LENGTH) throw TOO_LARGE;
  return textTape(text);
}

function writeObject(value: object, progress: Progress): string {
  if (progress.parents.includes(value)) return CYCLIC;
  if (progress.parents.length >= MAX_DEPTH) return TOO_DEEP;
  progress.parents.push(value);
  try {
    return Array.isArray(value) ? writeRows(value, progress) : writeMembers(value, progress);
  } catch (fault) {
    if (fault === TOO_LARGE) throw fault;
    return UNREADABLE;
  } finally {
    progress.parents.pop();
  }
}

function writeRows(rows: unknown[], progress: Progress): string {
  const { length } = rows;
  if (length > MAX_ROWS) return TOO_MANY_ROWS;
  let tape = LIST;
  for (let row = 0; row < length; row++) tape += writeProperty(rows, row, progress) ?? NULL;
  return tape + END;
}

function writeMembers(value: object, progress: Progress): string {
  let tape = OBJECT;
  for (const key of Object.keys(value)) {
    const text = writeProperty(value, key, progress);
    if (text !== null) tape += keyTape(key) + text;
    if ((progress.length += key.length) > MAX_LENGTH) throw TOO_LARGE;
  }
  return tape + END;
}

/** Null for a property that holds undefined: it counts as not there. */
function writeProperty(holder: object, key: PropertyKey, progress: Progress): string | null {
  let value: unknown;
  try {
    value = Reflect.get(holder, key);
  } catch {
    return UNREADABLE;
  }
  return value === undefined ? null : write(value, progress);
}
