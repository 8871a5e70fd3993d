/** Runs in a page: kasir, the calls that are asked of it, and the memory of its instances. */
import { load } from "kasir";
import { caller, watchInstances, type Sample } from "../npm/memory_calls.ts";

const watch = watchInstances();

export async function open(samples: readonly Sample[]): Promise<void> {
  call = caller(await load(), samples);
}

export let call: (times: number) => void;
export const wasmBytes = (): number => watch.newest().buffer.byteLength;
export const instances = (): number => watch.count();
