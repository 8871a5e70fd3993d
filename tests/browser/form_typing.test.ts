/** Values that are formatted while they are typed, by real key presses, in the control itself. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { bind, ready, shown, siteForTests, told } from "./forms/site.ts";

const site = siteForTests();
/** For one form after the other. */
let blank: Page;
before(async () => {
  ({ page: blank } = await site.visit("blank.html"));
});

async function topup(query = ""): Promise<{ page: Page; value: Locator; complaints: string[] }> {
  const { page, complaints } = await site.visit(`topup.html${query}`);
  await ready(page);
  const value = page.locator("#value");
  await value.focus();
  return { page, value, complaints };
}

describe("a telephone number", () => {
  test("is grouped at every key, and its brand told where the page has a place for it", async () => {
    const { page, value, complaints } = await topup();
    const steps: [string, string][] = [];
    for (const key of "081234567890") {
      await page.keyboard.press(key);
      steps.push([await shown(value), await page.locator("output").innerText()]);
    }
    assert.deepEqual(steps, [
      ["0|", ""], ["08|", ""], ["081|", ""], ["0812|", "Telkomsel"], ["0812-3|", "Telkomsel"], ["0812-34|", "Telkomsel"],
      ["0812-345|", "Telkomsel"], ["0812-3456|", "Telkomsel"], ["0812-3456-7|", "Telkomsel"], ["0812-3456-78|", "Telkomsel"],
      ["0812-3456-789|", "Telkomsel"], ["0812-3456-7890|", "Telkomsel"],
    ]);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    assert.deepEqual([await shown(value), await page.locator("output").innerText()], ["|", ""]);
    assert.deepEqual(complaints, []);
  });

  test("keeps the caret behind the same digit in the middle", async () => {
    const { page, value } = await topup();
    await page.keyboard.type("08124567890");
    assert.equal(await shown(value), "0812-4567-890|");
    for (let press = 0; press < 8; press += 1) await page.keyboard.press("ArrowLeft");
    assert.equal(await shown(value), "0812-|4567-890");
    await page.keyboard.press("3");
    assert.equal(await shown(value), "0812-3|456-7890");
  });

  test("loses the digit beyond a separator that is deleted, both ways", async () => {
    const { page, value } = await topup();
    await page.keyboard.type("081234567890");
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowLeft");
    assert.equal(await shown(value), "0812-3456-|7890");
    await page.keyboard.press("Backspace");
    assert.equal(await shown(value), "0812-345|7-890");
    await page.keyboard.press("Home");
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Delete");
    assert.equal(await shown(value), "0812-|4578-90");
  });

  test("is taken from the clipboard in any spelling", async () => {
    const { page, value } = await topup();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("+62 812 3456 7890"));
    await page.keyboard.press("ControlOrMeta+v");
    assert.equal(await shown(value), "+62 812-3456-7890|");
  });

  test("can be undone as far as the browser remembers, and typed on", async () => {
    const { page, value } = await topup();
    await page.keyboard.type("0812");
    await page.keyboard.press("ControlOrMeta+z");
    assert.notEqual(await value.inputValue(), "0812", "nothing was set, so the browser can undo it");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("08123");
    assert.equal(await shown(value), "0812-3|");
  });

  test("is left alone while an input method composes it", async () => {
    const { page, value } = await topup();
    const devtools = await page.context().newCDPSession(page);
    for (const text of ["0812", "081234567"]) {
      await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      assert.equal(await value.inputValue(), text);
    }
    assert.deepEqual((await told(page)).changes, []);
    await devtools.send("Input.insertText", { text: "081234567" });
    assert.equal(await shown(value), "0812-3456-7|");
    assert.deepEqual((await told(page)).changes.at(-1), { value: "0812-3456-7", msidn: "", amount: "" });
    await page.keyboard.press("8");
    assert.equal(await shown(value), "0812-3456-78|");
  });
});

