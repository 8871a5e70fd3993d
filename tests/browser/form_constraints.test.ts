/** The merchant's own constraints, which the browser checks: of controls of no field, of `setCustomValidity`, and `formnovalidate`. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { bind, siteForTests, told } from "./forms/site.ts";

const site = siteForTests();

const OPTIONS = { context: { product: { kind: "pulsa" } } };
const NUMBER = '<input type="hidden" name="product_code" value="S10"><input name="value">';
const GOOD = { product_code: "S10", value: "0812-3456-7890" };

async function bound(markup: string, options: object = OPTIONS): Promise<Page> {
  const { page } = await site.visit("blank.html");
  await bind(page, markup, "klikoo.product_buy", options);
  await page.evaluate(() => addEventListener("invalid", ({ target }) => console.log((target as HTMLInputElement).name), { capture: true }));
  return page;
}

async function typeNumber(page: Page, number = "081234567890"): Promise<void> {
  await page.locator("[name=value]").focus();
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
}

/** The controls that the browser is told to be invalid while something is done. */
async function refused(page: Page, act: () => Promise<void>): Promise<string[]> {
  const names: string[] = [];
  const hear = (message: { text(): string }): void => void names.push(message.text());
  page.on("console", hear);
  await act();
  page.off("console", hear);
  return [...new Set(names)];
}

const focus = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute("name"));

describe("the page's own controls", () => {
  const TERMS = '<label><input type="checkbox" name="tos" required> Setuju</label>';

  for (const [what, control, keys] of [
    ["a required checkbox", TERMS, " "],
    ["an address", '<input type="email" name="account" value="bukan">', "@example.com"],
    ["a pattern", '<input name="promo" pattern="[A-Z]{4}" value="x">', "\bHEMA"],
    ["what nobody named", '<input required>', "x"],
  ] as const) {
    test(`${what}: are held to their own constraints once the rules find nothing`, async () => {
      const page = await bound(`<form>${NUMBER}<p>${control}</p><input name="note" required value="x"><button>Beli</button></form>`);
      await typeNumber(page, "0812");
      assert.equal(await page.locator(".kasir-summary").count(), 1, "first what the rules find");
      await page.locator("[name=value]").press("End");
      const [name = ""] = await refused(page, () => page.keyboard.type("34567890\n"));
      const own = page.locator("p input");
      assert.equal(name, (await own.getAttribute("name")) ?? "");
      assert.equal(await own.evaluate((input) => input === document.activeElement), true);
      assert.deepEqual([(await told(page)).sent, await page.locator(".kasir-summary, .kasir-error").count()], [[], 0]);
      await own.press("End");
      for (const key of keys) await page.keyboard.press(key === "\b" ? "Backspace" : key);
      await own.press("Enter");
      assert.deepEqual((await told(page)).sent, [GOOD]);
    });
  }

  test("each one hears that it is invalid, and the first has the focus", async () => {
    const page = await bound(`<form>${NUMBER}<input name="a" required><input name="b" required><button>Beli</button></form>`);
    assert.deepEqual(await refused(page, () => typeNumber(page)), ["a", "b"]);
    assert.equal(await focus(page), "a");
    assert.deepEqual((await told(page)).sent, []);
  });

  test("also where the browser sends the form", async () => {
    const page = await bound(`<form action="/sent">${NUMBER}${TERMS}<button>Beli</button></form>`, { ...OPTIONS, without: ["onSubmit"] });
    await typeNumber(page);
    assert.equal(await focus(page), "tos");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sent?**");
  });

  test("but not those of a form that is novalidate", async () => {
    const page = await bound(`<form novalidate>${NUMBER}${TERMS}<button>Beli</button></form>`);
    await typeNumber(page);
    assert.deepEqual((await told(page)).sent, [GOOD]);
  });

  test("so is a field that the page requires and the rules do not", async () => {
    const page = await bound(`<form>${NUMBER}<input name="msidn" required><button>Beli</button></form>`);
    assert.deepEqual(await refused(page, () => typeNumber(page)), ["msidn"]);
    assert.deepEqual([await focus(page), (await told(page)).sent], ["msidn", []]);
    await page.keyboard.type("081312345678\n");
    assert.deepEqual((await told(page)).sent, [{ ...GOOD, msidn: "0813-1234-5678" }]);
  });

  test("a pattern of a field that does not foresee its separators, and an own element that cannot be asked, stop nothing", async () => {
    const page = await bound(`<form>${NUMBER.replace("<input name", '<input pattern="[0-9]{12}" name')}<own-control></own-control><own-control name="msidn"></own-control><fieldset></fieldset><button>Beli</button></form>`);
    await page.evaluate(() => customElements.define("own-control", class extends HTMLElement {
      static formAssociated = true;
    }));
    await typeNumber(page);
    assert.deepEqual(await told(page), { sent: [GOOD], changes: (await told(page)).changes, advice: [], faults: [] });
  });
});

