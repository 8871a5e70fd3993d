import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { bought, openRig, seen, shopkeeper, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

test("a purchase goes out once with the merchant's price and waits for the provider", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const reply = await rig.post(topUp(), { reference, basket: "order-1", expect: { selling_price: "11500" } });
  assert.equal(reply.status, 202);
  assert.equal(reply.body.state, "pending");
  assert.equal(reply.body["reference"], reference);
  assert.equal(reply.body["operation"], "klikoo.product_buy");
  assert.equal(reply.headers.get("retry-after"), "5");
  assert.equal(reply.headers.get("cache-control"), "no-store");
  assert.equal(reply.headers.get("idempotent-replayed"), null);
  assert.equal(bought(rig, reference), 1);
  const [transaction] = rig.sandbox.transactions();
  assert.equal(transaction?.amount, 10300);
  await rig.close();
});

test("a pending purchase is settled by transaction detail, at most one look-up in five seconds for all pollers", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  rig.sandbox.settle(reference, "SUCCESS", { sn: "0261" });
  const detail = () => Object.entries(rig.sandbox.counts().requestsPerPath).filter(([path]) => path.startsWith("/v1/open-api/transactions")).reduce((sum, [, count]) => sum + count, 0);
  rig.forward(6000);
  const polls = await Promise.all(Array.from({ length: 10 }, () => rig.get(reference)));
  assert.ok(polls.every((poll) => poll.body.state === "success" && poll.status === 200));
  assert.equal(detail(), 1);
  await rig.close();
});

test("a poller within the five seconds gets the row as it stands, without a look-up", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("990004"), { reference });
  rig.forward(6000);
  assert.equal((await rig.get(reference)).body.state, "pending");
  rig.sandbox.settle(reference, "SUCCESS");
  rig.forward(1000);
  const early = await rig.get(reference);
  assert.equal(early.body.state, "pending");
  assert.equal(early.headers.get("retry-after"), "5");
  rig.forward(4500);
  assert.equal((await rig.get(reference)).body.state, "success");
  await rig.close();
});

test("a reference that comes back with the same form gets its row, whatever became of price and language", async () => {
  let price = "11500";
  const rig = await openRig({ authorize: (call) => ({ ...shopkeeper(call), set: { amount: "10300", selling_price: price } }) as never });
  const reference = randomUUID();
  await rig.post(topUp(), { reference, basket: "order-1" });
  price = "12000";
  const again = await rig.post(topUp(), { reference, basket: "order-1", expect: { selling_price: "11500" }, headers: { "Accept-Language": "en" } });
  assert.equal(again.status, 202);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});

test("a replay does not ask for leave to buy again, so an order that is sold out by itself still answers", async () => {
  let stock = 1;
  const rig = await openRig({
    authorize: (call) => (call.action !== "purchase" ? shopkeeper(call) : stock-- > 0 ? shopkeeper(call) : { allow: false, code: "sold_out" }),
  });
  const reference = randomUUID();
  assert.equal((await rig.post(topUp(), { reference })).status, 202);
  assert.equal((await rig.post(topUp(), { reference })).status, 202);
  const other = await rig.post(topUp());
  assert.equal(other.status, 409);
  assert.equal(other.body.code, "sold_out");
  await rig.close();
});

test("a reference that comes back with another form, or from another owner, is refused", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  for (const extra of [{ reference }, { reference, headers: { "X-Session": "buyer-2" } }]) {
    const reply = await rig.post(extra.headers ? topUp() : topUp("567891"), extra);
    assert.equal(reply.status, 422);
    assert.equal(reply.body.code, "reference.reused");
    assert.equal(reply.body.state, undefined);
  }
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});

test("one spelling of a reference counts: capital letters and quotes replay the same row", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  assert.equal((await rig.post(topUp(), { reference: reference.toUpperCase() })).headers.get("idempotent-replayed"), "true");
  assert.equal((await rig.post(topUp(), { reference: `"${reference}"` })).headers.get("idempotent-replayed"), "true");
  await rig.close();
});

test("an order is bought once, whatever the references, until the first one failed", async () => {
  const rig = await openRig();
  const first = randomUUID();
  await rig.post(topUp(), { reference: first, basket: "order-7" });
  const second = await rig.post(topUp(), { basket: "order-7" });
  assert.equal(second.status, 409);
  assert.equal(second.body.code, "order.taken");
  assert.equal(second.body["reference"], first);
  assert.equal(second.body.state, "pending");
  const stranger = await rig.post(topUp(), { basket: "order-7", headers: { "X-Session": "buyer-2" } });
  assert.equal(stranger.body.code, "order.taken");
  assert.equal(stranger.body["reference"], undefined);

  rig.sandbox.settle(first, "FAILED");
  rig.forward(6000);
  assert.equal((await rig.get(first)).body.state, "failed");
  const third = randomUUID();
  assert.equal((await rig.post(topUp(), { reference: third, basket: "order-7" })).status, 202);
  assert.equal(bought(rig, third), 1);
  await rig.close();
});

