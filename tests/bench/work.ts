/**
 * The work that every contender does: an untrusted input object in, the final Klikoo body out, or null when it refuses.
 * Rules in common: presence, types, no unknown key, whole rupiah, Indonesian mobile numbers (sent as 08…), e-mail,
 * calendar day of birth, gender, 16 id card digits, no seat twice, no control characters, keys sorted by byte.
 */
export type Contender = {
  name: string;
  topUp(input: unknown): string | null;
  booking(input: unknown): string | null;
};

export type Job = "topUp" | "booking";

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

export function isPastDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days && Date.UTC(year, month - 1, day) <= Date.now();
}

export function seatsDiffer(passengers: readonly { seat_name: string }[]): boolean {
  return new Set(passengers.map((passenger) => passenger.seat_name)).size === passengers.length;
}

const ESCAPES: Record<string, string> = {
  "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
};

/** The contenders' schemas keep their keys sorted, so that writing needs no second walk: the fastest honest way. */
export function writeBody(sorted: unknown): string {
  return JSON.stringify(sorted).replace(/[<>&\u2028\u2029]/g, (found) => ESCAPES[found] ?? found);
}
