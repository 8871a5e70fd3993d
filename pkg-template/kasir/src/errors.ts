/** Misuse by a programmer, or a page where kasir cannot run. Wrong input by a buyer is never thrown. */
export type KasirErrorCode =
  | "ERR_WASM_UNAVAILABLE"
  | "ERR_LOAD_FAILED"
  | "ERR_NOT_LOADED"
  | "ERR_TRAP"
  | "ERR_NO_RANDOMNESS"
  | "ERR_UNKNOWN_OPERATION"
  | "ERR_UNKNOWN_FIELD"
  | "ERR_UNKNOWN_KIND"
  | "ERR_UNKNOWN_CODE"
  | "ERR_UNKNOWN_REFERENCE"
  | "ERR_BAD_OPTIONS";

/** What mends each; at the head, those that the core answers by their numbers, in the order of src/fault.rs. */
const MENDS: Record<KasirErrorCode, string> = {
  ERR_UNKNOWN_OPERATION: "kasir.operations lists the operations; kasir.kind tells query from submit",
  ERR_UNKNOWN_KIND: "the types ParseKind and TypedKind list the kinds",
  ERR_BAD_OPTIONS: "an option is missing, unknown or unreadable; submit needs a basket, createCheckout a hook, bindForm a form",
  ERR_UNKNOWN_CODE: "the types IssueCode and ProblemCode list the codes",
  ERR_NO_RANDOMNESS: "crypto.getRandomValues is missing here",
  ERR_WASM_UNAVAILABLE: "WebAssembly is off here; with a Content-Security-Policy, allow 'wasm-unsafe-eval' in script-src",
  ERR_LOAD_FAILED: "the module did not load; check its address, or pass load() a URL, a Response, bytes or a Module",
  ERR_NOT_LOADED: "call await load() once before this",
  ERR_TRAP: "the module stopped and was started anew; the next call works",
  ERR_UNKNOWN_FIELD: "kasir.fields(operation) lists the fields",
  ERR_UNKNOWN_REFERENCE: "checkout.pending() lists the references that can be resumed",
};

/** The core's faults by their numbers. */
export const FAULTS = /* @__PURE__ */ Object.keys(MENDS) as KasirErrorCode[];

/** Check `error.code`, never `instanceof`: two bundles have two classes. */
export class KasirError extends Error {
  override readonly name = "KasirError";
  readonly code: KasirErrorCode;

  constructor(code: KasirErrorCode, cause?: unknown) {
    super(`${code}: ${MENDS[code]}`, { cause });
    this.code = code;
  }
}
