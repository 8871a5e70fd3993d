/** `<kasir-form>` whose operation is changed to none or to an unknown one: no other form stays there to be sent. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { drawn, placed, set, told, values } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();

const PULSA = { product: { kind: "pulsa" } };

describe("an operation that is none", () => {
  const OWN = `<kasir-form operation="klikoo.product_buy" known="product_code" basket="order-1"><p>Isi di toko kami.</p><input slot="value" name="value" aria-label="Tujuan">
    <button slot="submit">Beli</button></kasir-form>`;
  const KNOWN = { properties: { context: PULSA, values: { product_code: "S10" } } };
  const gone = (page: Page): Promise<unknown> => page.locator("kasir-form form").waitFor({ state: "detached" });
  const left = (page: Page): Promise<unknown> => page.evaluate(() => {
    const { element } = globalThis as unknown as { element: HTMLElement & { form?: object; bound?: object } };
    return [element.form, element.bound, element.querySelectorAll("form, .kasir-summary, .kasir-error, [aria-invalid]").length];
  });

  for (const operation of ["klikoo.product_bye", null]) {
    test(`${operation ?? "nothing"} leaves no other form to be sent, but the page's own`, async () => {
      const { page, complaints } = await placed(site, OWN, KNOWN);
      await page.getByLabel("Tujuan").fill("0812");
      await page.getByRole("button").press("Enter");
      await page.locator(".kasir-summary").waitFor();
      await set(page, { operation });
      await gone(page);
      assert.deepEqual(await left(page), [undefined, undefined, 0]);
      assert.deepEqual([(await told(page)).faults, (await told(page)).drawn], [["ERR_UNKNOWN_OPERATION"], 1]);
      assert.equal(await page.getByText("Isi di toko kami.").isVisible(), true);
      await page.getByRole("button").press("Enter");
      assert.deepEqual([(await told(page)).sent, complaints], [[], []]);
    });
  }

  test("and that becomes one again draws what was typed, the page's own in its places", async () => {
    const { page } = await placed(site, OWN, KNOWN);
    await page.getByLabel("Tujuan").fill("081234567890");
    await page.locator("[name=msidn]").fill("081299990000");
    await set(page, { operation: "" });
    await gone(page);
    await set(page, { operation: "klikoo.product_buy" });
    await drawn(page, 2);
    assert.equal(await page.getByText("Isi di toko kami.").count(), 0);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0812-3456-7890", msidn: "0812-9999-0000" });
    await page.getByRole("button", { name: "Beli" }).press("Enter");
    assert.equal((await told(page)).sent.length, 1);
  });

  test("waits in silence where there was none from the beginning", async () => {
    const { page, complaints } = await site.visit("elements.html");
    await page.waitForFunction(() => "put" in globalThis);
    await page.evaluate(async () => {
      const { put, load } = globalThis as unknown as { put(markup: string): void; load(): Promise<unknown> };
      put("<kasir-form><p>Memuat…</p></kasir-form>");
      await load();
      await new Promise((resolve) => setTimeout(resolve));
    });
    assert.deepEqual([(await told(page)).faults, await page.locator("kasir-form").innerText(), complaints], [[], "Memuat…", []]);
    await set(page, { operation: "klikoo.product_buy" });
    await drawn(page, 1);
  });
});
