/** Compiled by types.test.ts, never run: what the published types promise, and what has to stay an error. */
import {
  bindForm, type Context, createCheckout, type Forms, type Inputs, type Issue, type IssueCode, type IssueParams, type KasirError, type KasirErrorCode, type KlikooAttractionBuyInput, type KlikooProductBuyForm,
  type KlikooProductBuyInput, type KlikooTransportBlockSeatInput, load, type NetzmePercentageProductInput, type OperationId, type Outcome, type ParseKind, type ProblemCode, type ProductKind, type PurchaseState,
  type QueryResult, schema, type StandardSchemaV1, type SubmitResult, type TypedKind,
} from "kasir";
import { defineElements, type KasirFormElement, type KasirReceiptElement } from "kasir/elements";
import * as web from "kasir/web";
import type { StandardSchemaV1 as Standard } from "@standard-schema/spec";
import { prettifyError } from "zod";

const kasir = await load();

// Two types are one when each can stand for the other in a place that allows neither more nor less.
type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <Claim extends true>(..._: Claim[]): void => undefined;

holds<Same<OperationId, keyof Inputs>>();
holds<Same<OperationId, keyof Forms>>();
holds<Same<OperationId, "klikoo.product_inquiry" | "klikoo.product_buy" | "klikoo.attraction_buy" | "klikoo.transport_block_seat" | "netzme.percentage_product">>();
holds<Same<PurchaseState, "accepted" | "sent" | "pending" | "held" | "success" | "failed" | "unknown" | "cancelled">>();
holds<Same<Exclude<keyof IssueParams, IssueCode>, never>>();
holds<Same<Issue["code"], IssueCode>>();
holds<Same<KasirError["code"], KasirErrorCode>>();

export const topUp: KlikooProductBuyInput = {
  product_code: "TSEL20", value: "081234567890", amount: "20500", selling_price: 21000, partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb",
};
export const form: KlikooProductBuyForm = { product_code: "TSEL20", value: "081234567890" };
export const margin: NetzmePercentageProductInput = { merchantId: "M_1", updatePercentage: "1.40" };

// @ts-expect-error: an input without its price
export const noPrice: KlikooProductBuyInput = { product_code: "TSEL20", value: "081234567890", amount: "20500", partner_reference_id: "x" };
// @ts-expect-error: a telephone number is text
export const numeric: KlikooProductBuyForm = { product_code: "TSEL20", value: 81234567890 };
// @ts-expect-error: the provider's own key is msidn
export const misspelled: KlikooProductBuyForm = { ...form, msisdn: "081234567890" };
// @ts-expect-error: a seat without its passenger
export const emptySeat: KlikooTransportBlockSeatInput["departure"] = { trip_id: 1, passengers: [{ seat_name: "1" }] };
export const oneWay: KlikooTransportBlockSeatInput["return"] = null;
// @ts-expect-error: a customer has booking fields
export const customers: KlikooAttractionBuyInput["customers"] = [{}];

// @ts-expect-error: no such operation
kasir.prepare("klikoo.product_bye", topUp);
// @ts-expect-error: an operation of the hook, not of the page
kasir.fields("klikoo.transaction_detail");
// @ts-expect-error: no such kind
kasir.parse("phone" satisfies ParseKind, "0812");
export const card: string | undefined = kasir.parse("bpjs", "8888801944358911").parts.card;
// @ts-expect-error: no such part
kasir.parse("nik", "3174100912960001").parts.birthday;
// @ts-expect-error: a kind that is parsed and not grouped
kasir.formatAsYouType("email" satisfies TypedKind, "0812", 4);
// @ts-expect-error: a caret is a number
kasir.formatAsYouType("nik", "3174", null);
holds<Same<Exclude<TypedKind, ParseKind>, never>>();
// @ts-expect-error: no such language
kasir.message({ code: "field.missing", params: {} }, "fr");
// An answer of the provider is handed on as it came, typed or not, with more keys than are read.
interface TripDetail {
  id: number;
  travel_name: string;
  seats: { name: string; price: number }[];
}
export const known = (trip: TripDetail, attraction: Record<string, never>): Context => ({
  attraction, trip, returnTrip: { id: 2, travel_name: "x", seats: [{ name: "1", taken: true }] },
});
// @ts-expect-error: a time is text
export const timeless: Context = { trip: { arrival_time: 12 } };
// @ts-expect-error: no list of seats
export const seatless: Context = { trip: { id: 2, seats: "1" } };
// @ts-expect-error: no such thing is known
export const stranger: Context = { trips: [] };

