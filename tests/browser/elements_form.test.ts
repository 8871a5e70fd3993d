/** `<kasir-form>`: what it draws, what the page brings, and its rows. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { drawn, focused, placed, set, values } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();

const BUS = '<kasir-form id="bus" operation="klikoo.transport_block_seat"></kasir-form>';
const TOPUP = '<kasir-form operation="klikoo.product_buy"></kasir-form>';
const PULSA = { product: { kind: "pulsa" } };

/** Names as a screen reader says them. */
const labels = (page: Page): Promise<string[]> =>
  page.locator("kasir-form :is(input, select):not([type=hidden])").evaluateAll((controls) =>
    controls.map((control) => ((control as HTMLInputElement).labels?.[0]?.textContent ?? "").trim()));
const legends = (page: Page): Promise<string[]> => page.locator("kasir-form legend").allTextContents();

describe("what is drawn", () => {
  test("a labelled control for what a person fills in, described by its help, and no other", async () => {
    const { page, complaints } = await placed(site, TOPUP, { properties: { context: PULSA } });
    assert.deepEqual(await labels(page), ["Kode produk", "Nomor HP", "Nomor HP pelanggan (tidak wajib)"]);
    const value = page.getByRole("textbox", { name: "Nomor HP", exact: true });
    assert.deepEqual(
      await value.evaluate((input: HTMLInputElement) => [input.name, input.autocomplete, input.inputMode, input.ariaRequired]),
      ["value", "tel-national", "tel", "true"],
    );
    assert.equal(await value.evaluate((input) => document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent), "Misalnya 0812 3456 7890.");
    assert.deepEqual(await page.locator("kasir-form form").evaluate((form: HTMLFormElement) => [form.lang, form.getRootNode() === document]), ["id", true]);
    assert.deepEqual(complaints, []);
  });

  test("an open denomination asks for the amount, in English where that is told", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.product_buy" language="en" submit-label="Top up"></kasir-form>',
      { properties: { context: { product: { kind: "dana", open: true } } } });
    assert.deepEqual(await labels(page), ["Product code", "E-wallet mobile number", "Customer's mobile number (optional)", "Amount"]);
    assert.equal(await page.getByRole("button").innerText(), "Top up");
    assert.equal(await page.locator("form").getAttribute("lang"), "en");
  });

  test("groups by their names, a list that must have a row with one, a return trip left out", async () => {
    const { page } = await placed(site, BUS);
    assert.deepEqual(await legends(page), ["Perjalanan pergi", "Data penumpang", "Data penumpang 1", "Data pemesan"]);
    assert.deepEqual(await page.getByRole("button").allInnerTexts(), ["Hapus data penumpang 1", "Tambah data penumpang", "Tambah perjalanan pulang", "Kirim"]);
    const gender = page.getByLabel("Jenis kelamin");
    assert.deepEqual(await gender.locator("option").allInnerTexts(), ["", "Laki-laki", "Perempuan"]);
    assert.equal(await gender.getAttribute("name"), "departure.passengers.0.gender");
    assert.equal(await page.locator("#bus-order_detail\\.email").getAttribute("name"), "order_detail.email");
  });

  test("a list that may be empty is empty", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.attraction_buy" language="en"></kasir-form>');
    assert.deepEqual(await legends(page), ["Booking details", "Visitor details"]);
    await page.getByRole("button", { name: "Add visitor details" }).click();
    await page.getByRole("button", { name: "Add visitor's detail" }).click();
    assert.deepEqual(await legends(page), ["Booking details", "Visitor details", "Visitor details 1", "Visitor's detail", "Visitor's detail 1", "Visitor's detail 2"]);
    await page.getByLabel("Name of the detail").first().fill("passportNo");
    assert.deepEqual((await values(page) as { customers: object[] }).customers, [
      { customer_booking_field: [{ key: "passportNo", value: "" }, { key: "", value: "" }] },
    ]);
  });
});

