/** What crosses as a tape: JSON text, odd objects, answers, receipts and params, whatever their texts hold. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Issue, type Kasir, load, type OperationId } from "kasir";
import { samples, TODAY } from "./known_answers.ts";

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

const buy = samples.find(({ operation }) => operation === "klikoo.product_buy") as (typeof samples)[number];
const text = JSON.stringify(buy.input);
const told = (issues: readonly Issue[]): string[] => issues.map(({ code, pointer }) => `${code} ${pointer}`);

function refusal(input: unknown, operation: OperationId = "klikoo.product_buy"): string[] {
  const prepared = kasir.prepare(operation, input as object, { today: TODAY });
  return prepared.ok ? [] : told(prepared.issues.filter(({ severity }) => severity === "error")).sort();
}

test("a key that stands twice is told in JSON text, and the first one counts", () => {
  for (const twice of [`${text.slice(0, -1)},"value":"1"}`, `${text.slice(0, -1)},"\\u0076alue" : {"a":[1]}}`]) {
    assert.deepEqual(refusal(twice), ["input.duplicate_key /value"]);
  }
});

test("numbers in JSON text stay as written", () => {
  const margin = (written: string): string => {
    const prepared = kasir.prepare("netzme.percentage_product", `{"merchantId":"M_1","updatePercentage":${written}}`);
    return prepared.ok ? prepared.request.body : told(prepared.issues).join();
  };
  assert.match(margin("1.40"), /"updatePercentage":1\.40?\}/);
  assert.equal(margin("1.123456789012345678901"), margin('"1.123456789012345678901"'));
  assert.deepEqual(refusal(text.replace(/"amount":"\d+"/, '"amount":9007199254740993')), ["amount.too_large /amount"]);
});

test("a text that is no JSON is malformed, wherever it stops", () => {
  for (const bad of ["", " ", "{", "{}{}", "{'a':1}", "[1,]", "nul", "\ufeff{}", '{"a":"\n"}', '{"a":\\ud800}', "// {}", "\ud800", "!g", "\x07\v", text.slice(1), `${text}x`]) {
    const prepared = kasir.prepare("klikoo.product_buy", bad, { today: TODAY });
    assert.ok(!prepared.ok);
    assert.deepEqual(prepared.issues.map(({ code, pointer, params }) => ({ code, pointer, params })), [{ code: "input.malformed", pointer: "/product_code", params: {} }]);
  }
  for (const whole of ["null", " 7 ", "true", '"text"', "[]", "[{}]"]) assert.deepEqual(refusal(whole), ["input.not_object /product_code"], whole);
});

test("half a surrogate pair is told at its field, by every way in", () => {
  const broken = { ...buy.input, value: "0812345\ud800" };
  for (const given of [broken, { ...broken, nothing: undefined }, JSON.stringify(broken), JSON.stringify(broken).replace("\\ud800", "\ud800")]) {
    assert.deepEqual(refusal(given), ["text.malformed /value"]);
  }
  assert.deepEqual(refusal({ ...buy.input, "\ud800": 1 }), ["field.unknown /\ufffd"]);
  assert.deepEqual(refusal(text.replace("{", '{"\\ud800":1,')), ["field.unknown /\ufffd"]);
});

test("no text passes for a mark", () => {
  for (const forged of ["\x0b", "S10\x0b\x0b", "3\x03S10", "4\fmore", "s\ra", "g\ra", "\x07\v", "\b\v", "1\x04", "\x00", "\x1e\x1f", "語\x02😀\x05"]) {
    const input = { ...buy.input, product_code: forged };
    const quick = refusal(input);
    assert.ok(quick.every((issue) => issue.endsWith("/product_code")), quick.join());
    for (const given of [{ ...input, nothing: undefined }, JSON.stringify(input), JSON.stringify(input, null, 2)]) assert.deepEqual(refusal(given), quick);
    const stranger = `field.unknown /${forged.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    assert.deepEqual(refusal({ ...buy.input, [forged]: forged }), [stranger]);
    assert.deepEqual(refusal(JSON.stringify({ ...buy.input, [forged]: forged })), [stranger]);
  }
});

test("nesting and lists are told at the same depth and length in JSON text", () => {
  const nested = (depth: number): string => text.replace(/"value":"[^"]*"/, `"value":${"[".repeat(depth)}1${"]".repeat(depth)}`);
  assert.deepEqual(refusal(nested(7)), ["field.wrong_type /value"]);
  assert.deepEqual(refusal(nested(8)), ["field.wrong_type /value"]);
  assert.deepEqual(refusal(nested(500)), ["input.malformed /product_code"]);
  const { input } = samples.find(({ operation }) => operation === "klikoo.attraction_buy") as (typeof samples)[number];
  for (const count of [1_000, 1_001]) {
    const many = { ...input, booking_field: Array.from({ length: count }, () => ({ key: "a", value: "b" })) };
    const refused = refusal(many, "klikoo.attraction_buy");
    assert.ok(refused.includes("rows.too_many /booking_field") || count === 1_000);
    assert.deepEqual(refusal(JSON.stringify(many), "klikoo.attraction_buy"), refused);
  }
});

const paid = { response_code: "200022000", response_message: "-", data: { transaction_id: "7", status: "SUCCESS", sn: "A\nB\t\u0000\u001fC" } };

test("an answer survives raw control characters in its texts, and no others", () => {
  const raw = JSON.stringify(paid).replace(/\\n|\\t|\\u00../g, (escape) => JSON.parse(`"${escape}"`) as string);
  for (const answer of [paid, JSON.stringify(paid), raw, `\ufeff ${raw}\n`, { http: 200, body: raw }, JSON.stringify(paid, null, "\t")]) {
    const outcome = kasir.readResponse("klikoo.product_buy", answer);
    assert.deepEqual([outcome.state, outcome.transactionId, outcome.serial], ["success", "7", paid.data.sn]);
  }
  for (const answer of [`\0${raw}`, raw.replace(":", ":\x01"), `${raw}}`, raw.replace("A", "A\\\n"), raw.replace("A", "A\\\t"), raw.replace("A", "A\\\x01"), raw.slice(0, -1), `"${"a".repeat(100_000)}`, `"${"\\n".repeat(100_000)}`, "[".repeat(100_000)]) {
    const outcome = kasir.readResponse("klikoo.product_buy", answer);
    assert.deepEqual([outcome.state, outcome.provider], ["unknown", { code: null, http: null, service: null, case: null, message: null }], answer.slice(0, 40));
  }
});

test("an answer that is cut off, or far too large, is none, and soon", () => {
  const escaped = '\\"'.repeat(130_000);
  const start = performance.now();
  for (const answer of [`"${escaped}`, `{"m":"${escaped}`, `{"m":"${escaped}"`, `{"m":"${"\\n".repeat(5_000_000)}"}`]) {
    assert.equal(kasir.readResponse("klikoo.product_buy", { http: 200, body: answer }).state, "unknown");
  }
  // Minutes, where the time grows with the square of the length.
  assert.ok(performance.now() - start < 10_000);
});

test("a receipt and params cross with whatever they hold", () => {
  const receipt = { product_code: "TSEL20", value: "0812\x03\x0b\r****7890 😀" };
  const { lines } = kasir.readResponse("klikoo.product_buy", { state: "pending" }, { receipt, language: "en" });
  assert.ok(lines.some(({ text }) => text === receipt.value), JSON.stringify(lines));
  const told = kasir.message({ code: "field.unknown", params: { suggestion: "a\x0b\x03😀b" } }, "en");
  assert.ok(told.includes("a\x0b\x03😀b"), told);
  assert.equal(kasir.message({ code: "choice.unknown", params: { allowed: ["one", "two"] } }, "en"), kasir.message({ code: "choice.unknown", params: {} }, "en"));
});

test("one field is told with all that lies below it", () => {
  const form = { departure: { passengers: [{ name: "1" }] } };
  const names = (name: string): string[] => kasir.validateField("klikoo.transport_block_seat", name, form).map((issue) => issue.name);
  assert.deepEqual(names("departure.passengers.0.name"), ["departure.passengers.0.name"]);
  assert.deepEqual(names("departure.passengers[0].name"), ["departure.passengers.0.name"]);
  assert.equal(names("departure.passengers.0").length, 5);
  assert.deepEqual(names("departure.trip_id"), ["departure.trip_id"]);
  assert.equal(names("departure").length, 6);
  assert.deepEqual(names("product_code"), ["product_code"]);
  assert.deepEqual(names("return"), []);
  for (const stranger of ["", "colour", "departure.colour", "departure.passengers.x", "departure.passengers.0.1", "departure.passengers.", "product_code.0", "product_code|value"]) {
    assert.throws(() => names(stranger), { code: "ERR_UNKNOWN_FIELD" }, stranger);
  }
});

test("every field can be asked about by its name", () => {
  for (const operation of kasir.operations) {
    for (const { name } of kasir.fields(operation)) assert.ok(Array.isArray(kasir.validateField(operation, name.replaceAll("*", "0"), {})), `${operation} ${name}`);
  }
});
