/** One basket is bought once, over clicks, reloads, lost calls and changed forms. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FORM, hook, left, outcomeOf, page, refusalOf, rowOf, storage, submit } from "./page.ts";
import { problem } from "./played_hook.ts";

test("twenty clicks at once are one POST and one answer", async () => {
  hook.faults.push(async (usual) => (await new Promise((resolve) => setTimeout(resolve, 50)), usual()));
  const checkout = page();
  const results = await Promise.all(Array.from({ length: 20 }, () => submit(checkout)));
  assert.equal(hook.posts().length, 1);
  for (const result of results) assert.equal(result, results[0]);
});

test("a second click while the first is followed changes nothing", async () => {
  hook.states = ["sent", "pending", "success"];
  const checkout = page();
  const first = submit(checkout, { waitMs: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const second = submit(checkout, { waitMs: 5_000 });
  assert.deepEqual([outcomeOf(await first).state, outcomeOf(await second).state], ["success", "success"]);
  assert.equal(hook.posts().length, 1);
});

test("another basket is another purchase, even with the same form", async () => {
  const checkout = page();
  await Promise.all([submit(checkout), submit(checkout, { basket: "A-2" })]);
  assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 2);
});

test("a page that dies in mid-call leaves the reference, and the next page uses it", async () => {
  let dead: string | null = null;
  hook.faults.push((usual) => {
    dead = storage.text;
    return usual();
  });
  await submit(page());
  assert.ok(dead, "kept before the call");
  storage.text = dead;
  const result = await submit(page());
  assert.equal(outcomeOf(result).state, "success");
  const [first, second] = hook.posts();
  assert.equal(first?.key, second?.key);
  assert.equal(hook.rows.size, 1);
});

test("a second tab in mid-call uses the reference of the first", async () => {
  hook.faults.push(async (usual) => (await new Promise((resolve) => setTimeout(resolve, 200)), usual()));
  const first = submit(page());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [one, two] = [outcomeOf(await submit(page())), outcomeOf(await first)];
  assert.deepEqual([one.state, two.state, one.reference], ["success", "success", two.reference]);
  assert.equal(hook.rows.size, 1);
});

test("a purchase whose row was seen is only asked about after a reload", async () => {
  hook.states = ["pending"];
  const first = outcomeOf(await submit(page()));
  assert.deepEqual([first.state, first.next.kind], ["pending", "wait"]);
  hook.states = ["success"];
  const checkout = page();
  assert.deepEqual(checkout.pending().map(({ reference, state }) => [reference, state]), [[first.reference, "pending"]]);
  assert.equal(outcomeOf(await submit(checkout)).reference, first.reference);
  assert.equal(hook.methods(), "POST GET");
  assert.deepEqual(checkout.pending(), []);
});

test("a settled basket can be bought again under a new reference", async () => {
  const checkout = page();
  const [one, two] = [outcomeOf(await submit(checkout)), outcomeOf(await submit(checkout))];
  assert.notEqual(one.reference, two.reference);
});

test("an unreachable hook leaves the outcome unknown and the intent kept; the next submit uses its reference", async () => {
  hook.faults.push("drop_before");
  const checkout = page();
  const result = await submit(checkout);
  const unknown = outcomeOf(result);
  assert.deepEqual([unknown.state, unknown.next.kind, checkout.pending().length], ["unknown", "wait", 1]);
  const done = outcomeOf(await submit(checkout));
  assert.deepEqual([done.state, done.reference], ["success", unknown.reference]);
  assert.deepEqual(hook.posts().map(({ key }) => key), [unknown.reference, unknown.reference]);
});

test("a POST that arrived and was not answered is found by asking", async () => {
  hook.faults.push("drop_after");
  const outcome = outcomeOf(await submit(page(), { waitMs: 3_000 }));
  assert.equal(outcome.state, "success");
  assert.equal(hook.methods(), "POST GET");
});

test("a POST that never arrived is posted again, with the same reference", async () => {
  hook.faults.push("drop_before");
  const outcome = outcomeOf(await submit(page(), { waitMs: 3_000 }));
  assert.equal(outcome.state, "success");
  assert.equal(hook.methods(), "POST GET POST");
  assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 1);
});

test("a form that changed after an unanswered call shows the earlier purchase and posts no other", async () => {
  for (const state of ["sent", "pending", "unknown", "success", "held", "accepted"]) {
    const { reference } = left({ reference: crypto.randomUUID() });
    hook.rows.set(reference, rowOf(state));
    hook.received.length = 0;
    const outcome = outcomeOf(await submit(page(), {}, { ...FORM, value: "0856 1111 2222" }));
    assert.deepEqual([outcome.state, outcome.reference], [state, reference]);
    assert.equal(hook.methods(), "POST GET", state);
  }
});

test("a purchase that failed makes room for a new reference", async () => {
  for (const form of [FORM, { ...FORM, value: "0856 1111 2222" }]) {
    const { reference } = left({ reference: crypto.randomUUID() });
    hook.rows.set(reference, rowOf("failed"));
    hook.received.length = 0;
    const outcome = outcomeOf(await submit(page(), {}, form));
    assert.equal(outcome.state, "success");
    assert.notEqual(outcome.reference, reference);
    assert.deepEqual(hook.posts().at(-1)?.key, outcome.reference);
  }
});

test("a purchase that fails while it is followed is told, not bought anew", async () => {
  hook.states = ["pending", "failed"];
  const outcome = outcomeOf(await submit(page(), { waitMs: 2_000 }));
  assert.equal(outcome.state, "failed");
  assert.equal(hook.posts().length, 1);
});

test("a cancelled reference makes room, whether a POST or a look tells it", async () => {
  for (const progress of ["asked", "seen"]) {
    const { reference } = left({ reference: crypto.randomUUID(), progress });
    hook.rows.set(reference, rowOf("cancelled"));
    const outcome = outcomeOf(await submit(page()));
    assert.equal(outcome.state, "success", progress);
    assert.notEqual(outcome.reference, reference);
  }
});

test("a row that was seen and is gone is cancelled at the hook before the basket is bought anew", async () => {
  const { reference } = left({ progress: "seen", state: "pending" });
  const outcome = outcomeOf(await submit(page()));
  assert.equal(hook.methods(), "GET DELETE POST");
  assert.notEqual(outcome.reference, reference);
  assert.equal(hook.rows.get(reference)?.state, "cancelled");
});

test("a row that belongs to somebody else now is not bought again", async () => {
  const { reference } = left({ progress: "seen" });
  hook.faults.push(problem(404, "intent.not_found"), problem(404, "intent.not_found"));
  assert.equal(refusalOf(await submit(page())).code, "intent.not_found");
  assert.equal(hook.methods(), "GET DELETE");
  assert.equal(page().pending()[0]?.reference, reference);
});
