/**
 * `make bench`: kasir beside what one would use instead, on this machine, in this run. `node tests/bench/bench.ts bodies`
 * runs only the parts named.
 */
import { availableParallelism, loadavg } from "node:os";
import { printBars } from "./bars.ts";
import { bodies } from "./bodies.ts";
import { firstValidation } from "./first_validation.ts";
import { memory } from "./memory.ts";
import { native } from "./native.ts";

const parts: Record<string, () => Promise<void>> = { bodies, native, first: firstValidation, memory };

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
const before = load();
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await part();
}
printBars();
console.log(`\n${availableParallelism()} processors, load ${before} before and ${load()} after: read the ratios, not the times`);
