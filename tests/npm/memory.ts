/** What the garbage collector leaves, and the memories of the instances that were made. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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

export interface Instances {
  count(): number;
  newest(): WebAssembly.Memory;
}

/** Sees every instance that is made from here on, since the package keeps its own to itself. */
export function watchInstances(): Instances {
  const Original = WebAssembly.Instance;
  let count = 0;
  let newest: WebAssembly.Memory | undefined;
  WebAssembly.Instance = new Proxy(Original, {
    construct(target, given) {
      const instance = Reflect.construct(target, given) as WebAssembly.Instance;
      count += 1;
      newest = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
      return instance;
    },
  });
  return {
    count: () => count,
    newest() {
      if (!newest) throw new Error("no instance was made");
      return newest;
    },
  };
}
