/** kasir-hook: the backend half of kasir. HOOK.md tells its contract, for other languages too. */
import { loadHookCore } from "./core.ts";
import { assembleHook, type Hook } from "./create_hook.ts";
import type { HookOptions } from "./options.ts";

/**
 * Makes the hook. Options are checked at once; ledger and rulebook open at the first call.
 *
 * @throws KasirError `ERR_HOOK_IN_BROWSER`, `ERR_OPTION_MISSING`, `ERR_OPTION_UNKNOWN`, `ERR_OPTION_INVALID`, `ERR_KEY_UNREADABLE`
 */
export function createHook(options: HookOptions): Hook {
  return assembleHook(options, loadHookCore);
}

export type { Allowed, AuthorizeAction, AuthorizeCall, Decision, MerchantFields, RefusalCode } from "./authorize.ts";
export type { DirectCall, Hook } from "./create_hook.ts";
export { KasirError, type HookFaultCode } from "./fault.ts";
export type { FetchContext } from "./handler.ts";
export type { BuyerAnswer, Context, FailureReason, Issue, OperationId, ProductKind, PurchaseState } from "./hook_core.ts";
export type { Claim, Ledger, LedgerKeys, Row, RowChange, RowKey, RowNote } from "./ledgers/ledger.ts";
export { ANY_STEP } from "./ledgers/ledger.ts";
export type { LimitOptions, Rate } from "./limits.ts";
export type { Log, LogEntry, LogLevel } from "./log.ts";
export type { HookOptions, KlikooOptions, NetzmeOptions } from "./options.ts";
export { PROBLEM_CODES, type Problem, type ProblemCode } from "./problem.ts";
export type { QueryReply } from "./query.ts";
export type { ReconcileReport } from "./reconcile.ts";
export type { Resolution } from "./resolve.ts";
export type { IntentReply } from "./row_reply.ts";
export type { MerchantPurchase, SettledPurchase } from "./settled_purchase.ts";
export { NoAnswer, type Transport, type WireAnswer, type WireRequest } from "./transports/transport.ts";
