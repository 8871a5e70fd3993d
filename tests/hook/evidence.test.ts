import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import type { Allowed } from "../../pkg-template/kasir-hook/src/authorize.ts";
import type { Ledger } from "../../pkg-template/kasir-hook/src/ledgers/ledger.ts";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import { nodeTransport } from "../../pkg-template/kasir-hook/src/transports/node.ts";
import type { Transport, WireRequest } from "../../pkg-template/kasir-hook/src/transports/transport.ts";
import { bought, ledgerWith, openRig, seen, shopkeeper, stopSandbox, topUp, type Rig } from "./rig.ts";

after(stopSandbox);

const BUY = "/v1/open-api/products/buy";
const TOKEN = "/v1/open-api/access-token";

async function pending(rig: Rig): Promise<string> {
  const reference = randomUUID();
  assert.equal((await rig.post(topUp("990004"), { reference })).body.state, "pending");
  return reference;
}

test("a look-up that lagged behind the settlement takes no answer back from the settled row", async () => {
  const rig = await openRig();
  const reference = await pending(rig);
  const ledger = sqliteLedger(rig.file);
  let lag = true;
  const find: Ledger["find"] = async (...asked) => {
    const row = await ledger.find(...asked);
    if (!lag || row?.state !== "pending") return row;
    lag = false;
    rig.sandbox.settle(reference, "SUCCESS");
    rig.forward(6000);
    assert.equal((await rig.get(reference)).body.state, "success");
    return row;
  };
  rig.forward(6000);
  await rig.another({ ledger: ledgerWith(ledger, { find }) }).reconcile();
  assert.equal(lag, false);
  const { body } = await rig.get(reference);
  assert.equal(body.state, "success");
  assert.ok((body["answer"] as { data?: { sn?: string } }).data?.sn, JSON.stringify(body));
  await rig.close();
});

test("a row that settled while somebody was about to call a person is left alone, and is due no more", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "garbage", path: BUY, accepted: true });
  assert.equal((await rig.post(topUp("990001"), { reference })).body.state, "unknown");
  rig.forward(6000);
  const ledger = sqliteLedger(rig.file);
  const due: Ledger["due"] = async (...asked) => {
    const rows = await ledger.due(...asked);
    assert.equal((await rig.get(reference)).body.state, "success");
    return rows;
  };
  const { privateKey, clientId, clientSecret, baseUrl } = rig.sandbox.klikoo;
  const wayless = rig.another({ ledger: ledgerWith(ledger, { due }), providers: { klikoo: { privateKey, clientId, clientSecret, baseUrl } } });
  await wayless.reconcile();
  assert.deepEqual(await rig.hook.attention(), []);
  rig.forward(100 * 3_600_000);
  assert.equal((await rig.hook.reconcile()).due, 0);
  await rig.close();
});

test("a row that waits for a person is not due on every round, also where the way to look it up went away later", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "drop", path: BUY });
  await rig.post(topUp(), { reference });
  rig.forward(16 * 60_000);
  await rig.hook.reconcile();
  assert.equal((await rig.hook.attention())[0]?.attention, "lookup.no_transaction");
  const { privateKey, clientId, clientSecret, baseUrl } = rig.sandbox.klikoo;
  const wayless = rig.another({ providers: { klikoo: { privateKey, clientId, clientSecret, baseUrl } } });
  rig.forward(3_600_000);
  assert.equal((await wayless.reconcile()).due, 1);
  assert.equal((await wayless.reconcile()).due, 0);
  await rig.close();
});

test("one verdict that cannot be written stands in no other row's way", async () => {
  const rig = await openRig();
  const stuck = randomUUID();
  const ledger = sqliteLedger(rig.file);
  const move: Ledger["move"] = (key, ...rest) => (key.reference === stuck ? Promise.reject(new Error("bad page")) : ledger.move(key, ...rest));
  const hook = rig.another({ ledger: ledgerWith(ledger, { move }) });
  assert.equal((await rig.post(topUp("990001"), { reference: stuck, hook })).body.state, "sent");
  const other = await pending(rig);
  rig.sandbox.settle(other, "SUCCESS");
  rig.forward(6000);
  await hook.reconcile();
  assert.equal((await rig.get(other)).body.state, "success");
  await rig.close();
});

test("a verdict that could not be written is written when the hook closes", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const ledger = sqliteLedger(rig.file);
  let broken = true;
  const move: Ledger["move"] = (...asked) => (broken ? Promise.reject(new Error("disk full")) : ledger.move(...asked));
  const hook = rig.another({ ledger: ledgerWith(ledger, { move }) });
  assert.equal((await rig.post(topUp("990001"), { reference, hook })).body.state, "sent");
  broken = false;
  await hook.close();
  assert.equal((await rig.get(reference)).body.state, "success");
  await rig.close();
});

