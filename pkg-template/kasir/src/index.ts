/** `kasir`: the module's bytes are in the script; nothing is fetched, every bundler and Node take it as it is. */
import { checkoutOver } from "./checkout.ts";
import { embeddedModule } from "./embedded_module.ts";
import { bindFormOver } from "./form.ts";
import { loader } from "./loader.ts";
import { schemaOver } from "./schema.ts";

export * from "./entry.ts";

export const load = /* @__PURE__ */ loader(embeddedModule);
export const createCheckout = /* @__PURE__ */ checkoutOver(load);
export const schema = /* @__PURE__ */ schemaOver(load);
export const bindForm = /* @__PURE__ */ bindFormOver(load);
