/** What a form reads as: the provider's keys nested by the names of the controls, rows as they stand in the page. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { load } from "kasir";
import type { Locator, Page } from "playwright-core";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, ready, siteForTests, told } from "./forms/site.ts";

const site = siteForTests();
const kasir = await load();
/** For one form after the other. */
let blank: Page;
before(async () => {
  ({ page: blank } = await site.visit("blank.html"));
});

interface Bound {
  read(): object;
  validate(): { code: string; name: string; severity: string }[];
}

const read = (page: Page): Promise<object> => page.evaluate(() => (globalThis as unknown as { bound: Bound }).bound.read());
const validate = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { bound: Bound }).bound.validate().map(({ code, name }) => `${name} ${code}`));

async function readingOf(controls: string, operation = "klikoo.product_buy"): Promise<object> {
  await bind(blank, `<form id="it">${controls}</form><input name="msidn" form="it" value="0812">`, operation);
  return read(blank);
}

describe("what a form reads as", () => {
  for (const [what, controls, expected] of [
    ["texts as they are typed, one of a form= control among them", '<input name="value" value=" 0812-3456 ">', { value: " 0812-3456 " }],
    ["a radio button that is checked", '<input type="radio" name="product_code" value="S5"><input type="radio" name="product_code" value="S10" checked>', { product_code: "S10" }],
    ["no radio button", '<input type="radio" name="product_code" value="S5">', {}],
    ["a checkbox that is checked, and none that is not", '<input type="checkbox" name="product_code" value="S5" checked><input type="checkbox" name="value" value="1">', { product_code: "S5" }],
    ["a select", '<select name="product_code"><option value="S5">5</option><option value="S10" selected>10</option></select>', { product_code: "S10" }],
    ["a select of many with one option", '<select name="product_code" multiple><option selected>S5</option><option>S10</option></select>', { product_code: "S5" }],
    ["a select of many with two options", '<select name="product_code" multiple><option selected>S5</option><option selected>S10</option></select>', { product_code: ["S5", "S10"] }],
    ["a text area", '<textarea name="value">0812</textarea>', { value: "0812" }],
    ["nothing that is disabled, also by its fieldset", '<input name="value" value="1" disabled><fieldset disabled><input name="product_code" value="S5"></fieldset>', {}],
    ["nothing without a name, no button, no output, no file", '<input value="1"><button name="value" value="2"></button><output name="value">3</output><input type="file" name="value">', {}],
    ["none of the page's own fields", '<input name="note" value="1"><input name="value.0" value="2"><input name="departure.trip_id" value="3">', {}],
    ["no name that is none", '<input name="__proto__" value="1"><input name="constructor" value="2"><input name="__proto__.value" value="3"><input name="toString" value="4">', {}],
    ["the merchant's fields where the page has them", '<input name="selling_price" value="21000">', { selling_price: "21000" }],
  ] as const) {
    test(what, async () => assert.deepEqual(await readingOf(controls), { ...expected, msidn: "0812" }));
  }

  test("several values of one field are an issue of that field", async () => {
    await bind(blank, '<form><input name="value" value="081234567890"><input name="value" value="081234567891"></form>', "klikoo.product_buy");
    assert.deepEqual((await validate(blank)).filter((issue) => issue.startsWith("value")), ["value field.wrong_type"]);
  });

  test("an object and its rows, by dots or brackets", async () => {
    const names = ["departure.trip_id", "departure[passengers][0][name]", "departure.passengers[0].dob", "departure.passengers.1.name", "order_detail.email"];
    const expected = { departure: { trip_id: "1", passengers: [{ name: "2", dob: "3" }, { name: "4" }] }, order_detail: { email: "5" } };
    assert.deepEqual(await readingOf(names.map((name, at) => `<input name="${name}" value="${at + 1}">`).join(""), "klikoo.transport_block_seat"), expected);
  });

  test("rows within rows, in the order of the page, whatever their numbers", async () => {
    const names = ["customers.7.customer_booking_field.3.value", "customers.7.customer_booking_field.1.value", "customers.2.customer_booking_field.0.value", "customers.7.customer_booking_field.3.key"];
    const expected = { customers: [{ customer_booking_field: [{ value: "1", key: "4" }, { value: "2" }] }, { customer_booking_field: [{ value: "3" }] }] };
    assert.deepEqual(await readingOf(names.map((name, at) => `<input name="${name}" value="${at + 1}">`).join(""), "klikoo.attraction_buy"), expected);
  });

  test("nothing that it reads changes the objects of the page", async () => {
    await bind(blank, '<form><input name="__proto__.value" value="1"><input name="constructor.prototype.value" value="2"></form>', "klikoo.product_buy");
    await read(blank);
    assert.equal(await blank.evaluate(() => "value" in {}), false);
  });
});

