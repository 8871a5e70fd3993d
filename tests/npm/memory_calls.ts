/** What a page that stays open for days asks, and the instances it makes: the same in Node and in a page. */
import type { Kasir } from "kasir";
import type { KnownRequest } from "./known_answers.ts";

export type Sample = Pick<KnownRequest, "operation" | "input" | "today">;

/** Asks so many times: good and bad inputs of every operation in turn, as objects, with care, and as text. */
export function caller(kasir: Kasir, samples: readonly Sample[]): (times: number) => void {
  const calls = samples.flatMap(({ operation, input, today }) =>
    [input, { ...input, nothing: undefined }, JSON.stringify(input), { ...input, amount: {}, unknown: "x" }].flatMap((given) => [
      () => kasir.prepare(operation, given, { today }),
      () => kasir.validate(operation, given as object, { today }),
    ]));
  let turn = 0;
  return (times) => {
    for (let number = 0; number < times; number++) calls[turn++ % calls.length]?.();
  };
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
