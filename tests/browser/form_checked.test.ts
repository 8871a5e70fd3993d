/** When a field is checked: while it is typed, when it is left, when a choice is made. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, siteForTests, told } from "./forms/site.ts";
import { HINT, pressWhereItStands, sentences, topup } from "./forms/topup.ts";

const site = siteForTests();
const kasir = await load();

describe("when a field is checked", () => {
  test("not while it is first typed, but when it is left with something in it", async () => {
    const page = await topup(site);
    const value = page.locator("#value");
    await value.focus();
    await page.keyboard.type("0812");
    assert.deepEqual(await marked(value), right(HINT));
    await page.keyboard.press("Tab");
    const { value: sentence = "" } = sentences(kasir, { value: "0812" });
    assert.match(sentence, /kurang angka/);
    assert.deepEqual(await marked(value), wrong(sentence, HINT));
    assert.equal(await page.locator(".kasir-error").innerText(), sentence);
  });

  test("once it was wrong, at every key until it is right", async () => {
    const page = await topup(site);
    const value = page.locator("#value");
    await value.focus();
    await page.keyboard.type("0812");
    await page.keyboard.press("Tab");
    await value.focus();
    await page.keyboard.press("End");
    const steps: (string | null)[] = [];
    for (const key of "345678") {
      await page.keyboard.press(key);
      steps.push((await marked(value)).invalid);
    }
    assert.deepEqual(steps, ["true", "true", "true", "true", "true", null]);
    assert.deepEqual(await marked(value), right(HINT));
    assert.equal(await page.locator(".kasir-error").count(), 0);
    await page.keyboard.press("Backspace");
    assert.deepEqual(await marked(value), right(HINT), "it is being typed again, and not left yet");
  });

  test("what was wrong and is emptied lacks something now", async () => {
    const page = await topup(site);
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await page.keyboard.press("Tab");
    await page.locator("#value").fill("");
    assert.deepEqual(await marked(page.locator("#value")), wrong(sentences(kasir, { value: "" })["value"] ?? "", HINT));
  });

  test("nobody is scolded for a field that was only passed through", async () => {
    const page = await topup(site);
    await page.locator("#value").focus();
    for (let press = 0; press < 8; press += 1) await page.keyboard.press("Tab");
    assert.equal(await page.locator("[aria-invalid], .kasir-error, :invalid").count(), 0);
    assert.equal(await page.locator("#value").getAttribute("maxlength"), null);
  });

  test("a value that the browser fills in is checked without a visit", async () => {
    const page = await topup(site);
    await page.locator("#value").evaluate((input: HTMLInputElement) => {
      input.value = "0812";
      for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, { bubbles: true }));
    });
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
  });

  test("by the mouse, but the line that comes up does not move away what is being pressed", async () => {
    const page = await topup(site);
    await pressWhereItStands(page);
    await page.locator(".kasir-summary").waitFor();
    await page.locator("#amount").focus();
    await page.keyboard.type("1,5");
    await page.locator("h1").click();
    await page.locator("[data-kasir-error=amount]:not(:empty)").waitFor();
    assert.equal(await page.locator("#value + output + .kasir-error, #value + .kasir-error").count(), 1);
  });

  test("by the mouse, also where what is pressed keeps the end of it to itself", async () => {
    const page = await topup(site);
    await page.locator("h1").evaluate((heading) => heading.addEventListener("mouseup", (event) => event.stopPropagation()));
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await page.locator("h1").click();
    await page.locator("#value + .kasir-error").waitFor();
  });

  test("what is marked is checked and dressed by what the page has learnt, once it says so", async () => {
    const page = await topup(site);
    const { faults } = await told(page);
    const value = page.locator("#value");
    const learn = (product: string): Promise<void> => page.evaluate((product) => {
      document.body.dataset["product"] = product;
      (globalThis as unknown as { bound: { refresh(): void } }).bound.refresh();
    }, product);
    await value.focus();
    await page.keyboard.type("01105691111");
    await page.keyboard.press("Tab");
    assert.deepEqual(await marked(value), wrong(sentences(kasir, { value: "01105691111" })["value"] ?? "", HINT));
    assert.equal(await value.getAttribute("autocomplete"), "tel-national");
    await learn("pln_prepaid");
    assert.deepEqual(await marked(value), right(HINT));
    assert.equal(await value.getAttribute("autocomplete"), "off");
    await learn("pulsa");
    assert.deepEqual(await marked(value), right(HINT), "what is not marked waits until it is left");
    assert.deepEqual(faults, []);
  });

  test("a choice that is pressed is checked at once", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, '<form><label><input type="radio" name="departure.passengers.0.gender" value="x"> X</label></form>', "klikoo.transport_block_seat");
    await page.getByText("X").click();
    assert.equal((await marked(page.locator("input"))).invalid, "true");
  });

  test("a choice is checked when it is made, also one of a list", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form>
      <input name="customers.0.customer_booking_field.0.key" value="x">
      <select aria-label="Negara" name="buyer_country"><option value="">Pilih</option><option value="zz">Zz</option><option value="id">Indonesia</option></select>
    </form>`, "klikoo.attraction_buy");
    const country = page.getByLabel("Negara");
    await country.selectOption("zz");
    assert.equal((await marked(country)).invalid, "true");
    await country.selectOption("id");
    assert.deepEqual(await marked(country), right());
  });
});
