/** `<kasir-form>` and `<kasir-receipt>` in the shadow root of a component of the page's own. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { stumbles } from "./axe.ts";
import { drawnIn, focused, texts } from "./forms/component.ts";
import { marked, wrong } from "./forms/marks.ts";
import { drawn, told, values } from "./forms/placed.ts";
import { play, press, resulted, SUCCESS } from "./forms/played_hook.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();
const kasir = await load();

const PULSA = { context: { product: { kind: "pulsa" } }, values: { product_code: "S10" } };
const ELEMENTS = '<kasir-form operation="klikoo.product_buy" known="product_code" basket="order-1" receipt="slip"></kasir-form><kasir-receipt id="slip"></kasir-receipt>';
const BUS = '<kasir-form operation="klikoo.transport_block_seat" language="en"></kasir-form>';
const SUMMARY = ".kasir-summary";

describe("<kasir-form> and <kasir-receipt> in a shadow root", () => {
  for (const mode of ["open", "closed"] as const) {
    test(`a purchase by the keyboard alone, from a mistake to the receipt (${mode})`, async () => {
      const { page, complaints } = await drawnIn(site, ELEMENTS, PULSA, { mode });
      const asked = await play(page, { body: SUCCESS });
      await page.keyboard.press("Tab");
      await page.keyboard.type("08123");
      await page.keyboard.press("Enter");
      assert.match(await focused(page), /: 1/);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await focused(page), "value");
      await page.keyboard.press("End");
      await page.keyboard.type("4567890");
      assert.deepEqual(await texts(page, ".kasir-hint:not(:empty), .kasir-error"), ["Telkomsel"]);
      await page.keyboard.press("Enter");
      await resulted(page);
      assert.deepEqual(asked.map(({ body }) => body), [
        { operation: "klikoo.product_buy", input: { product_code: "S10", value: "081234567890", msidn: "081234567890" }, basket: "order-1" },
      ]);
      const { message } = kasir.readResponse("klikoo.product_buy", SUCCESS.answer, { context: { product: { kind: "pulsa" } } });
      assert.deepEqual(await texts(page, "#slip[role=status][data-state=success] .kasir-message"), [message]);
      assert.deepEqual((await told(page)).asked, [{ product_code: "S10", value: "0812-3456-7890", msidn: "" }]);
      assert.deepEqual([(await told(page)).faults, complaints], [[], []]);
    });
  }

  test("what only the hook found is told at its control", async () => {
    const { page } = await drawnIn(site, ELEMENTS, { ...PULSA, values: { product_code: "S10", value: "081234567890" } });
    const issue = { code: "msisdn.not_mobile", path: ["value"], name: "value", pointer: "/value", severity: "error", params: {}, message: "Bukan nomor HP." };
    await play(page, { status: 422, body: { code: "input.invalid", issues: [issue] } });
    await press(page);
    await resulted(page);
    assert.deepEqual(await marked(page.locator("[name=value]")), wrong(issue.message, "Misalnya 0812 3456 7890."));
    assert.match(await focused(page), /Bukan nomor HP/);
  });

  test("rows are added and removed, and the focus goes along", async () => {
    const { page } = await drawnIn(site, BUS, {});
    const add = page.getByRole("button", { name: "Add passenger details" });
    await page.getByLabel("Passenger's name").fill("Ayu");
    await add.press("Enter");
    assert.equal(await focused(page), "departure.passengers.1.seat_name");
    await page.getByRole("button", { name: "Send" }).press("Enter");
    const links = await page.locator(`${SUMMARY} a`).count();
    assert.equal(await page.locator(`${SUMMARY} a`, { hasText: "Passenger details 2: " }).count(), 5);
    await page.getByRole("button", { name: "Remove passenger details 1" }).press("Enter");
    assert.equal(await focused(page), "Add passenger details");
    assert.equal(await page.locator(`${SUMMARY} a`).count(), links - 4);
    const { departure } = await values(page) as { departure: { passengers: { name: string }[] } };
    assert.deepEqual(departure.passengers.map(({ name }) => name), [""]);
  });

  for (const mode of ["open", "closed"] as const) {
    test(`drawn anew, it keeps the focus and the caret (${mode})`, async () => {
      const { page } = await drawnIn(site, ELEMENTS, PULSA, { mode });
      await page.keyboard.press("Tab");
      await page.keyboard.type("0812");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      for (const key of ["End", "ArrowLeft"]) await page.keyboard.press(key);
      await page.evaluate(() => void ((globalThis as unknown as { element: { language: string } }).element.language = "en"));
      await drawn(page, 2);
      assert.equal(await focused(page), "value");
      await page.keyboard.type("9");
      assert.equal((await values(page) as { value: string }).value, "0819-2");
    });
  }

  for (const where of ["beside it", "around it"] as const) {
    test(`drawn anew, it leaves the focus in the component ${where}`, async () => {
      const { page } = await drawnIn(site, ELEMENTS, PULSA);
      await page.evaluate((where) => {
        const { root, element, componentOf } = globalThis as unknown as { root: ShadowRoot; element: HTMLElement & { language: string }; componentOf(markup: string, mode: string): ShadowRoot };
        const other = componentOf("<button>English</button>", "open");
        if (where === "around it") other.append(root.host);
        (other.querySelector("button") as HTMLElement).onclick = () => (element.language = "en");
      }, where);
      const before = where === "around it" ? 2 : 1;
      await drawn(page, before);
      await press(page);
      assert.equal(await page.locator(SUMMARY).count(), 1);
      await page.getByRole("button", { name: "English" }).press("Enter");
      await drawn(page, before + 1);
      assert.equal(await page.locator(SUMMARY).count(), 1);
      assert.equal(await page.getByRole("button", { name: "English" }).evaluate((button) => button.matches(":focus")), true);
    });
  }

  for (const width of [1280, 390]) {
    test(`axe finds nothing serious drawn and wrong, ${width} px wide`, async () => {
      const { page } = await drawnIn(site, BUS, {});
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await stumbles(page), [], "drawn");
      await page.getByRole("button", { name: "Add passenger details" }).click();
      await page.locator(".kasir-submit").click();
      await page.locator(SUMMARY).waitFor();
      assert.deepEqual(await stumbles(page), [], "submitted wrong");
    });
  }
});
