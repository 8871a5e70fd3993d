/** load(): memoised, and open to another try after a failure. */
import { start } from "./instance.ts";
import type { Source } from "./types.ts";
import { type Kasir, kasir } from "./kasir.ts";

export function loader(usual: () => Source): (source?: Source) => Promise<Kasir> {
  let loading: Promise<Kasir> | undefined;
  return (source) => {
    loading ??= start(() => source ?? usual()).then(
      () => kasir,
      (fault: unknown) => {
        loading = undefined;
        throw fault;
      },
    );
    return loading;
  };
}
