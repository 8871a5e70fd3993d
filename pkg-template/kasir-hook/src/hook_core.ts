/** The rulebook as the hook sees it: pure functions of the crate's hook build. `core.ts` loads the real one. */

export type OperationKind = "query" | "setting" | "hold" | "pay" | "purchase" | "lookup";
/** What a page can ask for; the same as in npm `kasir`. */
export type OperationId =
  | "klikoo.product_inquiry" | "klikoo.product_buy" | "klikoo.attraction_buy" | "klikoo.transport_block_seat" | "netzme.percentage_product";
/** The same as in npm `kasir`. */
export const PRODUCT_KINDS = ["pulsa", "pln_prepaid", "pln_postpaid", "ovo", "gopay", "dana", "wallet", "maxim", "bpjs", "other"] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
export type Language = "id" | "en";
export type ProviderName = "klikoo" | "netzme";
export type PurchaseState = "accepted" | "sent" | "success" | "pending" | "held" | "failed" | "unknown" | "cancelled";
export type AnswerState = "success" | "pending" | "held" | "failed" | "unknown";
export type FailureReason = "destination" | "product" | "supplier" | "last_instalment" | "blocked" | "other";

/** One finding about one field; the same shape as in npm `kasir`. */
export interface Issue {
  code: string;
  path: (string | number)[];
  name: string;
  pointer: string;
  severity: "error" | "advice";
  params: Record<string, unknown>;
  message: string;
}

/** A request as plain data. `body` is what is hashed and what is sent. */
export interface PreparedRequest {
  operation: string;
  provider: ProviderName;
  method: string;
  path: string;
  body: string;
  reference: string | null;
}

/** What a buyer may learn of an answer: no provider code, no provider sentence, no balance, no buy price. */
export interface BuyerAnswer {
  state: string;
  reason?: FailureReason;
  data?: Record<string, unknown>;
}

/** The answer as the merchant's own records keep it. */
export interface ProviderParts {
  code: string | null;
  http: number | null;
  service: string | null;
  case: string | null;
  message: string | null;
}

export interface Verdict {
  state: AnswerState;
  /** A well-formed refusal of the token: proof that nothing was bought. */
  gate: "token" | null;
  /** The provider has seen this reference before. */
  duplicate: boolean;
  transactionId: string | null;
  expiresAt: string | null;
  answer: BuyerAnswer;
  provider: ProviderParts;
}

export interface OperationFacts {
  id: string;
  provider: ProviderName;
  kind: OperationKind;
  referenceField: string | null;
  merchantFields: string[];
  lookup: string | null;
}

export type OpenedCall =
  | { ok: true; operation: string; form: string; basket: string; expect: { selling_price?: string } | null; advice: Issue[] }
  | { ok: false; issues: Issue[] };

export type Prepared = { ok: true; request: PreparedRequest; advice: Issue[] } | { ok: false; issues: Issue[] };

/** What is known of the order beside the form; the same as in npm `kasir`, which names the keys that are read of an answer. */
export interface Context {
  /** `kind` beats what the product code tells; `open` lets the buyer name the amount. */
  product?: { kind?: ProductKind | undefined; open?: boolean | undefined; operator?: string | undefined } | undefined;
  /** The `data` of Klikoo's Get Product Attraction as it came: the booking's keys, options and days are held against it. */
  attraction?: object | null;
  /** The `data` of Klikoo's Trip Detail as it came: trip, seats and number of passengers are held against it. */
  trip?: object | null;
  /** The same of the return trip. */
  returnTrip?: object | null;
}

export interface CheckOptions {
  context?: Context | undefined;
  today?: string;
  /** Of the issues' messages; default `id`. */
  language?: Language;
}

export interface PrepareOptions extends CheckOptions {
  treatAsError?: string[] | "typos";
  escapes?: "go" | "raw";
}

export interface LookupFinding {
  finding: "found" | "absent" | "inconclusive";
  state?: AnswerState | null;
  transactionId?: string | null;
  answer?: BuyerAnswer | null;
}

export interface HistoryFinding {
  finding: "found" | "absent" | "inconclusive";
  transactionId?: string | null;
}

export type PurchaseEvent =
  | "accept" | "send" | "success" | "pending" | "held" | "failed" | "unknown"
  | "gate_refused" | "cancel" | "expire" | "resolve_success" | "resolve_failed";

export interface PurchaseStep {
  state: PurchaseState;
  attempt: number;
  action: "none" | "forward" | "look_up" | "settle" | "attention" | "refuse";
}

export interface NetzmeToken {
  /** What X-AUTHORIZATION carries: percent-decoded, nothing else; a `+` stays a `+`. */
  authorization: string;
  innerSignature: string;
  /** Epoch milliseconds; null where the token does not say. */
  expiresAt: number | null;
}

export interface HookCore {
  /** `undefined` where there is no such operation. */
  operation(op: string): OperationFacts | undefined;
  /** Reads the raw JSON text of a browser's call under the form rules; merchant and checkout fields in it are refused. */
  openCall(text: string, opts?: CheckOptions): OpenedCall;
  /** Form, reference and merchant fields to the final request. */
  prepare(op: string, inputJson: string, opts?: PrepareOptions): Prepared;
  /** The verdict on an answer; `http` is null when none arrived. */
  judge(op: string, http: number | null, bodyText: string): Verdict;
  /** The verdict on a lookup, bound to the body that was sent. */
  judgeLookup(op: string, sentBody: string, http: number | null, bodyText: string): LookupFinding;
  findInHistory(reference: string, http: number | null, bodyText: string): HistoryFinding;
  /** The pure machine that every move of a row asks first. */
  purchaseStep(state: string | null, event: PurchaseEvent, attempt: number): PurchaseStep;
  /** What a buyer may see of the row: masked destination, price, product, quantity. */
  receipt(op: string, sentBody: string): Record<string, string>;
  /** Reads the token of Netzme's token call; null where the text is none. */
  netzmeToken(text: string): NetzmeToken | null;
  message(problem: { code: string; params?: Record<string, unknown> }, language: Language): string;
}
