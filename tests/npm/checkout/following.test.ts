/** A purchase under way is followed, resumed and given up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUY, hook, left, outcomeOf, page, rowOf, submit } from "./page.ts";
import { problem } from "./played_hook.ts";

test("every change is told once, in its order", async () => {
  hook.states = ["sent", "sent", "pending", "success"];
  const told: string[] = [];
  const outcome = outcomeOf(await submit(page(), { waitMs: 10_000, onChange: ({ state }) => told.push(state) }));
  assert.equal(outcome.state, "success");
  assert.deepEqual(told, ["sent", "pending", "success"]);
  assert.equal(hook.methods(), "POST GET GET GET");
});

test("waitMs 0 asks once", async () => {
  hook.states = ["pending"];
  const start = performance.now();
  assert.equal(outcomeOf(await submit(page())).state, "pending");
  assert.ok(performance.now() - start < 400);
  assert.equal(hook.received.length, 1);
});

test("the hook's Retry-After is heeded", async () => {
  hook.states = ["pending", "success"];
  hook.faults.push((usual) => ({ ...usual(), headers: { "retry-after": "1" } }));
  const start = performance.now();
  assert.equal(outcomeOf(await submit(page(), { waitMs: 5_000 })).state, "success");
  assert.ok(performance.now() - start >= 1_000);
  hook.states = ["pending"];
  hook.faults.push((usual) => ({ ...usual(), headers: { "retry-after": "60" } }));
  assert.equal(outcomeOf(await submit(page(), { waitMs: 5_000, basket: "B" })).state, "pending", "longer than the page wants to wait");
});

test("accepted and held end the following and stay kept", async () => {
  for (const state of ["accepted", "held"]) {
    hook.states = [state];
    const checkout = page();
    assert.equal(outcomeOf(await submit(checkout, { basket: state, waitMs: 5_000 })).state, state);
    assert.ok(checkout.pending().some((intent) => intent.state === state));
  }
  assert.equal(hook.received.length, 2);
});

test("an abort ends the following at once and keeps the intent", async () => {
  hook.states = ["pending"];
  const abort = new AbortController();
  const checkout = page();
  const submitted = submit(checkout, { waitMs: 60_000, signal: abort.signal });
  setTimeout(() => abort.abort(), 200);
  assert.equal(outcomeOf(await submitted).state, "pending");
  assert.equal(checkout.pending().length, 1);
});

test("an abort in mid-call leaves the outcome unknown and the intent kept", async () => {
  const abort = new AbortController();
  hook.faults.push(async (usual) => {
    abort.abort();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return usual();
  });
  const checkout = page();
  assert.equal(outcomeOf(await submit(checkout, { waitMs: 60_000, signal: abort.signal })).state, "unknown");
  assert.equal(outcomeOf(await submit(checkout)).state, "success");
  assert.equal(hook.rows.size, 1);
  assert.equal(outcomeOf(await submit(page(), { basket: "B", waitMs: 60_000, signal: AbortSignal.abort() })).state, "unknown");
});

test("a page loaded anew resumes what it finds", async () => {
  hook.states = ["pending"];
  const { reference = "" } = outcomeOf(await submit(page()));
  hook.states = ["pending", "success"];
  const checkout = page({ language: "en" });
  const told: string[] = [];
  const outcome = await checkout.resume(reference, { waitMs: 5_000, onChange: ({ state }) => told.push(state) });
  assert.deepEqual([outcome.state, outcome.reference, outcome.operation, told], ["success", reference, BUY, ["success"]]);
  assert.deepEqual(checkout.pending(), []);
  await assert.rejects(checkout.resume(reference), { code: "ERR_UNKNOWN_REFERENCE" });
});

test("resuming what never arrived cancels it at the hook, so that it cannot arrive late", async () => {
  const { reference } = left();
  const checkout = page();
  const outcome = await checkout.resume(reference, { waitMs: 0 });
  assert.deepEqual([outcome.state, outcome.next.kind], ["cancelled", "buy_again"]);
  assert.equal(hook.methods(), "GET DELETE");
  assert.deepEqual(checkout.pending(), []);
  assert.equal((await fetch(`${hook.url}/intents`, { method: "POST", headers: { "idempotency-key": reference }, body: "{}" })).status, 410);
});

test("resuming with the hook away says unknown and keeps the intent", async () => {
  const { reference } = left();
  for (const fault of ["drop_before", problem(401, "signed_out"), problem(503, "authorize.unavailable")] as const) {
    hook.faults.push(fault);
    assert.equal((await page().resume(reference, { waitMs: 0 })).state, "unknown");
  }
  assert.equal(page().pending().length, 1);
});

test("what was not sent is given up, and a submit makes a new reference", async () => {
  const { reference } = left();
  const checkout = page();
  assert.deepEqual(await checkout.cancel(reference), { cancelled: true, state: "cancelled" });
  assert.deepEqual(checkout.pending(), []);
  assert.notEqual(outcomeOf(await submit(checkout)).reference, reference);
});

test("what is on its way stays, and its state is told", async () => {
  const { reference } = left();
  hook.rows.set(reference, rowOf("sent"));
  const checkout = page();
  assert.deepEqual(await checkout.cancel(reference), { cancelled: false, state: "sent" });
  assert.equal(checkout.pending().length, 1);
});

test("an odd reference is asked about as it is, never as another path", async () => {
  assert.deepEqual(await page().cancel("../queries?x=1"), { cancelled: true, state: "cancelled" });
  assert.equal(hook.received[0]?.path, "/intents/..%2Fqueries%3Fx%3D1");
});