test("a price that differs from what the buyer saw is told, and nothing is claimed", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const reply = await rig.post(topUp(), { reference, expect: { selling_price: "11000" } });
  assert.equal(reply.status, 409);
  assert.equal(reply.body.code, "price.changed");
  assert.equal(reply.body["price"], "11500");
  assert.equal((await rig.get(reference)).status, 404);
  assert.equal((await rig.post(topUp(), { reference, expect: { selling_price: "11500" } })).status, 202);
  await rig.close();
});

test("a merchant field in the browser's input is refused, and the page's price is never used", async () => {
  const rig = await openRig();
  for (const stranger of [{ amount: "1" }, { selling_price: "1" }, { partner_reference_id: randomUUID() }]) {
    const reply = await rig.post({ ...topUp(), ...stranger });
    assert.equal(reply.status, 422);
    assert.equal(reply.body.code, "input.invalid");
    assert.equal((reply.body["issues"] as { code: string }[])[0]?.code, "field.not_yours");
  }
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("a form with issues is answered with all of them before anybody is asked", async () => {
  const rig = await openRig();
  const reply = await rig.post({ product_code: "S10" });
  assert.equal(reply.status, 422);
  assert.ok((reply.body["issues"] as { code: string }[]).some(({ code }) => code === "field.missing"));
  assert.equal(rig.asked.length, 0);
  await rig.close();
});

test("what authorize refuses is refused with its code, and nothing is written", async () => {
  const codes = { signed_out: 401, forbidden: 403, not_paid: 402, sold_out: 409 } as const;
  for (const [code, status] of Object.entries(codes)) {
    const rig = await openRig({ authorize: (call) => (call.action === "purchase" ? { allow: false, code: code as never } : shopkeeper(call)) });
    const reference = randomUUID();
    const reply = await rig.post(topUp(), { reference });
    assert.equal(reply.status, status);
    assert.equal(reply.body.code, code);
    assert.equal((await rig.get(reference)).status, 404);
    await rig.close();
  }
});

test("authorize that throws, answers nonsense, sets a stranger's field or takes too long buys nothing", async () => {
  const wrong: unknown[] = [
    () => { throw new Error("database down"); },
    () => undefined,
    () => ({ allow: true, owner: "x" }),
    () => ({ allow: "now", owner: "" }),
    () => ({ allow: "now", owner: "buyer-1", set: { amount: "10300", selling_price: "11500", value: "081299999999" } }),
    () => ({ allow: "now", owner: "buyer-1", set: { selling_price: "11500" } }),
    () => new Promise(() => {}),
  ];
  for (const authorize of wrong) {
    const rig = await openRig({ authorize: authorize as never, timeouts: { authorizeMs: 100 } });
    const reference = randomUUID();
    const reply = await rig.post(topUp(), { reference });
    assert.equal(reply.status, 503);
    assert.equal(reply.body.code, "authorize.unavailable");
    assert.equal(rig.sandbox.counts().requests, 0);
    assert.equal((await rig.hook.reconcile()).due, 0);
    await rig.close();
  }
});

test("the provider's plain refusal fails the purchase and frees the order", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const reply = await rig.post(topUp("990010"), { reference, basket: "order-9" });
  assert.equal(reply.status, 200);
  assert.equal(reply.body.state, "failed");
  assert.doesNotMatch(JSON.stringify(reply.body), /7011|No pelanggan/);
  assert.equal((await rig.post(topUp(), { basket: "order-9" })).status, 202);
  await rig.close();
});

test("a purchase without a basket is refused before anybody is asked, and a query needs none", async () => {
  const rig = await openRig();
  const refused = await rig.post(topUp(), { basket: "" });
  assert.deepEqual([refused.status, refused.body.code], [422, "input.invalid"]);
  assert.equal((refused.body["issues"] as { pointer: string }[])[0]?.pointer, "/basket");
  assert.equal(rig.asked.length, 0);
  const meter = { product_code: "PLN20", value: "01105691111" };
  assert.equal((await rig.post(meter, { operation: "klikoo.product_inquiry", route: "/queries", basket: "" })).status, 200);
  await rig.close();
});

test("the merchant's own back end buys, asks and is refused by the same rules", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const allowed = { allow: "now" as const, owner: "desk", order: "order-3", set: { amount: "10300", selling_price: "11500" } };
  const call = { operation: "klikoo.product_buy", input: topUp() };
  const first = await rig.hook.purchase(reference, call, allowed);
  assert.ok(!("problem" in first) && first.state === "pending" && !first.replayed);
  const again = await rig.hook.purchase(reference, call, allowed);
  assert.ok(!("problem" in again) && again.replayed);
  const refused = await rig.hook.purchase("not-a-uuid", call, allowed);
  assert.ok("problem" in refused && refused.problem.code === "reference.malformed");
  assert.equal(rig.asked.length, 0);
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});
