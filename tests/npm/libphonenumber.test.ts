/** Every telephone number as libphonenumber reads it, but for the differences that are written down. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { type Kasir, load } from "kasir";
import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { samples, TODAY } from "./known_answers.ts";
import { DIFFERENCES, type Difference, isE164Long, NUMBER_ABROAD, numberAbroad } from "./telephone_differences.ts";
import { HOME, mobileTexts, subscriberTexts, type Typed } from "./telephone_numbers.ts";

const SEED = 62_812_959_293;

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

const attraction = samples.find(({ operation }) => operation === "klikoo.attraction_buy") as (typeof samples)[number];

/** The E.164 number of the field of a mobile number; nothing where it is refused. */
function mobile(text: string): string | null {
  const { value, parts, issues } = kasir.parse("msisdn", text);
  assert.equal(value === undefined, issues.some(({ severity }) => severity === "error"), text);
  return parts["e164"] ?? null;
}

/** What is sent of a buyer's telephone, as one E.164 number. */
function subscriber({ dial, text }: Typed): string | null {
  const form = { ...attraction.input, buyer_tel_country_code: dial, buyer_tel_number: text };
  const errors = kasir.validate("klikoo.attraction_buy", form, { today: TODAY }).filter(({ severity }) => severity === "error");
  const prepared = kasir.prepare("klikoo.attraction_buy", form, { today: TODAY });
  assert.equal(prepared.ok, errors.length === 0, text);
  if (!prepared.ok) return null;
  const body = JSON.parse(prepared.request.body) as { buyer_tel_number: string };
  return `+${dial}${body.buyer_tel_number}`;
}

const TYPES = { mobile: ["MOBILE"], subscriber: ["MOBILE", "FIXED_LINE"] };

const read = ({ dial, text }: Typed): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { ...(dial === HOME ? { defaultCountry: "ID" as CountryCode } : { defaultCallingCode: dial }), extract: false });

/** What libphonenumber makes of an Indonesian number: its E.164 number where it is valid and of one of the types. */
function library(typed: Typed, types: readonly string[]): string | null {
  const found = read(typed);
  return found?.isValid() && found.country === "ID" && types.includes(found.getType() ?? "") ? found.number : null;
}

const shown = ({ dial, text }: Typed, ours: string | null, theirs: string | null): string => `${dial} ${JSON.stringify(text)}: ${ours}, libphonenumber ${theirs}`;

/** Reads every number both ways; gives how often each difference made the answers differ. */
function compared(numbers: readonly Typed[], ours: (typed: Typed) => string | null, types: readonly string[]): Map<string, number> {
  const met = new Map<string, number>();
  const faults: string[] = [];
  for (const typed of numbers) {
    let means: Typed | null = typed;
    const found: Difference[] = [];
    for (const difference of DIFFERENCES) {
      if (!means || !difference.holds(means)) continue;
      found.push(difference);
      const text = difference.means(means);
      means = text === null ? null : { dial: typed.dial, text };
    }
    const answer = ours(typed);
    const expected = means && library(means, types);
    if (answer !== expected) faults.push(shown(typed, answer, expected));
    if (answer !== library(typed, types)) for (const { name } of found) met.set(name, (met.get(name) ?? 0) + 1);
  }
  assert.equal(faults.length, 0, `${faults.length} of ${numbers.length} differ\n${faults.slice(0, 40).join("\n")}`);
  return met;
}

const met = new Set<string>();

test("a mobile number is read as libphonenumber reads it, but for the differences written down", (t) => {
  const numbers = [...new Set(mobileTexts(SEED))].map((text) => ({ dial: HOME, text }));
  const differences = compared(numbers, ({ text }) => mobile(text), TYPES.mobile);
  t.diagnostic(`${numbers.length} numbers; ${JSON.stringify(Object.fromEntries(differences))}`);
  assert.ok(numbers.length >= 5_000);
  for (const name of differences.keys()) met.add(name);
});

test("a buyer's Indonesian number is read as libphonenumber reads it, but for the differences written down", (t) => {
  const numbers = subscriberTexts(SEED).filter(({ dial }) => dial === HOME);
  const differences = compared(numbers, subscriber, TYPES.subscriber);
  t.diagnostic(`${numbers.length} numbers; ${JSON.stringify(Object.fromEntries(differences))}`);
  assert.ok(numbers.length >= 5_000);
  for (const name of differences.keys()) met.add(name);
});

test("a buyer's number abroad is taken by its length, so every valid one of E.164's length is", (t) => {
  const numbers = subscriberTexts(SEED).filter(({ dial }) => dial !== HOME);
  let differences = 0;
  for (const typed of numbers) {
    const answer = subscriber(typed);
    const found = read(typed);
    const valid = found?.isValid() === true && found.countryCallingCode === typed.dial && found.ext === undefined;
    assert.equal(answer, numberAbroad(typed), shown(typed, answer, found?.number ?? null));
    if (valid && isE164Long(found.number)) assert.notEqual(answer, null, shown(typed, answer, found.number));
    if (valid !== (answer !== null)) differences += 1;
  }
  const dials = new Set(numbers.map(({ dial }) => dial));
  t.diagnostic(`${numbers.length} numbers of ${dials.size} dial codes, ${differences} differ`);
  assert.equal(dials.size, 214);
  assert.ok(differences > 0);
});

test("every difference was met, and stands in the documentation", () => {
  const flat = (file: string): string => readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8").replaceAll(/(\s|\/\/!)+/g, " ");
  const [rule, readme] = [flat("src/rules/msisdn.rs"), flat("README.md")];
  for (const { name, reason } of [...DIFFERENCES, NUMBER_ABROAD]) {
    if (name !== NUMBER_ABROAD.name) assert.ok(met.has(name), `no number met: ${name}`);
    assert.ok(rule.includes(reason), `src/rules/msisdn.rs does not say: ${reason}`);
    assert.ok(readme.includes(name), `README.md does not say: ${name}`);
  }
});