describe("what the page brings", () => {
  test("properties that were set before the elements were defined", async () => {
    const { page } = await placed(site, "<kasir-form></kasir-form>",
      { late: true, properties: { operation: "klikoo.product_buy", language: "en", known: "product_code", context: PULSA, values: { product_code: "S10", value: "0812" } } });
    assert.deepEqual(await labels(page), ["Mobile number", "Customer's mobile number (optional)"]);
    assert.deepEqual(await values(page), { product_code: "S10", value: "0812", msidn: "" });
  });

  test("values one after the other, of which each changes what it names", async () => {
    const { page } = await placed(site, TOPUP, { properties: { context: PULSA } });
    await page.locator("[name=msidn]").fill("081299990000");
    const atOnce = await page.evaluate(() => {
      const { element } = globalThis as unknown as { element: HTMLElement & { values: object } };
      element.values = { product_code: "S10", value: "0811" };
      element.values = { value: "0812", msidn: undefined };
      return element.values;
    });
    const all = { product_code: "S10", value: "0812", msidn: "0812-9999-0000" };
    assert.deepEqual({ ...atOnce, msidn: "" }, { ...all, msidn: "" });
    await drawn(page, 2);
    assert.deepEqual(await values(page), { ...all, msidn: await page.locator("[name=msidn]").inputValue() });
    assert.equal(await page.locator("[name=value]").inputValue(), "0812");
  });

  test("values of a form with objects and lists, also before it is drawn and after it has gone", async () => {
    const { page } = await placed(site, BUS, { properties: { values: { order_detail: { name: "Ayu" } } } });
    const [before, pending] = await page.evaluate(() => {
      type Form = HTMLElement & { values: object };
      const fresh = document.createElement("kasir-form") as Form;
      Object.assign(fresh, { values: { departure: { trip_id: 5, passengers: [{ name: "Ayu" }] } } });
      Object.assign(fresh, { values: { departure: { passengers: [{ name: "Budi" }, {}] }, order_detail: { email: "a@b.id" } } });
      const { element } = globalThis as unknown as { element: Form };
      element.values = { order_detail: { email: "ayu@example.com" } };
      return [fresh.values, (element.values as { order_detail: object }).order_detail];
    });
    assert.deepEqual(before, { departure: { trip_id: 5, passengers: [{ name: "Budi" }, {}] }, order_detail: { email: "a@b.id" } });
    assert.deepEqual(pending, { name: "Ayu", email: "ayu@example.com", phone_number: "" });
    await drawn(page, 2);
    await page.locator("[name='order_detail.phone_number']").fill("0812");
    await page.locator("kasir-form").evaluate((element) => element.remove());
    assert.deepEqual((await values(page) as { order_detail: object }).order_detail, { name: "Ayu", email: "ayu@example.com", phone_number: "0812" });
  });

  test("its own markup in the place of a field, of a group and of the button, and more before that", async () => {
    const { page } = await placed(site, `<kasir-form operation="klikoo.transport_block_seat">
      <p>Memuat…</p>
      <input type="hidden" slot="product_code" name="product_code" value="BUS">
      <fieldset slot="departure.passengers"><legend>Kursi</legend><label>Siapa <input name="departure.passengers.4.name" value="Ayu"></label></fieldset>
      <label slot="terms"><input type="checkbox"> Setuju</label>
      <button slot="submit">Pesan</button>
    </kasir-form>`);
    assert.deepEqual(await legends(page), ["Perjalanan pergi", "Kursi", "Data pemesan"]);
    assert.deepEqual(await page.locator("kasir-form > form > *").evaluateAll((children) => children.slice(-2).map((child) => child.textContent.trim())), ["Setuju", "Pesan"]);
    assert.equal(await page.getByText("Memuat").count(), 0);
    await page.getByLabel("Siapa").fill("Sari");
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual(await legends(page), ["Outbound trip", "Kursi", "Contact person"]);
    assert.deepEqual(await values(page), {
      product_code: "BUS", departure: { trip_id: "", passengers: [{ name: "Sari" }] }, order_detail: { name: "", email: "", phone_number: "" },
    });
  });

  test("several elements in one place stand there one after the other, and one that it takes away does not come back", async () => {
    const { page } = await placed(site, `<kasir-form operation="klikoo.product_buy">
      <p slot="value">Satu</p><p slot="value">Dua</p><button slot="submit">Beli</button><button slot="submit" name="later">Nanti</button>
    </kasir-form>`);
    const texts = (): Promise<string[]> => page.locator("kasir-form form > :is(p, button)").allTextContents();
    assert.deepEqual(await texts(), ["Satu", "Dua", "Beli", "Nanti"]);
    await page.getByText("Satu").evaluate((element) => element.remove());
    await page.locator("kasir-form").evaluate((element) => element.insertAdjacentHTML("beforeend", "<p slot=value>Tiga</p>"));
    await set(page, { language: "en" });
    await drawn(page, 2);
    assert.deepEqual(await texts(), ["Dua", "Tiga", "Beli", "Nanti"]);
  });

  test("a null takes away what a field, an object or a list held", async () => {
    const { page } = await placed(site, BUS, { properties: { values: {
      product_code: "BUS", return: { trip_id: 5, passengers: [{ name: "Ayu" }] }, order_detail: { name: "Ayu", email: "ayu@example.com" },
    } } });
    assert.equal(await page.locator("[name='return.passengers.0.name'], [name='return.passengers.1.name']").first().inputValue(), "Ayu");
    await set(page, { values: { product_code: null, return: null, order_detail: { name: null } } });
    await drawn(page, 2);
    const held = await values(page) as { product_code: string; order_detail: object };
    assert.deepEqual([held.product_code, "return" in held, held.order_detail], ["", false, { name: "", email: "ayu@example.com", phone_number: "" }]);
    await page.getByRole("button", { name: "Tambah perjalanan pulang" }).click();
    assert.deepEqual(await page.locator("[name^='return.']").evaluateAll((controls) => controls.map((control) => (control as HTMLInputElement).value).join("")), "");
  });

  test("a list in which it knows something has no buttons, nor has the list around it", async () => {
    const known = "product_code customers.*.customer_booking_field.*.key";
    const { page } = await placed(site, '<kasir-form operation="klikoo.attraction_buy" language="en"></kasir-form>',
      { properties: { known, values: { customers: [{ customer_booking_field: [{ key: "passportNo" }] }] } } });
    assert.equal(await page.getByLabel("Value of the detail").count() + await page.locator("[name='customers.0.customer_booking_field.1.value']").count(), 1);
    assert.deepEqual(await page.getByRole("button").allInnerTexts(), ["Add booking details", "Send"]);
  });

  test("rows that it knows by their seats keep what was typed for the same seat", async () => {
    const known = "product_code departure.trip_id departure.passengers.*.seat_name";
    const seats = (...names: string[]) => ({ values: { product_code: "BUS", departure: { trip_id: 188336, passengers: names.map((seat_name) => ({ seat_name })) } } });
    const { page } = await placed(site, BUS, { properties: { known, ...seats("7", "8", "9") } });
    assert.deepEqual((await legends(page)).slice(2, 5), ["Data penumpang 7", "Data penumpang 8", "Data penumpang 9"]);
    assert.deepEqual(await page.getByRole("button").allInnerTexts(), ["Tambah perjalanan pulang", "Kirim"], "the page says which seats there are");
    const names = page.getByLabel("Nama penumpang");
    for (const [at, name] of ["Ayu", "Budi", "Citra"].entries()) await names.nth(at).fill(name);
    await set(page, seats("9", "7", "5"));
    await drawn(page, 2);
    const { departure } = await values(page) as { departure: { trip_id: string; passengers: { seat_name: string; name: string }[] } };
    assert.equal(departure.trip_id, "188336");
    assert.deepEqual(departure.passengers.map(({ seat_name, name }) => [seat_name, name]), [["9", "Citra"], ["7", "Ayu"], ["5", ""]]);
  });
});

