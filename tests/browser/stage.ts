/** What every browser test stands on: a demo of its own on a free port, and pages of a real Chromium that remember what they saw. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openDemo, type Demo, type DemoOptions } from "../../www/server/demo.ts";
import { launchChromium, listenTo } from "./chromium.ts";

export type Language = "id" | "en";

export interface Stage {
  demo: Demo;
  browser: Browser;
  /** A page in a session of its own. */
  visit(path: string, language?: Language): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the console said beyond logs, and what was thrown. */
  complaints: string[];
}

export async function openStage(options: Partial<DemoOptions> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "kasir-browser-"));
  const demo = await openDemo({
    port: 0,
    folder,
    lookUpMs: 300,
    ...options,
    sandbox: { settleAfterMs: 700, ...options.sandbox },
  });
  const browser = await launchChromium();
  return {
    demo,
    browser,
    async visit(path, language = "id") {
      const context = await browser.newContext({ locale: language === "id" ? "id-ID" : "en-GB", permissions: ["clipboard-read", "clipboard-write"] });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const complaints = listenTo(page);
      await page.goto(`${demo.url}${path}?lang=${language}`);
      await ready(page);
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The counter is open: kasir is loaded and the first draft is printed, or a purchase is being taken up. */
export async function ready(page: Page): Promise<void> {
  const counter = await page.locator("#paper-body").count();
  if (counter > 0 && !page.url().includes("/orders")) await page.locator("body[data-stage] #paper-body > *").first().waitFor();
}

/** Presses Tab until the focus is on `selector`. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 120; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${selector}`);
}

export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Tabs to a group of radio buttons and presses the arrow key until the wanted one is chosen. */
export async function pick(page: Page, group: string, wanted: string): Promise<void> {
  await tabTo(page, group);
  await page.keyboard.press("Space");
  for (let press = 0; press < 40; press += 1) {
    if (await page.locator(wanted).isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrow key never reaches ${wanted}`);
}

export async function pressOn(page: Page, selector: string, key = "Enter"): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

export async function stamp(page: Page, state: string): Promise<void> {
  await page.locator(`#paper .stamp[data-stamp="${state}"]`).waitFor();
}

export function paperText(page: Page): Promise<string> {
  return page.locator("#paper").innerText();
}

/** The same text in one line with plain spaces, as a reader takes it in. */
export function flat(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ");
}
