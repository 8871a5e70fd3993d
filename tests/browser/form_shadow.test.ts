/** `bindForm` on a form in the shadow root of a component of the page's own. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { stumbles } from "./axe.ts";
import { boundIn, focused, texts } from "./forms/component.ts";
import { marked, right, wrong } from "./forms/marks.ts";
import { shown, siteForTests, told } from "./forms/site.ts";
import { pressWhereItStands } from "./forms/topup.ts";

const site = siteForTests();
const kasir = await load();

const OPEN = { treatAsError: "typos", context: { product: { kind: "pulsa", open: true } } } as const;
const TOPUP = `<form action="/sent" method="post">
  <p><label for="value">Nomor HP</label> <input id="value" name="value" aria-describedby="hint"> <output for="value"></output> <span id="hint">Contoh: 0812-3456-7890</span></p>
  <fieldset><legend>Nominal</legend> <label><input type="radio" name="product_code" value="S10"> 10.000</label></fieldset>
  <p data-kasir-group="amount">Nominal bebas ada di kasir toko.</p>
  <button>Beli</button>
</form>`;
const HINT = "Contoh: 0812-3456-7890";
const sentence = (form: object, name: string): string => kasir.validate("klikoo.product_buy", form, OPEN).find((issue) => issue.name === name)?.message ?? "";
const SUMMARY = ".kasir-summary";

describe("a form that is bound in a shadow root", () => {
  test("is formatted while it is typed, the caret where it was, and tells the operator", async () => {
    const { page, complaints } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN);
    await page.keyboard.press("Tab");
    await page.keyboard.type("081234567");
    assert.equal(await shown(page.locator("#value")), "0812-3456-7|");
    assert.equal(await page.locator("output").innerText(), "Telkomsel");
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("99");
    assert.equal(await shown(page.locator("#value")), "0812-3499|-567");
    await page.keyboard.press("Backspace");
    assert.equal(await shown(page.locator("#value")), "0812-349|5-67");
    assert.deepEqual(complaints, []);
  });

  test("tells what is wrong with a field that is left, at every key until it is right", async () => {
    const { page } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN);
    const value = page.locator("#value");
    await value.focus();
    await page.keyboard.type("0812");
    assert.deepEqual(await marked(value), right(HINT));
    await page.keyboard.press("Tab");
    const short = sentence({ value: "0812" }, "value");
    assert.match(short, /kurang angka/);
    assert.deepEqual(await marked(value), wrong(short, HINT));
    assert.equal(await page.locator(".kasir-error").getAttribute("aria-live"), "polite");
    await value.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("34567890");
    assert.deepEqual(await marked(value), right(HINT));
    assert.equal(await page.locator(".kasir-error").count(), 0);
  });

  test("also where the focus goes out into the page, and the line waits for the pointer", async () => {
    const { page } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN);
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    const box = await page.locator("h1").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    assert.equal(await focused(page), "nothing");
    assert.equal(await page.locator(".kasir-error").count(), 0);
    await page.mouse.up();
    await page.locator(".kasir-error").waitFor();
  });

  test("a button in it is pressed where it stands", async () => {
    const { page } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN);
    await pressWhereItStands(page);
    await page.locator(SUMMARY).waitFor();
  });

  for (const mode of ["open", "closed"] as const) {
    test(`by the keyboard alone: to the summary, by its links to what is wrong, and to the submission (${mode})`, async () => {
      const { page, complaints } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN, { mode });
      await page.keyboard.press("Tab");
      await page.keyboard.type("0812");
      await page.keyboard.press("Enter");
      const wanted = ["value", "product_code", "amount"].map((name) => sentence({ value: "0812" }, name));
      assert.deepEqual(await texts(page, `${SUMMARY} a`), wanted);
      assert.match(await focused(page), /: 3/);
      for (const name of ["value", "product_code"]) {
        await page.keyboard.press("Tab");
        assert.equal(await focused(page), sentence({ value: "0812" }, name));
        await page.keyboard.press("Enter");
        assert.equal(await focused(page), name);
        await page.evaluate((at) => (globalThis as unknown as { root: ShadowRoot }).root.querySelectorAll<HTMLElement>(".kasir-summary a")[at]?.focus(), name === "value" ? 0 : 1);
      }
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "Beli", "what has no control is reached by the line that tells it");
      assert.equal(new URL(page.url()).hash, "");
      assert.deepEqual([(await told(page)).sent, complaints], [[], []]);
    });
  }

  test("is sent to the page once it is right, and by the browser where the page does not ask for it", async () => {
    for (const native of [false, true]) {
      const { page, complaints } = await boundIn(site, TOPUP.replace(/<p data.*/, ""), "klikoo.product_buy", { ...OPEN, context: { product: { kind: "pulsa" } } }, { native });
      await page.getByRole("button").press("Enter");
      await page.locator(SUMMARY).waitFor();
      await page.locator("#value").focus();
      await page.keyboard.type("081234567890");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      if (native) await page.waitForURL("**/sent");
      else assert.deepEqual((await told(page)).sent, [{ value: "0812-3456-7890", product_code: "S10" }]);
      assert.deepEqual(complaints, []);
    }
  });

  test("has rows that come and go, and takes along what was wrong with them", async () => {
    const { page } = await boundIn(site, '<form><button>Pesan</button><div id="rows"></div></form>', "klikoo.transport_block_seat");
    const add = (seat: number): Promise<void> => page.evaluate((seat) => {
      (globalThis as unknown as { root: ShadowRoot }).root.querySelector("#rows")?.insertAdjacentHTML("beforeend",
        `<fieldset id="seat-${seat}"><legend>Kursi ${seat}</legend><label>Nama <input name="departure.passengers[${seat}].name"></label> <label>Lahir <input name="departure.passengers[${seat}].dob"></label></fieldset>`);
    }, seat);
    for (const seat of [7, 8]) await add(seat);
    await page.getByLabel("Lahir").last().focus();
    await page.keyboard.type("09121996");
    assert.equal(await shown(page.getByLabel("Lahir").last()), "09/12/1996|");
    await page.getByRole("button").press("Enter");
    assert.deepEqual((await texts(page, `${SUMMARY} a`)).map((text) => text.replace(/:.*/, "")), ["Kursi 7", "Kursi 7", "Kursi 8"]);
    await page.locator("#seat-7").evaluate((row) => {
      const rows = row.parentElement;
      row.remove();
      rows?.dispatchEvent(new Event("change", { bubbles: true }));
      (rows?.querySelector("input") as HTMLElement).focus();
    });
    await page.keyboard.type("Ayu");
    assert.deepEqual([await page.locator("[aria-invalid]").count(), await texts(page, `${SUMMARY} a`)], [0, []]);
  });

  test("hears of a control beside it as well, also where it was bound before its component stood in the page", async () => {
    for (const early of [false, true]) {
      const { page } = await boundIn(site, `<form id="own"><input name="product_code" value="S10"></form> <label>Nomor HP <input name="value" form="own"></label>`,
        "klikoo.product_buy", OPEN, { early });
      const value = page.getByLabel("Nomor HP");
      await value.focus();
      await page.keyboard.type("08123");
      assert.equal(await shown(value), "0812-3|");
      await page.keyboard.press("Tab");
      assert.equal((await marked(value)).invalid, "true");
    }
  });

  test("is left as it was found", async () => {
    const own = TOPUP.replace(/<p data.*/, '<p data-kasir-error="amount"></p>');
    const { page } = await boundIn(site, own, "klikoo.product_buy", OPEN);
    await page.getByRole("button").press("Enter");
    await page.locator(`${SUMMARY} a`).last().press("Enter");
    assert.equal(await page.locator("[data-kasir-error]").evaluate((line) => line.matches(":focus")), true);
    const after = await page.evaluate(() => {
      const { bound, root } = globalThis as unknown as { bound: { destroy(): void }; root: ShadowRoot };
      bound.destroy();
      return root.innerHTML;
    });
    assert.equal(after, `<link rel="stylesheet" href="/forms/form.css">${own}`);
  });

  for (const width of [1280, 390]) {
    test(`axe finds nothing serious, ${width} px wide`, async () => {
      const { page } = await boundIn(site, TOPUP, "klikoo.product_buy", OPEN);
      await page.setViewportSize({ width, height: 800 });
      await page.locator("#value").focus();
      await page.keyboard.type("0812");
      await page.keyboard.press("Tab");
      assert.deepEqual(await stumbles(page), [], "left wrong");
      await page.getByRole("button").click();
      assert.equal(await page.locator(`${SUMMARY} a`).count(), 3);
      for (const link of await page.locator(`${SUMMARY} a`).all()) await link.press("Enter");
      assert.deepEqual(await stumbles(page), [], "submitted wrong");
    });
  }
});
