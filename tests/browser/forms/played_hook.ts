/** A hook that is played: what the page asks it for is kept, and what it answers is the test's. */
import type { Page, Route } from "playwright-core";

export interface Asked {
  path: string;
  body: { operation: string; input: object; basket?: string; expect?: object };
}

/** Answers the page's calls in the place of a hook, one answer after the other, the last one again and again. */
export async function play(page: Page, ...answers: { status?: number; body: object; until?: Promise<void> }[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.route("**/hook/**", async (route: Route) => {
    const { status = 200, body, until } = answers[Math.min(asked.length, answers.length - 1)] ?? { body: {} };
    const { pathname } = new URL(route.request().url());
    asked.push({ path: pathname, body: route.request().postDataJSON() });
    await until;
    const reference = route.request().headers()["idempotency-key"] ?? /[-\da-f]{36}$/.exec(pathname)?.[0] ?? "6d654219-d9b7-4e1a-8b51-99a5cafb11cb";
    const type = status < 300 ? "application/json" : "application/problem+json";
    await route.fulfill({ status, contentType: type, body: JSON.stringify(status < 300 ? { reference, receipt: null, ...body } : body) });
  });
  return asked;
}

/** The same for one answer, which waits until it is let go. */
export async function held(page: Page, answer: { status?: number; body: object }): Promise<() => void> {
  let release = (): void => undefined;
  const waits = new Promise<void>((resolve) => (release = resolve));
  await play(page, { ...answer, until: waits });
  return release;
}

export const press = (page: Page): Promise<void> => page.locator(".kasir-submit").press("Enter");
export const resulted = (page: Page, times = 1): Promise<unknown> =>
  page.waitForFunction((times) => (globalThis as unknown as { told: { results: object[] } }).told.results.length === times, times);

export const SUCCESS = { state: "success", answer: { state: "success", data: { transaction_id: "14429004", status: "SUCCESS", sn: "0123456789" } } };
