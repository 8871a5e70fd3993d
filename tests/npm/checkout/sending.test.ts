/** What leaves the page, and what it keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BUY, FORM, hook, NUMBER, outcomeOf, page, storage, submit } from "./page.ts";

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

test("a form with errors sends nothing and keeps nothing", async () => {
  const checkout = page();
  const result = await submit(checkout, {}, { product_code: "TSEL20", value: " " });
  assert.ok(result.kind === "invalid" && result.issues.length > 0 && result.issues.every(({ severity }) => severity === "error"));
  assert.equal((await submit(checkout, {}, { ...FORM, msidn: "rumah" })).kind, "invalid", "a slip of the finger counts as an error");
  for (const nothing of [null, "", 5, []]) assert.equal((await submit(checkout, {}, nothing as unknown as object)).kind, "invalid");
  assert.deepEqual([hook.received, storage.written, checkout.pending()], [[], [], []]);
});

test("a good form is one POST of its fields, spelled for the wire, with a version 4 UUID as its key", async () => {
  const more = { amount: "1", selling_price: "1", partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb", coupon: "GRATIS", constructor: "x" };
  const result = await submit(page(), { expect: { selling_price: "21000" } }, { ...FORM, ...more });
  const outcome = outcomeOf(result);
  assert.deepEqual([outcome.state, outcome.transactionId, outcome.serial], ["success", "14429004", "223731"]);
  assert.equal(hook.methods(), "POST");
  const [{ path, key, body, headers } = assert.fail()] = hook.received;
  assert.equal(path, "/intents");
  assert.match(key ?? "", UUID);
  assert.equal(outcome.reference, key);
  assert.equal(headers["content-type"], "application/json");
  assert.deepEqual(body, { operation: BUY, input: { product_code: "TSEL20", value: NUMBER, msidn: NUMBER }, basket: "A-1", expect: { selling_price: "21000" } });
});

test("without an expected price none is sent", async () => {
  await submit(page());
  assert.deepEqual(Object.keys(hook.received[0]?.body ?? {}), ["operation", "input", "basket"]);
});

test("an open amount is the form's where the context says so", async () => {
  await submit(page(), { context: { product: { kind: "pulsa", open: true } } }, { ...FORM, amount: "Rp 20.500" });
  assert.deepEqual(hook.received[0]?.body?.["input"], { amount: "20500", product_code: "TSEL20", value: NUMBER, msidn: NUMBER });
});

test("headers of the page's own come from a list or from a function asked before each call", async () => {
  let asked = 0;
  hook.faults.push("drop_before");
  await submit(page({ headers: async () => ({ "x-csrf": `t${++asked}` }) }), { waitMs: 1_500 });
  assert.deepEqual(hook.received.map(({ headers }) => headers["x-csrf"]), ["t1", "t2", "t3"]);
  await submit(page({ headers: [["x-csrf", "list"]] }), { basket: "B-1" });
  assert.equal(hook.received.at(-1)?.headers["x-csrf"], "list");
});

test("an address with or without a slash at its end, and the page's own fetch, are used", async () => {
  const asked: string[] = [];
  const own: typeof fetch = (address, init) => {
    asked.push(String(address));
    assert.deepEqual([init?.credentials, init?.cache, init?.redirect], ["same-origin", "no-store", "error"]);
    return fetch(address, init);
  };
  await submit(page({ hook: new URL(`${hook.url}/`), fetch: own }));
  assert.deepEqual(asked, [`${hook.url}/intents`]);
});

test("a redirect is not followed", async () => {
  hook.faults.push({ status: 307, body: "", headers: { location: `${hook.url}/elsewhere` } });
  assert.equal(outcomeOf(await submit(page())).state, "unknown");
  assert.equal(hook.methods(), "POST");
});

test("the storage never holds what was typed", async () => {
  hook.states = ["sent", "pending", "success"];
  await submit(page(), { waitMs: 2_500 }, { ...FORM, msidn: "0856 7777 8888" });
  assert.ok(storage.written.length >= 3);
  for (const text of storage.written) assert.doesNotMatch(text, /81234567890|3456 7890|8567777|7777 8888|TSEL20/);
  assert.deepEqual(Object.keys(JSON.parse(storage.written[0] ?? "[]")[0]).sort(), ["basket", "operation", "progress", "reference", "since"]);
});
