import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import { bought, ledgerWith, openRig, seen, stopSandbox, topUp, type Rig } from "./rig.ts";

after(stopSandbox);

const BUY = "/v1/open-api/products/buy";
const TOKEN = "/v1/open-api/access-token";

async function lookedUp(rig: Rig, reference: string) {
  rig.forward(6000);
  return rig.get(reference);
}

for (const kind of ["status_500", "status_502", "garbage", "empty", "truncated", "oversized", "redirect", "drop"] as const) {
  test(`an answer spoiled by ${kind} after the provider accepted is unknown, never re-sent, and found by look-up`, async () => {
    const rig = await openRig();
    const reference = randomUUID();
    rig.sandbox.fault({ kind, path: BUY, accepted: true });
    const reply = await rig.post(topUp("990001"), { reference, basket: "order-1" });
    assert.equal(reply.status, 202);
    assert.equal(reply.body.state, "unknown");
    assert.equal((await rig.post(topUp("990001"), { reference, basket: "order-1" })).body.state, "unknown");
    assert.equal((await rig.post(topUp("990001"), { basket: "order-1" })).body.code, "order.taken");
    const settled = await lookedUp(rig, reference);
    assert.equal(settled.body.state, "success");
    assert.equal(seen(rig, reference), 1);
    assert.equal(bought(rig, reference), 1);
    await rig.close();
  });
}

test("an answer that comes after the total time-out is unknown and found by look-up", async () => {
  const rig = await openRig({ timeouts: { totalMs: 300 } });
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "slow", path: BUY, ms: 700 });
  const reply = await rig.post(topUp("990001"), { reference });
  assert.equal(reply.body.state, "unknown");
  await new Promise((wake) => setTimeout(wake, 600));
  assert.equal((await lookedUp(rig, reference)).body.state, "success");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("a purchase that never reached the provider stays unknown: absence alone never becomes failed, a person is called", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "down", path: BUY });
  assert.equal((await rig.post(topUp(), { reference, basket: "order-1" })).body.state, "unknown");
  for (let minute = 0; minute < 20; minute += 5) {
    rig.forward(5 * 60_000);
    await rig.hook.reconcile();
    assert.equal((await rig.get(reference)).body.state, "unknown");
  }
  const [attention] = await rig.hook.attention();
  assert.equal(attention?.reference, reference);
  assert.equal(attention?.attention, "lookup.no_transaction");
  assert.equal((await rig.post(topUp(), { basket: "order-1" })).body.code, "order.taken");
  assert.equal(bought(rig, reference), 0);
  await rig.close();
});

test("without a way to look it up, an unknown purchase goes to a person at once", async () => {
  const rig = await openRig();
  const { privateKey, clientId, clientSecret, baseUrl } = rig.sandbox.klikoo;
  const hook = rig.another({ providers: { klikoo: { privateKey, clientId, clientSecret, baseUrl } } });
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "garbage", path: BUY, accepted: true });
  assert.equal((await rig.post(topUp(), { reference, hook })).body.state, "unknown");
  rig.forward(6000);
  await hook.reconcile();
  assert.equal((await hook.attention())[0]?.attention, "lookup.no_way");
  await rig.close();
});

test("no token: 503, nothing claimed, nothing sent, and the same reference buys when the provider is back", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "down", times: "always" });
  const reply = await rig.post(topUp(), { reference });
  assert.equal(reply.status, 503);
  assert.equal(reply.body.code, "provider.unavailable");
  assert.equal((await rig.get(reference)).status, 404);
  rig.sandbox.clearFaults();
  assert.equal((await rig.post(topUp(), { reference })).body.state, "pending");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("the whole provider away: 503 and nothing bought", async () => {
  const rig = await openRig();
  await rig.sandbox.stop();
  const reply = await rig.post(topUp());
  await rig.sandbox.start();
  assert.equal(reply.status, 503);
  assert.equal(reply.body.code, "provider.unavailable");
  await rig.close();
});

test("a token refused at the gate: the same body goes out again with a new token, once, as attempt 2", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "refuse_token", path: BUY });
  const reply = await rig.post(topUp(), { reference });
  assert.equal(reply.body.state, "pending");
  assert.equal(seen(rig, reference), 2);
  assert.equal(bought(rig, reference), 1);
  assert.equal(rig.sandbox.counts().tokens, 2);
  const moves = rig.log.filter(({ event }) => event === "purchase.answered").map(({ attempt }) => attempt);
  assert.deepEqual(moves, [1, 2]);
  await rig.close();
});

test("a gate that refuses twice fails the purchase: there is no third attempt", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "refuse_token", path: BUY, times: "always" });
  const reply = await rig.post(topUp(), { reference, basket: "order-1" });
  assert.equal(reply.body.state, "failed");
  assert.equal(seen(rig, reference), 2);
  rig.sandbox.clearFaults();
  assert.equal((await rig.post(topUp(), { basket: "order-1" })).body.state, "pending");
  await rig.close();
});