// A code that was kept has its sentence without its limits too.
kasir.message({ code: "msisdn.too_short" }, "id");
// What a page has not been told is as good as left out, also where `undefined` is no value of an optional property.
export const untold = (language: "id" | "en" | undefined, signal: AbortSignal | undefined, kind: ProductKind | undefined, today: string | undefined): void => {
  const context: Context = { product: { kind, operator: undefined, open: undefined }, attraction: undefined, trip: undefined, returnTrip: undefined };
  kasir.prepare("klikoo.product_buy", form, { language, today, context, treatAsError: undefined, messages: undefined, escapes: undefined });
  kasir.readResponse("klikoo.product_buy", "", { reference: undefined, receipt: undefined, state: undefined });
  schema("klikoo.product_buy", { language, today, onAdvice: undefined });
  const till = createCheckout({ hook: "/kasir", language, headers: undefined, fetch: undefined, storage: undefined });
  void till.submit("klikoo.product_buy", form, { basket: "A-1", signal, language, context, expect: undefined, waitMs: undefined, onChange: undefined });
};
// @ts-expect-error: no such code
kasir.message({ code: "field.mising", params: {} }, "id");
// @ts-expect-error: no such code to count as an error
kasir.validate("klikoo.product_buy", form, { treatAsError: ["field.mising"] });
// @ts-expect-error: escapes belong to the body, not to a form
kasir.validate("klikoo.product_buy", form, { escapes: "raw" });

export function sentence(code: ProblemCode): string {
  switch (code) {
    case "signed_out": case "forbidden": case "not_paid": case "sold_out": case "order.taken": case "price.changed": case "intent.in_flight": case "intent.cancelled":
    case "intent.not_found": case "reference.missing": case "reference.malformed": case "reference.reused": case "input.invalid": case "input.too_large": case "media.unsupported":
    case "origin.forbidden": case "rate.limited": case "ledger.unavailable": case "authorize.unavailable": case "provider.unavailable": case "operation.unknown":
    case "method.not_allowed": case "route.unknown":
      return kasir.message({ code }, "id");
  }
}

export function advised({ state, next, plnToken }: Outcome): string | undefined {
  switch (next.kind) {
    case "none": case "pay": case "wait": case "confirm": case "fix": case "buy_again": case "contact":
      return state === "success" ? plnToken : next.text;
  }
}

const checkout = createCheckout({ hook: new URL("https://shop.example/kasir"), storage: sessionStorage, headers: async () => ({ "x-csrf": "1" }), language: "en" });

export async function buy(): Promise<string> {
  const result: SubmitResult = await checkout.submit("klikoo.product_buy", form, { basket: "A-1", expect: { selling_price: "21000" }, waitMs: 0, onChange: ({ message }) => message });
  switch (result.kind) {
    case "invalid":
      return result.issues.map(({ name, message }) => `${name}: ${message}`).join();
    case "refused":
      return `${result.code} ${result.message} ${result.price ?? ""}`;
    case "outcome":
      return `${result.reference} ${result.outcome.message}`;
  }
}

// @ts-expect-error: a purchase names its basket
void checkout.submit("klikoo.product_buy", form, {});
// @ts-expect-error: prices are text, since a float is no money
void checkout.submit("klikoo.product_buy", form, { basket: "A-1", expect: { selling_price: 21000 } });

export const asked: Promise<QueryResult> = checkout.query("klikoo.product_inquiry", form);

