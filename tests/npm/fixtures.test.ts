/** The known answers through the package, by each of its three ways in. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { type Kasir, load, type Outcome, type Prepared, type PrepareOptions } from "kasir";
import { escapes, type KnownRequest, type KnownResponse, OPERATIONS, requestsOf, responsesOf, TODAY } from "./known_answers.ts";

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The quick walk gives up on a key of its own that holds nothing, so the careful walk takes over. */
const careful = (input: object): object => ({ ...input, nothing: undefined });

const proxied = (input: object): object => new Proxy(input, { get: (target, key) => wrapped(Reflect.get(target, key)) });
const wrapped = (value: unknown): unknown => (typeof value === "object" && value !== null ? proxied(value) : value);

type Asked = { name: string; operation: KnownRequest["operation"]; input: object };

/** Prepares by every way in and holds that the answers are one, to the letter. */
function preparedAlike({ name, operation, input }: Asked, options: PrepareOptions): Prepared {
  const quick = kasir.prepare(operation, input, options);
  const ways = { careful: careful(input), proxied: proxied(input), text: JSON.stringify(input), indented: JSON.stringify(input, null, 2) };
  for (const [way, given] of Object.entries(ways)) {
    assert.equal(JSON.stringify(kasir.prepare(operation, given, options)), JSON.stringify(quick), `${name}, ${way}`);
  }
  return quick;
}

function preparesExactly(request: KnownRequest): void {
  const options = { today: request.today, ...(request.context && { context: request.context }) };
  const prepared = preparedAlike(request, options);
  assert.ok(prepared.ok, `${request.name}: ${JSON.stringify(prepared)}`);
  const { operation, method, path, body, reference } = prepared.request;
  assert.deepEqual({ operation, method, path }, { operation: request.operation, method: request.method, path: request.path });
  assert.equal(body, request.body, request.name);
  assert.equal(sha256(body), request.body_sha256, request.name);
  assert.equal(reference, request.input["partner_reference_id"] ?? request.input["partner_reference_no"] ?? null, request.name);
  const told = prepared.advice.map(({ code, pointer }) => `${code} ${pointer}`).sort();
  assert.deepEqual(told, request.advice.map(({ code, pointer }) => `${code} ${pointer}`).sort(), request.name);
}

test("the reference is the body's, whatever blanks and unseen characters stood around it", () => {
  const { operation, input } = requestsOf("klikoo.product_buy").find((request) => request.advice.length === 0) as KnownRequest;
  const reference = "6d654219-d9b7-4e1a-8b51-99a5cafb11cb";
  // U+0085 is a blank to Unicode and none to JavaScript, U+FEFF the other way round.
  for (const blank of ["", " ", "\t", "\x85", "\xa0", "\xad", "\u061c", "\u200b", "\u200e", "\u2028", "\u202a", "\u2060", "\u2069", "\u3000", "\ufeff"]) {
    const given = { ...input, partner_reference_id: blank + reference + blank };
    const prepared = preparedAlike({ name: JSON.stringify(blank), operation, input: given }, { today: TODAY });
    assert.equal(prepared.ok && prepared.request.reference, reference, JSON.stringify(blank));
  }
});

test("a point in a JSON number never groups, in an object as in JSON text", () => {
  const { operation, input } = requestsOf("klikoo.product_buy").find((request) => request.advice.length === 0) as KnownRequest;
  const amount = (text: string, given: unknown): [string | undefined, string | undefined] => {
    const written = JSON.stringify({ ...input, amount: "?", selling_price: "99999999" }).replace('"?"', text);
    const asked = [kasir.prepare(operation, written, { today: TODAY }), kasir.prepare(operation, { ...input, amount: given, selling_price: "99999999" }, { today: TODAY })];
    return asked.map((prepared) => {
      const told = prepared.ok ? (JSON.parse(prepared.request.body) as { amount: string }).amount : prepared.issues[0]?.code;
      return told;
    }) as [string | undefined, string | undefined];
  };
  for (const [text, given, told] of [
    ["20500", 20500, "20500"], ["20500.00", 20500.0, "20500"], ["1.000", 1.0, "1"], ["0.0", 0, "amount.zero"],
    ["20.500", 20.5, "amount.has_decimals"], ["12.345", 12.345, "amount.has_decimals"], ["0.125", 0.125, "amount.has_decimals"], ["-1", -1, "amount.not_digits"],
  ] as const) {
    assert.deepEqual(amount(text, given), [told, told], text);
  }
});

