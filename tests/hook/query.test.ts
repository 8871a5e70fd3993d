import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Allowed } from "../../pkg-template/kasir-hook/src/authorize.ts";
import { openRig, shopkeeper, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

const inquiry = { operation: "klikoo.product_inquiry", route: "/queries" };
const meter = { product_code: "PLN20", value: "01105691111" };

test("an inquiry gets a reference of its own and the buyer's fields only", async () => {
  const rig = await openRig();
  const reply = await rig.post(meter, inquiry);
  assert.equal(reply.status, 200);
  assert.equal(reply.body.state, "success");
  assert.match(String(reply.body["reference"]), /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  assert.equal(rig.sandbox.transactions().length, 0);
  assert.equal(rig.asked.at(-1)?.action, "query");
  const other = await rig.post(meter, inquiry);
  assert.notEqual(other.body["reference"], reply.body["reference"]);
  await rig.close();
});

test("a query without a basket may be answered as the README does, with the basket for an order", async () => {
  const rig = await openRig({ authorize: (call) => ({ ...(shopkeeper(call) as Allowed), order: call.basket }) });
  const reply = await rig.post(meter, { ...inquiry, basket: "" });
  assert.deepEqual([reply.status, reply.body.state, rig.asked.at(-1)?.basket], [200, "success", undefined], JSON.stringify(reply.body));
  await rig.post(meter, { ...inquiry, basket: "A-1" });
  assert.equal(rig.asked.at(-1)?.basket, "A-1");
  await rig.close();
});

test("every refusal of a query is simply failed, and no answer is unknown", async () => {
  const rig = await openRig();
  assert.equal((await rig.post({ product_code: "PLN20", value: "01105601111" }, inquiry)).body.state, "failed");
  await rig.post(meter, inquiry);
  rig.sandbox.fault({ kind: "down", path: "/v1/open-api/products/inquiry" });
  const lost = await rig.post(meter, inquiry);
  assert.equal(lost.status, 200);
  assert.equal(lost.body.state, "unknown");
  await rig.close();
});

test("a query refused at the gate is asked again with a new token", async () => {
  const rig = await openRig();
  rig.sandbox.fault({ kind: "refuse_token", path: "/v1/open-api/products/inquiry" });
  assert.equal((await rig.post(meter, inquiry)).body.state, "success");
  assert.equal(rig.sandbox.counts().tokens, 2);
  await rig.close();
});

const percentage = { operation: "netzme.percentage_product" };

test("a setting is the merchant's: authorize is asked to manage, and a buyer is forbidden", async () => {
  const rig = await openRig({
    authorize: (call) => (call.headers.get("x-session") === "merchant"
      ? { allow: "now", owner: "merchant", role: "merchant", set: { merchantId: rig.sandbox.netzme.merchants[0] } }
      : { ...shopkeeper(call), set: { merchantId: rig.sandbox.netzme.merchants[0] } }) as never,
  });
  for (const route of ["/queries", "/intents"]) {
    const refused = await rig.post({ updatePercentage: "1.4" }, { ...percentage, route });
    assert.equal(refused.body.code, "forbidden");
    const set = await rig.post({ updatePercentage: "1.4" }, { ...percentage, route, headers: { "X-Session": "merchant" } });
    assert.equal(set.status, 200);
    assert.equal(set.body.state, "success");
    assert.equal(rig.asked.at(-1)?.action, "manage");
  }
  assert.equal(rig.sandbox.counts().tokens, 1);
  await rig.close();
});

test("a merchant id that is not this shop's sends nothing", async () => {
  const rig = await openRig({ authorize: () => ({ allow: "now", owner: "merchant", role: "merchant", set: { merchantId: "M_STRANGER" } }) });
  const reply = await rig.post({ updatePercentage: "1.4" }, { ...percentage, route: "/queries" });
  assert.equal(reply.status, 503);
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("the merchant's own back end asks without authorize", async () => {
  const rig = await openRig();
  const reply = await rig.hook.query({ operation: "klikoo.product_inquiry", input: meter }, { allow: "now", owner: "desk", set: { amount: "20500", selling_price: "21000" } });
  assert.ok(!("problem" in reply) && reply.state === "success");
  assert.equal(rig.asked.length, 0);
  await rig.close();
});

test("a provider that the shop has not set up sells nothing", async () => {
  const rig = await openRig();
  const hook = rig.another({ providers: { netzme: rig.sandbox.netzme } });
  assert.equal((await rig.post(topUp(), { hook })).body.code, "operation.unknown");
  await rig.close();
});
