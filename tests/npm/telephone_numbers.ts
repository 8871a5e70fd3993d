/** Telephone numbers as people type them, the same ones each time: good, nearly good and wrong. */
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getCountryCallingCode, getExampleNumber } from "libphonenumber-js/max";
import metadata from "libphonenumber-js/metadata.max.json";
import { dice, pick } from "./odd_values.ts";

type Roll = () => number;

/** What a buyer types into `buyer_tel_number` beside a dial code. */
export interface Typed {
  dial: string;
  text: string;
}

export const HOME = "62";

/** Before a number without its 0. */
const LEADS = ["0", "", "62", "+62", "0062", "620", "+620", "00620", "(0)", "62 ", "+62 ", "+62-", "+62 (0)", "(62) ", "(0062) ", "[62]", "+(62)", "(+62) ", "+ 62 "];

/** The separators that libphonenumber's strict parse takes, but for the tilde, which begins an extension. */
const SEPARATORS = [..." -./()[]\u00a0\u00ad\u200b\u2010\u2011\u2012\u2013\u2014\u2015\u2060\u2212\u3000\u30fc\uff08\uff09\uff0d\uff0e\uff0f\uff3b\uff3d"];
/** What nobody sees, and kasir drops. */
const UNSEEN = [..."\u061c\u200c\u200e\u200f\u202a\u202c\u202e\u2061\u2066\u2069\u206f\ufeff"];
const NO_SEPARATORS = [..."\t\n_,*;:|'\"!?&=@%\\\u2009\u202f\u00b7\u0660+~"];

/** The zero of a script; the first four are read, the others are not. */
const SCRIPTS = ["0", "\uff10", "\u0660", "\u06f0", "\u0966", "\u09e6", "\u0e50", "\u17e0", "\u1040"];

const EXTENSIONS = [" ext. 12", " ext 5", " x12", "x3", "#12", "~7", ",,3", ";ext=12", " \u0434\u043e\u0431. 5", " anexo 3"];
const PARAMETERS = [";phone-context=+62", ";phone-context=+62;isub=1"];

const SERVICES = ["110", "112", "113", "118", "119", "14045", "71400", "89887", "1500123", "08001234567", "08041234567", "08071123456", "08091234567", "0018031234567", "0078031234567", "02114045", "021500123", "+622114045", "+6221500888"];

const WORDS = [
  "phone", "nomor saya", "tel:+6281234567890", "WA 081234567890", "081234567890 (Budi)", "O81234567890", "08l234567890", "0800FLOWERS", "0x81234567890", "8.12345678E10", "()", "+", "-",
  "+62", "62", "0", "++6281234567890", "+62+81234567890", "+06281234567890", "081234567890+", "*123#", "01105691111", "523300817840", "3174100912960001", "8888801944358911", "1996-12-09",
];

const digits = (count: number, roll: Roll): string => Array.from({ length: count }, () => Math.floor(roll() * 10)).join("");

const between = (text: string, mark: () => string): string => [...text].map((letter, place) => (place > 0 ? mark() : "") + letter).join("");

const inScript = (text: string, zero: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint((zero.codePointAt(0) as number) + Number(digit)));

/** Every prefix from 0800 to 0899 in every length from one too short to one too long, behind each lead. */
function everyPrefix(roll: Roll): string[] {
  const numbers = Array.from({ length: 100 }, (_, prefix) => [7, 8, 9, 10, 11, 12, 13, 14].map((length) =>
    `8${String(prefix).padStart(2, "0")}${digits(length - 3, roll)}`)).flat();
  return LEADS.slice(0, 5).flatMap((lead) => numbers.map((number) => lead + number)).concat(numbers.map((number) => pick(LEADS, roll) + number));
}

