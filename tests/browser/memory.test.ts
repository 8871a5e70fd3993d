/** A page that stays open for days: what was asked leaves nothing behind in the browser either. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openAskingPage } from "./memory_page.ts";
import { launchChromium } from "./chromium.ts";

const WARM_UP = 20_000;
const CALLS = 100_000;

test(`${CALLS} checks and bodies leave memory and heap of a page flat`, async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  const page = await openAskingPage(browser);
  await page.ask(WARM_UP);
  const before = await page.inUse();
  await page.ask(CALLS);
  const after = await page.inUse();
  const grown = after.heap - before.heap;
  t.diagnostic(`${(grown / 1024).toFixed(0)} KiB more; WebAssembly memory ${after.wasm / 1024} KiB`);
  assert.equal(after.wasm, before.wasm, "WebAssembly memory");
  assert.equal(after.instances, 1);
  assert.ok(grown < 1024 * 1024, `${grown} bytes more`);
});
