/** A page that stays open for days: what was asked leaves nothing behind. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Kasir } from "kasir";
import { fresh } from "./fresh.ts";
import { samples } from "./known_answers.ts";
import { collectGarbage, watchInstances } from "./memory.ts";
import { caller } from "./memory_calls.ts";

const CALLS = 200_000;
const WARM_UP = 20_000;

const watch = watchInstances();
let kasir: Kasir;

before(async () => {
  kasir = await (await fresh()).load();
});

test(`${CALLS} checks and bodies leave memory and heap flat`, async (t) => {
  const call = caller(kasir, samples);
  call(WARM_UP);
  const before = await collectGarbage();
  const pages = watch.newest().buffer.byteLength;
  call(CALLS);
  const grown = (await collectGarbage()) - before;
  assert.equal(watch.newest().buffer.byteLength, pages, "WebAssembly memory");
  assert.equal(watch.count(), 1);
  t.diagnostic(`${(grown / 1024).toFixed(0)} KiB more; WebAssembly memory ${pages / 1024} KiB`);
  assert.ok(grown < 1024 * 1024, `${grown} bytes more`);
});

test("everything else that a page calls leaves the memory flat, too", async (t) => {
  const answer = { state: "success", data: { transaction_id: "1", sn: "2" } };
  const call = (): void => {
    const { operation, input } = samples[1] as (typeof samples)[number];
    kasir.validate(operation, input);
    kasir.validateField(operation, "value", input);
    kasir.fields(operation);
    kasir.readResponse(operation, answer);
    kasir.parse("msisdn", "0812 3456 7890");
    kasir.message({ code: "signed_out" }, "id");
    kasir.newReference();
    for (const misuse of [() => kasir.parse("x" as "nik", ""), () => kasir.validateField(operation, "x", {}), () => kasir.fields(operation, { today: "x" })]) assert.throws(misuse);
  };
  for (let number = 0; number < 2_000; number++) call();
  const before = await collectGarbage();
  const pages = watch.newest().buffer.byteLength;
  for (let number = 0; number < 20_000; number++) call();
  const grown = (await collectGarbage()) - before;
  assert.equal(watch.newest().buffer.byteLength, pages, "WebAssembly memory");
  t.diagnostic(`${(grown / 1024).toFixed(0)} KiB more`);
  assert.ok(grown < 1024 * 1024, `${grown} bytes more`);
});