describe("rows by the keyboard", () => {
  test("the focus goes into what is added and to the button when it is gone; numbers follow their places", async () => {
    const { page } = await placed(site, BUS, { properties: { language: "en" } });
    const add = page.getByRole("button", { name: "Add passenger details" });
    for (const name of ["Ayu", "Budi", "Citra"]) {
      if (name !== "Ayu") await add.press("Enter");
      await page.getByLabel("Passenger's name").last().fill(name);
    }
    await add.press("Space");
    assert.equal(await focused(page), "departure.passengers.3.seat_name");
    assert.equal(await page.locator('[name="departure.passengers.3.dob"]').getAttribute("autocomplete"), "section-departure.passengers.3 bday");
    await page.getByRole("button", { name: "Remove passenger details 2" }).press("Enter");
    assert.equal(await focused(page), "Add passenger details");
    assert.deepEqual((await legends(page)).filter((legend) => /\d$/.test(legend)), ["Passenger details 1", "Passenger details 2", "Passenger details 3"]);
    const { departure } = await values(page) as { departure: { passengers: { name: string }[] } };
    assert.deepEqual(departure.passengers.map(({ name }) => name), ["Ayu", "Citra", ""]);
  });

  test("a return trip comes and goes as a whole", async () => {
    const { page } = await placed(site, BUS, { properties: { language: "en" } });
    const add = page.getByRole("button", { name: "Add return trip" });
    await add.press("Enter");
    assert.equal(await focused(page), "return.trip_id");
    const trip = page.locator('[name="return.trip_id"]');
    assert.deepEqual(await trip.evaluate((input: HTMLInputElement) => [input.labels?.[0]?.textContent, input.ariaRequired]), ["Trip number", "true"], "with a return trip it has a trip");
    await page.keyboard.type("55");
    assert.equal(await add.isVisible(), false);
    assert.deepEqual((await values(page) as { return: object }).return, { trip_id: "55", passengers: [{ seat_name: "", name: "", dob: "", gender: "", id_card_number: "" }] });
    await page.getByRole("button", { name: "Remove return trip" }).press("Enter");
    assert.equal(await focused(page), "Add return trip");
    assert.equal("return" in await values(page), false);
    await add.press("Enter");
    assert.equal(await page.locator('[name="return.trip_id"]').inputValue(), "");
  });

  test("what was said of a row that is gone is taken back, and the page's onChange hears of it", async () => {
    const { page } = await placed(site, BUS, { properties: { language: "en" } });
    await page.evaluate(() => {
      const state = globalThis as unknown as { element: { options: object }; heard: object[] };
      state.heard = [];
      state.element.options = { onChange: (values: object) => state.heard.push(values) };
    });
    await drawn(page, 2);
    await page.getByRole("button", { name: "Add passenger details" }).press("Enter");
    await page.getByRole("button", { name: "Send" }).press("Enter");
    await page.locator(".kasir-summary").waitFor();
    assert.equal(await page.locator(".kasir-summary a", { hasText: "Passenger details 2: " }).count(), 5);
    const marks = await page.locator(".kasir-error").count();
    await page.getByRole("button", { name: "Remove passenger details 2" }).press("Enter");
    assert.equal(await page.locator(".kasir-error").count(), marks - 5);
    const links = page.locator(".kasir-summary a");
    assert.equal(await links.count(), marks - 5);
    assert.equal(await links.filter({ hasText: "Passenger details 2: " }).count(), 0);
    assert.match(await page.locator(".kasir-summary h2").innerText(), new RegExp(`: ${marks - 5}$`));
    assert.match(await page.locator(".kasir-summary").getAttribute("aria-label") ?? "", new RegExp(`: ${marks - 5}$`));
    await links.last().press("Enter");
    assert.equal(await focused(page), "order_detail.phone_number");
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: { departure: { passengers: object[] } }[] }).heard.at(-1)?.departure.passengers.length);
    assert.equal(heard, 1);
  });
});
