/** `<kasir-form>` drawn anew: what was typed, the rows, the focus, and what is wrong stay. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Language, load } from "kasir";
import type { Page } from "playwright-core";
import { drawn, focused, placed, set, told, values } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();
const kasir = await load();

const BUS = '<kasir-form id="bus" operation="klikoo.transport_block_seat"></kasir-form>';
const TOPUP = '<kasir-form operation="klikoo.product_buy"></kasir-form>';
const PULSA = { product: { kind: "pulsa" } } as const;

const labels = (page: Page): Promise<string[]> =>
  page.locator("kasir-form :is(input, select):not([type=hidden])").evaluateAll((controls) =>
    controls.map((control) => ((control as HTMLInputElement).labels?.[0]?.textContent ?? "").trim()));
const legends = (page: Page): Promise<string[]> => page.locator("kasir-form legend").allTextContents();

/** What the rules say of a top-up, by the names of its controls. */
const sentences = (form: object, language: Language): Record<string, string> =>
  Object.fromEntries(kasir.validate("klikoo.product_buy", form, { treatAsError: "typos", context: PULSA, language }).map(({ name, message }) => [name, message]));
const lines = (page: Page): Promise<string[]> => page.locator(".kasir-error").allTextContents();

describe("drawn anew", () => {
  test("in another language it keeps what was typed, the rows, the focus and the caret", async () => {
    const { page } = await placed(site, BUS);
    await page.getByRole("button", { name: "Tambah data penumpang" }).press("Enter");
    await page.keyboard.type("8B");
    await page.keyboard.press("ArrowLeft");
    await page.getByLabel("Jenis kelamin").last().selectOption("female");
    await page.locator('[name="departure.passengers.1.seat_name"]').focus();
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.equal(await focused(page), "departure.passengers.1.seat_name");
    await page.keyboard.type("x");
    const { departure } = await values(page) as { departure: { passengers: object[] } };
    assert.deepEqual(departure.passengers[1], { seat_name: "8xB", name: "", dob: "", gender: "female", id_card_number: "" });
    assert.deepEqual((await legends(page)).slice(1, 4), ["Passenger details", "Passenger details 1", "Passenger details 2"]);
  });

  test("a context that changes no control leaves the controls alone, but not the rules", async () => {
    const { page } = await placed(site, BUS);
    const trip = page.getByLabel("Nomor perjalanan");
    const control = await trip.elementHandle();
    await trip.focus();
    await page.keyboard.type("188336");
    await set(page, { context: { trip: { id: 5 } } });
    await page.keyboard.press("Tab");
    await page.locator("[name='departure.trip_id'][aria-invalid]").waitFor();
    assert.equal(await control?.evaluate((one) => one.isConnected), true);
    // What the page learns takes back what it was wrong about.
    await set(page, { context: { trip: { id: 188336 } } });
    await page.locator("[name='departure.trip_id']:not([aria-invalid])").waitFor();
    assert.equal((await told(page)).drawn, 1);
  });

  test("a context that makes another field of it draws that", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA } });
    await page.locator("[name=value]").focus();
    await page.keyboard.type("081234567890");
    await set(page, { context: { product: { kind: "pln_prepaid" } } });
    await drawn(page, 2);
    assert.deepEqual(await labels(page), ["Kode produk", "Nomor meter atau ID pelanggan PLN", "Nomor HP pelanggan (tidak wajib)"]);
    assert.equal(await page.locator("[name=value]").inputValue(), "0812-3456-7890");
  });

  test("after it was moved it is checked as before, and removed it hears nothing", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA } });
    await page.locator("[name=value]").focus();
    await page.keyboard.type("08123456");
    await page.evaluate(() => document.querySelector("main")?.prepend((globalThis as unknown as { element: Element }).element));
    await drawn(page, 2);
    await page.locator("[name=value]").focus();
    await page.keyboard.press("End");
    await page.keyboard.type("7890");
    assert.equal(await page.locator("[name=value]").inputValue(), "0812-3456-7890");
    const [sent, summary] = await page.evaluate(() => {
      const { element } = globalThis as unknown as { element: HTMLElement & { form: HTMLFormElement } };
      element.remove();
      const sent = element.form.dispatchEvent(new SubmitEvent("submit", { cancelable: true, bubbles: true }));
      return [sent, element.querySelector(".kasir-summary")];
    });
    assert.deepEqual([sent, summary], [true, null]);
    assert.deepEqual((await told(page)).sent, []);
  });

  test("another operation draws its own fields and keeps those of the same name", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.product_inquiry"></kasir-form>');
    await page.locator("[name=value]").fill("01105691111");
    await set(page, { operation: "klikoo.product_buy" });
    await drawn(page, 2);
    assert.equal(await page.locator("[name=value]").inputValue(), "01105691111");
    await set(page, { operation: "netzme.percentage_product" });
    await drawn(page, 3);
    assert.deepEqual(await labels(page), ["Persentase margin"]);
    assert.deepEqual(await values(page), { updatePercentage: "" });
  });
});

