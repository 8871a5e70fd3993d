/** A page that stays open for days: what was asked leaves nothing behind. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Kasir } from "kasir";
import { fresh } from "./fresh.ts";
import { samples } from "./known_answers.ts";
import { collectGarbage, watchInstances } from "./memory.ts";

const PREPARES = 200_000;
const WARM_UP = 20_000;

const watch = watchInstances();
let kasir: Kasir;

before(async () => {
  kasir = await (await fresh()).load();
});

/** Good and bad inputs of every operation in turn, as objects, with care, and as text. */
function prepare(times: number): void {
  const inputs = samples.flatMap(({ operation, input, today }) =>
    [input, { ...input, nothing: undefined }, JSON.stringify(input), { ...input, amount: {}, unknown: "x" }].map((given) => ({ operation, given, options: { today } })));
  for (let number = 0; number < times; number++) {
    const { operation, given, options } = inputs[number % inputs.length] as (typeof inputs)[number];
    kasir.prepare(operation, given, options);
  }
}

test(`${PREPARES} prepares leave memory and heap flat`, async (t) => {
  prepare(WARM_UP);
  const before = await collectGarbage();
  const pages = watch.newest().buffer.byteLength;
  prepare(PREPARES);
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
