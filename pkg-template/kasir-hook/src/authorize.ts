/** Asks the merchant's own `authorize`: who calls, whether he may, for which order, at which price. */
import type { Parts } from "./parts.ts";
import type { Context, OperationId } from "./hook_core.ts";
import { codeOf } from "./log.ts";
import type { Problem } from "./problem.ts";

/** `status` covers reading and cancelling a reference; `manage` changes a setting of the merchant. */
export type AuthorizeAction = "purchase" | "query" | "status" | "manage";

export interface AuthorizeCall {
  action: AuthorizeAction;
  /** None of a `status` that only names a reference. */
  operation?: OperationId;
  /** The form fields, normalised; never a merchant field. */
  input?: Record<string, unknown>;
  /** The page's name of the basket; a query may come without one. */
  basket?: string | undefined;
  reference?: string;
  headers: Headers;
  url: string;
  /** The caller's address as the server saw it; undefined where the adapter does not tell. */
  address: string | undefined;
}

export type RefusalCode = "signed_out" | "forbidden" | "not_paid" | "sold_out";

/** What no page may say; an operation has some of them. Money is whole rupiah, as digits or as a number. */
export interface MerchantFields {
  amount?: string | number | undefined;
  selling_price?: string | number | undefined;
  merchantId?: string | undefined;
}

export interface Allowed {
  /** `later` keeps the purchase until `hook.send(reference)`. */
  allow: "now" | "later";
  /** Whose purchase it is: only the same owner reads it again. */
  owner: string;
  /** The merchant's order number: one purchase per order and step that is not failed or cancelled. */
  order?: string | undefined;
  role?: "buyer" | "merchant" | undefined;
  set?: MerchantFields | undefined;
  /** What the shop knows of the product, the attraction, the trips: the input is held against it before anything is sent. */
  context?: Context | undefined;
}

export type Decision = Allowed | { allow: false; code: RefusalCode };

const REFUSALS: readonly string[] = ["signed_out", "forbidden", "not_paid", "sold_out"] satisfies RefusalCode[];
const LONGEST_NAME = 255;

export async function authorize(parts: Parts, call: AuthorizeCall): Promise<Allowed | { problem: Problem }> {
  try {
    return readDecision(parts, await withinTime(async () => parts.settings.authorize(call), parts.settings.timeouts.authorizeMs));
  } catch (cause) {
    parts.log({ level: "error", event: "authorize.failed", code: codeOf(cause) }, cause);
    return unavailable();
  }
}

/** Nothing but a whole permission permits: neither a refusal nor half an answer may buy, whoever hands it in. */
export function readDecision(parts: Parts, decision: Decision): Allowed | { problem: Problem } {
  if (decision?.allow === false && REFUSALS.includes(decision.code)) return { problem: { code: decision.code } };
  if (isAllowed(decision)) return decision;
  parts.log({ level: "error", event: "authorize.answer_unreadable", code: "ERR_AUTHORIZE_ANSWER" });
  return unavailable();
}

function unavailable(): { problem: Problem } {
  return { problem: { code: "authorize.unavailable", retryAfter: 5 } };
}

function isAllowed(decision: unknown): decision is Allowed {
  if (typeof decision !== "object" || decision === null) return false;
  const { allow, owner, order, set, context } = decision as Partial<Allowed>;
  return (allow === "now" || allow === "later") && isName(owner) && (order === undefined || isName(order))
    && (set === undefined || (typeof set === "object" && set !== null)) && isJson([set, context]);
}

/** What JSON cannot hold, such as a value that holds itself, does not reach the core. */
function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

function isName(name: unknown): boolean {
  return typeof name === "string" && name !== "" && name.length <= LONGEST_NAME;
}

function withinTime<T>(run: () => Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("authorize took too long"), { code: "AUTHORIZE_TIMEOUT" })), ms);
  });
  return Promise.race([run(), late]).finally(() => clearTimeout(timer));
}