describe("the focus, where the form is drawn anew", () => {
  for (const typed of ["S10", ""]) {
    test(`goes on from a field that is asked no more, with "${typed}" in it`, async () => {
      const { page, complaints } = await placed(site, TOPUP, { properties: { context: PULSA } });
      await page.locator("[name=product_code]").focus();
      await page.keyboard.type(typed);
      await set(page, { known: "product_code" });
      await drawn(page, 2);
      assert.equal(await focused(page), "value");
      assert.deepEqual([(await told(page)).faults, complaints], [[], []]);
      assert.equal((await values(page) as { product_code?: string }).product_code, typed || undefined);
    });
  }

  test("stays on a button that was drawn, on the page's own, and where it was outside", async () => {
    const { page } = await placed(site, `<button>Bahasa</button>${BUS.replace("></", '><button slot="submit">Pesan</button></')}`);
    await page.getByRole("button", { name: "Tambah data penumpang" }).press("Enter");
    for (const [language, from, to] of [
      ["en", "Hapus data penumpang 2", "Remove passenger details 2"], ["id", "Add passenger details", "Tambah data penumpang"],
      ["en", "Pesan", "Pesan"], ["id", "Bahasa", "Bahasa"],
    ] as const) {
      const times = (await told(page)).drawn;
      await page.getByRole("button", { name: from, exact: true }).focus();
      await set(page, { language });
      await drawn(page, times + 1);
      assert.equal(await focused(page), to);
    }
  });
});

