/**
 * `make bench`: from an input object to the final body, kasir beside its peers. All run interleaved in one process, so
 * that heat, garbage collection and other programs hit all alike; the figure is the median of many rounds.
 * Before any clock starts, all must write the same bytes for good input and refuse the same bad inputs.
 */
import assert from "node:assert/strict";
import { contender as ajv } from "./contenders/ajv.ts";
import { contender as kasir } from "./contenders/kasir.ts";
import { contender as valibot } from "./contenders/valibot.ts";
import { contender as zod } from "./contenders/zod.ts";
import { bad, booking, hardBooking, topUp } from "./inputs.ts";
import type { Contender, Job } from "./work.ts";

const contenders: Contender[] = [kasir, zod, valibot, ajv];
const ROUNDS = 121;
const BATCH_MS = 3;

const cases: { name: string; job: Job; input: unknown }[] = [
  { name: "top-up", job: "topUp", input: topUp() },
  ...[1, 50, 500].map((count) => ({ name: `bus, ${count} passenger${count > 1 ? "s" : ""}`, job: "booking" as Job, input: booking(count) })),
];

const hard = { name: "names that are hard to write", job: "booking" as Job, input: hardBooking() };

function assertEqualWork(): void {
  for (const { name, job, input } of [...cases, hard]) {
    const expected = zod[job](input);
    assert.ok(expected, `zod writes a body for ${name}`);
    for (const contender of contenders) assert.equal(contender[job](input), expected, `${contender.name}: the body of ${name}`);
  }
  for (const { job, why, input } of bad) {
    for (const contender of contenders) assert.equal(contender[job](input), null, `${contender.name} refuses ${why}`);
  }
}

function timeBatch(work: (input: unknown) => string | null, input: unknown, times: number): number {
  const start = performance.now();
  for (let index = 0; index < times; index += 1) work(input);
  return ((performance.now() - start) * 1000) / times;
}

/** Microseconds a body, the median of all rounds, in the order of the contenders. */
function medians(job: Job, input: unknown): number[] {
  const works = contenders.map((contender) => contender[job]);
  const batches = works.map((work) => {
    timeBatch(work, input, 50);
    return Math.max(1, Math.round((BATCH_MS * 1000) / timeBatch(work, input, 50)));
  });
  const samples = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < works.length; turn += 1) {
      const index = (round + turn) % works.length;
      samples[index]?.push(timeBatch(works[index] as (input: unknown) => string | null, input, batches[index] ?? 1));
    }
  }
  return samples.map((row) => row.sort((a, b) => a - b)[row.length >> 1] ?? Number.NaN);
}

assertEqualWork();
console.log(`equal bytes on ${cases.length + 1} good inputs, ${bad.length} bad inputs refused by all ${contenders.length}\n`);
console.log(`| input object to final body, µs | ${contenders.map((contender) => contender.name).join(" | ")} |`);
console.log(`|---|${"---:|".repeat(contenders.length)}`);
const behind: string[] = [];
for (const { name, job, input } of cases) {
  const [own = Number.NaN, ...peers] = medians(job, input);
  const cells = peers.map((peer) => `${peer.toFixed(1)} (${(peer / own).toFixed(2)}×)`);
  console.log(`| ${name} | ${own.toFixed(1)} | ${cells.join(" | ")} |`);
  if (!(own < (peers[0] ?? 0))) behind.push(name);
}
console.log(`\nNode ${process.versions.node}, ${ROUNDS} interleaved rounds, medians; in brackets how many times kasir's time a peer takes`);
if (behind.length > 0) {
  console.error(`slower than ${zod.name}: ${behind.join("; ")}`);
  process.exitCode = 1;
}
