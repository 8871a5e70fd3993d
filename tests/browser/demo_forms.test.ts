/** The demo's forms: built from `fields()`, checked and formatted by `bindForm`, in the shop's own markup. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Context, type Field, type Kasir, load, type OperationId } from "kasir";
import type { Page } from "playwright-core";
import { fillTopup, pay } from "./orders.ts";
import { openStage, type Language, type Stage } from "./stage.ts";

let stage: Stage;
let kasir: Kasir;
before(async () => {
  [stage, kasir] = await Promise.all([openStage(), load()]);
});
after(() => stage.close());

const LANGUAGES: readonly Language[] = ["id", "en"];

interface Drawn {
  name: string;
  type: string;
  label: string;
  /** What describes it, without what is wrong with it. */
  hint: string;
  autocomplete: string | null;
  inputmode: string | null;
  required: string | null;
  choices: { value: string; label: string }[];
}

/** The controls that a person sees, by what the page says of them. */
const drawn = (page: Page): Promise<Drawn[]> => page.locator("#form").evaluate((form: HTMLFormElement) =>
  ([...form.elements] as HTMLInputElement[])
    .filter((control) => control.name && control.labels?.length && control.type !== "radio")
    .map((control) => ({
      name: control.name.replace(/\.\d+(?=\.)/g, ".*"),
      type: control.type,
      label: control.labels?.[0]?.textContent ?? "",
      hint: document.getElementById(`${control.id}-hint`)?.textContent ?? "",
      autocomplete: control.getAttribute("autocomplete"),
      inputmode: control.getAttribute("inputmode"),
      required: control.getAttribute("aria-required"),
      choices: control instanceof HTMLSelectElement ? [...control.options].map(({ value, label }) => ({ value, label })) : [],
    })));

const FORMS: { path: string; operation: OperationId; context?: Context; open?(page: Page): Promise<void>; names: string[]; own?: RegExp }[] = [
  { path: "/topup", operation: "klikoo.product_buy", context: { product: { kind: "pulsa" } }, names: ["value"] },
  {
    path: "/wallet", operation: "klikoo.product_buy", context: { product: { kind: "dana", open: true } }, names: ["amount", "value"],
    async open(page) {
      await page.locator("#brand-DANA").check();
      await page.locator("#product-DNOPEN").check();
    },
  },
  {
    path: "/attraction", operation: "klikoo.attraction_buy",
    names: ["event_time", "buyer_first_name", "buyer_last_name", "email", "buyer_tel_country_code", "buyer_tel_number"],
    // What an attraction asks its answer tells, which gives a key and no sentence.
    own: /booking_field/,
  },
  {
    path: "/bus", operation: "klikoo.transport_block_seat",
    names: [
      "order_detail.name", "order_detail.email", "order_detail.phone_number",
      ...["name", "dob", "gender", "id_card_number"].map((key) => `departure.passengers.*.${key}`),
    ],
    open: (page) => page.locator("#seat-7").check(),
  },
  { path: "/margin", operation: "netzme.percentage_product", names: ["updatePercentage"] },
];

/** A type that the page has given tells the keyboard too; the choice of an hour needs no example of one. */
function agrees(field: Field, control: Drawn): void {
  assert.equal(control.label, field.label);
  if (control.name !== "event_time") assert.ok(control.hint.startsWith(field.help), `${control.name}: ${control.hint}`);
  assert.equal(control.autocomplete?.replace(/^section-\S+/, "section-*"), field.autocomplete, control.name);
  assert.equal(control.inputmode, control.type === "text" ? field.inputmode : null, control.name);
  assert.equal(control.required, "true", control.name);
  assert.deepEqual(field.choices ?? control.choices, control.choices, control.name);
}