test("refused at the gate, and called unknown while the new token took its time: failed, for only this caller could have sent again", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("111111"));
  rig.sandbox.fault({ kind: "refuse_token", path: BUY });
  rig.sandbox.fault({ kind: "slow", path: TOKEN, ms: 600 });
  const posting = rig.post(topUp(), { reference });
  while (seen(rig, reference) === 0) await new Promise((wake) => setTimeout(wake, 10));
  await new Promise((wake) => setTimeout(wake, 100));
  rig.forward(36_000);
  await rig.another().reconcile();
  assert.ok(rig.log.some(({ event, state }) => event === "row.moved" && state === "unknown"));
  assert.equal((await posting).body.state, "failed");
  assert.equal(seen(rig, reference), 1);
  assert.equal(bought(rig, reference), 0);
  await rig.close();
});

test("an owner who changes between two questions buys nothing: the row would be shown to nobody", async () => {
  const rig = await openRig({
    authorize: (call) => ({ ...(shopkeeper(call) as Allowed), owner: call.action === "status" ? "guest" : "buyer-1" }),
  });
  const reply = await rig.post(topUp());
  assert.equal(reply.status, 503);
  assert.equal(reply.body.code, "authorize.unavailable");
  assert.ok(rig.log.some(({ event }) => event === "authorize.owner_changed"));
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("a refusal or half a permission handed to hook.purchase buys nothing", async () => {
  const rig = await openRig();
  const call = { operation: "klikoo.product_buy", input: topUp() };
  const refused = await rig.hook.purchase(randomUUID(), call, { allow: false, code: "not_paid" } as never);
  assert.equal("problem" in refused && refused.problem.code, "not_paid");
  for (const half of [{ owner: "buyer-1" }, { allow: false, owner: "buyer-1" }, { allow: "now" }, null]) {
    const reply = await rig.hook.purchase(randomUUID(), call, half as never);
    assert.equal("problem" in reply && reply.problem.code, "authorize.unavailable");
  }
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("a ledger that does not say that the claim was won sends nothing", async () => {
  const rig = await openRig();
  const claim: Ledger["claim"] = async () => ({}) as never;
  const hook = rig.another({ ledger: ledgerWith(sqliteLedger(rig.file), { claim }) });
  const reference = randomUUID();
  assert.equal((await rig.post(topUp(), { reference, hook })).body.code, "ledger.unavailable");
  assert.equal(seen(rig, reference), 0);
  await rig.close();
});

function rewriting(pattern: RegExp, by: string): Transport {
  const node = nodeTransport();
  return {
    async send(wire) {
      const answer = await node.send(wire);
      return wire.url.endsWith(TOKEN) ? answer : { ...answer, body: answer.body.replace(pattern, by) };
    },
  };
}

test("a hold whose end names no zone has no known end: it is not failed at a guess, a person is told", async () => {
  const rig = await openRig({
    transport: rewriting(/("expired_at": ?"[^"+]*)\+07:00"/, '$1"'),
    authorize: (call) => ({ ...(shopkeeper(call) as Allowed), set: { selling_price: "20000" } }),
  });
  const reference = randomUUID();
  const passenger = { seat_name: "7", name: "Siti Rahma", dob: "1990-03-14", gender: "female", id_card_number: "3174095403900001" };
  const order_detail = { name: "Siti Rahma", email: "siti@contoh.id", phone_number: "081234567890" };
  const seat = { product_code: "BUS", order_detail, departure: { trip_id: 188328, passengers: [passenger] } };
  assert.equal((await rig.post(seat, { operation: "klikoo.transport_block_seat", reference })).body.state, "held");
  rig.forward(24 * 3_600_000);
  await rig.hook.reconcile();
  assert.equal((await rig.get(reference)).body.state, "held");
  assert.equal((await rig.hook.attention())[0]?.attention, "hold.end_unknown");
  await rig.close();
});

test("a sentence where a provider's code should stand does not reach the log", async () => {
  const rig = await openRig({ transport: rewriting(/("response_code": ?)"\d+"/, '$1"saldo 081234567890 tidak cukup"') });
  assert.equal((await rig.post(topUp())).body.state, "unknown");
  assert.ok(rig.log.some(({ event, code }) => event === "purchase.answered" && code === "UNREADABLE"));
  assert.doesNotMatch(JSON.stringify(rig.log), /saldo|0812/);
  await rig.close();
});

test("a clock that was put back between the commit and the first byte gives the answer no more time", async () => {
  const rig = await openRig();
  const ledger = sqliteLedger(rig.file);
  const claim: Ledger["claim"] = async (row) => {
    const claimed = await ledger.claim(row);
    rig.forward(-3_600_000);
    return claimed;
  };
  const sent: WireRequest[] = [];
  const node = nodeTransport();
  const transport: Transport = { send: (wire) => (sent.push(wire), node.send(wire)) };
  await rig.post(topUp(), { hook: rig.another({ ledger: ledgerWith(ledger, { claim }), transport }) });
  assert.ok(sent.length === 2 && sent.every(({ totalMs }) => totalMs <= 30_000));
  await rig.close();
});
