/** A page of Chromium that asks kasir as often as it is told to, and what it then has in use. */
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { samples } from "../npm/known_answers.ts";

export interface InUse {
  /** Bytes of the page's scripts after a thorough collection, buffers among them. */
  heap: number;
  /** Bytes of the module's memory. */
  wasm: number;
  instances: number;
}

export interface AskingPage {
  ask(times: number): Promise<void>;
  inUse(): Promise<InUse>;
}

declare const memory: typeof import("./memory_script.ts");

/** A page that answers nothing for long would count as hung. */
const AT_ONCE = 10_000;

export async function openAskingPage(browser: Browser): Promise<AskingPage> {
  const script = `${import.meta.dirname}/memory_script.ts`;
  const bundle = await build({ entryPoints: [script], bundle: true, format: "iife", globalName: "memory", target: "es2022", write: false });
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
  await page.evaluate((known) => memory.open(known), samples.map(({ operation, input, today }) => ({ operation, input, today })));
  const session = await page.context().newCDPSession(page);
  return {
    async ask(times) {
      for (let left = times; left > 0; left -= AT_ONCE) await page.evaluate((some) => memory.call(some), Math.min(left, AT_ONCE));
    },
    async inUse() {
      for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
      const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = (await session.send("Runtime.getHeapUsage")) as Record<string, number>;
      const [wasm, instances] = await page.evaluate(() => [memory.wasmBytes(), memory.instances()] as const);
      return { heap: (usedSize ?? Number.NaN) + embedderHeapUsedSize + backingStorageSize, wasm, instances };
    },
  };
}
