/**
 * `make bench`: kasir beside what one would use instead, on this machine, in this run. `node tests/bench/bench.ts bodies`
 * runs only the parts named.
 */
import { printBars } from "./bars.ts";
import { bodies } from "./bodies.ts";
import { firstValidation } from "./first_validation.ts";
import { native } from "./native.ts";

const parts: Record<string, () => Promise<void>> = { bodies, native, first: firstValidation };

const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await part();
}
printBars();