/** What the answer must say; what the fixture leaves out is not asked about. */
function tells(outcome: Outcome, { name, outcome: expected }: KnownResponse): void {
  const { state, not_state: notState, next, ...parts } = expected;
  if (state !== undefined) assert.equal(outcome.state, state, name);
  if (notState !== undefined) assert.notEqual(outcome.state, notState, name);
  if (next !== undefined) assert.equal(outcome.next.kind, next, name);
  for (const part of ["transactionId", "serial", "plnToken", "expiresAt"] as const) {
    if (parts[part] !== undefined) assert.equal(outcome[part], parts[part], name);
  }
  assert.ok(outcome.message.length > 0, name);
}

function envelopeOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function meansExactly(response: KnownResponse): void {
  const options = response.product_code === undefined ? {} : { receipt: { product_code: response.product_code } };
  for (const language of ["id", "en"] as const) {
    const outcome = kasir.readResponse(response.operation, { http: response.http ?? 0, body: response.text }, { ...options, language });
    tells(outcome, response);
    assert.equal(outcome.operation, response.operation, response.name);
  }
  // Without its HTTP status an answer may be less certain, never more favourable.
  const bare = kasir.readResponse(response.operation, response.text, options);
  if (response.outcome.state === "success") assert.equal(bare.state, "success", response.name);
  if (bare.state === "success") assert.equal(response.outcome.state, "success", response.name);
  const envelope = envelopeOf(response.text);
  if (envelope) assert.equal(kasir.readResponse(response.operation, envelope, options).state, bare.state, response.name);
}

for (const operation of OPERATIONS) {
  const requests = requestsOf(operation);
  const responses = responsesOf(operation);

  test(`${operation}: ${requests.length} requests prepare to the byte by each way in`, () => {
    assert.ok(requests.length > 0);
    requests.forEach(preparesExactly);
  });

  test(`${operation}: ${responses.length} answers mean what the fixtures say`, () => {
    assert.ok(responses.length > 0);
    responses.forEach(meansExactly);
  });
}

/** Only the bytes of these are known: they hold a reference, a name or a blank that a field's own rule refuses. */
const REFUSED = new Set(["field.missing", "name.malformed", "reference.malformed", "number.out_of_range"]);

test("bodies with hard characters are those of real Go, under both escape settings", () => {
  let compared = 0;
  for (const known of escapes()) {
    const go = preparedAlike(known, { today: TODAY });
    const raw = preparedAlike(known, { today: TODAY, escapes: "raw" });
    if (!go.ok || !raw.ok) {
      const errors = go.ok ? [] : go.issues.filter(({ severity }) => severity === "error");
      assert.deepEqual(errors.filter(({ code }) => !REFUSED.has(code)), [], known.name);
      assert.equal(go.ok, raw.ok, known.name);
      continue;
    }
    compared += 1;
    assert.equal(go.request.body, known.as_sent, known.name);
    assert.equal(sha256(go.request.body), known.sha256, known.name);
    assert.equal(raw.request.body, known.go_raw, known.name);
    // Readers that are not Go differ about the line separators, too.
    const sensitive = known.escape_sensitive || /[\u2028\u2029]/.test(JSON.stringify(known.input));
    assert.equal(go.advice.some(({ code }) => code === "text.escape_sensitive"), sensitive, known.name);
  }
  assert.ok(compared >= 28, `${compared} bodies compared`);
});

test("faulty inputs give the same issues by each way in", () => {
  for (const { name, operation, input, today, context } of OPERATIONS.flatMap(requestsOf)) {
    const options = { today, ...(context && { context }) };
    for (const key of Object.keys(input)) {
      const { [key]: _, ...without } = input;
      for (const faulty of [without, { ...input, [key]: "\u202e<§>" }, { ...input, [key]: true }, { ...input, [key]: [[]] }, { ...input, [`${key}s`]: 1 }]) {
        preparedAlike({ name: `${name} ${key}`, operation, input: faulty }, options);
      }
    }
  }
});
