import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { after, test } from "node:test";
import { bought, openRig, seen, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

test("twenty simultaneous calls with one reference buy once, and all get that row", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  const replies = await Promise.all(Array.from({ length: 20 }, () => rig.post(topUp(), { reference, basket: "order-1" })));
  assert.ok(replies.every(({ status, body }) => status === 202 && body["reference"] === reference));
  assert.equal(replies.filter(({ headers }) => headers.get("idempotent-replayed") === null).length, 1);
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});

test("twenty references for one order at once buy once", async () => {
  const rig = await openRig();
  const replies = await Promise.all(Array.from({ length: 20 }, () => rig.post(topUp(), { basket: "order-1" })));
  assert.equal(replies.filter(({ status }) => status === 202).length, 1);
  assert.equal(replies.filter(({ body }) => body.code === "order.taken").length, 19);
  assert.equal(rig.sandbox.transactions().length, 1);
  await rig.close();
});

test("a cancellation and a purchase at once: one of them wins, never both", async () => {
  const rig = await openRig();
  for (let round = 0; round < 20; round += 1) {
    const reference = randomUUID();
    const both = [() => rig.post(topUp(), { reference }), () => rig.cancel(reference)];
    if (round % 2 === 1) both.reverse();
    await Promise.all(both.map((run) => run()));
    const { body } = await rig.get(reference);
    assert.equal(bought(rig, reference), body.state === "cancelled" ? 0 : 1);
  }
  await rig.close();
});

test("two hooks on one ledger file, forty references, each called eight times through both: each bought once", async () => {
  const rig = await openRig({ limits: { purchases: false, address: false } });
  const second = rig.another();
  const references = Array.from({ length: 40 }, () => randomUUID());
  const calls = references.flatMap((reference, index) =>
    Array.from({ length: 8 }, (_, turn) => rig.post(topUp(String(100_000 + index)), { reference, basket: `order-${index}`, hook: turn % 2 ? second : rig.hook })));
  const replies = await Promise.all(calls);
  assert.ok(replies.every(({ status }) => status === 202));
  assert.ok(references.every((reference) => seen(rig, reference) === 1));
  assert.equal(rig.sandbox.counts().doublePurchases, 0);
  await rig.close();
});

test("the look-ups of two hooks on one ledger are one look-up", async () => {
  const rig = await openRig();
  const second = rig.another();
  const reference = randomUUID();
  await rig.post(topUp("990004"), { reference });
  rig.forward(6000);
  const before = rig.sandbox.counts().requests;
  const tokenOfSecond = 1;
  await Promise.all([rig.hook.reconcile(), second.reconcile(), rig.get(reference)]);
  assert.ok(rig.sandbox.counts().requests - before <= 1 + tokenOfSecond);
  await rig.close();
});

for (const moment of ["before the answer", "before the provider"] as const) {
  test(`kill -9 between the commit and the answer, ${moment}: the row is looked up after the restart, never sent again`, async () => {
    const rig = await openRig({ timeouts: { totalMs: 3000 } });
    const reference = randomUUID();
    if (moment === "before the answer") rig.sandbox.fault({ kind: "slow", path: "/v1/open-api/products/buy", ms: 60_000 });
    const child = spawn(process.execPath, [new URL("buying_process.ts", import.meta.url).pathname], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, RIG: JSON.stringify({ file: rig.file, klikoo: rig.sandbox.klikoo, reference, moment, input: topUp("990001") }) },
    });
    const exited = once(child, "exit");
    let told = "";
    for await (const chunk of child.stdout) {
      told += chunk;
      if (told.includes("committed")) break;
    }
    if (moment === "before the answer") while (bought(rig, reference) === 0 && child.exitCode === null) await new Promise((wake) => setTimeout(wake, 20));
    child.kill("SIGKILL");
    await exited;
    rig.sandbox.clearFaults();

    assert.equal((await rig.get(reference)).body.state, "sent");
    assert.equal((await rig.post(topUp("990001"), { reference })).body.state, "sent");
    rig.forward(10_000);
    await rig.hook.reconcile();
    const state = (await rig.get(reference)).body.state;
    assert.equal(state, moment === "before the answer" ? "success" : "unknown");
    assert.equal(seen(rig, reference), moment === "before the answer" ? 1 : 0);
    await rig.close();
  });
}
