/** `kasir`: the module's bytes are in the script; nothing is fetched, every bundler and Node take it as it is. */
import { type Checkout, type CheckoutSettings, checkoutOver } from "./checkout.ts";
import { embeddedModule } from "./embedded_module.ts";
import { bindFormOver, type BoundForm, type FormOptions } from "./form.ts";
import type { Forms, OperationId } from "./generated.ts";
import { loader } from "./loader.ts";
import { schemaOver, type SchemaOptions, type StandardSchemaV1 } from "./schema.ts";

export * from "./entry.ts";

export const load = /* @__PURE__ */ loader(embeddedModule);

// Functions and not the values of calls, so that a bundler leaves out what a page does not use.
export function createCheckout(settings: CheckoutSettings): Checkout {
  return checkoutOver(load)(settings);
}

export function schema<Op extends OperationId>(operation: Op, options?: SchemaOptions): StandardSchemaV1<Forms[Op]> {
  return schemaOver(load)(operation, options);
}

export function bindForm<Op extends OperationId>(
  form: HTMLFormElement, operation: Op, options?: FormOptions<Partial<Forms[Op]>>,
): BoundForm<Partial<Forms[Op]>> {
  return bindFormOver(load)(form, operation, options);
}