describe("which control is formatted, and how", () => {
  const PASSENGER = "departure.passengers.0";

  for (const [name, keys, expected] of [
    ["order_detail.phone_number", "081234567890", "0812-3456-7890|"],
    [`${PASSENGER}.id_card_number`, "3174100912960001", "3174 1009 1296 0001|"],
    [`${PASSENGER}.dob`, "09121996", "09/12/1996|"],
    [`${PASSENGER}.name`, "081234567890", "081234567890|"],
    ["departure[passengers][0][dob]", "09121996", "09/12/1996|"],
    ["note", "081234567890", "081234567890|"],
  ] as const) {
    test(`${name}: ${expected}`, async () => {
      await bind(blank, `<form><label>Isian <input name="${name}"></label></form>`, "klikoo.transport_block_seat");
      await blank.locator("input").focus();
      await blank.keyboard.type(keys);
      assert.equal(await shown(blank.locator("input")), expected);
    });
  }

  for (const [product, keys, expected] of [
    ["pulsa", "081234567890", "0812-3456-7890|"],
    ["gopay", "081234567890", "0812-3456-7890|"],
    ["pln_prepaid", "01105691111", "0110 5691 111|"],
    ["pln_postpaid", "537176111111", "5371 7611 1111|"],
    ["bpjs", "8888801234567890", "8888801234567890|"],
    ["other", "081234567890", "081234567890|"],
  ] as const) {
    test(`a destination of ${product}: ${expected}`, async () => {
      await bind(blank, '<form><input name="value"></form>', "klikoo.product_buy", { context: { product: { kind: product } } });
      await blank.locator("input").focus();
      await blank.keyboard.type(keys);
      assert.equal(await shown(blank.locator("input")), expected);
    });
  }

  test("a page that learns what the product is formats by what it has learnt", async () => {
    const { page, value } = await topup();
    await page.keyboard.type("08123");
    assert.equal(await shown(value), "0812-3|");
    await page.evaluate(() => (document.body.dataset["product"] = "pln_prepaid"));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("01105");
    assert.equal(await shown(value), "0110 5|");
  });

  test("a control that stands outside its form is formatted and checked, and one of no form is not", async () => {
    await bind(blank, '<form id="it"></form><input aria-label="Dalam" name="msidn" form="it"><input aria-label="Luar" name="msidn">', "klikoo.product_buy");
    for (const [label, expected, invalid] of [["Dalam", "+62 812-3|", "true"], ["Luar", "+628123|", null]] as const) {
      await blank.getByLabel(label).focus();
      await blank.keyboard.type("+628123");
      assert.equal(await shown(blank.getByLabel(label)), expected);
      await blank.getByLabel(label).blur();
      assert.equal(await blank.getByLabel(label).getAttribute("aria-invalid"), invalid);
    }
  });

  test("a control of another form, which stands in this one, is not", async () => {
    await bind(blank, '<form><input name="msidn" form="other"><input name="value"></form><form id="other"></form>', "klikoo.product_buy", { context: { product: { kind: "pulsa" } } });
    await blank.locator("[name=msidn]").focus();
    await blank.keyboard.type("+628123");
    await blank.keyboard.press("Tab");
    assert.equal(await blank.locator("[name=msidn]").inputValue(), "+628123");
    assert.equal(await blank.locator(".kasir-error").count(), 0);
  });

  test("an amount is grouped in thousands", async () => {
    const { page } = await topup();
    const amount = page.locator("#amount");
    await amount.focus();
    await page.keyboard.type("1250000");
    assert.equal(await shown(amount), "1.250.000|");
  });

  test("the merchant can turn it off, or name a kind of value for a control of its own", async () => {
    await bind(blank, `<form>
      <input aria-label="Nomor" name="value" data-kasir-format="off"><input aria-label="Token" name="token" data-kasir-format="pln_token">
    </form>`, "klikoo.product_buy", { context: { product: { kind: "pulsa" } } });
    await blank.getByLabel("Nomor").focus();
    await blank.keyboard.type("081234567890");
    assert.equal(await shown(blank.getByLabel("Nomor")), "081234567890|");
    await blank.getByLabel("Token").focus();
    await blank.keyboard.type("02617700018017005623");
    assert.equal(await shown(blank.getByLabel("Token")), "0261 7700 0180 1700 5623|");
  });

  test("what is formatted has no maxlength, which would count the separators, until it is left as it was found", async () => {
    const left = '<input aria-label="Nama" name="order_detail.name" maxlength="5"><input aria-label="Promo" name="promo" maxlength="3"><input aria-label="Lain" name="departure.passengers.1.dob" data-kasir-format="off" maxlength="4">';
    await bind(blank, `<form>
      <input aria-label="HP" name="order_detail.phone_number" maxlength="13"><input aria-label="KTP" name="departure.passengers.0.id_card_number" maxlength="16">
      <input aria-label="Token" name="token" data-kasir-format="pln_token" maxlength="20">${left}
    </form>`, "klikoo.transport_block_seat");
    for (const [label, keys, expected] of [
      ["HP", "081234567890", "0812-3456-7890|"], ["KTP", "3174100912960001", "3174 1009 1296 0001|"], ["Token", "02617700018017005623", "0261 7700 0180 1700 5623|"],
      ["Nama", "Pandu Wijaya", "Pandu|"], ["Promo", "HEMAT", "HEM|"], ["Lain", "09121996", "0912|"],
    ] as const) {
      await blank.getByLabel(label).focus();
      await blank.keyboard.type(keys);
      assert.equal(await shown(blank.getByLabel(label)), expected);
    }
    await blank.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
    assert.deepEqual(await blank.locator("input").evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ maxLength }) => maxLength)), [13, 16, 20, 5, 3, 4]);
  });

  test("a maxlength is lifted as soon as the product makes a number of what was any text", async () => {
    const { page, value } = await topup("?product=other");
    await value.evaluate((input: HTMLInputElement) => (input.maxLength = 12));
    await page.keyboard.type("081234567890123");
    assert.equal(await shown(value), "081234567890|");
    await page.evaluate(() => (document.body.dataset["product"] = "pulsa"));
    await page.locator("#amount").focus();
    await value.fill("");
    await value.focus();
    await page.keyboard.type("081234567890");
    assert.equal(await shown(value), "0812-3456-7890|");
  });

  test("a control without a caret, and one that the page fills in by itself, keep what they hold", async () => {
    await bind(blank, `<form><input aria-label="Nominal" name="amount" type="number"><input aria-label="Nomor" name="msidn"></form>`, "klikoo.product_buy");
    await blank.getByLabel("Nominal").focus();
    await blank.keyboard.type("1250000");
    assert.equal(await blank.getByLabel("Nominal").inputValue(), "1250000");
    await blank.getByLabel("Nomor").evaluate((input: HTMLInputElement) => {
      input.value = "081234567890";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    assert.equal(await blank.getByLabel("Nomor").inputValue(), "081234567890");
    assert.equal(await blank.evaluate(() => document.activeElement?.getAttribute("name")), "amount", "the focus stays");
    assert.deepEqual((await told(blank)).faults, []);
  });

  test("a brand is told to an element that names its control, and other outputs are left alone", async () => {
    await bind(blank, `<form><input id="phone" name="msidn"><b data-kasir-hint="msidn">?</b><input id="amount" name="amount"><output for="amount">gratis</output></form>`, "klikoo.product_buy");
    await blank.locator("#phone").focus();
    await blank.keyboard.type("0817");
    assert.equal(await blank.locator("b").innerText(), "XL");
    await blank.locator("#amount").focus();
    await blank.keyboard.type("5000");
    assert.equal(await blank.locator("output").innerText(), "gratis");
  });
});

