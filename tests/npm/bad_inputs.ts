/** Printed samples, spoilt: what one change or several make of a good input. */
import type { Context, OperationId, PrepareOptions } from "kasir";
import { samples, TODAY } from "./known_answers.ts";
import { HUGE_TEXTS, ODD, ODD_TEXTS, pick } from "./odd_values.ts";

type Roll = () => number;
type Holder = Record<PropertyKey, unknown>;

export interface BadInput {
  operation: OperationId;
  input: unknown;
  /** The same or another bad input as JSON text. */
  text: string;
}

/** Seldom a huge one, so that the test ends within a minute. */
export const oddText = (roll: Roll): string => (roll() < 0.005 ? pick(HUGE_TEXTS, roll) : pick(ODD_TEXTS, roll));

export const oddValue = (roll: Roll): unknown => (roll() < 0.5 ? oddText(roll) : pick(ODD, roll)());

/** Every object and list of an input, the input itself first. */
function holders(value: unknown, found: Holder[] = []): Holder[] {
  if (typeof value !== "object" || value === null) return found;
  found.push(value as Holder);
  for (const inner of Object.values(value)) holders(inner, found);
  return found;
}

const SPOIL: readonly ((holder: Holder, key: string, roll: Roll) => void)[] = [
  (holder, key, roll) => void (holder[key] = oddValue(roll)),
  (holder, key, roll) => void (holder[key] = oddText(roll)),
  (holder, key) => void delete holder[key],
  (holder, key, roll) => void (holder[`${key}${pick(["s", "_", " ", "\0", "", "\ud800"], roll)}`] = holder[key]),
  (holder, _, roll) => void (holder[oddText(roll).slice(0, 1000)] = oddValue(roll)),
  (holder, key) => void (holder[key] = [holder[key], holder[key]]),
  (holder, key) => void (holder[key] = { [key]: holder[key] }),
  (holder, key) => void (holder[key] = Number(holder[key])),
  (holder, key) => void (holder[key] = String(holder[key])),
  (holder, key, roll) => {
    const value = oddValue(roll);
    Object.defineProperty(holder, key, { enumerable: true, configurable: true, get: () => value });
  },
  (holder, _, roll) => {
    Object.defineProperty(holder, "__proto__", { value: oddValue(roll), enumerable: true, configurable: true, writable: true });
  },
  (holder, key, roll) => {
    if (Array.isArray(holder)) holder.length = pick([0, 2, 40, 1_001, 5_000], roll);
    else holder[key] = new Array(pick([0, 2, 600, 1_001, 5_000], roll)).fill(holder[key]);
  },
  (holder, key) => void (holder[key] = Object.setPrototypeOf({ ...holder }, holder)),
  (holder, key) => void (holder[key] = holder),
  (holder, key) => {
    if (Array.isArray(holder[key])) holder[key] = holder[key].concat(holder[key]);
  },
  (holder, key, roll) => void (holder[key] = holder[pick(Object.keys(holder), roll)]),
  (holder, key, roll) => void (holder[key] = pick(PLAUSIBLE, roll)),
  (holder, key, roll) => void (holder[key] = pick(PLAUSIBLE, roll)),
];

/** Good values of some field, and nearly good ones: in another place, or beside another one, they are wrong. */
const PLAUSIBLE: readonly unknown[] = [
  "081234567890", "085712345678", "081999999999", "08001234567", "02155501234", "01105691111", "110569111111", "0001234567890", "PLN20", "BPJSKES", "DNOPEN", "OVO20",
  "POSTPAIDPLN", "TSEL20", "MAX10", "2024-07-26", "1996-08-16", "1870-01-01", "2150-01-01", "3174101610960001", "3174105610960001", "3174101610960000", "A1234567",
  "ABCDE12", "male", "female", "id", "us", "62", "1", "0", "20500", 1, 2, "6d654219-d9b7-4e1a-8b51-99a5cafb11cb", "guideLang", "passportNo", "birth", "Siti", "D-77",
];

const KINDS = ["pulsa", "pln_prepaid", "pln_postpaid", "ovo", "gopay", "dana", "wallet", "maxim", "bpjs", "other"] as const;

