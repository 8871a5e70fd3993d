/** Values that a page may hand over and that nobody meant, and a generator that gives the same ones each time. */

/** What a buyer must never read back: every text and number made here holds one of the two. */
export const MARKERS = ["rahasia-pembeli", "48151623"] as const;

const [WORD, DIGITS] = MARKERS;

/** mulberry32: a seed gives one sequence of numbers from 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <One>(list: readonly One[], roll: () => number): One => list[Math.floor(roll() * list.length)] as One;

class Ticket {
  amount = WORD;
  get value(): string {
    return WORD;
  }
}

export function nested(depth: number, rows: boolean): unknown {
  let value: unknown = WORD;
  for (let level = 0; level < depth; level++) value = rows ? [value] : { value };
  return value;
}

function cycle(): unknown {
  const one: Record<string, unknown> = { value: WORD };
  one["amount"] = one;
  one["departure"] = { passengers: [one] };
  return one;
}

function throwing(): never {
  throw new Error(WORD);
}

const throwingHandler = Object.fromEntries(
  ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "set", "defineProperty"].map((trap) => [trap, throwing]),
);

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function sparse(): unknown {
  const rows: unknown[] = [];
  rows[3] = { key: WORD, value: WORD };
  return rows;
}

const withPrototype = (prototype: object | null): object => Object.assign(Object.create(prototype) as object, { amount: WORD, value: WORD });

/** Each makes a new value, since a test may change what it was given. */
export const ODD: readonly (() => unknown)[] = [
  () => null, () => undefined, () => true, () => false, () => "", () => "   ", () => 0, () => -0, () => -1, () => 1.5, () => NaN, () => Infinity,
  () => -Infinity, () => 1e21, () => 5e-324, () => 2 ** 53, () => 48151623429007199254740993n, () => Number.MAX_VALUE, () => 10n ** 400n, () => -1n,
  () => Symbol(WORD), () => Symbol.iterator, () => throwing, () => class {}, () => async () => WORD,
  () => new Date(NaN), () => new Date(0), () => new Map([[WORD, WORD]]), () => new Set([WORD]), () => new WeakMap(), () => /rahasia-pembeli/,
  () => new Error(WORD), () => new Ticket(), () => new URL("https://rahasia-pembeli.example"), () => new Uint8Array(9), () => new ArrayBuffer(9),
  () => Promise.resolve(WORD), () => new String(WORD), () => new Number(48151623), () => new Boolean(true), () => Object(1n), () => Object(Symbol()),
  cycle, sparse, () => Object.freeze({ amount: Object.freeze([WORD]) }), () => withPrototype(null), () => withPrototype({ product_code: WORD }),
  () => Object.defineProperty({}, "amount", { get: throwing, enumerable: true }), () => Object.defineProperty([], 0, { get: throwing, enumerable: true }),
  () => ({ toString: throwing, valueOf: throwing, toJSON: throwing, [Symbol.toPrimitive]: throwing }), () => ({ toJSON: () => WORD, then: throwing }),
  () => new Proxy({}, throwingHandler), () => new Proxy([], throwingHandler), () => new Proxy(throwing, throwingHandler),
  () => revoked({}), () => revoked([]), () => revoked(throwing),
  () => Object.assign([WORD], { extra: WORD }), () => new Array(5_000).fill({ key: WORD, value: WORD }), () => new Array(100_000), () => [[[]]],
  () => JSON.parse(`{"__proto__":{"amount":"${WORD}"},"constructor":{"prototype":"${WORD}"},"hasOwnProperty":1}`) as unknown,
  () => nested(9, false), () => nested(10_000, false), () => nested(10_000, true), () => globalThis, () => Object.prototype, () => Function.prototype,
];

/** Texts of every bad kind; some belong to no field, some nearly to one. */
export const ODD_TEXTS: readonly string[] = [
  WORD, `${WORD}\0`, `\ud800${WORD}`, `${WORD}\udfff`, `${WORD}\u0085`, `\ufeff${WORD}`, `\u202e${WORD}`, `${WORD}\u2028`, `${WORD}<script>&`, `"${WORD}\\`, `\x01\x02\x03\x04\x07\x08${WORD}`,
  "\x03\x03\x03", "\x08", "!c", "!d", "!g", "!l", "!s", "{}", "[]", "null", "__proto__", "constructor", "hasOwnProperty", "toString",
  "1e21", "0x10", "-0", "+1", "1.", ".5", "1,5", "20.500", "20,500", "Rp 20.500,00", "20500.00", "000000", "0", "9007199254740993", "99999999999999999999999", DIGITS.repeat(5),
  "٠١٢٣٤٥٦٧٨٩", "０８１２３４５６７８９０", "０", "1²", "½", "Ⅷ", "௧", "NaN", "Infinity", "true", "undefined", "[object Object]",
  "+62 812 3456 7890", "08", "0812", "62812345678901234567", "+1 202 555 0123", "021 555 0123", "0812-3456-7890 ext 5", "0899999999", "00628123456789",
  "2024-02-30", "29/02/2023", "31/12/1850", "2999-01-01", "1996-13-01", "24-07-26", "2024-07-26T09:30", "25:00", "9.30", "24:00", "09:60",
  "a@b", "a@@b.id", ".a@b.id", "a..b@c.id", "a b@c.id", `${WORD}@example`, `${"a".repeat(65)}@example.com`, "pengguna@例え.jp", "a@-b.id", "\"a b\"@c.id",
  "3174100921992333", "3174104012960001", "9999990000000000", "3174101010960000", "A1234567", "X", "a1", "31741009219923332",
  "01105691111", "110569111111", "0001234567890", "8888801234567890", "12345678901234567890", "zz", "XX", "999", "+999", "e", "en_US_POSIX", "x-y-z-1-2-3-4-5-6-7-8",
  "perempuan", "MALE", "101", "-1.5", "1.23456789", "1e2", "6d654219-d9b7-1e1a-8b51-99a5cafb11cb", "order 7", "é".repeat(70), "👩‍👩‍👧‍👦".repeat(40), "ꦲꦏ꧀ꦱꦫꦗꦮ",
  "PLN", "BPJS", "POSTPAIDPLN", "OVO20", "TSEL20", "x".repeat(300), "\n".repeat(20), "\t", "\u00a0", "\u3000",
];

/** A million characters; made once, since making it is what takes the time. */
export const HUGE_TEXTS: readonly string[] = [WORD.repeat(70_000), DIGITS.repeat(131_072), "\u0000".repeat(1_000_000), "語".repeat(1_000_000), "\ud800".repeat(1_000_000), "[".repeat(1_000_000), `{"a":`.repeat(200_000)];
