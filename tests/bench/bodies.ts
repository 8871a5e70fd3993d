/**
 * From an input object to the final body, kasir beside its peers. Before any clock starts, all must write the same bytes
 * for good input and refuse the same bad inputs.
 */
import assert from "node:assert/strict";
import { atLeast, atMost } from "./bars.ts";
import { contender as ajv } from "./contenders/ajv.ts";
import { contender as kasir, plain } from "./contenders/kasir.ts";
import { contender as valibot } from "./contenders/valibot.ts";
import { contender as zod } from "./contenders/zod.ts";
import { bad, cases, hardBooking, type Case } from "./inputs.ts";
import { batchOf, interleaved, median, ratio } from "./rounds.ts";

const peers = [zod, valibot, ajv];
const ROUNDS = 121;

function assertEqualWork(): void {
  const good = [...cases, { name: "names that are hard to write", job: "booking", input: hardBooking() } as const];
  for (const { name, job, input } of good) {
    const expected = zod[job](input);
    assert.ok(expected, `zod writes a body for ${name}`);
    for (const contender of [kasir, ...peers]) assert.equal(contender[job](input), expected, `${contender.name}: the body of ${name}`);
  }
  for (const { name, job, input } of cases) assert.equal(plain[job](input), kasir[job](input), `${plain.name}: the body of ${name}`);
  for (const { job, why, input } of bad) {
    for (const contender of [kasir, ...peers]) assert.equal(contender[job](input), null, `${contender.name} refuses ${why}`);
  }
  console.log(`equal bytes on ${good.length} good inputs, ${bad.length} bad inputs refused by all ${peers.length + 1}\n`);
}

/** How many times as fast as each peer kasir has to be. */
function judge({ name, job, rows }: Case, [overZod = Number.NaN, , overAjv = Number.NaN]: number[]): void {
  const faster = (peer: { name: string }): string => `${name}, times as fast as ${peer.name}`;
  if (rows <= 500) atLeast("bar", rows <= 1 && job !== "attraction" ? 5 : 2, faster(zod), overZod);
  if (job !== "attraction") atLeast("bar", rows < 10 ? 0.8 : 1, faster(ajv), overAjv);
  atLeast("aim", 3, faster(zod), overZod);
  atLeast("aim", rows < 50 ? 1 : 1.5, faster(ajv), overAjv);
}

/** Side by side, since two cases are some seconds apart. */
async function perPassenger(): Promise<void> {
  const [hundred, thousand] = [100, 1000].map((count) => cases.find(({ job, rows }) => job === "booking" && rows === count)?.input);
  const [few = [], many = []] = await interleaved([batchOf(() => kasir.booking(hundred)), batchOf(() => kasir.booking(thousand))], ROUNDS);
  atMost("bar", 1.2, "time per passenger at 1,000 to that at 100", ratio(many, few) / 10);
}

export async function bodies(): Promise<void> {
  assertEqualWork();
  const columns = [kasir, ...peers, plain];
  console.log(`| input object to final body, µs | ${columns.map(({ name }) => name).join(" | ")} |`);
  console.log(`|---|${"---:|".repeat(columns.length)}`);
  for (const one of cases) {
    const [own = [], ...others] = await interleaved(columns.map((contender) => batchOf(() => contender[one.job](one.input))), ROUNDS);
    const ratios = others.map((samples) => ratio(samples, own));
    const cells = others.map((samples, at) => `${median(samples).toFixed(1)} (${ratios[at]?.toFixed(2)}×)`);
    console.log(`| ${one.name} | ${median(own).toFixed(1)} | ${cells.join(" | ")} |`);
    judge(one, ratios);
  }
  await perPassenger();
  console.log(`\nNode ${process.versions.node}, processor time, medians of ${ROUNDS} interleaved rounds; in brackets how many times kasir's time a peer takes`);
}
