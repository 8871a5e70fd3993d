/** What the hook refuses is told, and never mistaken for what it did not say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createCheckout, load, type PurchaseState } from "kasir";
import { hook, left, outcomeOf, page, refusalOf, submit } from "./page.ts";
import { PlayedStorage, problem } from "./played_hook.ts";

const CODES = { signed_out: 401, forbidden: 403, not_paid: 402, sold_out: 409, "order.taken": 409, "rate.limited": 429, "ledger.unavailable": 503, "provider.unavailable": 503 } as const;

test("a first call that is refused drops the intent and carries a sentence in the page's language", async () => {
  const kasir = await load();
  for (const [code, status] of Object.entries(CODES)) {
    for (const language of ["id", "en"] as const) {
      hook.faults.push(problem(status, code));
      const checkout = page({ language });
      assert.deepEqual(await submit(checkout), { kind: "refused", code, message: kasir.message({ code: code as keyof typeof CODES }, language) });
      assert.deepEqual(checkout.pending(), []);
    }
  }
  assert.equal(hook.methods(), "POST ".repeat(16).trim());
  assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 16);
});

test("a changed price is carried", async () => {
  hook.faults.push(problem(409, "price.changed", { price: "22000" }));
  const result = refusalOf(await submit(page({ language: "en" }), { expect: { selling_price: "21000" } }));
  assert.deepEqual([result.code, result.price], ["price.changed", "22000"]);
  assert.match(result.message, /price/);
});

test("issues of the hook's own are given like those of the page", async () => {
  const issues = [{ code: "field.missing", path: ["value"], name: "value", pointer: "/value", severity: "error", params: {}, message: "Isi." }];
  hook.faults.push(problem(422, "input.invalid", { issues }));
  const checkout = page();
  assert.deepEqual(await submit(checkout), { kind: "invalid", issues });
  assert.deepEqual(checkout.pending(), []);
});

test("a refusal after an unanswered call is looked into: what had arrived is shown", async () => {
  hook.faults.push("drop_after");
  await submit(page());
  hook.faults.push(problem(409, "sold_out"));
  const outcome = outcomeOf(await submit(page()));
  assert.equal(outcome.state, "success");
  assert.equal(hook.methods(), "POST POST GET");
  assert.equal(hook.rows.size, 1);
});

test("a refusal after an unanswered call keeps the intent while nobody can tell", async () => {
  for (const look of [problem(503, "ledger.unavailable"), problem(404, "intent.not_found"), "drop_before"] as const) {
    const { reference } = left({ reference: crypto.randomUUID() });
    hook.faults.push(problem(503, "ledger.unavailable"), look);
    const checkout = page();
    assert.equal(refusalOf(await submit(checkout)).code, "ledger.unavailable");
    assert.deepEqual(checkout.pending().map((intent) => intent.reference), [reference]);
    assert.equal(outcomeOf(await submit(checkout)).reference, reference);
  }
});

test("a code that this page does not know is a refusal with a sentence", async () => {
  hook.faults.push(problem(418, "hook.from_the_future"));
  const { code, message } = refusalOf(await submit(page()));
  assert.equal(code, "hook.from_the_future");
  assert.ok(message.length > 10);
});

const GARBAGE: [string, { status: number; body: unknown; headers?: Record<string, string> }][] = [
  ["a gateway's page", { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>", headers: { "content-type": "text/html" } }],
  ["a gateway's JSON", { status: 502, body: { code: "signed_out", message: "Bad Gateway" } }],
  ["a refusal without a code", { status: 403, body: { title: "no" }, headers: { "content-type": "application/problem+json" } }],
  ["a refusal whose code is a number", problem(403, 5)],
  ["a problem that is a list", { status: 500, body: [], headers: { "content-type": "application/problem+json" } }],
  ["a login page", { status: 200, body: "<!doctype html><title>Masuk</title>", headers: { "content-type": "text/html" } }],
  ["nothing", { status: 200, body: "" }],
  ["null", { status: 200, body: "null" }],
  ["a number", { status: 200, body: "5" }],
  ["an empty object", { status: 200, body: {} }],
  ["half an object", { status: 200, body: '{"reference":' }],
  ["a state without a reference", { status: 200, body: { state: "success" } }],
  ["a state that is a number", { status: 200, body: { state: 200, reference: "x" } }],
  ["somebody else's row", { status: 200, body: { state: "success", reference: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", answer: null, receipt: null } }],
];

for (const [name, answer] of GARBAGE) {
  test(`${name} leaves the outcome unknown and the intent kept`, async () => {
    hook.faults.push(answer);
    const checkout = page();
    const outcome = outcomeOf(await submit(checkout));
    assert.equal(outcome.state, "unknown");
    assert.equal(checkout.pending().length, 1);
    assert.equal(outcomeOf(await submit(checkout)).reference, outcome.reference);
  });
}

test("a row with garbage inside is shown by its state", async () => {
  const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
  for (const inside of [{}, { operation: "klikoo.nothing" }, { operation: 5, answer: "SUCCESS", receipt: "x" }, { answer: [], receipt: [] }, { answer: { state: 5, data: "x" }, receipt: 7 },
    { answer: "deep" }, { answer: { http: 200, body: '{"response_code":"200022000","data":{"status":"SUCCESS"}}' }, receipt: null }]) {
    for (const state of ["failed", "pending"] as PurchaseState[]) {
      const row = (): string => JSON.stringify({ ...inside, reference: hook.received.at(-1)?.key, state }).replace('"deep"', `{"data":${deep}}`);
      hook.faults.push(() => ({ status: 200, body: row() }));
      const outcome = outcomeOf(await submit(page({ language: "en" }), { basket: crypto.randomUUID() }));
      assert.equal(outcome.state, state);
      assert.ok(outcome.message.length > 0 && outcome.provider === undefined);
    }
  }
});

test("a state that this page does not know is followed, not believed", async () => {
  hook.faults.push(() => ({ status: 200, body: { reference: hook.received.at(-1)?.key, state: "perhaps" } }));
  const checkout = page();
  assert.equal(outcomeOf(await submit(checkout)).state, "unknown");
  assert.equal(checkout.pending().length, 1);
});

test("a hook that nobody can find never makes a call throw", async () => {
  for (const address of ["http://127.0.0.1:1/kasir", "no address at all", "file:///kasir", "https://"]) {
    const checkout = createCheckout({ hook: address, storage: new PlayedStorage() });
    assert.equal(outcomeOf(await submit(checkout)).state, "unknown");
    assert.deepEqual(await checkout.cancel("6d654219-d9b7-4e1a-8b51-99a5cafb11cb"), { cancelled: false });
  }
  const failing = page({ headers: () => { throw new Error("no token"); } });
  assert.equal(outcomeOf(await submit(failing)).state, "unknown");
  assert.equal(hook.received.length, 0);
});