describe("rows that the page's own code adds and removes", () => {
  async function bus(language = "id"): Promise<Page> {
    const { page } = await site.visit(`bus.html?language=${language}`);
    await ready(page);
    return page;
  }

  const seat = (page: Page, number: number): Locator => page.getByRole("checkbox", { name: `Kursi ${number}` });
  const control = (page: Page, number: number, name: string): Locator => page.locator(`[name="departure.passengers[${number}].${name}"]`).first();

  async function fillPassenger(page: Page, number: number, name: string): Promise<void> {
    await control(page, number, "name").fill(name);
    await control(page, number, "dob").fill("09/12/1996");
    await control(page, number, "gender").check();
    await control(page, number, "id_card_number").fill("3174100912960001");
  }

  test("are read, formatted and checked without being told of", async () => {
    const page = await bus();
    await seat(page, 8).check();
    await control(page, 8, "dob").focus();
    await page.keyboard.type("31021996");
    await page.keyboard.press("Tab");
    assert.equal(await control(page, 8, "dob").inputValue(), "31/02/1996");
    assert.deepEqual(await marked(control(page, 8, "dob")), wrong(kasir.message({ code: "date.not_real_day", params: {} }, "id")));
    assert.equal(await control(page, 8, "name").getAttribute("autocomplete"), "section-departure.passengers.8 name");
    await seat(page, 8).uncheck();
    assert.equal(await page.locator("[aria-invalid], .kasir-error").count(), 0);
    assert.deepEqual(Object.keys(await read(page)), ["product_code", "departure", "order_detail"]);
  });

  test("carry the issues of their own passengers, whatever numbers their names have", async () => {
    const page = await bus("en");
    await seat(page, 9).check();
    await seat(page, 7).check();
    await seat(page, 8).check();
    await fillPassenger(page, 9, "Pandu Wijaya");
    await fillPassenger(page, 8, "Ayu Lestari");
    await seat(page, 9).uncheck();
    await page.getByRole("button", { name: "Pesan" }).click();
    assert.equal((await marked(control(page, 7, "name"))).invalid, "true");
    assert.deepEqual(await marked(control(page, 8, "name")), right());
    const links = await page.locator(".kasir-summary a").allInnerTexts();
    assert.deepEqual(links.filter((text) => text.startsWith("Kursi")).map((text) => text.slice(0, 9)), Array(4).fill("Kursi 7: "));
    assert.equal(await page.locator("fieldset fieldset .kasir-error").count(), 1, "the gender's stands in its own fieldset, and is told by the passenger's");
    await page.locator(".kasir-summary a", { hasText: "Kursi 7" }).first().press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "departure.passengers[7].name");
  });

  test("have their issues of the whole row, and those of no row, told in the page", async () => {
    const page = await bus();
    await page.getByRole("button", { name: "Pesan" }).click();
    const group = page.locator("[data-kasir-group]");
    const line = group.locator(".kasir-error");
    await line.waitFor();
    assert.deepEqual((await validate(page)).filter((issue) => issue.startsWith("departure")), ["departure.passengers field.missing"]);
    await page.locator(".kasir-summary a", { hasText: await line.innerText() }).press("Enter");
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), "7");
    await page.keyboard.press("Space");
    assert.equal(await line.count(), 0, "a seat was chosen");
  });

  test("have the issue of a hidden field told at the group of their row", async () => {
    const { page } = await site.visit("blank.html");
    const row = (number: number): string => `<fieldset name="departure.passengers[${number}]"><legend>Baris ${number}</legend>
      <input type="hidden" name="departure.passengers[${number}].seat_name" value="7"></fieldset>`;
    await bind(page, `<form>${row(5)}${row(3)}</form>`, "klikoo.transport_block_seat");
    await page.evaluate(() => (globalThis as unknown as { form: HTMLFormElement }).form.requestSubmit());
    const lines = await page.locator("fieldset > .kasir-error").allInnerTexts();
    const [one = "", other = ""] = lines;
    assert.equal(lines.length, 2, "what lacks a control is told in one line");
    assert.match(one, /^Nama .* Tanggal .* Nomor KTP/);
    const duplicate = kasir.message({ code: "rows.duplicate", params: { first: 1 } }, "id");
    assert.deepEqual([one.includes(duplicate), other.includes(duplicate)], [false, true]);
  });

  test("are sent as they stand, by keyboard alone", async () => {
    const page = await bus();
    const next = async (keys?: string): Promise<void> => {
      await page.keyboard.press("Tab");
      if (keys) await page.keyboard.type(keys);
    };
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await next();
    await next("Pandu");
    await next("pandu@example.com");
    await next("081234567890");
    await next("Pandu Wijaya");
    await next("09121996");
    await next(" ");
    await next("3174100912960001");
    await next("PROMO");
    await page.keyboard.press("Enter");
    const passenger = { seat_name: "8", name: "Pandu Wijaya", dob: "09/12/1996", gender: "male", id_card_number: "3174 1009 1296 0001" };
    assert.deepEqual((await told(page)).sent, [{
      product_code: "BUS", departure: { trip_id: "188336", passengers: [passenger] },
      order_detail: { name: "Pandu", email: "pandu@example.com", phone_number: "0812-3456-7890" },
    }]);
  });
});