/** Every mark in every place of good numbers, and between all of their digits. */
function everySeparator(roll: Roll): string[] {
  return [...SEPARATORS, ...UNSEEN, ...NO_SEPARATORS].flatMap((mark) => LEADS.flatMap((lead) => {
    const number = lead + pick(["81234567890", "812959293", "895364412345"], roll);
    const place = 1 + Math.floor(roll() * (number.length - 1));
    return [number.slice(0, place) + mark + number.slice(place), between(number, () => mark), mark + number, number + mark];
  }));
}

const mixedSeparators = (roll: Roll): string[] => LEADS.flatMap((lead) => Array.from({ length: 30 }, () =>
  between(`${lead}8${pick(["12", "38", "57", "78", "99"], roll)}${digits(6 + Math.floor(roll() * 4), roll)}`, () => (roll() < 0.4 ? pick(SEPARATORS, roll) : ""))));

const everyScript = (): string[] => SCRIPTS.flatMap((zero) => LEADS.map((lead) => inScript(`${lead}81234567890`, zero)));

const extended = (): string[] => [...EXTENSIONS, ...PARAMETERS].flatMap((end) => ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "08123"].map((number) => number + end));

/** The call prefixes 000 to 019, one of which is called before the country code from abroad. */
const calledFromAbroad = (roll: Roll): string[] => Array.from({ length: 20 }, (_, call) => `0${String(call).padStart(2, "0")}`)
  .flatMap((call) => ["62", "620", "60", "86"].map((dial) => `${call}${dial}8123${digits(6, roll)}`));

/** Every area from 000 to 999 in every length, so that each area code that there is comes with those that are none. */
const everyArea = (roll: Roll, leads: readonly string[]): string[] => Array.from({ length: 1000 }, (_, area) => String(area).padStart(3, "0"))
  .filter((area) => !area.startsWith("8") && !area.startsWith("0"))
  .flatMap((area) => [6, 7, 8, 9, 10, 11, 12].flatMap((length) => leads.map((lead) => lead + area + digits(length - 3, roll))));

const foreign = (): string[] => getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example ? [example.number, example.formatInternational(), example.number.replace("+", "00")] : [];
});

/** For the field of a mobile number. */
export function mobileTexts(seed: number): string[] {
  const roll = dice(seed);
  return [
    ...everyPrefix(roll), ...everySeparator(roll), ...mixedSeparators(roll), ...everyScript(), ...extended(), ...calledFromAbroad(roll), ...everyArea(roll, ["0"]), ...foreign(), ...SERVICES, ...WORDS,
  ].map((text) => text.trim());
}

/** Every calling code: its countries' own examples in several spellings, and any digits in every length. */
function foreignSubscribers(roll: Roll): Typed[] {
  const dials = new Map<string, string[]>(Object.keys(metadata.nonGeographic).map((dial) => [dial, []]));
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples);
    const dial = getCountryCallingCode(country);
    const texts = example ? [example.nationalNumber, example.formatNational(), example.number, example.formatInternational(), `00${dial}${example.nationalNumber}`] : [];
    dials.set(dial, [...(dials.get(dial) ?? []), ...texts]);
  }
  dials.delete(HOME);
  const others = [...dials.keys()];
  return [...dials].flatMap(([dial, texts]) => {
    const lengths = Array.from({ length: 16 - dial.length }, (_, at) => `${1 + Math.floor(roll() * 9)}${digits(at + 1, roll)}`);
    return [...texts, ...lengths, `+${pick(others, roll)}${digits(8, roll)}`, "+", "12a45678", `${digits(7, roll)} ext. 5`].map((text) => ({ dial, text }));
  });
}

/** For the field beside a dial code. */
export function subscriberTexts(seed: number): Typed[] {
  const roll = dice(seed);
  const home = [...everyPrefix(roll), ...mixedSeparators(roll), ...extended(), ...everyArea(roll, ["0", "62", "+62"]), ...foreign(), ...SERVICES, ...WORDS];
  return [...home.map((text) => ({ dial: HOME, text })), ...foreignSubscribers(roll)];
}
