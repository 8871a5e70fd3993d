import type { Checkout, QueryResult, SubmitOptions, SubmitResult } from "../checkout.ts";
import type { BoundForm, FormOptions } from "../form.ts";
import type { Forms, OperationId } from "../generated.ts";
import type { Kasir } from "../kasir.ts";
import type { Context, Language, Outcome } from "../types.ts";

/** The part of `kasir` or `kasir/web` that the elements stand on. */
export interface Library {
  load(): Promise<Kasir>;
  bindForm<Op extends OperationId>(form: HTMLFormElement, operation: Op, options?: FormOptions<Partial<Forms[Op]>>): BoundForm<Partial<Forms[Op]>>;
}

export type Result = SubmitResult | QueryResult;

/** What `bindForm` is told besides what the element says itself. */
export type FormElementOptions = Omit<FormOptions, "language" | "context" | "onSubmit" | "onError">;

/**
 * `<kasir-form operation="klikoo.product_buy">`: a form with a control for every field that a person fills in, drawn into the page's own markup. All
 * may be set before the element is defined; a change draws the form anew and keeps what was typed.
 *
 * A child with `slot="name"`, the name of a field or group, stands in the place of what would be drawn for it, a hidden input for what the page knows
 * among them; `slot="submit"` takes the place of the button, and every other slot stands before it. Children without a slot are shown until the form
 * is drawn, and stay where WebAssembly cannot be had.
 *
 * Classes: `kasir-form`, `kasir-field` (with `data-kind`), `kasir-optional`, `kasir-hint`, `kasir-help`, `kasir-error`, `kasir-summary`, `kasir-group`,
 * `kasir-row`, `kasir-add`, `kasir-remove`, `kasir-submit`. Ids are the element's own id, a hyphen and the field's name. The form is `aria-busy`
 * while it is under way. Like any element that a browser does not know, both are `display: inline` until the page's style sheet says otherwise.
 */
export interface KasirFormElement extends HTMLElement {
  /** The attribute `operation`. One that is taken away or unknown takes the form with it: the element's own children stand there again, `kasir-error` tells it. */
  operation: OperationId | "";
  /** The attribute `language`; `id` without it. */
  language: Language | "";
  /** The attribute `basket`, which a purchase needs: one basket is bought once. */
  basket: string;
  /** The attribute `known`: names of fields that are not asked, blanks between them, the row of a list as `*`; `values` has what they hold. */
  known: string;
  /** The attribute `submit-label`: the words on the button. */
  submitLabel: string;
  /** The attribute `receipt`: the id of the `<kasir-receipt>` that shows the answer, in the same document or shadow root. */
  receipt: string;
  /** What the page knows of the product. */
  context: Context | undefined;
  options: FormElementOptions | undefined;
  /**
   * What the form holds. Set, it changes what it names, in your own controls too, and a reset goes back to it; `null` takes away; a list is set as a
   * whole, and a row keeps what was typed into it as long as its `known` fields
   * stay the same. A list with a `known` field has no buttons: the page says how many rows there are.
   */
  values: object;
  /** Buys or asks when the form is sent; without it, `kasir-submit` says what to send. */
  checkout: Pick<Checkout, "submit" | "query"> | undefined;
  /** The price that the buyer has seen. */
  expect: SubmitOptions["expect"];
  /** The form and what checks it, from `kasir-drawn` on. */
  readonly form: HTMLFormElement | undefined;
  readonly bound: BoundForm | undefined;
}

/**
 * `<kasir-receipt>`: shows a result in a live region. `data-state` is the outcome's state, `refused` or `invalid`; a line has its key as `data-line`.
 * Classes: `kasir-message`, `kasir-price`, `kasir-lines`, `kasir-next`, `kasir-issues`.
 */
export interface KasirReceiptElement extends HTMLElement {
  /** The attribute `language`, that of the texts; `id` without it. */
  language: Language | "";
  /** Without one, the element's own children stand there again. */
  result: Result | undefined;
  /** The same for what `resume` and `onChange` give. */
  outcome: Outcome | undefined;
}

/** All of them bubble, but none leaves a shadow root: what stands in one is its component's own to tell. */
export interface FormEvents {
  /** The form stands there and is checked; again after each time that it is drawn anew. */
  "kasir-drawn": CustomEvent<undefined>;
  /** A form without errors, where there is no `checkout`. */
  "kasir-submit": CustomEvent<{ form: object }>;
  /** The answer, and the form that it answers: what is typed meanwhile has not been asked about. */
  "kasir-result": CustomEvent<{ form: object; result: Result }>;
  /** A fault, as `FormOptions.onError` has it; unless the event is cancelled, the fault is reported to the page like that of any listener. */
  "kasir-error": CustomEvent<unknown>;
}
