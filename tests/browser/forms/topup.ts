/** The top-up form of topup.html, and what the rules say of what it holds. */
import type { Kasir, OperationId, Options } from "kasir";
import type { Page } from "playwright-core";
import { ready, type Site } from "./site.ts";

export const OPTIONS = { treatAsError: "typos", context: { product: { kind: "pulsa", open: true } } } as const;

/** What describes the number's control at all times. */
export const HINT = "Contoh: 0812-3456-7890";

export async function topup(site: Site, query = ""): Promise<Page> {
  const { page } = await site.visit(`topup.html${query}`);
  await ready(page);
  return page;
}

/** What the rules say of such a form, by the names of its controls. */
export function sentences(kasir: Kasir, form: object, options: Options = OPTIONS, operation: OperationId = "klikoo.product_buy"): Record<string, string> {
  const issues = kasir.validate(operation, form, options);
  return Object.fromEntries(issues.map(({ name, message }) => [name, message]));
}

export async function fillTopup(page: Page): Promise<void> {
  await page.locator("[value=S10]").check();
  await page.locator("#amount").fill("10000");
  await page.locator("#value").fill("081234567890");
}