describe("whose telephone number it is", () => {
  const FORM = '<form><input name="amount"><input name="value" value="081234567890"><label data-kasir-hint="value">?</label><input name="msidn" id="proof"><output for="other proof"></output><button type="reset">Kosongkan</button></form>';
  const hints = (page: Page): Promise<string[]> => page.locator("label, output").allInnerTexts();
  const set = (page: Page, value: string, ...events: string[]): Promise<void> =>
    page.locator("#proof").evaluate((input: HTMLInputElement, [value, events]) => {
      input.value = value;
      for (const name of events) input.dispatchEvent(new Event(name, { bubbles: true }));
    }, [value, events] as const);

  test("is told of what the form holds already, and of what a script fills in", async () => {
    await bind(blank, FORM, "klikoo.product_buy", { context: { product: { kind: "pulsa" } } });
    assert.deepEqual(await hints(blank), ["Telkomsel", ""]);
    await set(blank, "0817", "input");
    assert.deepEqual(await hints(blank), ["Telkomsel", "XL"]);
    await set(blank, "0812", "change");
    assert.deepEqual(await hints(blank), ["Telkomsel", "Telkomsel"]);
    await set(blank, "", "input", "change");
    assert.deepEqual(await hints(blank), ["Telkomsel", ""]);
  });

  test("is told of what it holds again after a reset", async () => {
    await bind(blank, FORM, "klikoo.product_buy", { context: { product: { kind: "pulsa" } } });
    await blank.locator("[name=value]").focus();
    await blank.keyboard.press("ControlOrMeta+a");
    await blank.keyboard.type("0817");
    await blank.locator("#proof").focus();
    await blank.keyboard.type("0817");
    assert.deepEqual(await hints(blank), ["XL", "XL"]);
    await blank.getByRole("button").press("Enter");
    await blank.waitForFunction(() => document.querySelector("label")?.textContent === "Telkomsel");
    assert.deepEqual(await hints(blank), ["Telkomsel", ""]);
  });

  test("is told no more once the product is none that has one", async () => {
    const { page, value } = await topup();
    await page.keyboard.type("0812");
    assert.equal(await page.locator("output").innerText(), "Telkomsel");
    await page.evaluate(() => (document.body.dataset["product"] = "pln_prepaid"));
    await page.keyboard.press("3");
    assert.deepEqual([await shown(value), await page.locator("output").innerText()], ["0812 3|", ""]);
  });

  test("is told once, and what the page wrote there stays until there is something to tell", async () => {
    await bind(blank, FORM.replace(' value="081234567890"', ""), "klikoo.product_buy", { context: { product: { kind: "pulsa" } } });
    await blank.evaluate(() => {
      const told: string[] = [];
      Object.assign(globalThis, { hinted: told });
      const place = document.querySelector("label") as Node;
      new MutationObserver(() => told.push(place.textContent ?? "")).observe(place, { childList: true, characterData: true, subtree: true });
    });
    await blank.locator("[name=value]").focus();
    await blank.keyboard.type("081");
    assert.equal(await blank.locator("label").innerText(), "?");
    await blank.keyboard.type("234567890");
    assert.deepEqual(await blank.evaluate(() => (globalThis as unknown as { hinted: string[] }).hinted), ["Telkomsel"]);
    await blank.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
    assert.equal(await blank.locator("label").innerText(), "?");
  });
});
