import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import type { SettledPurchase } from "../../pkg-template/kasir-hook/src/settled_purchase.ts";
import { bought, openRig, seen, shopkeeper, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

const later = { authorize: (call: never) => ({ ...shopkeeper(call), allow: "later" }) as never };
const HOUR = 3_600_000;

test("a purchase that waits for its payment is kept, and goes out once when the payment is reported", async () => {
  const rig = await openRig(later);
  const reference = randomUUID();
  const reply = await rig.post(topUp("990001"), { reference, basket: "order-1" });
  assert.equal(reply.status, 202);
  assert.equal(reply.body.state, "accepted");
  assert.equal(reply.headers.get("retry-after"), null);
  assert.equal(rig.sandbox.counts().requests, 0);
  assert.equal((await rig.post(topUp("990002"), { basket: "order-1" })).body.code, "order.taken");

  const sent = await Promise.all(Array.from({ length: 5 }, () => rig.hook.send(reference)));
  assert.ok(sent.some(({ state }) => state === "success"));
  assert.equal((await rig.hook.send(reference)).state, "success");
  assert.equal(seen(rig, reference), 1);
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("the body that was accepted is the body that is sent, whatever the prices are by then", async () => {
  let price = "11500";
  const rig = await openRig({ authorize: (call) => ({ ...shopkeeper(call), allow: "later", set: { amount: "10300", selling_price: price } }) as never });
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  price = "99999";
  await rig.hook.send(reference);
  assert.equal(rig.sandbox.transactions()[0]?.sellingPrice, 11500);
  await rig.close();
});

test("an accepted purchase expires after 24 hours: a payment that comes later sends nothing", async () => {
  const told: SettledPurchase[] = [];
  const rig = await openRig({ ...later, onSettled: (purchase) => void told.push(purchase) });
  const [swept, paidLate] = [randomUUID(), randomUUID()];
  await rig.post(topUp(), { reference: swept, basket: "order-1" });
  await rig.post(topUp("222222"), { reference: paidLate, basket: "order-2" });
  rig.forward(23.9 * HOUR);
  await rig.hook.reconcile();
  assert.equal((await rig.get(swept)).body.state, "accepted");
  rig.forward(0.2 * HOUR);
  assert.equal((await rig.hook.send(paidLate)).state, "cancelled");
  await rig.hook.reconcile();
  assert.equal((await rig.get(swept)).body.state, "cancelled");
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.hook.reconcile();
  assert.deepEqual(told.map(({ reference, state }) => [reference, state]).sort(), [[paidLate, "cancelled"], [swept, "cancelled"]].sort());
  assert.equal((await rig.post(topUp(), { basket: "order-1" })).body.state, "accepted");
  await rig.close();
});

test("the provider away when the payment is reported: send throws, the purchase stays accepted and goes out later", async () => {
  const rig = await openRig(later);
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference });
  await rig.sandbox.stop();
  await assert.rejects(rig.hook.send(reference), { code: "ERR_PROVIDER_UNAVAILABLE" });
  await rig.sandbox.start();
  assert.equal((await rig.get(reference)).body.state, "accepted");
  assert.equal((await rig.hook.send(reference)).state, "success");
  await rig.close();
});

test("a reference that nobody knows cannot be sent", async () => {
  const rig = await openRig(later);
  await assert.rejects(rig.hook.send(randomUUID()), { code: "ERR_REFERENCE_UNKNOWN" });
  await rig.close();
});

test("onSettled is called once per settled purchase, with the merchant's own view of it", async () => {
  const told: SettledPurchase[] = [];
  const rig = await openRig({ onSettled: (purchase) => void told.push(purchase) });
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference, basket: "order-1" });
  await Promise.all([rig.hook.reconcile(), rig.get(reference)]);
  rig.forward(10 * 60_000);
  await rig.hook.reconcile();
  assert.equal(told.length, 1);
  assert.equal(told[0]?.reference, reference);
  assert.equal(told[0]?.order, "order-1");
  assert.equal(told[0]?.state, "success");
  assert.equal(told[0]?.amount, "10300");
  assert.equal(told[0]?.sellingPrice, "11500");
  assert.match(String(told[0]?.provider.code), /^201/);
  await rig.close();
});

test("onSettled that throws is called again a minute later, by any hook on the ledger, until it succeeds", async () => {
  let calls = 0;
  const rig = await openRig({ onSettled: () => { calls += 1; if (calls < 3) throw new Error("mail server down"); } });
  await rig.post(topUp("990001"));
  await rig.hook.reconcile();
  assert.equal(calls, 1);
  rig.forward(61_000);
  await rig.another().reconcile();
  assert.equal(calls, 2);
  rig.forward(61_000);
  await rig.hook.reconcile();
  rig.forward(61_000);
  await rig.hook.reconcile();
  assert.equal(calls, 3);
  await rig.close();
});
