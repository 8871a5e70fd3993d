/**
 * The work that every contender does: an untrusted input object in, the final Klikoo body out, or null when it refuses.
 * Rules in common: presence, types, no unknown key, whole rupiah, Indonesian mobile numbers (sent as 08…), e-mail,
 * calendar day of birth, gender, 16 id card digits, no seat twice, visits to come that end after they begin, as many
 * customers as tickets, no key of a customer twice, passports, countries, no control characters, keys sorted by byte.
 */
export type Job = "topUp" | "booking" | "attraction";

export type Contender = { name: string } & Record<Job, (input: unknown) => string | null>;

export const RUPIAH = /^(?:0|[1-9]\d{0,14})$/;
export const PRODUCT_CODE = /^[A-Za-z0-9._-]{1,64}$/;
export const SAFE_TEXT = /^[^\u0000-\u001f\u007f-\u009f\ufeff]{1,200}$/;
export const MOBILE = /^(?:\+?62|0)(8[1-35-9]\d{7,10})$/;
export const SEPARATORS = /[ .()-]/g;
export const EMAIL =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;
export const ID_CARD = /^\d{16}$/;
export const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isText(text: string): boolean {
  return SAFE_TEXT.test(text) && text.isWellFormed();
}

/** The calendar day's first millisecond; not a number where the text is no day. */
function dayOf(text: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return Number.NaN;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days ? Date.UTC(year, month - 1, day) : Number.NaN;
}

export const isPastDay = (text: string): boolean => dayOf(text) <= Date.now();
export const isComingDay = (text: string): boolean => dayOf(text) + 86_400_000 > Date.now();

export function seatsDiffer(passengers: readonly { seat_name: string }[]): boolean {
  return new Set(passengers.map((passenger) => passenger.seat_name)).size === passengers.length;
}

export const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
export const LOCALE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
export const DIAL_CODE = /^(?:1|2(?:[07]|\d\d)|3(?:[0-469]|\d\d)|4(?:[013-9]|2\d)|5(?:[1-8]|[09]\d)|6(?:[0-6]|[7-9]\d)|7|8(?:[1246]|[0578]\d)|9(?:[0-58]|[679]\d))$/;
export const SUBSCRIBER = /^\d{4,14}$/;
const PASSPORT = /^[A-Z0-9]{5,9}$/;
/** ISO 3166-1 alpha-2, as the time zone database lists them. */
const COUNTRIES = new Set([
  "adaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcucvcwcxcycz",
  "dedjdkdmdodzeceeegeheresetfifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieiliminioiqirisitjejm",
  "jojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonp",
  "nrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsvsxsysztctdtftgthtjtktltmtnto",
  "trtttvtwtzuaugumusuyuzvavcvevgvivnvuwfwsyeytzazmzw",
].join("").match(/../g));

export const isCountry = (text: string): boolean => COUNTRIES.has(text);

export type Pair = { key: string; value: string };

export function keysDiffer(pairs: readonly Pair[]): boolean {
  return new Set(pairs.map((pair) => pair.key)).size === pairs.length;
}

/** The keys whose meaning the provider's sample shows. */
export function valuesFit(pairs: readonly Pair[]): boolean {
  return pairs.every(({ key, value }) => (key === "birth" ? isPastDay(value) : key !== "passportNo" || PASSPORT.test(value)));
}

const ESCAPES: Record<string, string> = {
  "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
};

/** The contenders' schemas keep their keys sorted, so that writing needs no second walk: the fastest honest way. */
export function writeBody(sorted: unknown): string {
  return JSON.stringify(sorted).replace(/[<>&\u2028\u2029]/g, (found) => ESCAPES[found] ?? found);
}
