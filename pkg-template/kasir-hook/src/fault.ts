/** Misuse by a programmer or a shop set up wrongly: thrown, never answered to a buyer. */

export type HookFaultCode =
  | "ERR_HOOK_IN_BROWSER"
  | "ERR_OPTION_MISSING"
  | "ERR_OPTION_UNKNOWN"
  | "ERR_OPTION_INVALID"
  | "ERR_KEY_UNREADABLE"
  | "ERR_SEAL_KEY_MISSING"
  | "ERR_SEAL_BROKEN"
  | "ERR_LEDGER_UNAVAILABLE"
  | "ERR_LEDGER_NOT_DURABLE"
  | "ERR_PROVIDER_UNAVAILABLE"
  | "ERR_REFERENCE_UNKNOWN"
  | "ERR_ROW_SETTLED"
  | "ERR_RESOLVE_UNSIGNED"
  | "ERR_AUTHORIZE_ANSWER"
  | "ERR_BODY_ALREADY_READ"
  | "ERR_HOOK_CLOSED";

/** Check by `error.code`, never by `instanceof`: two bundles have two classes. */
export class KasirError extends Error {
  override readonly name = "KasirError";
  readonly code: HookFaultCode;

  constructor(code: HookFaultCode, message: string, options?: { cause?: unknown }) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
