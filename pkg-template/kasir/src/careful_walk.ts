/**
 * The careful walk over any value whatever: JSON text in which `!x` stands for what JSON cannot hold. Each property is
 * read once, under try/catch; depth, nodes and length are counted. src/input/json.rs reads what this writes.
 */
/** What crosses in place of the quick walk's count of marks. */
export const CAREFUL = -1;

const MAX_DEPTH = 8;
const MAX_NODES = 20_000;
export const MAX_LENGTH = 256 * 1024;
export const MAX_ROWS = 1000;

const CYCLIC = "!c";
const TOO_DEEP = "!d";
const UNREADABLE = "!g";
/** Thrown, too, since it ends the whole walk. */
const TOO_LARGE = "!l";
const TOO_MANY_ROWS = "!r";
const MALFORMED_TEXT = "!s";
const WRONG_TYPE = "!f";

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
      return Number.isFinite(value) ? String(value) : WRONG_TYPE;
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "null" : writeObject(value, progress);
    default:
      return WRONG_TYPE;
  }
}

function writeText(text: string, progress: Progress): string {
  progress.length += text.length;
  if (progress.length > MAX_LENGTH) throw TOO_LARGE;
  return text.isWellFormed() ? JSON.stringify(text) : MALFORMED_TEXT;
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
  if (rows.length > MAX_ROWS) return TOO_MANY_ROWS;
  const texts: string[] = [];
  for (let row = 0; row < rows.length; row++) texts.push(writeProperty(rows, row, progress) ?? "null");
  return `[${texts.join()}]`;
}

function writeMembers(value: object, progress: Progress): string {
  const texts: string[] = [];
  for (const key of Object.keys(value)) {
    const text = writeProperty(value, key, progress);
    if (text !== null) texts.push(`${JSON.stringify(key)}:${text}`);
    if ((progress.length += key.length) > MAX_LENGTH) throw TOO_LARGE;
  }
  return `{${texts.join()}}`;
}

/** Null for a property that holds undefined, which JSON leaves out. */
function writeProperty(holder: object, key: PropertyKey, progress: Progress): string | null {
  let value: unknown;
  try {
    value = Reflect.get(holder, key);
  } catch {
    return UNREADABLE;
  }
  return value === undefined ? null : write(value, progress);
}
