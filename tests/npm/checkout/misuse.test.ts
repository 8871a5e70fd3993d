/** What would take a purchase's guards away is refused before anything is kept or sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type CheckoutSettings, createCheckout, type SubmitOptions } from "kasir";
import { BUY, FORM, hook, page, storage } from "./page.ts";

/** What JavaScript lets a caller pass. */
const any = <One>(value: unknown): One => value as One;

const misused = (named: RegExp) => (fault: unknown): boolean => {
  const { name, code, message } = fault as { name: string; code: string; message: string };
  assert.deepEqual([name, code], ["KasirError", "ERR_BAD_OPTIONS"]);
  assert.match(message, named);
  return true;
};

const NO_BASKET = [undefined, null, "", 42, 0, 5n, true, ["A-1"], {}, Symbol("A-1"), () => "A-1", new String("A-1")];

test("a purchase whose basket is no text is refused by a promise, and nothing is kept or sent", async () => {
  const checkout = page();
  const bad = [undefined, null, {}, ...NO_BASKET.map((basket) => ({ basket, waitMs: 0 }))];
  for (const options of bad) {
    const submitted = checkout.submit(BUY, FORM, any<SubmitOptions>(options));
    await assert.rejects(submitted, misused(/basket/));
  }
  assert.deepEqual([hook.received, storage.written, checkout.pending()], [[], [], []]);
});

test("an expectation without its price is refused, since the hook would hold nothing against it", async () => {
  for (const expect of [{}, { selling_price: undefined }, { selling_price: null }, { selling_price: "" }, { price: "21000" }, "21000"]) {
    await assert.rejects(page().submit(BUY, FORM, any<SubmitOptions>({ basket: "A-1", expect })), misused(/option/));
  }
  assert.deepEqual([hook.received, storage.written], [[], []]);
});

test("a checkout without its hook's address is refused at once", () => {
  for (const settings of [undefined, null, {}, { hook: undefined }, { hook: null }, { hook: "" }, { storage }]) {
    assert.throws(() => createCheckout(any<CheckoutSettings>(settings)), misused(/hook/));
  }
});

test("a query that is submitted and a purchase that is asked are refused by a promise that says where each belongs, and nothing is kept or sent", async () => {
  const checkout = page();
  const misplaced = [
    checkout.submit("klikoo.product_inquiry", { product_code: "PLN20", value: "01105691111" }, { basket: "A-1" }), checkout.query(BUY, FORM, { basket: "A-1" }),
    checkout.query("netzme.percentage_product", { updatePercentage: "1.4" }), checkout.submit("klikoo.product_inquiry", {}, { basket: "A-1" }),
  ];
  for (const asked of misplaced) await assert.rejects(asked, { name: "KasirError", code: "ERR_UNKNOWN_OPERATION", message: /kasir\.kind tells query from submit/ });
  assert.deepEqual([hook.received, storage.written, checkout.pending()], [[], [], []]);
});