describe("what is wrong, where the form is drawn anew", () => {
  const known = { properties: { context: PULSA, known: "product_code", values: { product_code: "S10", value: "0812" } } };

  test("is told in the language of then, in the summary too, which keeps the focus", async () => {
    const { page } = await placed(site, TOPUP, known);
    await page.locator(".kasir-submit").press("Enter");
    for (const [language, times] of [["en", 2], ["id", 3]] as const) {
      await set(page, { language });
      await drawn(page, times);
      const { value } = sentences({ product_code: "S10", value: "0812" }, language);
      assert.deepEqual([await lines(page), await page.locator(".kasir-summary a").allTextContents()], [[value], [value]]);
      assert.equal(await page.evaluate(() => document.activeElement?.className), "kasir-summary");
      assert.equal(await page.locator(".kasir-summary").evaluate((summary) => summary.closest<HTMLElement>("[lang]")?.lang), language);
    }
    await page.locator("[name=value]").focus();
    await set(page, { language: "en" });
    await drawn(page, 4);
    assert.equal(await focused(page), "value");
    await page.keyboard.press("End");
    await page.keyboard.type("34567890");
    assert.deepEqual(await lines(page), []);
  });

  test("takes the focus from nobody, and not even where nobody has it", async () => {
    const { page } = await placed(site, `<button>Bahasa</button>${TOPUP}`, known);
    await page.locator(".kasir-submit").press("Enter");
    await page.getByRole("button", { name: "Bahasa" }).focus();
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual([await focused(page), await page.locator(".kasir-summary").count()], ["Bahasa", 1]);
    await page.getByRole("button", { name: "Bahasa" }).blur();
    await set(page, { language: "id" });
    await drawn(page, 3);
    assert.deepEqual([await page.evaluate(() => document.activeElement?.localName), await page.locator(".kasir-summary").count()], ["body", 1]);
  });

  test("is only what had been left, where nothing was sent, and nothing where it asks for something else", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA } });
    await page.locator("[name=value]").focus();
    await page.keyboard.type("0812");
    await page.keyboard.press("Tab");
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual(await lines(page), [sentences({ product_code: "S10", value: "0812" }, "en")["value"]]);
    assert.deepEqual([await focused(page), await page.locator(".kasir-summary").count()], ["msidn", 0]);
    await page.locator(".kasir-submit").press("Enter");
    await page.locator(".kasir-summary").waitFor();
    await set(page, { operation: "klikoo.product_inquiry" });
    await drawn(page, 3);
    assert.equal(await page.locator(".kasir-summary, .kasir-error").count(), 0);
  });

  test("and only the hook knew stays until it is edited, or as long as the summary where it has no place", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.product_buy" basket="order-1" known="product_code"></kasir-form>',
      { properties: { ...known.properties, values: { product_code: "S10", value: "081234567890" } } });
    await page.evaluate(() => {
      const issue = (name: string, message: string): object => ({ code: "msisdn.not_mobile", path: [name], name, pointer: `/${name}`, severity: "error", params: {}, message });
      const issues = [issue("value", "Nomor ini diblokir."), issue("product_code", "Produk ini habis.")];
      Object.assign((globalThis as unknown as { element: object }).element, { checkout: { submit: async () => ({ kind: "invalid", issues }) } });
    });
    await page.locator(".kasir-submit").press("Enter");
    await page.locator(".kasir-summary").waitFor();
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual([await lines(page), await page.locator(".kasir-summary li").allTextContents()], [["Nomor ini diblokir."], ["Produk ini habis.", "Nomor ini diblokir."]]);
    await page.locator("[name=value]").press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("1");
    await set(page, { language: "id" });
    await drawn(page, 3);
    assert.deepEqual([await lines(page), await page.locator(".kasir-summary li").allTextContents()], [[], ["Produk ini habis."]]);
  });

  test("whose number it is stays told, and is told of one that the page sets", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA } });
    await page.locator("[name=value]").focus();
    await page.keyboard.type("081234567890");
    const hint = page.locator("[name=value] ~ .kasir-hint");
    assert.equal(await hint.textContent(), "Telkomsel");
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.equal(await hint.textContent(), "Telkomsel");
    await set(page, { values: { value: "081734567890" } });
    await drawn(page, 3);
    assert.equal(await hint.textContent(), "XL");
  });

  test("a language that the page itself has said of the element stays", async () => {
    const { page } = await placed(site, '<kasir-form lang="en-GB" operation="klikoo.product_buy" language="en"></kasir-form>');
    assert.equal(await page.locator("kasir-form").getAttribute("lang"), "en-GB");
  });
});

for (const event of ["online", "focus"]) {
  test(`a form whose module was out of reach tries again at the window's next "${event}"`, async () => {
    const { page } = await site.visit("elements.html");
    await page.waitForFunction(() => "put" in globalThis);
    let tries = 0;
    await page.route("**/core.wasm", (route) => (++tries > 1 ? route.continue() : route.abort()));
    await page.evaluate((markup) => (globalThis as unknown as { put(markup: string): void }).put(markup), TOPUP);
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length > 0);
    assert.deepEqual([(await told(page)).faults, tries, await page.locator("form").count()], [["ERR_LOAD_FAILED"], 1, 0]);
    await page.evaluate((event) => void dispatchEvent(new Event(event)), event);
    await drawn(page, 1);
    assert.equal(tries, 2);
  });
}
