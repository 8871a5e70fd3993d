/** Standard Schema v1 (https://standardschema.dev): what form libraries are promised, and what is more than they ask. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Issue, load, schema, type SchemaResult } from "kasir";
import { fresh } from "./fresh.ts";
import { TODAY } from "./known_answers.ts";

const FORM = { product_code: "TSEL20", value: " 081234567890 ", msidn: "" };
const good = { product_code: "TSEL20", value: "081234567890", msidn: "081234567890" };
const terms = { today: TODAY };

before(() => load());

/** The answer of a schema whose module is loaded. */
function judged(one: { readonly "~standard": { validate(value: unknown): SchemaResult<object> | Promise<SchemaResult<object>> } }, value: unknown): SchemaResult<object> {
  const result = one["~standard"].validate(value);
  assert.ok(!(result instanceof Promise));
  return result;
}

async function warm<One extends Parameters<typeof judged>[0]>(one: One): Promise<One> {
  await one["~standard"].validate({});
  return one;
}

test("a schema has the shape of the standard", () => {
  const standard = schema("klikoo.product_buy")["~standard"];
  assert.equal(standard.version, 1);
  assert.equal(standard.vendor, "kasir");
  assert.equal(typeof standard.validate, "function");
});

test("making a schema loads nothing; the first call gives a promise, the later ones answer at once", async (t) => {
  const copy = await fresh();
  const compile = t.mock.method(WebAssembly, "compile");
  const one = copy.schema("klikoo.product_buy", terms);
  assert.equal(compile.mock.callCount(), 0);
  const first = one["~standard"].validate(FORM);
  assert.ok(first instanceof Promise);
  assert.deepEqual(await first, { value: good });
  assert.deepEqual(one["~standard"].validate(FORM), { value: good });
  assert.equal(compile.mock.callCount(), 1);
});

test("where the module is loaded, a schema's very first answer comes at once", async () => {
  const copy = await fresh();
  await copy.load();
  assert.deepEqual(copy.schema("klikoo.product_buy", terms)["~standard"].validate(FORM), { value: good });
});

test("a load that failed leaves the next call a first call", async (t) => {
  const copy = await fresh();
  const one = copy.schema("klikoo.product_buy", terms);
  const compile = t.mock.method(WebAssembly, "compile", () => Promise.reject(new Error("no memory")));
  await assert.rejects(async () => one["~standard"].validate(FORM), { code: "ERR_LOAD_FAILED" });
  compile.mock.restore();
  assert.deepEqual(await one["~standard"].validate(FORM), { value: good });
});

test("many first calls at once load once and agree", async (t) => {
  const copy = await fresh();
  const compile = t.mock.method(WebAssembly, "compile");
  const one = copy.schema("klikoo.product_buy", terms);
  const results = await Promise.all(Array.from({ length: 20 }, () => one["~standard"].validate(FORM)));
  assert.deepEqual(results, Array.from({ length: 20 }, () => ({ value: good })));
  assert.equal(compile.mock.callCount(), 1);
});

test("success has the normalised form, and no key of issues", async () => {
  const one = await warm(schema("klikoo.transport_block_seat", terms));
  const passenger = { seat_name: "8", name: "Siti", dob: "16/08/1996", gender: "female", id_card_number: "3174 0156 0896 0001" };
  const result = judged(one, {
    product_code: "BUS", departure: { trip_id: "188336", passengers: [passenger] },
    order_detail: { name: "Pandu", email: "order@Example.COM", phone_number: "+62 821-2227-4139" }, selling_price: "20000", remark: "window",
  });
  assert.ok(!("issues" in result), JSON.stringify(result.issues));
  assert.deepEqual(result.value, {
    product_code: "BUS", departure: { trip_id: 188336, passengers: [{ ...passenger, dob: "1996-08-16", id_card_number: "3174015608960001" }] },
    order_detail: { name: "Pandu", email: "order@example.com", phone_number: "082122274139" }, return: null,
  });
});

test("only errors become issues, each with a path, a message and its code", async () => {
  const one = await warm(schema("klikoo.attraction_buy", { ...terms, language: "en" }));
  for (const value of [{}, { quantity: "many", customers: [{ customer_booking_field: [{ key: "" }] }], email: "x", start_date: "2020-01-01" }, { buyer_tel_number: {} }]) {
    const result = judged(one, value);
    assert.ok(result.issues && result.issues.length > 0);
    assert.ok(!("value" in result));
    for (const issue of result.issues as readonly Issue[]) {
      assert.ok(issue.path.length > 0);
      assert.ok(issue.message.length > 0);
      assert.match(issue.code, /^[a-z_]+\.[a-z_\d]+$/);
      assert.equal(issue.severity, "error");
    }
  }
});

test("whatever is no form is refused with a path", async () => {
  const one = await warm(schema("klikoo.product_buy", terms));
  for (const value of [undefined, null, "", "{}", 5, [], () => ({}), Symbol("x"), new Date(), new Map(Object.entries(good))]) {
    const { issues } = judged(one, value);
    assert.ok(issues && issues.length > 0 && (issues as readonly Issue[]).every(({ path }) => path.length > 0));
  }
});

test("fields of the merchant and the checkout are not asked for and not given", async () => {
  const one = await warm(schema("klikoo.product_buy", terms));
  const merchants = { amount: "1", selling_price: "2", partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb" };
  assert.deepEqual(judged(one, { ...good, ...merchants }), { value: good });
  const open = await warm(schema("klikoo.product_buy", { ...terms, context: { product: { open: true } } }));
  assert.deepEqual(judged(open, { ...good, ...merchants, amount: "Rp 20.500" }), { value: { ...good, amount: "20500" } });
  assert.ok(judged(open, good).issues);
});

test("slips of the finger are errors here, and advice where the caller says so", async () => {
  const slip = { ...good, msidn: "rumah" };
  const advice: Issue[][] = [];
  const strict = await warm(schema("klikoo.product_buy", terms));
  assert.deepEqual((judged(strict, slip).issues as Issue[]).map(({ code }) => code), ["msidn.not_phone"]);
  const lenient = await warm(schema("klikoo.product_buy", { ...terms, treatAsError: [], onAdvice: (issues) => advice.push(issues) }));
  assert.deepEqual(judged(lenient, slip), { value: slip });
  assert.deepEqual(advice.map((issues) => issues.map(({ code, severity }) => [code, severity])), [[["msidn.not_phone", "advice"]]]);
  judged(lenient, good);
  judged(lenient, {});
  assert.equal(advice.length, 1, "no call without advice, none for a form that is refused");
});

test("language, own sentences and context reach the issues", async () => {
  const messages = { "field.missing": "Isi dulu ya." };
  const one = await warm(schema("klikoo.product_buy", { ...terms, messages, context: { product: { kind: "pln_prepaid" } } }));
  assert.equal(judged(one, {}).issues?.[0]?.message, "Isi dulu ya.");
  const { issues } = judged(one, { ...good, value: "0812" });
  assert.deepEqual((issues as readonly Issue[]).map(({ code }) => code), ["meter.not_11_or_12_digits"]);
});

test("a fault of whom the advice is told is reported and stops no form", (t) => {
  const fault = new Error("not drawn");
  const reported = t.mock.method(globalThis, "queueMicrotask", () => undefined);
  const one = schema("klikoo.product_buy", { ...terms, treatAsError: [], onAdvice: () => { throw fault; } });
  const slip = { ...good, msidn: "rumah" };
  assert.deepEqual(judged(one, slip), { value: slip });
  assert.throws(reported.mock.calls[0]?.arguments[0] as () => void, fault);
});
