/** A million checks and bodies in Node and in Chromium: what is in use after the first hundred thousand is all there ever is. */
import { openAskingPage } from "../browser/memory_page.ts";
import { launchChromium } from "../browser/chromium.ts";
import { fresh } from "../npm/fresh.ts";
import { samples } from "../npm/known_answers.ts";
import { collectGarbage } from "../npm/memory.ts";
import { caller, watchInstances } from "../npm/memory_calls.ts";
import { atMost } from "./bars.ts";

const FIRST = 100_000;
const ALL = 1_000_000;

interface InUse {
  heap: number;
  wasm: number;
}

interface Asked {
  ask(times: number): Promise<void>;
  inUse(): Promise<InUse>;
}

async function inNode(): Promise<Asked> {
  const watch = watchInstances();
  const call = caller(await (await fresh()).load(), samples);
  return {
    ask: async (times) => call(times),
    inUse: async () => ({ heap: await collectGarbage(), wasm: watch.newest().buffer.byteLength }),
  };
}

async function judge(where: string, asked: Asked): Promise<void> {
  const start = performance.now();
  await asked.ask(FIRST);
  const before = await asked.inUse();
  await asked.ask(ALL - FIRST);
  const after = await asked.inUse();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const kibibytes = (bytes: number): string => Math.round(bytes / 1024).toLocaleString("en-US");
  console.log(`| ${where} | ${[before.wasm, after.wasm, after.heap - before.heap].map(kibibytes).join(" | ")} | ${seconds} |`);
  atMost("bar", 0, `${where}, KiB that the module's memory grows by between the first 100,000 calls and a million`, (after.wasm - before.wasm) / 1024);
  atMost("bar", 1024, `${where}, KiB that the heap grows by between the two`, (after.heap - before.heap) / 1024);
}

export async function memory(): Promise<void> {
  console.log("\n| a million checks and bodies | module's memory after 100,000, KiB | after 1,000,000 | heap, KiB more | s |\n|---|---:|---:|---:|---:|");
  await judge(`Node ${process.versions.node}`, await inNode());
  const browser = await launchChromium();
  await judge("Chromium", await openAskingPage(browser));
  await browser.close();
}
