/** `<kasir-form>.values` in the page's own controls, and after a reset. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { drawn, placed, set, told, values } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();

const PULSA = { product: { kind: "pulsa" } };
const TOPUP = '<kasir-form operation="klikoo.product_buy"></kasir-form>';
const BUS = '<kasir-form operation="klikoo.transport_block_seat" language="en"></kasir-form>';
const OWN = `<kasir-form operation="klikoo.product_buy">
  <fieldset slot="product_code" name="product_code"><legend>Nominal</legend>
    <label><input type="radio" name="product_code" value="S5" checked> 5.000</label><label><input type="radio" name="product_code" value="S10"> 10.000</label></fieldset>
  <label slot="value">Tujuan <input name="value"></label>
  <label slot="msidn"><input type="checkbox" name="msidn" value="081299990000"> Beri tahu</label>
  <label slot="extra">Catatan <textarea name="note">Pagi</textarea></label>
  <button slot="submit" name="product_code" value="S5">Beli</button>
</kasir-form>`;
const SELECT = `<kasir-form operation="klikoo.product_buy">
  <select slot="product_code" name="product_code" aria-label="Nominal"><option value="S5">5.000<option value="S10">10.000<option value="S20">20.000</select>
  <textarea slot="value" name="value" aria-label="Tujuan"></textarea>
</kasir-form>`;

const reset = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { element: { form: HTMLFormElement } }).element.form.reset());

describe("values in the page's own controls", () => {
  test("reach radio buttons, a checkbox and an input, first and later", async () => {
    const { page, complaints } = await placed(site, OWN, { properties: { context: PULSA, values: { product_code: "S10", value: "081234567890", msidn: "081299990000" } } });
    assert.deepEqual(await values(page), { product_code: "S10", value: "081234567890", msidn: "081299990000" });
    assert.equal(await page.getByLabel("10.000").isChecked(), true);
    await set(page, { values: { product_code: "S5", value: "0813", msidn: null } });
    await drawn(page, 2);
    assert.deepEqual(await values(page), { product_code: "S5", value: "0813" });
    assert.deepEqual([await page.getByLabel("5.000").isChecked(), await page.getByRole("checkbox").isChecked()], [true, false]);
    assert.deepEqual([(await told(page)).faults, complaints], [[], []]);
  });

  test("reach a select and a textarea", async () => {
    const { page } = await placed(site, SELECT, { properties: { context: PULSA, values: { product_code: "S20", value: "0812" } } });
    assert.deepEqual(await values(page), { product_code: "S20", value: "0812", msidn: "" });
    await set(page, { values: { product_code: "S10", value: null } });
    await drawn(page, 2);
    assert.deepEqual([await page.getByLabel("Nominal").inputValue(), await page.getByLabel("Tujuan").inputValue()], ["S10", ""]);
  });

  test("change nothing that they do not name, be it typed, chosen or as the page wrote it", async () => {
    const { page } = await placed(site, OWN, { properties: { context: PULSA } });
    assert.deepEqual(await values(page), { product_code: "S5", value: "" });
    await set(page, { values: { product_code: "S5", value: "0811" } });
    await drawn(page, 2);
    await page.getByLabel("10.000").check();
    await page.getByRole("checkbox").check();
    await page.getByLabel("Tujuan").fill("0812");
    await page.getByLabel("Catatan").fill("Sore");
    await set(page, { language: "en" });
    await drawn(page, 3);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0812", msidn: "081299990000" });
    await page.getByRole("checkbox").uncheck();
    await set(page, { values: { value: "0813" } });
    await drawn(page, 4);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0813" });
    assert.equal(await page.getByLabel("Catatan").inputValue(), "Sore");
    await set(page, { values: { product_code: "S5" } });
    await drawn(page, 5);
    assert.equal(await page.getByLabel("5.000").isChecked(), true, "set once more, after another one was chosen");
  });

  test("reach a row whose names have brackets", async () => {
    const own = '<p slot="departure.passengers"><input name="departure[passengers][0][name]" aria-label="Name"></p>';
    const { page } = await placed(site, BUS.replace("><", `>${own}<`), { properties: { values: { departure: { passengers: [{ name: "Sari" }] } } } });
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Sari");
    await set(page, { values: { departure: { passengers: [{ name: "Budi" }] } } });
    await drawn(page, 2);
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Budi");
  });

  test("that are null change nothing and can be read before the form is drawn", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA, values: { value: "0812" } } });
    const held = await page.evaluate(() => {
      const { element } = globalThis as unknown as { element: { values: object | null } };
      element.values = null;
      return element.values;
    });
    assert.deepEqual(held, { product_code: "", value: "0812", msidn: "" });
  });

  test("leave a button what it stands for", async () => {
    const { page } = await placed(site, OWN, { properties: { context: PULSA, values: { product_code: "S10" } } });
    assert.equal(await page.getByRole("button").getAttribute("value"), "S5");
  });
});

describe("a reset", () => {
  test("goes back to what the page has set, and empties what it has not", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA, known: "product_code", values: { product_code: "S10", value: "081234567890" } } });
    await page.locator("[name=msidn]").fill("081299990000");
    await page.locator("[name=value]").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("081734567890");
    const hint = page.locator("[name=value] ~ .kasir-hint");
    assert.equal(await hint.textContent(), "XL");
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0817-3456-7890", msidn: "0812-9999-0000" });
    await reset(page);
    assert.deepEqual(await values(page), { product_code: "S10", value: "081234567890", msidn: "" });
    assert.equal(await hint.textContent(), "Telkomsel");
    await set(page, { values: { value: null } });
    await drawn(page, 3);
    await page.locator("[name=value]").fill("0812");
    await reset(page);
    assert.deepEqual(await values(page), { product_code: "S10", value: "", msidn: "" });
  });

  test("goes back to the choice that the page has set, in rows too", async () => {
    const { page } = await placed(site, BUS, { properties: { values: { departure: { passengers: [{ gender: "female", name: "Sari" }] } } } });
    const gender = page.getByLabel("Gender");
    await gender.selectOption("male");
    await page.getByLabel("Passenger's name").fill("Budi");
    await reset(page);
    assert.deepEqual([await gender.inputValue(), await page.getByLabel("Passenger's name").inputValue()], ["female", "Sari"]);
  });

  test("goes back to what the page has set in its own controls, or else has written", async () => {
    const { page } = await placed(site, OWN, { properties: { context: PULSA, values: { product_code: "S10", value: "0812" } } });
    await page.getByLabel("5.000").check();
    await page.getByLabel("Tujuan").fill("0813");
    await page.getByLabel("Catatan").fill("Sore");
    await reset(page);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0812" });
    assert.equal(await page.getByLabel("Catatan").inputValue(), "Pagi");
  });

  test("goes back to the option that the page has set in its own select", async () => {
    const { page } = await placed(site, SELECT, { properties: { context: PULSA, values: { product_code: "S20" } } });
    await page.getByLabel("Nominal").selectOption("S5");
    await reset(page);
    assert.equal(await page.getByLabel("Nominal").inputValue(), "S20");
  });
});
