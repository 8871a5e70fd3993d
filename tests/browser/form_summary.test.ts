/** The summary of a submission, and issues that the page shows itself. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Issue, load } from "kasir";
import type { Page } from "playwright-core";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, siteForTests, told } from "./forms/site.ts";
import { HINT, OPTIONS, sentences, topup } from "./forms/topup.ts";

const site = siteForTests();
const kasir = await load();

describe("the summary", () => {
  for (const language of ["id", "en"] as const) {
    test(`takes the focus at a submission, counts, and links in the order of the page (${language})`, async () => {
      const page = await topup(site, `?language=${language}`);
      await page.locator("#value").focus();
      await page.keyboard.type("0812");
      await page.keyboard.press("Enter");
      const issues = sentences(kasir, { value: "0812", msidn: "", amount: "" }, { ...OPTIONS, language });
      const summary = page.locator("form").locator("xpath=preceding-sibling::*[1]");
      assert.equal(await summary.evaluate((box) => box === document.activeElement), true);
      const heading = { id: "Ada isian yang perlu diperbaiki: 3", en: "Some fields need to be corrected: 3" }[language];
      assert.equal(await summary.locator("h2").innerText(), heading);
      assert.equal(await page.getByRole("group", { name: heading }).count(), 1);
      assert.deepEqual(await summary.locator("a").allInnerTexts(), [issues["value"], issues["product_code"], issues["amount"]]);
      assert.deepEqual((await told(page)).sent, []);
      assert.deepEqual(await page.locator("[aria-live]").evaluateAll((lines) => lines.map((line) => line.getAttribute("aria-live"))), ["off", "off", "off"], "the summary tells it all");
    });
  }

  test("stands where the page wants it, and goes when the form is right", async () => {
    const page = await topup(site, "?summary");
    await page.getByRole("button").click();
    assert.equal(await page.locator("main > :last-child").getAttribute("class"), "kasir-summary");
    await page.locator("#value").fill("081234567890");
    await page.locator("#amount").fill("10000");
    await page.locator("[value=S10]").check();
    await page.getByRole("button").click();
    assert.equal(await page.locator(".kasir-summary").count(), 0);
    assert.deepEqual((await told(page)).sent, [{ values: { value: "0812-3456-7890", product_code: "S10", msidn: "", amount: "10.000" }, prevented: true, button: "pay" }]);
  });

  test("by keyboard alone: from the first field to the summary, to what is wrong, and to the submission", async () => {
    const page = await topup(site);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "value");
    await page.keyboard.type("0812345678901234");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assert.equal(await focused(), "product_code");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "amount");
    await page.keyboard.type("10000");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "kasir-summary");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), sentences(kasir, { value: "0812345678901234" })["value"]);
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "value");
    await page.keyboard.press("End");
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("Backspace");
    assert.deepEqual(await marked(page.locator("#value")), right(HINT));
    await page.keyboard.press("Enter");
    assert.deepEqual((await told(page)).sent.map(({ values }) => values), [{ value: "0812-3456-7890", product_code: "S10", msidn: "", amount: "10.000" }]);
  });

  test("advice stands in nobody's way and is told to the page alone", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form><input name="product_code" value="X1"><input name="value" value="081234567890"><input name="msidn" value="A1"><button>Beli</button></form>`,
      "klikoo.product_buy", { treatAsError: [] });
    await page.getByRole("button").click();
    const { sent, advice } = await told(page);
    assert.deepEqual(advice.map(({ code, name }) => [code, name]), [["msidn.not_phone", "msidn"]]);
    assert.equal(sent.length, 1);
    assert.equal(await page.locator(".kasir-summary, [aria-invalid]").count(), 0);
  });
});

describe("show", () => {
  const issue = (name: string, message: string, severity: Issue["severity"] = "error"): object =>
    ({ code: "msisdn.not_mobile", name, message, severity, path: name.split("."), pointer: `/${name}`, params: {} });

  const show = (page: Page, issues: object[]): Promise<void> =>
    page.evaluate((issues) => (globalThis as unknown as { bound: { show(issues: object[]): void } }).bound.show(issues), issues);

  test("tells what only the hook found, until the person edits that field", async () => {
    const page = await topup(site);
    await page.locator("#value").fill("081234567890");
    await show(page, [issue("value", "Nomor ini diblokir."), issue("amount", "Hanya saran.", "advice"), issue("selling_price", "Harga toko keliru.")]);
    assert.deepEqual(await marked(page.locator("#value")), wrong("Nomor ini diblokir.", HINT));
    assert.equal(await page.locator("#amount").getAttribute("aria-invalid"), null);
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), ["Harga toko keliru.", "Nomor ini diblokir."]);
    assert.equal(await page.evaluate(() => document.activeElement?.className), "kasir-summary");
    await page.locator("#amount").fill("10000");
    await page.locator("#amount").blur();
    assert.equal((await marked(page.locator("#value"))).validity, "Nomor ini diblokir.");
    await page.locator("#value").press("End");
    await page.keyboard.press("Backspace");
    assert.deepEqual(await marked(page.locator("#value")), right(HINT));
  });

  test("with what the rules find as well, each goes when it is mended", async () => {
    const page = await topup(site);
    await page.evaluate(() => {
      const { bound } = globalThis as unknown as { bound: { show(issues: object[]): void; validate(): object[] } };
      bound.show(bound.validate());
    });
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
    await page.locator("#amount").fill("10000");
    assert.deepEqual(await marked(page.locator("#amount")), right());
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
  });

  test("finds the controls of a form that is disabled while it waits, and their rows", async () => {
    const { page } = await site.visit("blank.html");
    const row = (number: number): string => `<fieldset><legend>Kursi ${number}</legend><input name="departure.passengers[${number}].name" value="Ayu"></fieldset>`;
    await bind(page, `<form><fieldset id="all"><input name="order_detail.name">
      <fieldset disabled><input name="order_detail.email"></fieldset><input name="order_detail.email">
      <input type="hidden" name="product_code" value="BUS"><button type="button" name="product_code">BUS</button>${row(9)}${row(7)}</fieldset></form>`, "klikoo.transport_block_seat");
    await page.evaluate(() => document.querySelector("form")?.requestSubmit());
    const disable = (disabled: boolean): Promise<void> => page.locator("#all").evaluate((all: HTMLFieldSetElement, disabled) => void (all.disabled = disabled), disabled);
    await disable(true);
    await show(page, [
      issue("order_detail.name", "Nama ini diblokir."), issue("departure.passengers.0.name", "Kursi ini terisi."), issue("departure.passengers.1.dob", "Terlalu muda."),
      issue("product_code", "Bus ini penuh."),
    ]);
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), ["Terlalu muda.", "Bus ini penuh.", "Nama ini diblokir.", "Kursi 9: Kursi ini terisi."]);
    assert.deepEqual(await page.locator(".kasir-error").evaluateAll((lines) => lines.map((line) => line.previousElementSibling?.getAttribute("name"))), ["order_detail.name", "departure.passengers[9].name"]);
    await disable(false);
    await page.locator(".kasir-summary a", { hasText: "Kursi 9" }).press("Enter");
    assert.deepEqual(await marked(page.locator("[name='departure.passengers[9].name']")), wrong("Kursi ini terisi."));
    await page.keyboard.type("Budi");
    assert.deepEqual(await marked(page.locator("[name='departure.passengers[9].name']")), right());
    await show(page, [issue("order_detail.email", "Email ini diblokir.")]);
    assert.deepEqual(await page.locator("[name='order_detail.email']").evaluateAll((inputs) => inputs.map((input) => input.getAttribute("aria-invalid"))), [null, "true"], "one that can be filled in comes first");
  });

  test("with nothing clears the form", async () => {
    const page = await topup(site);
    await show(page, [issue("value", "Nomor ini diblokir.")]);
    await show(page, []);
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
  });

  test("shows one issue for each field, the first", async () => {
    const page = await topup(site);
    await show(page, [issue("value", "Satu."), issue("value", "Dua.")]);
    assert.equal((await marked(page.locator("#value"))).validity, "Satu.");
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), ["Satu."]);
  });
});
