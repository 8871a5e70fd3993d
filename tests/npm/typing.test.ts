/** What a control is to show while it is typed in, through the package; tests/typing has the rest. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Kasir, load, type Typed, type TypedKind } from "kasir";
import { AsYouType } from "libphonenumber-js";

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

/** A text with its caret as a bar, before and after an edit that the browser has done. */
const CASES: readonly [TypedKind, string, string | undefined, string, string?][] = [
  ["msisdn", "08123|", "insertText", "0812-3|", "Telkomsel"],
  ["msisdn", "081|", "insertText", "081|"],
  ["msisdn", "(+62) 856 1234 5678|", "insertFromPaste", "+62 856-1234-5678|", "IM3"],
  ["msisdn", "0812|3456-7890", "deleteContentBackward", "081|3-4567-890", "Telkomsel"],
  ["msisdn", "0812|3456-7890", "deleteContentForward", "0812-|4567-890", "Telkomsel"],
  ["msisdn", "08123|", "insertCompositionText", "08123|"],
  ["msisdn", "08123|", undefined, "0812-3|", "Telkomsel"],
  ["msisdn", "0812x345|", "insertText", "0812x345|"],
  ["rupiah", "1.2500|", "insertText", "12.500|"],
  ["rupiah", "1.2500|", "insertFromPaste", "1.2500|"],
  ["rupiah", "1.25|", "deleteContentBackward", "125|"],
  ["rupiah", "12.5|", "insertText", "12.5|"],
  ["rupiah", "Rp 20500|", "insertFromPaste", "20.500|"],
  ["rupiah", "20,500|", "insertFromPaste", "20,500|"],
  ["rupiah", "20|500", "deleteContentBackward", "20|.500"],
  ["nik", "31741|", "insertText", "3174 1|"],
  ["nik", "\ud83d\ude00|", "insertText", "\ud83d\ude00|"],
  ["nik", "\ud800|1", "insertText", "\ud800|1"],
  ["date", "2607|", "insertText", "26/07|"],
  ["date", "20/24-|", "insertText", "2024-|"],
  ["meter", "01105691111|", "insertFromPaste", "0110 5691 111|"],
  ["pln_token", "0261-7700-0180-1700-5623|", "insertFromPaste", "0261 7700 0180 1700 5623|"],
  ["passport", "a|1234567", "insertText", "A|1234567"],
  ["passport", "\x1e\x1f|", "insertText", "\x1e\x1f|"],
];

test("a text and its caret come back as they are to be shown", () => {
  for (const [kind, shown, inputType, after, hint] of CASES) {
    const expected: Typed = { text: after.replace("|", ""), caret: after.indexOf("|"), ...(hint && { hint }) };
    assert.deepEqual(kasir.formatAsYouType(kind, shown.replace("|", ""), shown.indexOf("|"), inputType), expected, `${kind} ${shown} ${inputType}`);
  }
});

test("a caret that cannot be is moved into the text", () => {
  const caret = (at: unknown): number => kasir.formatAsYouType("nik", "31741", at as number).caret;
  assert.deepEqual([-1, NaN, null, undefined, "x", 0.9, 2 ** 31, 6, 1e9].map(caret), [0, 0, 0, 0, 0, 0, 0, 6, 6]);
  assert.equal(kasir.formatAsYouType("nik", "\ud83d\ude00", 1).caret, 0);
});

test("what is no text is an empty one", () => {
  for (const text of [undefined, null, {}, [], Symbol("x")]) assert.deepEqual(kasir.formatAsYouType("nik", text as unknown as string, 3), { text: "", caret: 0 });
  for (const inputType of [null, {}, [], 5, "", "\x1e", "\x1f1"]) {
    assert.equal(kasir.formatAsYouType("nik", "31741", 5, inputType as unknown as string).text, "3174 1", String(inputType));
  }
});

/** Digits as from a keyboard; what stands in the control after each. */
function typed(kind: TypedKind, keys: string): string[] {
  let [text, caret] = ["", 0];
  return [...keys].map((key) => {
    ({ text, caret } = kasir.formatAsYouType(kind, text.slice(0, caret) + key + text.slice(caret), caret + 1, "insertText"));
    return text;
  });
}

/** The same from libphonenumber-js, whose international form has blanks where people write hyphens. */
function typedByLibphonenumber(keys: string): string[] {
  const formatter = new AsYouType("ID");
  return [...keys].map((key) => formatter.input(key).replace(/(?<= \d+) /g, "-"));
}

test("a mobile number is grouped as libphonenumber-js groups it, at every key but one", () => {
  for (const number of ["0812345678901", "0856123456789", "0895000111222", "+6281234567890", "+62812345678901"]) {
    const [ours, theirs] = [typed("msisdn", number), typedByLibphonenumber(number)];
    // Ten digits with the 0 are `0812-345-678` there; with the eleventh that hyphen moves.
    const national = (text: string): number => text.replace(/^\+62|^0|\D/g, "").length;
    const differing = ours.filter((text, at) => text !== theirs[at]);
    assert.deepEqual(differing.map((text) => national(text.replace("+62 ", ""))), [9], `${ours} ${theirs}`);
  }
});

test("an amount is grouped as Intl groups it", () => {
  const { format } = new Intl.NumberFormat("id-ID");
  for (const keys of ["9007199254740991", "1250000", "20500", "100"]) {
    assert.deepEqual(typed("rupiah", keys), [...keys].map((_, at) => format(Number(keys.slice(0, at + 1)))));
  }
});

test("what is shown is read as what was typed", () => {
  for (const [kind, shown] of CASES) {
    const text = shown.replace("|", "");
    const value = kasir.parse(kind, text).value;
    if (value !== undefined) assert.equal(kasir.parse(kind, kasir.formatAsYouType(kind, text, 0).text).value, value, text);
  }
});
