import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { openRig, seen, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

test("only its owner reads a row", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  assert.equal((await rig.get(reference, { "X-Session": "buyer-2" })).body.code, "intent.not_found");
  assert.equal((await rig.get(reference, { "X-Session": "nobody" })).body.code, "signed_out");
  assert.equal((await rig.cancel(reference, { "X-Session": "buyer-2" })).body.code, "intent.not_found");
  assert.equal((await rig.get(reference)).status, 202);
  await rig.close();
});

test("a cancelled reference is dead: a late purchase gets 410, cancelling twice is the same as once", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  for (let time = 0; time < 2; time += 1) {
    const cancelled = await rig.cancel(reference);
    assert.equal(cancelled.status, 200);
    assert.deepEqual(cancelled.body, { reference, state: "cancelled" });
  }
  const late = await rig.post(topUp(), { reference });
  assert.equal(late.status, 410);
  assert.equal(late.body.code, "intent.cancelled");
  assert.equal(seen(rig, reference), 0);
  await rig.close();
});

test("a purchase that stands cannot be cancelled any more", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp(), { reference });
  const reply = await rig.cancel(reference);
  assert.equal(reply.status, 409);
  assert.equal(reply.body.code, "intent.in_flight");
  assert.equal(reply.body.state, "pending");
  await rig.close();
});
