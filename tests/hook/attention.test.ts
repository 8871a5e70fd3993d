import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import type { SettledPurchase } from "../../pkg-template/kasir-hook/src/settled_purchase.ts";
import { openRig, seen, stopSandbox, topUp, type Rig } from "./rig.ts";

after(stopSandbox);

const BUY = "/v1/open-api/products/buy";
const signed = { name: "Rina, support", note: "dashboard shows no transaction" };

async function lost(rig: Rig): Promise<string> {
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "down", path: BUY });
  assert.equal((await rig.post(topUp(), { reference, basket: "order-1" })).body.state, "unknown");
  return reference;
}

test("a person settles what no machine can, with name and note, and the order is free again", async () => {
  const told: SettledPurchase[] = [];
  const rig = await openRig({ onSettled: (purchase) => void told.push(purchase) });
  const reference = await lost(rig);
  rig.forward(16 * 60_000);
  await rig.hook.reconcile();
  assert.deepEqual((await rig.hook.attention()).map((row) => row.reference), [reference]);
  const resolved = await rig.hook.resolve(reference, { state: "failed", ...signed });
  assert.equal(resolved.state, "failed");
  assert.equal(resolved.resolvedBy, signed.name);
  assert.equal(resolved.resolvedNote, signed.note);
  assert.deepEqual(await rig.hook.attention(), []);
  const reply = await rig.get(reference);
  assert.equal(reply.body.state, "failed");
  assert.doesNotMatch(JSON.stringify(reply.body), /Rina|dashboard/);
  assert.equal((await rig.post(topUp(), { basket: "order-1" })).status, 202);
  await rig.hook.reconcile();
  assert.equal(told.filter((purchase) => purchase.reference === reference).length, 1);
  await rig.close();
});

test("a decision without a name or a note is none", async () => {
  const rig = await openRig();
  const reference = await lost(rig);
  for (const unsigned of [{ state: "failed" }, { state: "failed", name: " ", note: "x" }, { state: "pending", ...signed }]) {
    await assert.rejects(rig.hook.resolve(reference, unsigned as never), { code: "ERR_RESOLVE_UNSIGNED" });
  }
  await assert.rejects(rig.hook.resolve(randomUUID(), { state: "failed", ...signed }), { code: "ERR_REFERENCE_UNKNOWN" });
  await rig.close();
});

test("a settled row never moves: not by a person, and contrary evidence only raises attention", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference });
  await assert.rejects(rig.hook.resolve(reference, { state: "failed", ...signed }), { code: "ERR_ROW_SETTLED" });
  assert.equal((await rig.get(reference)).body.state, "success");
  await rig.close();
});

test("an answer that comes after a person said failed raises attention, and signing it off clears the list", async () => {
  const rig = await openRig({ timeouts: { totalMs: 800 } });
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "slow", path: BUY, ms: 500 });
  const posting = rig.post(topUp("990001"), { reference });
  while (seen(rig, reference) === 0) await new Promise((wake) => setTimeout(wake, 10));
  assert.equal((await rig.hook.resolve(reference, { state: "failed", ...signed })).state, "failed");
  assert.equal((await posting).body.state, "failed");
  const [row] = await rig.hook.attention();
  assert.equal(row?.reference, reference);
  assert.equal(row?.state, "failed");
  assert.equal(row?.attention, "contrary_evidence.success");
  await rig.hook.resolve(reference, { state: "failed", name: "Rina", note: "refunded by hand" });
  assert.deepEqual(await rig.hook.attention(), []);
  await rig.close();
});

test("beyond the window no machine asks any more, and a person decides", async () => {
  const rig = await openRig();
  const reference = await lost(rig);
  rig.forward(73 * 3_600_000);
  const before = rig.sandbox.counts().requests;
  await rig.hook.reconcile();
  await rig.get(reference);
  await rig.hook.reconcile();
  assert.equal(rig.sandbox.counts().requests, before);
  assert.equal((await rig.hook.attention())[0]?.attention, "lookup.window_over");
  await rig.close();
});

test("a transaction that does not agree with what was sent is not ours: it settles nothing", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "garbage", path: BUY, accepted: true });
  await rig.post(topUp("990001"), { reference });
  const transaction = rig.sandbox.transactions()[0] as { amount: number };
  transaction.amount = 99;
  rig.forward(6000);
  assert.equal((await rig.get(reference)).body.state, "unknown");
  rig.forward(16 * 60_000);
  await rig.hook.reconcile();
  assert.equal((await rig.hook.attention())[0]?.attention, "lookup.inconclusive");
  await rig.close();
});

test("a lost seal key leaves the purchase unknown and calls a person: nothing is guessed, nothing is sent", async () => {
  const rig = await openRig();
  const reference = await lost(rig);
  const stranger = rig.another({ ledger: sqliteLedger(rig.file, { keyPath: `${rig.file}.other.key` }) });
  rig.forward(6000);
  await stranger.reconcile();
  assert.equal((await stranger.attention())[0]?.attention, "seal.does_not_open");
  assert.equal((await rig.get(reference)).body.state, "unknown");
  await rig.close();
});

test("the hook settles by itself when its timer runs", async () => {
  const rig = await openRig({ reconcileEvery: 50 });
  const reference = randomUUID();
  await rig.post(topUp("990004"), { reference });
  rig.sandbox.settle(reference, "SUCCESS");
  rig.forward(6000);
  for (let turn = 0; turn < 100 && rig.log.every(({ state }) => state !== "success"); turn += 1) await new Promise((wake) => setTimeout(wake, 20));
  assert.ok(rig.log.some(({ event, state }) => event === "row.moved" && state === "success"));
  await rig.close();
});
