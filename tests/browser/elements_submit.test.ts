/** `<kasir-form>` sent: to the page, to a played hook, twice, and by everyone. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { stumbles } from "./axe.ts";
import { drawn, placed, set, told } from "./forms/placed.ts";
import { held, play, press, resulted, SUCCESS } from "./forms/played_hook.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();
const kasir = await load();

const PULSA = { product: { kind: "pulsa" } };
const TOPUP = '<kasir-form operation="klikoo.product_buy" known="product_code" basket="order-1" receipt="slip"></kasir-form><kasir-receipt id="slip"></kasir-receipt>';
const READY = { context: PULSA, values: { product_code: "S10", value: "081234567890" } };

describe("a form that is sent", () => {
  test("without a checkout says what to send, once it is right", async () => {
    const { page, complaints } = await placed(site, TOPUP, { properties: { ...READY, values: { product_code: "S10" } } });
    await press(page);
    await page.locator(".kasir-summary").waitFor();
    await page.locator("[name=value]").focus();
    await page.keyboard.type("081234567890");
    await page.keyboard.press("Enter");
    assert.deepEqual((await told(page)).sent, [{ product_code: "S10", value: "0812-3456-7890", msidn: "" }]);
    assert.deepEqual(complaints, []);
  });

  test("buys by the checkout, shows every state on the receipt and hands on the result", async () => {
    const { page, complaints } = await placed(site, TOPUP, { properties: { ...READY, expect: { selling_price: "12000" } }, checkout: true });
    const receipt = page.locator("kasir-receipt");
    assert.deepEqual([await receipt.getAttribute("role"), await receipt.textContent()], ["status", ""]);
    const states: string[] = await page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver(() => seen.push((document.querySelector("kasir-receipt") as HTMLElement).dataset["state"] ?? "")).observe(document.querySelector("kasir-receipt") as Element, { attributeFilter: ["data-state"] });
      return Object.assign(globalThis, { seen }).seen;
    });
    assert.deepEqual(states, []);
    const asked = await play(page, { body: { state: "pending", answer: { state: "pending" } } }, { body: SUCCESS });
    await press(page);
    await resulted(page);
    assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen), ["pending", "success"]);
    assert.deepEqual(asked[0], {
      path: "/hook/intents",
      body: { operation: "klikoo.product_buy", input: { product_code: "S10", value: "081234567890", msidn: "081234567890" }, basket: "order-1", expect: { selling_price: "12000" } },
    });
    const { message, lines, next } = kasir.readResponse("klikoo.product_buy", SUCCESS.answer, { context: { product: { kind: "pulsa" } } });
    assert.equal(await receipt.locator(".kasir-message").textContent(), message);
    for (const { key, label, text } of lines) assert.deepEqual(await receipt.locator(`[data-line=${key}] > *`).allTextContents(), [label, text]);
    assert.ok(lines.length >= 2);
    assert.deepEqual([next.kind, await receipt.locator(".kasir-next").count()], ["none", 0]);
    assert.deepEqual((await told(page)).asked, [{ product_code: "S10", value: "081234567890", msidn: "" }]);
    assert.deepEqual((await told(page)).results.map(({ kind, outcome }) => [kind, outcome?.state]), [["outcome", "success"]]);
    assert.deepEqual(await stumbles(page), []);
    assert.deepEqual(complaints, []);
  });

  test("a query is asked and needs no basket", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.product_inquiry" known="product_code" receipt="slip" language="en"></kasir-form><kasir-receipt id="slip">Nobody yet</kasir-receipt>',
      { properties: { context: { product: { kind: "pln_prepaid" } }, values: { product_code: "PLN20", value: "01105691111" } }, checkout: true });
    const asked = await play(page, { body: { state: "success", answer: { state: "success", data: { customer_name: "<b>Siti</b> & Co", power_capacity: "R1/900 VA" } } } });
    assert.equal(await page.locator("kasir-receipt").textContent(), "Nobody yet");
    await press(page);
    await resulted(page);
    assert.deepEqual(asked, [{ path: "/hook/queries", body: { operation: "klikoo.product_inquiry", input: { product_code: "PLN20", value: "01105691111", msidn: "01105691111" } } }]);
    assert.equal(await page.locator("[data-line=customer_name] dd").textContent(), "<b>Siti</b> & Co");
    assert.equal(await page.locator("kasir-receipt > [lang=en] dl").count(), 1);
    await page.evaluate(() => {
      (document.querySelector("kasir-receipt") as HTMLElement & { result: undefined }).result = undefined;
    });
    assert.deepEqual(await page.locator("kasir-receipt").evaluate((receipt) => [receipt.textContent, receipt.dataset["state"]]), ["Nobody yet", undefined]);
  });

  test("shows at its controls what only the hook knew to be wrong", async () => {
    const { page } = await placed(site, TOPUP, { properties: READY, checkout: true });
    const issue = { code: "msisdn.not_mobile", path: ["value"], name: "value", pointer: "/value", severity: "error", params: {}, message: "Bukan nomor HP." };
    await play(page, { status: 422, body: { code: "input.invalid", issues: [issue] } });
    await press(page);
    await resulted(page);
    assert.equal(await page.locator("[name=value][aria-invalid=true] ~ .kasir-error").textContent(), "Bukan nomor HP.");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "kasir-summary");
    assert.equal(await page.locator("kasir-receipt").textContent(), "");
  });

  test("a refusal is told with its price", async () => {
    const { page } = await placed(site, TOPUP, { properties: READY, checkout: true });
    await play(page, { status: 409, body: { code: "price.changed", price: "12500" } });
    await press(page);
    await resulted(page);
    const receipt = page.locator("kasir-receipt");
    assert.equal(await receipt.getAttribute("data-state"), "refused");
    assert.deepEqual(await receipt.locator("p").allTextContents(), [kasir.message({ code: "price.changed" }, "id"), "Rp\u00a012.500"]);
  });

  test("a second press while it is under way is none, and the form says so", async () => {
    const { page } = await placed(site, TOPUP, { properties: READY, checkout: true });
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = await play(page, { body: SUCCESS, until: promise });
    const button = page.locator(".kasir-submit");
    await button.dblclick();
    assert.deepEqual([await button.getAttribute("aria-disabled"), await page.locator("form").getAttribute("aria-busy")], ["true", "true"]);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await page.locator("[name=value]").press("Enter");
    resolve();
    await resulted(page);
    assert.deepEqual([await button.getAttribute("aria-disabled"), await page.locator("form").getAttribute("aria-busy")], [null, null]);
    assert.equal(asked.length, 1);
    assert.equal((await told(page)).results.length, 1);
  });

  const UNKNOWN = { code: "msisdn.not_mobile", path: ["value"], name: "value", pointer: "/value", severity: "error", params: {}, message: "Nomor ini bukan nomor HP." };
  const REFUSED = { status: 422, body: { code: "input.invalid", issues: [UNKNOWN] } };

  for (const [what, change] of [
    ["drawn anew in another language", (element: HTMLElement) => element.setAttribute("language", "en")],
    ["removed and put in again", (element: HTMLElement) => {
      const place = element.parentElement;
      element.remove();
      place?.append(element);
    }],
  ] as const) {
    test(`${what} while it is under way, it still shows what the hook finds wrong`, async () => {
      const { page } = await placed(site, TOPUP, { properties: READY, checkout: true });
      const release = await held(page, REFUSED);
      await press(page);
      await page.locator("form[aria-busy]").waitFor();
      await page.locator("kasir-form").evaluate(change);
      await drawn(page, 2);
      const button = page.locator(".kasir-submit");
      assert.deepEqual([await button.getAttribute("aria-disabled"), await page.locator("form").getAttribute("aria-busy")], ["true", "true"]);
      release();
      await resulted(page);
      assert.equal(await page.locator("[name=value][aria-invalid=true] ~ .kasir-error").textContent(), UNKNOWN.message);
      assert.equal(await page.locator(".kasir-summary a").textContent(), UNKNOWN.message);
      assert.deepEqual([await button.getAttribute("aria-disabled"), await page.locator("form").getAttribute("aria-busy")], [null, null]);
      assert.equal(await page.locator("kasir-receipt").textContent(), "");
    });
  }

  test("where it asks for something else by then, the receipt tells what was wrong", async () => {
    const { page } = await placed(site, TOPUP, { properties: READY, checkout: true });
    const release = await held(page, REFUSED);
    await press(page);
    await page.locator("form[aria-busy]").waitFor();
    await set(page, { operation: "klikoo.product_inquiry" });
    await drawn(page, 2);
    release();
    await resulted(page);
    assert.equal(await page.locator("kasir-receipt[data-state=invalid] li").textContent(), UNKNOWN.message);
    assert.equal(await page.locator("[aria-invalid], .kasir-summary").count(), 0);
  });

  test("a purchase without a basket is a fault that is told, and one that nobody hears is reported", async () => {
    const { page, complaints } = await placed(site, '<kasir-form operation="klikoo.product_buy" known="product_code"></kasir-form>', { properties: READY, checkout: true });
    const asked = await play(page, { body: SUCCESS });
    await press(page);
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length > 0);
    assert.deepEqual([(await told(page)).faults, asked, complaints], [["ERR_BAD_OPTIONS"], [], []]);
    assert.equal(await page.locator("form").getAttribute("aria-busy"), null);
    await page.evaluate(() => addEventListener("kasir-error", (event) => event.stopImmediatePropagation(), true));
    const reported = page.waitForEvent("pageerror");
    await press(page);
    assert.match((await reported).message, /basket/);
    assert.match(complaints.join(), /basket/);
  });
});

describe("everyone can use it", () => {
  for (const width of [1280, 390]) {
    test(`axe finds nothing serious drawn, wrong and with rows, ${width} px wide`, async () => {
      const { page } = await placed(site, '<kasir-form operation="klikoo.transport_block_seat" language="en"></kasir-form>');
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await stumbles(page), [], "drawn");
      await page.getByRole("button", { name: "Add return trip" }).click();
      await page.getByRole("button", { name: "Add passenger details" }).first().click();
      await page.locator(".kasir-submit").click();
      await page.locator(".kasir-summary").waitFor();
      assert.deepEqual(await stumbles(page), [], "submitted wrong");
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });
  }

  test("a whole purchase of two seats by the keyboard alone", async () => {
    const { page } = await placed(site, '<kasir-form operation="klikoo.transport_block_seat" language="en"></kasir-form>');
    const type = async (...texts: string[]): Promise<void> => {
      for (const text of texts) {
        await page.keyboard.press("Tab");
        await page.keyboard.type(text);
      }
    };
    await type("BUS", "188336", "7", "Pandu Putra", "09121996", "M", "3174100912960001");
    for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
    await page.keyboard.type("8");
    await type("Sari Putri", "09121996", "F", "3174104912960002");
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Tab");
    await type("Pandu Putra", "pandu@example.com", "082122274139");
    await page.keyboard.press("Enter");
    const passenger = { dob: "09/12/1996" };
    assert.deepEqual((await told(page)).sent, [{
      product_code: "BUS",
      departure: { trip_id: "188336", passengers: [
        { seat_name: "7", name: "Pandu Putra", ...passenger, gender: "male", id_card_number: "3174 1009 1296 0001" },
        { seat_name: "8", name: "Sari Putri", ...passenger, gender: "female", id_card_number: "3174 1049 1296 0002" },
      ] },
      order_detail: { name: "Pandu Putra", email: "pandu@example.com", phone_number: "0821-2227-4139" },
    }]);
  });
});
