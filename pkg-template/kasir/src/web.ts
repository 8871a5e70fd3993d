/** `kasir/web`: the module is fetched beside the script, compiled while it arrives. */
import { checkoutOver } from "./checkout.ts";
import { bindFormOver } from "./form.ts";
import { loader } from "./loader.ts";
import { schemaOver } from "./schema.ts";

export * from "./entry.ts";

export const load = /* @__PURE__ */ loader(() => new URL("./core.wasm", import.meta.url));
export const createCheckout = /* @__PURE__ */ checkoutOver(load);
export const schema = /* @__PURE__ */ schemaOver(load);
export const bindForm = /* @__PURE__ */ bindFormOver(load);