test("refused at the gate and no new token to be had: failed, for nothing was bought", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("567899"));
  rig.sandbox.fault({ kind: "refuse_token", path: BUY });
  rig.sandbox.fault({ kind: "down", path: TOKEN, times: "always" });
  const reply = await rig.post(topUp(), { reference });
  assert.equal(reply.body.state, "failed");
  assert.equal(seen(rig, reference), 1);
  assert.equal(bought(rig, reference), 0);
  await rig.close();
});

test("a row that a person settled while the new token was fetched is not sent a second time", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("111111"));
  rig.sandbox.fault({ kind: "refuse_token", path: BUY });
  rig.sandbox.fault({ kind: "slow", path: TOKEN, ms: 400 });
  const posting = rig.post(topUp(), { reference });
  while (seen(rig, reference) === 0) await new Promise((wake) => setTimeout(wake, 10));
  await new Promise((wake) => setTimeout(wake, 100));
  await rig.hook.resolve(reference, { state: "failed", name: "Rina", note: "refused at the gate" });
  assert.equal((await posting).body.state, "failed");
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});

test("a process that slept between the commit and the first byte sends nothing any more, so nothing was bought", async () => {
  const rig = await openRig();
  const ledger = sqliteLedger(rig.file);
  const claim: typeof ledger.claim = async (row) => {
    const claimed = await ledger.claim(row);
    rig.forward(31_000);
    return claimed;
  };
  const hook = rig.another({ ledger: ledgerWith(ledger, { claim }) });
  const reference = randomUUID();
  assert.equal((await rig.post(topUp(), { reference, hook })).body.state, "failed");
  assert.equal(seen(rig, reference), 0);
  await rig.close();
});

test("a reference that the provider has seen before is looked up, never called failed", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference });
  const forgetful = rig.another({ ledger: sqliteLedger(`${rig.file}.other`) });
  const reply = await rig.post(topUp("990001"), { reference, hook: forgetful });
  assert.equal(reply.body.state, "unknown");
  assert.equal(rig.sandbox.counts().codes["409026563"], 1);
  rig.forward(6000);
  await forgetful.reconcile();
  const found = await rig.post(topUp("990001"), { reference, hook: forgetful });
  assert.equal(found.body.state, "success");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("tokens are shared and renewed a minute before they expire", async () => {
  const rig = await openRig();
  await Promise.all([rig.post(topUp("111111")), rig.post(topUp("222222")), rig.post(topUp("333333"))]);
  assert.equal(rig.sandbox.counts().tokens, 1);
  rig.forward(839_000);
  await rig.post(topUp("444444"));
  assert.equal(rig.sandbox.counts().tokens, 1);
  rig.forward(2000);
  await rig.post(topUp("555555"));
  assert.equal(rig.sandbox.counts().tokens, 2);
  await rig.close();
});

test("the ledger gone: 503 ledger.unavailable, and not a byte of the purchase leaves", async () => {
  const rig = await openRig();
  const ledger = sqliteLedger(rig.file);
  await ledger.close();
  const reference = randomUUID();
  const refused = await rig.post(topUp(), { reference, hook: rig.another({ ledger }) });
  assert.equal(refused.status, 503);
  assert.equal(refused.body.code, "ledger.unavailable");
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("a ledger that another process keeps locked refuses after its patience, and the same reference buys afterwards", async () => {
  const rig = await openRig();
  const hook = rig.another({ ledger: sqliteLedger(rig.file, { patienceMs: 200 }) });
  await rig.post(topUp("111111"), { hook });
  const lock = new DatabaseSync(rig.file);
  lock.exec("BEGIN IMMEDIATE");
  const reference = randomUUID();
  const refused = await rig.post(topUp(), { reference, hook });
  assert.equal(refused.body.code, "ledger.unavailable");
  assert.equal(seen(rig, reference), 0);
  lock.exec("ROLLBACK");
  lock.close();
  assert.equal((await rig.post(topUp(), { reference, hook })).body.state, "pending");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("a verdict that cannot be written is kept and written later: the row stays sent, nothing is sent again", async () => {
  const rig = await openRig();
  const ledger = sqliteLedger(rig.file);
  let broken = false;
  const move: typeof ledger.move = (...args) => (broken ? Promise.reject(new Error("disk full")) : ledger.move(...args));
  const hook = rig.another({ ledger: ledgerWith(ledger, { move }) });
  const reference = randomUUID();
  broken = true;
  const reply = await rig.post(topUp("990001"), { reference, hook });
  assert.equal(reply.status, 202);
  assert.equal(reply.body.state, "sent");
  assert.ok(rig.log.some(({ event }) => event === "row.not_written"));
  broken = false;
  await hook.reconcile();
  assert.equal((await rig.get(reference)).body.state, "success");
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});
