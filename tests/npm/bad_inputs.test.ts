/** Whatever comes in: issues with codes, never a throw, never a trap, never the buyer's value told back. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { inspect } from "node:util";
import { type Issue, type Kasir, load, type Outcome, type ParseKind, schema, type SchemaResult, type TypedKind } from "kasir";
import { badInput, oddText, oddValue, someOptions } from "./bad_inputs.ts";
import { samples, TODAY } from "./known_answers.ts";
import { dice, MARKERS, pick } from "./odd_values.ts";

const INPUTS = 10_000;
const BATCH = 500;
const SEED = 20_240_701;

const generated = readFileSync(path.resolve(import.meta.dirname, "../../pkg/kasir/dist/generated.d.ts"), "utf8");

/** The members of a union in the published types. */
function union(name: string): Set<string> {
  const [, members = ""] = new RegExp(`type ${name} =([^;]*);`).exec(generated) ?? [];
  return new Set([...members.matchAll(/"([^"]+)"/g)].map(([, member]) => member as string));
}

const CODES = union("IssueCode");
const STATES = union("PurchaseState");
const KINDS = [...union("ParseKind")] as ParseKind[];
const TYPED_KINDS = [...union("TypedKind")] as TypedKind[];

let kasir: Kasir;
const counted = new Map<string, number>();

before(async () => {
  kasir = await load();
});

function holdsIssues(issues: readonly Issue[], what: unknown): void {
  for (const issue of issues) {
    const { code, path: steps, name, pointer, severity, params, message } = issue;
    assert.ok(CODES.has(code), code);
    assert.ok(steps.length > 0 && steps.every((step) => typeof step === "string" || typeof step === "number"), code);
    assert.equal(name, steps.join("."));
    assert.equal(pointer, steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
    assert.ok(severity === "error" || severity === "advice");
    assert.ok(message.length > 0 && !/[{}[\]]|undefined/.test(message), `${code}: ${message}`);
    const told = message + JSON.stringify(params);
    for (const marker of MARKERS) assert.ok(!told.includes(marker), `${code} tells the buyer's value: ${inspect(what, { depth: 3 }).slice(0, 500)}`);
    counted.set(code, (counted.get(code) ?? 0) + 1);
  }
}

function holdsOutcome(outcome: Outcome): void {
  assert.ok(STATES.has(outcome.state), outcome.state);
  assert.ok(outcome.message.length > 0 && outcome.next.text !== undefined);
  for (const { label, text } of outcome.lines) assert.ok(label.length > 0 && typeof text === "string");
}

function holdsTyped(kind: TypedKind, shown: unknown, at: number): void {
  const { text, caret } = kasir.formatAsYouType(kind, shown as string, at);
  assert.ok(typeof text === "string" && Number.isInteger(caret) && caret >= 0 && caret <= text.length);
  assert.ok(!(/[\ud800-\udbff]/.test(text.charAt(caret - 1)) && /[\udc00-\udfff]/.test(text.charAt(caret))), "within a surrogate pair");
  // What nobody types is left as it stands.
  if (typeof shown === "string" && text !== shown) assert.match(shown, /\p{Nd}|[a-z]/iu);
}

function holdsSchema(result: SchemaResult<unknown> | Promise<unknown>, what: unknown): void {
  assert.ok(!(result instanceof Promise), "a loaded schema answers at once");
  if (result.issues) holdsIssues(result.issues as readonly Issue[], what);
  else assert.equal(typeof result.value, "object");
}

function stillPreparesSamples(): void {
  for (const { operation, input, today, body } of samples) {
    const prepared = kasir.prepare(operation, input, { today });
    assert.equal(prepared.ok && prepared.request.body, body);
  }
}

const NAMES: Record<string, readonly string[]> = {};
const names = (operation: (typeof samples)[number]["operation"]): readonly string[] =>
  (NAMES[operation] ??= kasir.fields(operation).map(({ name }) => name.replaceAll("*", "0")));

const answerOf = (roll: () => number): unknown =>
  pick([
    () => oddValue(roll),
    () => oddText(roll),
    () => ({ http: oddValue(roll), body: oddValue(roll) }),
    () => ({ http: pick([0, 200, 201, 400, 404, 500, -1, 1e9, NaN], roll), body: oddText(roll) }),
    () => ({ state: oddText(roll), reason: oddValue(roll), data: oddValue(roll) }),
    () => ({ state: pick([...STATES], roll), data: { transaction_id: oddValue(roll), sn: oddText(roll), status: oddValue(roll), booking_codes: oddValue(roll) } }),
    () => ({ response_code: oddText(roll), data: { status: oddValue(roll) } }),
    () => JSON.stringify({ response_code: pick(["200022000", 201022001, "409026563", null], roll), data: { status: oddText(roll), sn: oddText(roll), price: 1e30 } }),
    () => `{"response_code":"200022000","data":${"[".repeat(10_000)}`,
  ], roll)();

const schemas = Object.fromEntries(samples.map(({ operation }) => [operation, schema(operation, { today: TODAY })["~standard"].validate]));

test(`${INPUTS} bad inputs get coded issues and leave the library alive`, async (t) => {
  const roll = dice(SEED);
  for (const validate of Object.values(schemas)) await validate({});
  let refused = 0;
  for (let number = 1; number <= INPUTS; number++) {
    const { operation, input, text } = badInput(roll);
    const options = someOptions(roll);
    for (const given of [input, text]) {
      // A text that happens to come as the whole input is JSON text to prepare.
      const prepared = kasir.prepare(operation, given as object | string, options);
      if (!prepared.ok) refused += 1;
      if (!prepared.ok) assert.ok(prepared.issues.some(({ severity }) => severity === "error"));
      holdsIssues(prepared.ok ? prepared.advice : prepared.issues, given);
    }
    holdsIssues(kasir.validate(operation, input as object, options), input);
    holdsIssues(kasir.validateField(operation, pick(names(operation), roll), input as object, options), input);
    holdsSchema((schemas[operation] as (value: unknown) => SchemaResult<unknown>)(input), input);
    const spelled = roll() < 0.7 ? oddText(roll) : oddValue(roll);
    holdsIssues(kasir.parse(pick(KINDS, roll), spelled as string, options).issues, spelled);
    holdsTyped(TYPED_KINDS[number % TYPED_KINDS.length] as TypedKind, spelled, (number % 60) - 10);
    holdsOutcome(kasir.readResponse(operation, answerOf(roll) as object, options));
    if (number % BATCH === 0) stillPreparesSamples();
  }
  assert.ok(refused > INPUTS, `${refused} of ${2 * INPUTS} refused`);
  const table = [...counted].sort(([, left], [, right]) => right - left);
  t.diagnostic(`${refused} of ${2 * INPUTS} refused; ${table.length} distinct codes of ${CODES.size}, ${table.reduce((sum, [, count]) => sum + count, 0)} issues`);
  for (const [code, count] of table) t.diagnostic(`${String(count).padStart(7)} ${code}`);
  t.diagnostic(`never: ${[...CODES].filter((code) => !counted.has(code)).join(", ") || "none"}`);
  assert.ok(table.length >= 65, `${table.length} distinct codes`);
});

const codesOf = (issues: readonly Issue[]): string[] => issues.filter(({ severity }) => severity === "error").map(({ code, name }) => `${name} ${code}`);
const buy = samples.find(({ operation }) => operation === "klikoo.product_buy") as (typeof samples)[number];

/** Puts a property on Object.prototype for as long as the work lasts. */
function polluted(key: string, value: unknown, work: () => void): void {
  Object.defineProperty(Object.prototype, key, { value, enumerable: true, configurable: true, writable: true });
  try {
    work();
  } finally {
    delete (Object.prototype as Record<string, unknown>)[key];
  }
}

test("a polluted prototype adds no field and hides no unknown key", () => {
  const { amount: _, ...without } = buy.input;
  polluted("amount", "1", () => {
    for (const [input, expected] of [
      [without, ["amount field.missing"]],
      [{ ...without, amounts: "1" }, ["amount field.missing", "amounts field.unknown"]],
      [{ ...without, value: undefined, amounts: "1" }, ["amount field.missing", "value field.missing", "amounts field.unknown"]],
    ] as const) {
      const prepared = kasir.prepare("klikoo.product_buy", input, { today: TODAY });
      assert.deepEqual(prepared.ok ? [] : codesOf(prepared.issues).sort(), [...expected].sort());
    }
  });
  stillPreparesSamples();
});

test("keys that are inherited or hidden are no keys of the input", () => {
  const { amount, ...without } = buy.input;
  const hidden = Object.defineProperty({ ...without, amounts: "1" }, "amount", { value: amount, enumerable: false });
  for (const input of [Object.assign(Object.create({ amount }) as object, without, { amounts: "1" }), hidden]) {
    const prepared = kasir.prepare("klikoo.product_buy", input, { today: TODAY });
    assert.deepEqual(prepared.ok ? [] : codesOf(prepared.issues).sort(), ["amount field.missing", "amounts field.unknown"]);
  }
});

test("a text with a lone surrogate is never changed into another text", () => {
  for (const kind of KINDS) {
    for (const text of ["\ud800", "0812345678\udfff90", "a\ud800@example.id", "3174\ud800"]) {
      assert.equal(kasir.parse(kind, text).value, undefined, kind);
    }
  }
  const broken = { ...buy.input, value: "0812345\ud800" };
  for (const given of [broken, JSON.stringify(broken), JSON.stringify(broken).replace("\\ud800", "\ud800")]) {
    const prepared = kasir.prepare("klikoo.product_buy", given, { today: TODAY });
    assert.ok(!prepared.ok && prepared.issues.some(({ code }) => code === "text.malformed"));
  }
});

test("limits are told, not run into", () => {
  const prepare = (input: unknown): string[] => {
    const prepared = kasir.prepare("klikoo.attraction_buy", input as object, { today: TODAY });
    return prepared.ok ? [] : prepared.issues.map(({ code }) => code);
  };
  assert.deepEqual(prepare("x".repeat(1_000_000)), ["input.too_large"]);
  assert.deepEqual(prepare(JSON.stringify({ a: "語".repeat(100_000) })), ["input.too_large"]);
  assert.deepEqual(prepare({ a: "x".repeat(1_000_000) }), ["input.too_large"]);
  assert.deepEqual(prepare("[".repeat(10_000)), ["input.malformed"]);
  assert.ok(prepare({ booking_field: new Array(1_001).fill({ key: "a", value: "b" }) }).includes("rows.too_many"));
  assert.ok(prepare({ customers: new Array(900).fill({ customer_booking_field: new Array(900).fill({}) }) }).includes("input.too_large"));
});

test("an input of forty thousand faults is told five thousand of them and each other kind, and soon", () => {
  const rows = Array.from({ length: 20 }, () => ({ customer_booking_field: Array.from({ length: 1000 }, () => ({})) }));
  const start = performance.now();
  const prepared = kasir.prepare("klikoo.attraction_buy", JSON.stringify({ customers: rows }));
  assert.ok(!prepared.ok);
  // Before these stand five fields that are missing, three lists that are too long, and 4,990 keys and values.
  assert.deepEqual(prepared.issues.slice(4998).map(({ code, pointer }) => `${code} ${pointer}`), [
    "field.missing /customers/2/customer_booking_field/495/key",
    "field.missing /customers/2/customer_booking_field/495/value",
  ]);
  // Minutes, where each allocation takes longer than the one before.
  assert.ok(performance.now() - start < 20_000);
});
