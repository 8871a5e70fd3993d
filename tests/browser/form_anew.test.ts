/** What is wrong with a control or a row that the page draws anew or takes away. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, siteForTests, told } from "./forms/site.ts";

const site = siteForTests();

const OPTIONS = { treatAsError: "typos", context: { product: { kind: "pulsa", open: true } } } as const;

describe("what an issue is told by, where the page changes its form", () => {
  test("a control that the page draws anew still has what is wrong, and the summary leads to it", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form>
      <fieldset data-kasir-group="product_code" data-kasir-missing="Pilih dulu yang ingin dibeli."><p id="cards">Isi nomornya dulu.</p></fieldset>
      <input name="value"><button>Beli</button>
    </form>`, "klikoo.product_buy", OPTIONS);
    await page.getByRole("button").click();
    assert.equal(await page.locator("fieldset .kasir-error").innerText(), "Pilih dulu yang ingin dibeli.");
    for (const code of ["S10", "S20"]) {
      await page.locator("input[name=value]").evaluate((input: HTMLInputElement, code) => {
        document.querySelector("#cards")!.innerHTML = `<label><input type="radio" name="product_code" value="${code}"> ${code}</label>`;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }, code);
      assert.deepEqual(await marked(page.locator("[type=radio]")), wrong("Pilih dulu yang ingin dibeli."));
      assert.equal(await page.locator("fieldset .kasir-error").count(), 1);
      await page.locator(".kasir-summary a", { hasText: "Pilih dulu" }).press("Enter");
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), code);
    }
    await page.keyboard.press("Space");
    assert.deepEqual(await marked(page.locator("[type=radio]")), right());
    assert.equal(await page.locator("fieldset .kasir-error").count(), 0);
  });

  for (const [what, change] of [
    ["removed", (input: HTMLInputElement) => input.remove()],
    ["hidden", (input: HTMLInputElement) => void (input.type = "hidden")],
    ["called otherwise", (input: HTMLInputElement) => void (input.name = "own")],
  ] as const) {
    test(`a marked control that is ${what} while its issue stays leaves the other ones checked`, async () => {
      const { page } = await site.visit("blank.html");
      await bind(page, '<form><input name="product_code"><input name="value"><button>Beli</button></form>', "klikoo.product_buy", OPTIONS);
      await page.getByRole("button").click();
      assert.equal(await page.locator(".kasir-error").count(), 2);
      await page.locator("[name=product_code]").evaluate(change);
      await page.locator("[name=value]").focus();
      await page.keyboard.type("081234567890");
      assert.deepEqual((await told(page)).faults, []);
      assert.deepEqual(await marked(page.locator("[name=value]")), right());
      assert.equal(await page.locator(".kasir-error, [aria-invalid]").count(), 0);
    });
  }

  test("a row that takes the place of one that is gone does not take over what was wrong with it", async () => {
    const { page } = await site.visit("blank.html");
    const row = (number: number): string => `<p id="row-${number}"><input name="departure.passengers.${number}.name"><input name="departure.passengers.${number}.dob"></p>`;
    await bind(page, `<form>${row(0)}${row(1)}</form>`, "klikoo.transport_block_seat");
    await page.locator("#row-0 [name$=dob]").fill("31/02/1990");
    await page.locator("#row-0 [name$=dob]").blur();
    assert.equal(await page.locator(".kasir-error").count(), 1);
    await page.evaluate(() => {
      document.querySelector("#row-0")?.remove();
      document.querySelector("#row-1 input")?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    assert.equal(await page.locator("[aria-invalid], .kasir-error").count(), 0);
  });

  test("a row that is gone takes along what only the hook found in it, and the summary lists what is left", async () => {
    const { page } = await site.visit("blank.html");
    const row = (number: number): string => `<fieldset id="row-${number}"><legend>Penumpang ${number}</legend><input name="departure.passengers.${number}.name" value="Ayu"></fieldset>`;
    await bind(page, `<form>${row(1)}${row(2)}<button type="button">Hapus</button></form>`, "klikoo.transport_block_seat");
    const found = (name: string, message: string) => ({ code: "x", path: [name], name, pointer: "/", severity: "error", params: {}, message });
    const issues = [found("departure.passengers.0.name", "Tiket ini habis."), found("departure.passengers.1.name", "Kursi ini terisi."), found("selling_price", "Harga toko keliru.")];
    const remove = (number: number) => page.evaluate((number) => {
      document.querySelector(`#row-${number}`)?.remove();
      const button = document.querySelector("form button");
      (button as HTMLElement).focus();
      button?.dispatchEvent(new Event("input", { bubbles: true }));
    }, number);
    await page.evaluate((issues) => (globalThis as unknown as { bound: { show(issues: object[]): void } }).bound.show(issues), issues);
    const summary = (): Promise<string[]> => page.locator(".kasir-summary :is(h2, li)").allInnerTexts();
    assert.deepEqual((await summary()).slice(1), ["Harga toko keliru.", "Penumpang 1: Tiket ini habis.", "Penumpang 2: Kursi ini terisi."]);
    await remove(1);
    assert.match((await summary())[0] ?? "", /: 2$/);
    assert.deepEqual((await summary()).slice(1), ["Harga toko keliru.", "Penumpang 2: Kursi ini terisi."]);
    await page.evaluate((issues) => (globalThis as unknown as { bound: { show(issues: object[]): void } }).bound.show(issues), issues.slice(0, 1));
    await remove(2);
    assert.equal(await page.locator(".kasir-summary, .kasir-error").count(), 0);
  });
});
