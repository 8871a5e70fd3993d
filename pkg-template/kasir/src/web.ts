/** `kasir/web`: the module is fetched beside the script, compiled while it arrives. */
import { type Checkout, type CheckoutSettings, checkoutOver } from "./checkout.ts";
import { bindFormOver, type BoundForm, type FormOptions } from "./form.ts";
import type { Forms, OperationId } from "./generated.ts";
import { loader } from "./loader.ts";
import { schemaOver, type SchemaOptions, type StandardSchemaV1 } from "./schema.ts";

export * from "./entry.ts";

/** Compiles the module, from `core.wasm` beside this script or from the `source` given; asked again, it is the same promise. A load that failed can be tried again. */
export const load = /* @__PURE__ */ loader(() => new URL("./core.wasm", import.meta.url));

// Functions and not the values of calls, so that a bundler leaves out what a page does not use.

/** A checkout that buys through the shop's hook, each basket once. Nothing is loaded before its first call. */
export function createCheckout(settings: CheckoutSettings): Checkout {
  return checkoutOver(load)(settings);
}

/** A Standard Schema (https://standardschema.dev) of an operation's form. Its answer is a promise until the module is loaded, which it sees to itself. */
export function schema<Op extends OperationId>(operation: Op, options?: SchemaOptions): StandardSchemaV1<Forms[Op]> {
  return schemaOver(load)(operation, options);
}

/** Checks and formats a form of the page's own markup, by the names of its controls, from now until `destroy`. Loads the module itself. */
export function bindForm<Op extends OperationId>(
  form: HTMLFormElement, operation: Op, options?: FormOptions<Partial<Forms[Op]>>,
): BoundForm<Partial<Forms[Op]>> {
  return bindFormOver(load)(form, operation, options);
}