describe("a button with formnovalidate", () => {
  const DRAFT = '<button name="act" value="draft" formnovalidate formaction="/sent">Simpan</button>';
  const BUY = "<button>Beli</button>";

  for (const [what, options] of [["which onSubmit is not called with", OPTIONS], ["as the others", { ...OPTIONS, without: ["onSubmit"] }]] as const) {
    test(`has the form sent unchecked by the browser, ${what}`, async () => {
      const page = await bound(`<form>${BUY}${NUMBER}<input name="tos" required>${DRAFT}</form>`, options);
      await typeNumber(page, "0812");
      assert.equal(await page.locator(".kasir-summary").count(), 1);
      await page.getByRole("button", { name: "Simpan" }).press("Enter");
      await page.waitForURL("**/sent?**");
      assert.equal(new URL(page.url()).search, "?product_code=S10&value=0812&tos=&act=draft");
    });
  }

  test("is heard by the page, which may keep the draft itself", async () => {
    const page = await bound(`<form>${BUY}${NUMBER}${DRAFT}</form>`);
    await page.evaluate(() => document.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      document.body.append(`draft of ${(event.submitter as HTMLButtonElement).value}`);
    }));
    await page.getByRole("button", { name: "Simpan" }).press("Enter");
    await page.getByText("draft of draft").waitFor();
    assert.deepEqual([(await told(page)).sent, await page.locator(".kasir-summary").count()], [[], 0]);
  });
});

describe("a message of the page's own by setCustomValidity", () => {
  const FORM = `<form>${NUMBER}<button>Beli</button></form>`;
  const say = (page: Page, message: string): Promise<void> => page.locator("[name=value]").evaluate((input: HTMLInputElement, message) => input.setCustomValidity(message), message);
  const said = (page: Page): Promise<string> => page.locator("[name=value]").evaluate((input: HTMLInputElement) => input.validationMessage);
  const destroy = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());

  test("stays beside what the rules find, and stops the submission that they have nothing against", async () => {
    const page = await bound(FORM);
    await say(page, "Nomor ini diblokir.");
    await typeNumber(page, "0812");
    assert.match(await page.locator(".kasir-error").innerText(), /kurang angka/);
    assert.deepEqual([await said(page), await page.locator("[name=value]").getAttribute("aria-invalid")], ["Nomor ini diblokir.", "true"]);
    await page.locator("[name=value]").press("End");
    assert.deepEqual(await refused(page, () => page.keyboard.type("34567890\n")), ["value"]);
    assert.deepEqual([await said(page), await focus(page), await page.locator(".kasir-error, [aria-invalid]").count()], ["Nomor ini diblokir.", "value", 0]);
    assert.deepEqual((await told(page)).sent, []);
    await say(page, "");
    await page.keyboard.press("Enter");
    assert.deepEqual((await told(page)).sent, [GOOD]);
  });

  test("that comes while a sentence of the rules is shown stays when it goes", async () => {
    const page = await bound(FORM);
    await typeNumber(page, "0812");
    assert.match(await said(page), /kurang angka/);
    await page.locator("[name=value]").evaluate((input: HTMLInputElement) =>
      input.addEventListener("input", () => input.setCustomValidity(input.value.endsWith("90") ? "Nomor ini diblokir." : "")));
    await page.locator("[name=value]").press("End");
    assert.deepEqual(await refused(page, () => page.keyboard.type("34567890\n")), ["value"]);
    assert.equal(await said(page), "Nomor ini diblokir.");
    for (const key of ["Backspace", "1", "Enter"]) await page.keyboard.press(key);
    assert.deepEqual((await told(page)).sent, [{ ...GOOD, value: "0812-3456-7891" }]);
  });

  test("is there still when the form is left as it was found, and kasir's is not", async () => {
    const page = await bound(FORM);
    await say(page, "Nomor ini diblokir.");
    await typeNumber(page, "0812");
    await destroy(page);
    assert.equal(await said(page), "Nomor ini diblokir.");
    const other = await bound(FORM);
    await typeNumber(other, "0812");
    await other.locator("[name=value]").evaluate((input: HTMLInputElement) => (input.disabled = true));
    await destroy(other);
    await other.locator("[name=value]").evaluate((input: HTMLInputElement) => (input.disabled = false));
    assert.equal(await said(other), "");
  });
});
