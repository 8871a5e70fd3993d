/** `<kasir-receipt>` with every kind of answer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "kasir";
import { placed } from "./forms/placed.ts";
import { siteForTests } from "./forms/site.ts";

const site = siteForTests();
const kasir = await load();

const TOPUP = '<kasir-form operation="klikoo.product_buy"></kasir-form><kasir-receipt></kasir-receipt>';

describe("what a receipt shows", () => {
  for (const [what, operation, context, answer, key, text] of [
    ["a token in groups of four", "klikoo.product_buy", { product: { kind: "pln_prepaid" } },
      { state: "success", data: { transaction_id: "14429004", status: "SUCCESS", sn: "12345678901234567890" } }, "token", "1234 5678 9012 3456 7890"],
    // Block Ticket (Reserved Seat), https://klikoo-doc.readme.io/reference/block-ticket-seat
    ["until when seats are held", "klikoo.transport_block_seat", {},
      { state: "held", data: { transaction_id: "14429004", status: "WAITING", expired_at: "2024-04-30T07:56:28+07:00" } }, "held_until", /^30 .+ 2024.* 07[.:]56/],
  ] as const) {
    test(`${what}, and every line, sentence and state of the outcome`, async () => {
      const { page } = await placed(site, TOPUP);
      const outcome = kasir.readResponse(operation, answer, { context });
      const shown = await page.evaluate((outcome) => {
        const receipt = document.querySelector("kasir-receipt") as HTMLElement;
        Object.assign(receipt, { outcome });
        return [receipt.dataset["state"], ...[...receipt.querySelectorAll("p,dt,dd")].map((line) => line.textContent)];
      }, outcome as object);
      const { state, message, lines, next } = outcome;
      assert.deepEqual(shown, [state, message, ...lines.flatMap(({ label, text }) => [label, text]), ...(next.kind === "none" ? [] : [next.text])]);
      const line = (await page.locator(`kasir-receipt [data-line=${key}] dd`).textContent()) ?? "";
      if (typeof text === "string") assert.equal(line, text);
      else assert.match(line, text);
    });
  }

  for (const [price, text] of [["12500.00", "12500.00"], ["12500", "Rp\u00a012.500"], ["", undefined]]) {
    test(`a price that the hook calls "${price}"`, async () => {
      const { page, complaints } = await placed(site, TOPUP);
      await page.locator("kasir-receipt").evaluate((receipt, price) => {
        Object.assign(receipt, { result: { kind: "refused", code: "price.changed", message: "Harga berubah.", price } });
      }, price);
      assert.deepEqual(await page.locator("kasir-receipt p").allTextContents(), ["Harga berubah.", text].filter(Boolean));
      assert.deepEqual(complaints, []);
    });
  }

  test("a result that was set before the elements were defined", async () => {
    const { page } = await site.visit("elements.html");
    await page.waitForFunction(() => "put" in globalThis);
    const shown = await page.evaluate(() => {
      const { put, define } = globalThis as unknown as { put(...parts: unknown[]): void; define(): void };
      document.querySelector("main")?.insertAdjacentHTML("beforeend", "<kasir-receipt aria-live=off></kasir-receipt>");
      const receipt = document.querySelector("kasir-receipt") as HTMLElement;
      Object.assign(receipt, { result: { kind: "invalid", issues: [{ message: "Satu." }, { message: "Dua." }] } });
      put("", {}, true);
      define();
      return [receipt.role, receipt.dataset["state"], ...[...receipt.querySelectorAll("li")].map((line) => line.textContent)];
    });
    assert.deepEqual(shown, [null, "invalid", "Satu.", "Dua."]);
  });
});