/** Answers of the provider as they came, or as they should not have come. */
const ATTRACTIONS: readonly unknown[] = [
  {}, [], "x", 5, null, { booking_field: [{ key: "guideLang", type: "select", list_option: [{ code: "id" }] }] }, { calendar: [{ date: "2024-07-26" }], end_date: "" },
  { booking_field: [null, { key: 5, type: [], list_option: {} }], customer_booking_field: true }, { customer_booking_field: [{ key: "birth" }, { key: "a/b~c\x1e" }] },
];
const TRIPS: readonly unknown[] = [
  {}, [], "x", 5, null, { seats: [] }, { id: 188336, available_seat: 0, depart_time: "2024-07-04T07:15:00+07:00", seats: [{ name: "8" }, { name: 9, taken: true }] },
  { id: {}, available_seat: -1, depart_time: 5, seats: [[], "8", { name: null }] }, { id: "1", depart_time: "0001-01-01T00:00:00Z", seats: { name: "8" } },
];

/** Options as pages set them: all known, whatever the input is. */
export function someOptions(roll: Roll): PrepareOptions {
  const product = { kind: pick(KINDS, roll), open: roll() < 0.3, operator: pick(["telkomsel", "Indosat", "XL"], roll) };
  const answers = (): object => ({ attraction: pick(ATTRACTIONS, roll), trip: pick(TRIPS, roll), returnTrip: pick(TRIPS, roll) });
  const context: Context = { product, ...(roll() < 0.4 && answers()) };
  return {
    today: pick([TODAY, TODAY, "1990-01-01", "2031-01-01"], roll),
    language: pick(["id", "en"], roll),
    ...(roll() < 0.5 && { treatAsError: "typos" as const }),
    ...(roll() < 0.5 && { context }),
    ...(roll() < 0.1 && { escapes: "raw" as const }),
  };
}

const WHOLE: readonly ((input: Holder, roll: Roll) => unknown)[] = [
  (_, roll) => oddValue(roll),
  (input) => Object.assign(Object.create(null) as object, input),
  (input) => Object.create(input) as object,
  (input) => [input],
  (input) => new Map(Object.entries(input)),
  (input) => new Proxy(input, { get: (target, key) => (key === "amount" ? pick(ODD, () => 0.9)() : Reflect.get(target, key)) }),
  (input) => new Proxy(input, { ownKeys: (target) => [...Reflect.ownKeys(target), "ghost"] }),
];

function textOf(input: unknown, roll: Roll): string {
  let text: string;
  try {
    text = JSON.stringify(input) ?? String(input);
  } catch {
    return oddText(roll);
  }
  const at = Math.floor(roll() * text.length);
  return pick([
    () => text,
    () => text.replace(/"([a-z_]+)":/, (found, key: string) => `${found}"48151623","${key}":`),
    () => text.replace(/"([a-z_]+)":/g, (found, key: string) => `${found}null,"${key}":`),
    () => text.slice(0, at),
    () => text.slice(0, at) + oddText(roll) + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.replace(/"[^"]*"$/, "1e999"),
    () => text.replace(/:"(\d+)"/g, ":$1"),
    () => text.replace(/:"/g, ':"\\ud800'),
    () => text.replace(/:"/g, ':"\\u0000\\uD83D'),
    () => `${text}${text}`,
    () => `\ufeff${text}`,
    () => text.replaceAll('"', "'"),
  ], roll)();
}

export function badInput(roll: Roll): BadInput {
  const { operation, input: good } = pick(samples, roll);
  const input = structuredClone(good) as Holder;
  const places = holders(input);
  for (let spoilt = 0; spoilt < 1 + Math.floor(roll() * 3); spoilt++) {
    const holder = pick(places, roll);
    try {
      pick(SPOIL, roll)(holder, pick(Object.keys(holder).concat("amount"), roll), roll);
    } catch {
      // The holder already is something that cannot be changed; it stays as odd as it is.
    }
  }
  const given = roll() < 0.15 ? pick(WHOLE, roll)(input, roll) : input;
  return { operation, input: given, text: textOf(input, roll) };
}
