/** The custom elements in a page whose test brings the markup and the properties. */
import type { Page } from "playwright-core";
import type { Site, Visit } from "./site.ts";

/** What the elements of the page dispatched. */
export interface Told {
  drawn: number;
  sent: object[];
  results: { kind: string; code?: string; price?: string; issues?: { code: string; name: string }[]; outcome?: { state: string } }[];
  /** The forms of the results. */
  asked: object[];
  faults: string[];
}

export const told = (page: Page): Promise<Told> => page.evaluate(() => (globalThis as unknown as { told: Told }).told);

export const drawn = (page: Page, times: number): Promise<unknown> =>
  page.waitForFunction((times) => (globalThis as unknown as { told: Told }).told.drawn === times, times);

interface How {
  properties?: object;
  /** Whether the properties are set before the elements are defined. */
  late?: boolean;
  /** Set up in the page, as source, since functions do not cross. */
  checkout?: boolean;
}

/** Puts markup into a page of its own and waits until its form is drawn. */
export async function placed(site: Site, markup: string, { properties = {}, late = false, checkout = false }: How = {}, visit: Parameters<Site["visit"]>[1] = {}): Promise<Visit> {
  const visited = await site.visit("elements.html", visit);
  await visited.page.waitForFunction(() => "put" in globalThis);
  await visited.page.evaluate(([markup, properties, late, checkout]) => {
    const { put, createCheckout } = globalThis as unknown as { put(...parts: unknown[]): void; createCheckout(settings: object): object };
    put(markup, checkout ? { ...properties, checkout: createCheckout({ hook: "/hook" }) } : properties, late);
  }, [markup, properties, late, checkout] as const);
  if (!visit?.policy) await drawn(visited.page, 1);
  return visited;
}

/** Sets properties of the page's form. */
export const set = (page: Page, properties: object): Promise<void> =>
  page.evaluate((properties) => void Object.assign((globalThis as unknown as { element: object }).element, properties), properties);

/** What the page's form holds by its own account. */
export const values = (page: Page): Promise<object> => page.evaluate(() => (globalThis as unknown as { element: { values: object } }).element.values);

/** The name of the control that has the focus, or else the text of what has it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name || (document.activeElement?.textContent ?? ""));
