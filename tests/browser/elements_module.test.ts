/** `<kasir-form>` where the module cannot be had, and defined twice. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FIELDS } from "../../pkg-template/kasir/src/questions.ts";
import { drawn, placed, set, told } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();

const PULSA = { product: { kind: "pulsa" } };
const TOPUP = '<kasir-form operation="klikoo.product_buy" known="product_code" basket="order-1" receipt="slip"></kasir-form><kasir-receipt id="slip"></kasir-receipt>';
const READY = { context: PULSA, values: { product_code: "S10", value: "081234567890" } };

describe("where the module cannot be had", () => {
  const FALLBACK = '<kasir-form operation="klikoo.product_buy"><p>Isi di toko kami.</p><input type="hidden" slot="product_code" name="product_code" value="S10"></kasir-form>';

  test("what the page wrote inside stays, and the fault is told", async () => {
    const { page } = await placed(site, FALLBACK, {}, { policy: "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'" });
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length > 0);
    assert.deepEqual((await told(page)).faults, ["ERR_WASM_UNAVAILABLE"]);
    assert.equal(await page.locator("kasir-form").innerText(), "Isi di toko kami.");
  });

  test("it stays after a trap as well, until a change draws the form", async () => {
    const { page } = await site.visit("elements.html");
    await page.waitForFunction(() => "put" in globalThis);
    await page.evaluate(([markup, question]) => {
      const { trapping, put } = globalThis as unknown as { trapping: object; put(markup: string): void };
      Object.assign(trapping, { question, times: 1 });
      put(markup);
    }, [FALLBACK, FIELDS] as const);
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length > 0);
    assert.deepEqual((await told(page)).faults, ["ERR_TRAP"]);
    assert.equal(await page.getByText("Isi di toko kami.").count(), 1);
    await set(page, { context: PULSA });
    await drawn(page, 1);
    assert.equal(await page.getByText("Isi di toko kami.").count(), 0);
    assert.equal(await page.locator("form > [name=product_code]").inputValue(), "S10");
  });

  test("defined twice it is defined once", async () => {
    const { page, complaints } = await placed(site, TOPUP, { properties: READY });
    assert.equal(await page.evaluate(() => {
      const before = customElements.get("kasir-form");
      (globalThis as unknown as { define(): void }).define();
      return before === customElements.get("kasir-form");
    }), true);
    assert.deepEqual(complaints, []);
  });
});
