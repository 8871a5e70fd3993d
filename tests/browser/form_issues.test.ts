/** When a field is checked, and where its issue is told: at the control, to the browser, to who cannot see it, in the summary. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Issue, type Kasir, load, type OperationId, type Options } from "kasir";
import type { Page } from "playwright-core";
import { marked, right, wrong } from "./forms/marks.ts";
import { bind, openSite, ready, told, type Site } from "./forms/site.ts";

let site: Site;
let kasir: Kasir;
before(async () => {
  site = await openSite();
  kasir = await load();
});
after(() => site.close());

const OPTIONS = { treatAsError: "typos", context: { product: { kind: "pulsa", open: true } } } as const;

/** What the rules say of such a form, by the names of its controls. */
function sentences(form: object, options: Options = OPTIONS, operation: OperationId = "klikoo.product_buy"): Record<string, string> {
  const issues = kasir.validate(operation, form, options);
  return Object.fromEntries(issues.map(({ name, message }) => [name, message]));
}

async function topup(query = ""): Promise<Page> {
  const { page } = await site.visit(`topup.html${query}`);
  await ready(page);
  return page;
}

const HINT = "Contoh: 0812-3456-7890";

describe("when a field is checked", () => {
  test("not while it is first typed, but when it is left with something in it", async () => {
    const page = await topup();
    const value = page.locator("#value");
    await value.focus();
    await page.keyboard.type("0812");
    assert.deepEqual(await marked(value), right(HINT));
    await page.keyboard.press("Tab");
    const { value: sentence = "" } = sentences({ value: "0812" });
    assert.match(sentence, /kurang angka/);
    assert.deepEqual(await marked(value), wrong(sentence, HINT));
    assert.equal(await page.locator(".kasir-error").innerText(), sentence);
  });

  test("once it was wrong, at every key until it is right", async () => {
    const page = await topup();
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
    const page = await topup();
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await page.keyboard.press("Tab");
    await page.locator("#value").fill("");
    assert.deepEqual(await marked(page.locator("#value")), wrong(sentences({ value: "" })["value"] ?? "", HINT));
  });

  test("nobody is scolded for a field that was only passed through", async () => {
    const page = await topup();
    await page.locator("#value").focus();
    for (let press = 0; press < 8; press += 1) await page.keyboard.press("Tab");
    assert.equal(await page.locator("[aria-invalid], .kasir-error, :invalid").count(), 0);
    assert.equal(await page.locator("#value").getAttribute("maxlength"), null);
  });

  test("a value that the browser fills in is checked without a visit", async () => {
    const page = await topup();
    await page.locator("#value").evaluate((input: HTMLInputElement) => {
      input.value = "0812";
      for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, { bubbles: true }));
    });
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
  });

  test("by the mouse, but the line that comes up does not move away what is being pressed", async () => {
    const page = await topup();
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    const box = await page.getByRole("button").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 5, box.y + 2);
    await page.mouse.down();
    assert.equal(await page.locator(".kasir-error").count(), 0);
    await page.mouse.up();
    await page.locator(".kasir-summary").waitFor();
    await page.locator("#amount").focus();
    await page.keyboard.type("1,5");
    await page.locator("h1").click();
    await page.locator("[data-kasir-error=amount]:not(:empty)").waitFor();
    assert.equal(await page.locator("#value + output + .kasir-error, #value + .kasir-error").count(), 1);
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

describe("what an issue is told by", () => {
  test("it stands behind the label that its control is in, so that it is no part of its name", async () => {
    const page = await topup();
    const msidn = page.locator("[name=msidn]");
    await msidn.focus();
    await page.keyboard.type("12");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("label + .kasir-error").innerText(), sentences({ msidn: "12" })["msidn"]);
    assert.equal(await page.getByRole("textbox", { name: "Nomor untuk bukti", exact: true }).count(), 1);
  });

  test("it is told politely where the focus has moved on, in the merchant's own element where there is one", async () => {
    const page = await topup();
    const line = page.locator("[data-kasir-error=amount]");
    await page.locator("#amount").focus();
    await page.keyboard.type("1,5");
    await page.keyboard.press("Tab");
    const { amount } = sentences({ amount: "1,5" });
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
    assert.equal(await line.innerText(), sentences({ value: "0812" })["value"]);
    await page.locator("input").fill("081234567890");
    assert.equal(await line.evaluate(({ outerHTML }) => outerHTML), '<p id="own" role="alert" data-kasir-error="value" hidden=""></p>');
    assert.equal(await page.locator("input").getAttribute("aria-invalid"), "false");
  });

  test("every radio button of a name is described, at the end of their fieldset", async () => {
    const page = await topup();
    await page.getByRole("button").click();
    const sentence = sentences({})["product_code"] ?? "";
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
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), [sentences({ product_code: "S10" }, {})["value"]]);
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

describe("the summary", () => {
  for (const language of ["id", "en"] as const) {
    test(`takes the focus at a submission, counts, and links in the order of the page (${language})`, async () => {
      const page = await topup(`?language=${language}`);
      await page.locator("#value").focus();
      await page.keyboard.type("0812");
      await page.keyboard.press("Enter");
      const issues = sentences({ value: "0812", msidn: "", amount: "" }, { ...OPTIONS, language });
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
    const page = await topup("?summary");
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
    const page = await topup();
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
    assert.equal(await focused(), sentences({ value: "0812345678901234" })["value"]);
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
    const page = await topup();
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
    const page = await topup();
    await page.evaluate(() => {
      const { bound } = globalThis as unknown as { bound: { show(issues: object[]): void; validate(): object[] } };
      bound.show(bound.validate());
    });
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
    await page.locator("#amount").fill("10000");
    assert.deepEqual(await marked(page.locator("#amount")), right());
    assert.equal((await marked(page.locator("#value"))).invalid, "true");
  });

  test("with nothing clears the form", async () => {
    const page = await topup();
    await show(page, [issue("value", "Nomor ini diblokir.")]);
    await show(page, []);
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
  });

  test("shows one issue for each field, the first", async () => {
    const page = await topup();
    await show(page, [issue("value", "Satu."), issue("value", "Dua.")]);
    assert.equal((await marked(page.locator("#value"))).validity, "Satu.");
    assert.deepEqual(await page.locator(".kasir-summary li").allInnerTexts(), ["Satu."]);
  });
});
