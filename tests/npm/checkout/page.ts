/** The pages of a shop: each is loaded anew over the same storage, and all ask the same played hook. */
import assert from "node:assert/strict";
import { afterEach, beforeEach } from "node:test";
import { type Checkout, type CheckoutSettings, createCheckout, type Intent, type Outcome, type SubmitOptions, type SubmitResult } from "kasir";
import { PlayedHook, PlayedStorage, type Row } from "./played_hook.ts";

export const BUY = "klikoo.product_buy";
export const NUMBER = "081234567890";
export const FORM = { product_code: "TSEL20", value: "0812 3456 7890" };

export let hook: PlayedHook;
export let storage: PlayedStorage;

beforeEach(async () => {
  hook = new PlayedHook();
  storage = new PlayedStorage();
  await hook.open();
});

afterEach(() => hook.close());

/** Each is a page that was loaded anew: only the storage is the same. */
export const page = (settings: Partial<CheckoutSettings> = {}): Checkout => createCheckout({ hook: hook.url, storage, ...settings });

export const submit = (checkout: Checkout, options: Partial<SubmitOptions> = {}, form: object = FORM): Promise<SubmitResult> =>
  checkout.submit(BUY, form, { basket: "A-1", waitMs: 0, context: { product: { kind: "pulsa" } }, ...options });

export function outcomeOf(result: SubmitResult): Outcome {
  assert.equal(result.kind, "outcome", JSON.stringify(result));
  return (result as Extract<SubmitResult, { kind: "outcome" }>).outcome;
}

export function refusalOf(result: SubmitResult): Extract<SubmitResult, { kind: "refused" }> {
  assert.equal(result.kind, "refused", JSON.stringify(result));
  return result as Extract<SubmitResult, { kind: "refused" }>;
}

/** An intent that an earlier page left behind. */
export function left(intent: Partial<Intent> = {}): Intent {
  const whole: Intent = { reference: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb", operation: BUY, basket: "A-1", progress: "asked", since: 1, ...intent };
  storage.text = JSON.stringify([whole]);
  return whole;
}

export const rowOf = (state: string): Row =>
  ({ state, answer: null, receipt: null, input: JSON.stringify({ product_code: "TSEL20", value: NUMBER, msidn: NUMBER }) });