// What takes a Standard Schema takes this one, and knows the form's type by it.
const seats = schema("klikoo.transport_block_seat");
holds<Same<Standard.InferInput<typeof seats>, Forms["klikoo.transport_block_seat"]>>();
holds<Same<Standard.InferOutput<typeof seats>, Forms["klikoo.transport_block_seat"]>>();
const standard: Standard<KlikooProductBuyForm, KlikooProductBuyForm> = schema("klikoo.product_buy");
holds<Same<NonNullable<(typeof standard)["~standard"]["types"]>["output"], KlikooProductBuyForm>>();
// @ts-expect-error: the form of another operation
export const other: Standard<KlikooProductBuyForm> = seats;
export const own: StandardSchemaV1<Forms["netzme.percentage_product"]> = schema("netzme.percentage_product", { onAdvice: (advice) => advice.length });

export async function shown(): Promise<string> {
  const result = await schema("klikoo.product_buy")["~standard"].validate({});
  if (result.issues) return prettifyError(result) + result.issues.map(({ code }) => code).join();
  return result.value.product_code;
}
// @ts-expect-error: no such operation
schema("netzme.buy");

export function binding(form: HTMLFormElement): void {
  const bound = bindForm(form, "klikoo.product_buy", {
    context: () => ({ product: { kind: "pulsa" } }),
    onSubmit: async (values, event) => holds<Same<typeof values, Partial<KlikooProductBuyForm>> & Same<typeof event, SubmitEvent>>(),
    onChange: ({ value }) => value?.trim(),
  });
  holds<Same<ReturnType<typeof bound.read>, Partial<KlikooProductBuyForm>>>();
  holds<Same<ReturnType<typeof bound.validate>, Issue[]>>();
  // @ts-expect-error: an operation that does not exist
  bindForm(form, "klikoo.product_by");
  // @ts-expect-error: a form is no element of any kind
  bindForm(document.body, "klikoo.product_buy");
  // @ts-expect-error: the context of a product that does not exist
  bindForm(form, "klikoo.product_buy", { context: { product: { kind: "plane" } } });
}

// The elements stand on either entry, and the page knows them by their names.
export function drawn(): void {
  defineElements({ load, bindForm });
  defineElements(web);
  // @ts-expect-error: without the form
  defineElements({ load });
  const form: KasirFormElement = document.createElement("kasir-form");
  form.operation = "klikoo.product_buy";
  form.context = { product: { kind: "pulsa" } };
  form.checkout = createCheckout({ hook: "/kasir" });
  form.options = { messages: { "field.missing": "Isi dulu." }, onChange: (values) => console.log(values) };
  // @ts-expect-error: no such operation
  form.operation = "klikoo.product_bye";
  // @ts-expect-error: the element has its own way to be sent
  form.options = { onSubmit: () => undefined };
  form.addEventListener("kasir-result", ({ detail: { result } }) => {
    const receipt: KasirReceiptElement | null = document.querySelector("kasir-receipt");
    if (receipt) receipt.result = result;
    // @ts-expect-error: only an outcome has one
    console.log(result.outcome);
  });
  form.addEventListener("kasir-submit", ({ detail }) => console.log(detail.form));
}

// They bubble, and are known wherever they can be heard.
export function heard(root: ShadowRoot, drawing: SVGElement): void {
  document.addEventListener("kasir-submit", ({ detail }) => holds<Same<typeof detail, { form: object }>>());
  window.addEventListener("kasir-submit", ({ detail }) => holds<Same<typeof detail, { form: object }>>());
  root.addEventListener("kasir-submit", ({ detail }) => holds<Same<typeof detail, { form: object }>>());
  drawing.addEventListener("kasir-drawn", ({ detail }) => holds<Same<typeof detail, undefined>>());
  document.body.addEventListener("kasir-error", ({ detail }) => holds<Same<typeof detail, unknown>>());
}
holds<Same<ReturnType<typeof kasir.kind>, "query" | "setting" | "hold" | "purchase">>();
