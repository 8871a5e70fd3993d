/** The top-up form of topup.html, and what the rules say of what it holds. */
import assert from "node:assert/strict";
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

/** Presses the button behind a wrong number, which is not told while the pointer is down: its line would move the button away. */
export async function pressWhereItStands(page: Page): Promise<void> {
  await page.locator("#value").focus();
  await page.keyboard.type("0812");
  const box = await page.getByRole("button").boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 5, box.y + 2);
  await page.mouse.down();
  assert.equal(await page.locator(".kasir-error").count(), 0);
  await page.mouse.up();
}
