/** What is in use after a thorough collection, in Node. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export { watchInstances } from "./memory_calls.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The bytes in use after a thorough collection, those of WebAssembly and buffers among them. */
export async function collectGarbage(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}
