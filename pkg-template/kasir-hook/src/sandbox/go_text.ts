/**
 * Text as Go's `encoding/json` reads and writes it, on raw bytes.
 *
 * `TextDecoder` cannot stand in: for a broken sequence it writes one U+FFFD, Go writes one for every byte.
 */

const REPLACEMENT = 0xfffd;

interface Rune {
  code: number;
  size: number;
}

/** The shapes of UTF-8 above ASCII: lead byte range, allowed second bytes, length. */
const LEADS: ReadonlyArray<readonly [from: number, to: number, second: number, secondTo: number, size: number]> = [
  [0xc2, 0xdf, 0x80, 0xbf, 2],
  [0xe0, 0xe0, 0xa0, 0xbf, 3],
  [0xe1, 0xec, 0x80, 0xbf, 3],
  [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3],
  [0xf0, 0xf0, 0x90, 0xbf, 4],
  [0xf1, 0xf3, 0x80, 0xbf, 4],
  [0xf4, 0xf4, 0x80, 0x8f, 4],
];

/** The character at `at`; a broken byte is U+FFFD of size 1. */
export function runeAt(bytes: Uint8Array, at: number): Rune {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { code: lead, size: 1 };
  const row = LEADS.find(([from, to]) => lead >= from && lead <= to);
  if (row === undefined) return { code: REPLACEMENT, size: 1 };
  const [, , second, secondTo, size] = row;
  let code = lead & (0xff >> (size + 1));
  for (let step = 1; step < size; step += 1) {
    const byte = bytes[at + step] ?? 0;
    const low = step === 1 ? second : 0x80;
    const high = step === 1 ? secondTo : 0xbf;
    if (byte < low || byte > high) return { code: REPLACEMENT, size: 1 };
    code = (code << 6) | (byte & 0x3f);
  }
  return { code, size };
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Joins escaped UTF-16 units; a surrogate without its partner is U+FFFD, and what follows is read on its own. */
export function joinUnits(first: number, second: number | null): { code: number; usedSecond: boolean } {
  if (!isSurrogate(first)) return { code: first, usedSecond: false };
  const pairs = first < 0xdc00 && second !== null && second >= 0xdc00 && second <= 0xdfff;
  if (!pairs) return { code: REPLACEMENT, usedSecond: false };
  return { code: 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), usedSecond: true };
}

/** Go gave backspace and form feed their short forms in release 1.22. */
export type GoRelease = "before_1_22" | "since_1_22";

const SHORT: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const SHORT_SINCE_1_22: Readonly<Record<string, string>> = { ...SHORT, "\b": "\\b", "\f": "\\f" };

function escaped(character: string, release: GoRelease): string {
  const short = (release === "since_1_22" ? SHORT_SINCE_1_22 : SHORT)[character];
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** `raw` is an encoder with `SetEscapeHTML(false)`, which still escapes U+2028 and U+2029. */
export type HtmlEscapes = "go" | "raw";

export interface GoDialect {
  release: GoRelease;
  escapes: HtmlEscapes;
}

const ESCAPED: Readonly<Record<HtmlEscapes, RegExp>> = {
  go: /["\\<>&\u0000-\u001f\u2028\u2029]/g,
  raw: /["\\\u0000-\u001f\u2028\u2029]/g,
};

/** A string literal as Go's encoder writes it. */
export function goString(text: string, dialect: GoDialect): string {
  return `"${text.replace(ESCAPED[dialect.escapes], (character) => escaped(character, dialect.release))}"`;
}

/** A number as `json.Marshal` writes a float64; JavaScript differs only in dropping the sign of zero. */
export function goNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Go compares map keys byte by byte, JavaScript by UTF-16 unit. */
export function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
