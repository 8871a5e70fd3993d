import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { openRig, stopSandbox, topUp, type Rig } from "./rig.ts";

after(stopSandbox);

const DAY = 86_400_000;
const NUMBER = "081234990001";

/** Every byte of the ledger's files but the seal key. */
function ledgerBytes(rig: Rig): string {
  const folder = path.dirname(rig.file);
  return readdirSync(folder).filter((name) => !name.endsWith(".key")).map((name) => readFileSync(path.join(folder, name), "latin1")).join("\n");
}

test("the ledger's files never hold what the buyer typed in clear, a token, a signature or a secret", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference, basket: "order-1" });
  await rig.post(topUp("990004"), { reference: randomUUID(), basket: "order-2" });
  const bytes = ledgerBytes(rig);
  assert.ok(bytes.includes(reference));
  for (const planted of [NUMBER, "081234990004", rig.sandbox.klikoo.clientSecret, "Bearer", "eyJ", "PRIVATE KEY"]) {
    assert.ok(!bytes.includes(planted), planted);
  }
  await rig.close();
});

test("the log gets fields of the list only: no number, secret, token, signature or provider sentence", async () => {
  const lines: string[] = [];
  const rig = await openRig({ log: (entry) => void lines.push(JSON.stringify(entry)) });
  rig.sandbox.fault({ kind: "refuse_token", path: "/v1/open-api/products/buy" });
  await rig.post(topUp("990001"));
  await rig.post(topUp("990010"));
  await rig.post(topUp("990005"));
  rig.forward(6000);
  await rig.hook.reconcile();
  const text = lines.join("\n");
  assert.ok(lines.length > 8);
  for (const planted of [/081234/, /990001/, new RegExp(rig.sandbox.klikoo.clientSecret), /eyJ/, /Bearer/i, /==/, /pelanggan/i, /11500|10300/]) {
    assert.doesNotMatch(text, planted);
  }
  await rig.close();
});

test("a logger that throws stops nothing", async () => {
  const rig = await openRig({ log: () => { throw new Error("log server down"); } });
  assert.equal((await rig.post(topUp("990001"))).body.state, "success");
  await rig.close();
});

test("the body goes at settlement, the receipt after seven days, the money row after 400", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await rig.post(topUp("990001"), { reference });
  const sql = () => {
    const reader = new DatabaseSync(rig.file, { readOnly: true });
    const found = reader.prepare("SELECT body, answer, receipt, amount, state FROM purchase WHERE reference = ?").get(reference);
    reader.close();
    return found;
  };
  assert.equal(sql()?.["body"], null);
  assert.ok(sql()?.["receipt"]);
  assert.ok((await rig.get(reference)).body["receipt"]);
  rig.forward(7 * DAY + 1000);
  await rig.hook.reconcile();
  assert.deepEqual({ ...sql() }, { body: null, answer: null, receipt: null, amount: "10300", state: "success" });
  const late = await rig.get(reference);
  assert.deepEqual([late.body.state, late.body["answer"], late.body["receipt"]], ["success", null, null]);
  rig.forward(392 * DAY);
  await rig.hook.reconcile();
  assert.ok(sql());
  rig.forward(2 * DAY);
  await rig.hook.reconcile();
  assert.equal(sql(), undefined);
  await rig.close();
});

test("a buyer's answer holds no provider code, no sentence, no balance and no buy price", async () => {
  const rig = await openRig();
  for (const lastSix of ["990001", "990002", "990004", "990010", "990013", "990014"]) {
    const text = JSON.stringify((await rig.post(topUp(lastSix))).body);
    assert.doesNotMatch(text, /response_code|response_message|balance|10300|"\d{9}"|Supplier|pelanggan/i, text);
  }
  await rig.close();
});