describe("a form of the demo is built from fields()", () => {
  for (const { path, operation, context, open, names, own } of FORMS) {
    for (const language of LANGUAGES) {
      test(`${path} (${language})`, async () => {
        const { page } = await stage.visit(path, language);
        await open?.(page);
        await page.locator("#form :is(input, select):visible").first().focus();
        const fields = new Map(kasir.fields(operation, { language, ...(context && { context }) }).map((field) => [field.name, field]));
        const controls = (await drawn(page)).filter(({ name }) => !own?.test(name));
        assert.deepEqual(controls.map(({ name }) => name), names);
        for (const control of controls) {
          const field = fields.get(control.name);
          assert.ok(field, control.name);
          agrees(field, control);
        }
      });
    }
  }

  test("its words stand in the page before any script has run", async () => {
    const answer = await fetch(`${stage.demo.url}/bus?lang=en`);
    const text = await answer.text();
    assert.match(text, /<label for="order_phone">Contact mobile number<\/label>/);
    assert.match(text, /<p class="hint" id="order_email-hint">For example name@example\.com\.<\/p>/);
    for (const { path } of FORMS) for (const language of LANGUAGES) {
      assert.doesNotMatch(await (await fetch(`${stage.demo.url}${path}?lang=${language}`)).text(), /\{\{|\[\[/);
    }
  });

  test("another wallet makes another field of its number, in words and for the browser", async () => {
    const { page } = await stage.visit("/wallet", "en");
    const number = async () => (await drawn(page)).filter(({ name }) => name === "value").map(({ label, hint, autocomplete }) => [label, hint, autocomplete]);
    await page.locator("#value").focus();
    assert.deepEqual(await number(), [["E-wallet mobile number", "The mobile number registered with the e-wallet.", "tel-national"]]);
    await page.locator("#brand-Maxim").check();
    await page.locator("#value").focus();
    assert.deepEqual(await number(), [["Driver number", "Shown in the driver app.", "off"]]);
    await page.keyboard.type("081234567890");
    assert.equal(await page.locator("#value").inputValue(), "081234567890", "a driver's number is no telephone's");
  });
});

describe("what is typed in the demo is formatted", () => {
  test("a telephone number, whose operator is told and picked at its fourth digit", async () => {
    const { page, complaints } = await stage.visit("/topup");
    await page.locator("#value").focus();
    await page.keyboard.type("081");
    assert.deepEqual([await page.locator("#operator").innerText(), await page.locator("#brands :checked").count()], ["", 0]);
    await page.keyboard.type("7");
    assert.equal(await page.locator("#operator").innerText(), "XL");
    assert.ok(await page.locator("#brand-XL").isChecked());
    await page.keyboard.type("34567890");
    assert.equal(await page.locator("#value").inputValue(), "0817-3456-7890");
    assert.deepEqual(complaints, []);
  });

  test("the operator of a number that was there before the page was ready is told too, and no longer when it is gone", async () => {
    const { context } = await stage.visit("/topup");
    const page = await context.newPage();
    await page.route("**/shop/shelf/topup", async (route) => {
      await page.locator("#value").evaluate((input: HTMLInputElement) => (input.value = "081734567890"));
      await route.continue();
    });
    await page.goto(`${stage.demo.url}/topup?lang=id`);
    await page.locator("#brand-XL:checked").waitFor();
    assert.equal(await page.locator("#operator").innerText(), "XL");
    await page.locator("#value").evaluate((input: HTMLInputElement) => {
      input.value = "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    assert.equal(await page.locator("#operator").innerText(), "");
  });

  test("an amount in thousands, priced as it is typed", async () => {
    const { page } = await stage.visit("/wallet");
    await page.locator("#brand-DANA").check();
    await page.locator("#product-DNOPEN").check();
    await page.locator("#amount").focus();
    await page.keyboard.type("1250000");
    assert.equal(await page.locator("#amount").inputValue(), "1.250.000");
    assert.match(await page.locator("#pay").innerText(), /Rp\s1\.251\.500/);
  });

  test("days of birth, of a passenger and of a visitor, and an identity number", async () => {
    const { page } = await stage.visit("/bus");
    await page.locator("#seat-7").check();
    await page.locator("#passenger-7-dob").focus();
    await page.keyboard.type("09121996");
    await page.locator("#passenger-7-id_card_number").focus();
    await page.keyboard.type("3174100912960001");
    assert.deepEqual([await page.locator("#passenger-7-dob").inputValue(), await page.locator("#passenger-7-id_card_number").inputValue()], ["09/12/1996", "3174 1009 1296 0001"]);
    await page.goto(`${stage.demo.url}/attraction`);
    await page.locator("#customer-0-birth").focus();
    await page.keyboard.type("16081996");
    assert.equal(await page.locator("#customer-0-birth").inputValue(), "16/08/1996");
  });
});

describe("rows of the demo", () => {
  const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

  for (const [language, link] of [["id", "Peserta 2: Nomor paspor belum diisi."], ["en", "Visitor 2: Passport number: please fill this in."]] as const) {
    test(`the summary names the row and leads to its control (${language})`, async () => {
      const { page } = await stage.visit("/attraction", language);
      await page.locator("#add-customer").click();
      await pay(page);
      await page.locator(".kasir-summary a", { hasText: link }).press("Enter");
      assert.equal(await focused(page), "customer-1-passportNo");
      await page.keyboard.type("C1234567");
      assert.deepEqual(await Promise.all([0, 1].map((row) => page.locator(`#customer-${row}-passportNo`).getAttribute("aria-invalid"))), ["true", null]);
    });
  }

  test("a passenger keeps what was typed, and what is wrong with it, while other seats come and go", async () => {
    const { page } = await stage.visit("/bus");
    for (const seat of [7, 8]) await page.locator(`#seat-${seat}`).check();
    await page.locator("#passenger-8-name").fill("Sari Putri");
    await page.locator("#passenger-8-dob").fill("31/02/1990");
    await pay(page);
    await page.locator("#seat-5").check();
    await page.locator("#seat-7").uncheck();
    assert.deepEqual(await page.locator("#passengers legend").allInnerTexts(), ["Penumpang kursi 5", "Penumpang kursi 8"]);
    assert.deepEqual([await page.locator("#passenger-8-name").inputValue(), await page.locator("#passenger-8-dob").inputValue()], ["Sari Putri", "31/02/1990"]);
    assert.equal(await page.locator("#passenger-8-dob").getAttribute("aria-invalid"), "true");
    assert.match(await page.locator("#passenger-8-dob ~ .kasir-error").innerText(), /tidak ada di kalender/);
    await page.locator(".kasir-summary a", { hasText: "Penumpang kursi 8: Tanggal ini" }).press("Enter");
    assert.equal(await focused(page), "passenger-8-dob");
  });

  test("one day is all that a visit asks for", async () => {
    const { page } = await stage.visit("/attraction");
    await pay(page);
    assert.equal(await page.locator(".kasir-summary a").first().innerText(), "Pilih dulu tanggal kunjungan.");
    await page.locator("#days input").nth(2).press("Space");
    const day = await page.locator("#days input").nth(2).inputValue();
    assert.equal(await page.locator("#end_date").inputValue(), day);
    await page.locator("#panel summary").click();
    assert.match(await page.locator("#panel-form").innerText(), new RegExp(`"end_date": "${day}"`));
    assert.equal(await page.locator("#days [aria-invalid]").count(), 0);
  });

  test("an attraction that lost a visitor books those who stand there", async () => {
    const { page } = await stage.visit("/attraction");
    for (let more = 0; more < 2; more += 1) await page.locator("#add-customer").click();
    for (const [row, name] of ["Ayu", "Budi", "Citra"].entries()) await page.locator(`#customer-${row}-englishFirstName`).fill(name);
    await page.getByRole("button", { name: "Hapus peserta 2" }).click();
    assert.deepEqual(await page.locator("#customers legend").allInnerTexts(), ["Peserta 1", "Peserta 2"]);
    await page.locator("#panel summary").click();
    const { customers, quantity } = JSON.parse(await page.locator("#panel-form").innerText()) as { customers: { customer_booking_field: { value: string }[] }[]; quantity: string };
    assert.deepEqual([customers.map(({ customer_booking_field: [first] }) => first?.value), quantity], [["Ayu", "Citra"], "2"]);
  });

  test("what was wrong with a visitor goes with the visitor", async () => {
    const { page } = await stage.visit("/attraction");
    await page.locator("#add-customer").click();
    await pay(page);
    const links = page.locator(".kasir-summary a");
    assert.equal(await links.filter({ hasText: "Peserta 2: " }).count(), 4);
    const all = await links.count();
    await page.getByRole("button", { name: "Hapus peserta 2" }).click();
    assert.deepEqual([await links.count(), await links.filter({ hasText: "Peserta 2: " }).count()], [all - 4, 0]);
    assert.ok((await page.locator(".kasir-summary h2").innerText()).endsWith(`: ${all - 4}`));
  });

  test("the cards that a number brings up still lack a choice, and the summary leads to them", async () => {
    const { page } = await stage.visit("/topup");
    await pay(page);
    await page.locator("#value").focus();
    await page.keyboard.type("081234567890");
    assert.equal(await page.locator("#products [aria-invalid=true]").count(), 6);
    await page.locator(".kasir-summary a", { hasText: "Pilih dulu yang ingin dibeli." }).press("Enter");
    assert.equal(await focused(page), "product-S5");
    await fillTopup(page);
    assert.equal(await page.locator("#form [aria-invalid]").count(), 0);
  });
});
