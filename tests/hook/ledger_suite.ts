/** What every ledger must do; each ledger's test file runs it. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { ANY_STEP, type Ledger, type Row } from "../../pkg-template/kasir-hook/src/ledgers/ledger.ts";

export function row(change: Partial<Row> = {}): Row {
  return {
    reference: randomUUID(), step: "purchase", operation: "klikoo.product_buy", provider: "klikoo", owner: "buyer-1", order: null,
    fingerprint: "f".repeat(64), state: "sent", attempt: 1, amount: "10300", sellingPrice: "11500", transactionId: null, expiresAt: null,
    providerHttp: null, providerCode: null, providerMessage: null, body: new Uint8Array([1, 2, 3]), answer: null, receipt: null,
    createdAt: 1000, sentAt: 1000, changedAt: 1000, settledAt: null, lookedAt: null, dueAt: 5000, attention: null, attentionAt: null,
    noticeAt: null, resolvedBy: null, resolvedNote: null, ...change,
  };
}

/** `two` gives two ledgers on one store, as two processes would have them. */
export function ledgerSuite(name: string, two: () => Promise<[Ledger, Ledger]>): void {
  const check = (what: string, run: (one: Ledger, other: Ledger) => Promise<void>) =>
    test(`${name}: ${what}`, async () => {
      const [one, other] = await two();
      const [keys, same] = [await one.open(), await other.open()];
      assert.deepEqual(keys, same);
      assert.equal(keys.fingerprint.length, 32);
      await run(one, other);
      await one.close();
      await other.close();
    });

  check("a row comes back as it was written, for every ledger on the store", async (one, other) => {
    const written = row({ order: "order-1", receipt: new Uint8Array(300).fill(7), dueAt: 2 ** 45 });
    assert.deepEqual(await one.claim(written), { kind: "won" });
    const read = await other.find(written.reference, "purchase");
    assert.deepEqual({ ...read, body: [...(read?.body ?? [])], receipt: null }, { ...written, body: [1, 2, 3], receipt: null });
    assert.equal(read?.receipt?.length, 300);
    assert.equal(await other.find(randomUUID()), undefined);
  });

  check("of many claims of one reference one wins, the others get its row", async (one, other) => {
    const wanted = row();
    const claims = await Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 ? one : other).claim({ ...wanted, owner: `buyer-${turn}` })));
    assert.equal(claims.filter(({ kind }) => kind === "won").length, 1);
    const winner = (await one.find(wanted.reference))?.owner;
    assert.ok(claims.every((claim) => claim.kind === "won" || (claim.kind === "known" && claim.row.owner === winner)));
  });

  check("of many claims of one order one wins; a failed or cancelled row frees the order, steps do not mix", async (one, other) => {
    const claims = await Promise.all(Array.from({ length: 10 }, (_, turn) => (turn % 2 ? one : other).claim(row({ order: "order-1" }))));
    assert.equal(claims.filter(({ kind }) => kind === "won").length, 1);
    assert.equal(claims.filter(({ kind }) => kind === "taken").length, 9);
    assert.deepEqual(await one.claim(row({ order: "order-1", step: "pay" })), { kind: "won" });
    const taken = claims.find((claim) => claim.kind === "taken");
    assert.ok(taken?.kind === "taken");
    assert.equal(await other.move(taken.row, { state: "sent", attempt: 1 }, { state: "failed" }), true);
    assert.deepEqual(await one.claim(row({ order: "order-1" })), { kind: "won" });
  });

  check("a move happens for the one caller that found the row in that state and attempt", async (one, other) => {
    const moving = row();
    await one.claim(moving);
    const from = { state: "sent", attempt: 1 } as const;
    const moves = await Promise.all(Array.from({ length: 12 }, (_, turn) => (turn % 2 ? one : other).move(moving, from, { state: "sent", attempt: 2, sentAt: turn })));
    assert.equal(moves.filter(Boolean).length, 1);
    assert.equal(await one.move(moving, from, { state: "failed" }), false);
    assert.equal(await one.move({ ...moving, step: "pay" }, { state: "sent", attempt: 2 }, { state: "failed" }), false);
    assert.equal((await other.find(moving.reference))?.state, "sent");
  });

  check("a tombstone and a row exclude each other, whatever the step", async (one, other) => {
    const tombstone = (reference: string) => row({ reference, step: ANY_STEP, state: "cancelled", attempt: 0, settledAt: 1000 });
    for (const step of ["purchase", "hold", "pay"]) {
      const reference = randomUUID();
      const results = await Promise.all([one.claim(tombstone(reference)), other.claim(row({ reference, step }))]);
      assert.deepEqual(results.map(({ kind }) => kind).sort(), ["known", "won"]);
    }
  });

  check("of a reference with several steps, a cancellation meets the one that stands, not one that is cancelled", async (one) => {
    const reference = randomUUID();
    await one.claim(row({ reference, step: "hold", state: "cancelled" }));
    await one.claim(row({ reference, step: "pay", createdAt: 500 }));
    const claim = await one.claim(row({ reference, step: ANY_STEP, state: "cancelled" }));
    assert.ok(claim.kind === "known" && claim.row.step === "pay");
  });

  check("a change without a state is made only where the row still stands there", async (one, other) => {
    const waiting = row({ state: "pending" });
    await one.claim(waiting);
    assert.equal(await one.move(waiting, { state: "pending", attempt: 1 }, { transactionId: "7" }), true);
    await other.move(waiting, { state: "pending", attempt: 1 }, { state: "success" });
    assert.equal(await one.move(waiting, { state: "pending", attempt: 1 }, { transactionId: "8" }), false);
    assert.equal((await one.find(waiting.reference))?.transactionId, "7");
  });

  check("one caller takes a look-up in a gap, and only of a row that waits", async (one, other) => {
    const waiting = row({ state: "pending" });
    await one.claim(waiting);
    const takes = await Promise.all(Array.from({ length: 10 }, (_, turn) => (turn % 2 ? one : other).takeLookup(waiting, 10_000, 5000, 20_000)));
    assert.equal(takes.filter(Boolean).length, 1);
    assert.equal(await one.takeLookup(waiting, 14_999, 5000, 20_000), false);
    assert.equal(await one.takeLookup(waiting, 15_000, 5000, 20_000), true);
    await one.move(waiting, { state: "pending", attempt: 1 }, { state: "success" });
    assert.equal(await one.takeLookup(waiting, 90_000, 5000, 99_000), false);
  });

  check("one caller takes a notice, another only after the lease", async (one, other) => {
    const settled = row({ state: "success", noticeAt: 100 });
    await one.claim(settled);
    const takes = await Promise.all([one.takeNotice(settled, 200, 60_200), other.takeNotice(settled, 200, 60_200)]);
    assert.equal(takes.filter(Boolean).length, 1);
    assert.deepEqual(await one.owedNotices(60_000, 10), []);
    assert.equal((await one.owedNotices(60_200, 10)).length, 1);
    await one.note(settled, { noticeAt: null });
    assert.deepEqual(await other.owedNotices(99_999, 10), []);
  });

  check("due rows come the longest due first, attention the oldest first", async (one, other) => {
    const rows = [row({ dueAt: 300 }), row({ dueAt: 100 }), row({ dueAt: 200 }), row({ dueAt: null })];
    for (const each of rows) await one.claim(each);
    assert.deepEqual((await other.due(250, 10)).map(({ dueAt }) => dueAt), [100, 200]);
    assert.deepEqual((await other.due(999, 1)).map(({ dueAt }) => dueAt), [100]);
    await one.note(rows[0] as Row, { attention: "b", attentionAt: 20 });
    await one.note(rows[1] as Row, { attention: "a", attentionAt: 10 });
    assert.deepEqual((await other.needingAttention(10)).map(({ attention }) => attention), ["a", "b"]);
  });

  check("receipts are forgotten before rows; what is unsettled, owed or under attention stays", async (one, other) => {
    const sealed = { answer: new Uint8Array([1]), receipt: new Uint8Array([2]) };
    const old = row({ state: "success", settledAt: 100, body: null, ...sealed });
    const owed = row({ state: "success", settledAt: 100, noticeAt: 100 });
    const watched = row({ state: "failed", settledAt: 100, attention: "x", attentionAt: 1 });
    const open = row({ state: "pending", ...sealed });
    for (const each of [old, owed, watched, open]) await one.claim(each);
    await one.trim(200, 50);
    assert.deepEqual(await other.find(old.reference).then((read) => [read?.answer, read?.receipt, read?.amount]), [null, null, "10300"]);
    assert.ok((await other.find(open.reference))?.receipt);
    await one.trim(200, 200);
    assert.equal(await other.find(old.reference), undefined);
    for (const kept of [owed, watched, open]) assert.ok(await other.find(kept.reference));
  });
}
