/** A shadow root of the page's own component, whose test brings the form or the elements that stand in it. */
import type { Page } from "playwright-core";
import { drawn } from "./placed.ts";
import { ready, type Site, type Visit } from "./site.ts";

interface How {
  mode?: "open" | "closed";
  /** Whether the form is bound before its component stands in the page. */
  early?: boolean;
  /** Whether the browser sends the form. */
  native?: boolean;
}

async function fill(site: Site, by: "bind" | "put", ...given: unknown[]): Promise<Visit> {
  const visit = await site.visit("shadow.html");
  await visit.page.waitForFunction(() => "put" in globalThis);
  await visit.page.evaluate(([by, given]) => (globalThis as unknown as Record<string, (...given: unknown[]) => void>)[by]?.(...given), [by, given] as const);
  return visit;
}

export async function boundIn(site: Site, markup: string, operation: string, options: object = {}, how: How = {}): Promise<Visit> {
  const visit = await fill(site, "bind", markup, operation, options, how);
  await ready(visit.page);
  return visit;
}

export async function drawnIn(site: Site, markup: string, properties: object, how: How = {}): Promise<Visit> {
  const visit = await fill(site, "put", markup, properties, how);
  await drawn(visit.page, 1);
  return visit;
}

/** The name, or else the text, of what has the focus in the component, be it closed. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = (globalThis as unknown as { root: ShadowRoot }).root;
    return (activeElement as HTMLInputElement | null)?.name || (activeElement?.textContent ?? "nothing");
  });

/** The texts of what a selector finds in the component, be it closed. */
export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((selector) => [...(globalThis as unknown as { root: ShadowRoot }).root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? ""), selector);
