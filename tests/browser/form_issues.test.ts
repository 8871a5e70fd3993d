/** Where an issue is told: at the control, to the browser, to who cannot see it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, siteForTests } from "./forms/site.ts";
import { OPTIONS, sentences, topup } from "./forms/topup.ts";

const site = siteForTests();
const kasir = await load();

describe("what an issue is told by", () => {
  test("it stands behind the label that its control is in, so that it is no part of its name", async () => {
    const page = await topup(site);
    const msidn = page.locator("[name=msidn]");
    await msidn.focus();
    await page.keyboard.type("12");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("label + .kasir-error").innerText(), sentences(kasir, { msidn: "12" })["msidn"]);
    assert.equal(await page.getByRole("textbox", { name: "Nomor untuk bukti", exact: true }).count(), 1);
  });

  test("it is told politely where the focus has moved on, in the merchant's own element where there is one", async () => {
    const page = await topup(site);
    const line = page.locator("[data-kasir-error=amount]");
    await page.locator("#amount").focus();
    await page.keyboard.type("1,5");
    await page.keyboard.press("Tab");
    const { amount } = sentences(kasir, { amount: "1,5" });
    assert.deepEqual([await line.innerText(), await line.getAttribute("aria-live"), await page.locator(".kasir-error").count()], [amount, "polite", 0]);
    await page.locator("#amount").fill("15");
    assert.deepEqual([await line.innerText(), await line.getAttribute("aria-live"), await line.getAttribute("id")], ["", null, null]);
  });

  test("a merchant's element that is hidden, has an id and its own role is shown, and left as it was", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form><input name="value" aria-invalid="false"><p id="own" role="alert" data-kasir-error="value" hidden>Server: salah</p></form>`, "klikoo.product_buy", OPTIONS);
    const line = page.locator("#own");
    await page.locator("input").fill("0812");
    await page.locator("input").blur();
    assert.equal(await line.evaluate(({ outerHTML }) => outerHTML.replace(/>.*</, "><")), '<p id="own" role="alert" data-kasir-error="value"></p>');
    assert.equal(await line.innerText(), sentences(kasir, { value: "0812" })["value"]);
    await page.locator("input").fill("081234567890");
    assert.equal(await line.evaluate(({ outerHTML }) => outerHTML), '<p id="own" role="alert" data-kasir-error="value" hidden=""></p>');
    assert.equal(await page.locator("input").getAttribute("aria-invalid"), "false");
  });

  test("every radio button of a name is described, at the end of their fieldset", async () => {
    const page = await topup(site);
    // A grid of cards and what the page keeps beside them, as shops have it.
    await page.locator("fieldset").evaluate((set) => {
      const grid = document.createElement("div");
      grid.append(...set.querySelectorAll("label"));
      set.append(grid, Object.assign(document.createElement("input"), { type: "hidden", name: "msidn" }));
    });
    await page.getByRole("button").click();
    const sentence = sentences(kasir, {})["product_code"] ?? "";
    for (const radio of await page.locator("[type=radio]").all()) assert.deepEqual(await marked(radio), wrong(sentence));
    assert.equal(await page.locator("fieldset > :last-child").innerText(), sentence);
    await page.locator("[type=radio]").first().focus();
    await page.keyboard.press("Space");
    for (const radio of await page.locator("[type=radio]").all()) assert.deepEqual(await marked(radio), right());
  });

  test("an issue of a hidden field is told at the group of its name, in the page's own words where it has some", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form>
      <input type="hidden" name="product_code">
      <fieldset data-kasir-group="product_code" data-kasir-missing="Pilih dulu yang ingin dibeli." aria-describedby="hint">
        <legend>Nominal</legend> <span id="hint">Harga sudah termasuk biaya</span> <button type="button">10.000</button>
      </fieldset>
      <button>Beli</button>
    </form>`, "klikoo.product_buy");
    await page.getByRole("button", { name: "Beli" }).click();
    const group = page.locator("fieldset");
    const described = () => group.evaluate((box) => (box.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent));
    assert.deepEqual(await described(), ["Pilih dulu yang ingin dibeli.", "Harga sudah termasuk biaya"]);
    await page.locator(".kasir-summary a", { hasText: "Pilih dulu" }).press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "10.000");
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>("[name=product_code]")!.value = "S10";
      document.querySelector("fieldset")!.dispatchEvent(new Event("change", { bubbles: true }));
    });
    assert.deepEqual(await described(), ["Harga sudah termasuk biaya"]);
  });

  test("radio buttons among the other controls of a row are told behind themselves, and by the row's name", async () => {
    const { page } = await site.visit("blank.html");
    const row = (number: number): string => `<fieldset><legend>Penumpang ${number}</legend>
      <input type="radio" aria-label="L" name="departure.passengers.${number}.gender" value="male"><label><input type="radio" name="departure.passengers.${number}.gender" value="female"> P</label>
      <input name="departure.passengers.${number}.name" value="Ayu"></fieldset>`;
    await bind(page, `<form><fieldset><legend>Rombongan</legend>${row(1)}${row(2)}</fieldset><button>Beli</button></form>`, "klikoo.transport_block_seat");
    await page.getByRole("button").click();
    const sentence = kasir.validate("klikoo.transport_block_seat", { departure: { passengers: [{ name: "Ayu" }] } }).find(({ name }) => name.endsWith("gender"))?.message ?? "";
    assert.deepEqual(await page.locator("label + .kasir-error").allInnerTexts(), [sentence, sentence]);
    assert.deepEqual(await page.locator(".kasir-summary a", { hasText: sentence }).allInnerTexts(), [`Penumpang 1: ${sentence}`, `Penumpang 2: ${sentence}`]);
    for (const radio of await page.locator("[type=radio]").all()) assert.deepEqual(await marked(radio), wrong(sentence));
  });

  test("what stands beside a control outside its form serves it, and what stands in another form does not", async () => {
    const { page } = await site.visit("blank.html");
    const places = '<b data-kasir-error="msidn"></b><output for="proof"></output><i data-kasir-hint="value"></i><p data-kasir-group="product_code"></p>';
    const markup = `<form id="it"><button>Beli</button></form>
      <form id="other">${places}</form><section><input id="proof" name="msidn" form="it"><input name="value" form="it">${places}</section>`;
    await bind(page, markup, "klikoo.product_buy", OPTIONS);
    await page.locator("#proof").focus();
    await page.keyboard.type("08170");
    await page.locator("[name=value]").focus();
    await page.keyboard.type("0812");
    await page.keyboard.press("Enter");
    const issues = sentences(kasir, { msidn: "08170", value: "0812" });
    const [, b = "", output = "", i = "", group = ""] = /<b[^>]*>(.*)<.b><output[^>]*>(.*)<.output><i[^>]*>(.*)<.i><p[^>]*>(?:<span[^>]*>)?(.*?)<.*<.section>/.exec(await page.locator("section").evaluate(({ outerHTML }) => outerHTML)) ?? [];
    assert.deepEqual([b, output, i, group], [issues["msidn"], "XL", "Telkomsel", issues["product_code"]]);
    assert.equal(await page.locator("#other :not(:empty)").count(), 0);
    await page.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
    assert.equal(await page.locator("main").innerHTML(), markup);
  });

  test("a choice that was not made is told in the words of its fieldset, but those of a fieldset around a text are not for it", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form>
      <fieldset data-kasir-missing="Pilih dulu yang ingin dibeli."><label><input type="radio" name="product_code" value="S10"> 10.000</label></fieldset>
      <fieldset data-kasir-missing="Bukan ini."><label>Nomor <input name="value"></label></fieldset>
      <button>Beli</button>
    </form>`, "klikoo.product_buy", OPTIONS);
    await page.getByRole("button").click();
    assert.deepEqual(await marked(page.locator("[type=radio]")), wrong("Pilih dulu yang ingin dibeli."));
    assert.deepEqual(await marked(page.locator("[name=value]")), wrong("Nomor HP belum diisi."));
    assert.deepEqual(await page.locator(".kasir-summary a").allInnerTexts(), ["Pilih dulu yang ingin dibeli.", "Nomor HP belum diisi."]);
  });

  test("a button is no place for an issue, whatever it is called", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, '<form><input type="hidden" name="product_code" value="S10"><button name="value" value="081234567890">Ayu</button></form>', "klikoo.product_buy");
    await page.getByRole("button").click();
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), [sentences(kasir, { product_code: "S10" }, {})["value"]]);
    assert.equal(await page.locator("a, [aria-invalid], .kasir-error").count(), 0);
  });

  test("what is told of one field goes when the other one that it depended on is mended", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form><input name="start_date"><input name="end_date"></form>`, "klikoo.attraction_buy", { today: "2026-01-01" });
    const [start, end] = [page.locator("[name=start_date]"), page.locator("[name=end_date]")];
    await start.fill("2026-02-20");
    await end.fill("2026-02-10");
    await end.blur();
    assert.deepEqual(await marked(end), wrong(kasir.message({ code: "date.out_of_order", params: {} }, "id")));
    await start.fill("2026-02-02");
    assert.deepEqual(await marked(end), right());
  });
});
