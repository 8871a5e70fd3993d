/** A checkout: submits a form to the hook so that one basket is bought once, and says what became of it. */
import { type Conducted, conduct, type Steps } from "./conduct.ts";
import { KasirError } from "./errors.ts";
import type { Forms, OperationId, ProblemCode, PurchaseState } from "./generated.ts";
import { hookClient, type HookSettings, type Row } from "./hook_client.ts";
import { type Intent, Intents, type IntentStorage, pageStorage } from "./intents.ts";
import { isError, type Kasir } from "./kasir.ts";
import { normalised } from "./normalised.ts";
import type { Context, Issue, Language, Outcome } from "./types.ts";

export interface CheckoutSettings extends HookSettings {
  /** Where intents are kept; localStorage unless told. */
  storage?: IntentStorage;
  language?: Language;
}

export interface FollowOptions {
  signal?: AbortSignal;
  /** How long to follow a purchase that is not settled; 30 s unless told, 0 asks once. */
  waitMs?: number;
  /** Called whenever the state changes. */
  onChange?(outcome: Outcome): void;
  context?: Context;
  language?: Language;
}

export interface SubmitOptions extends FollowOptions {
  /** The merchant's name of the basket: one basket is bought once. */
  basket: string;
  /** The price that the buyer has seen; the hook refuses another one. */
  expect?: { selling_price: string };
}

export type SubmitResult =
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "refused"; code: ProblemCode; message: string; price?: string }
  | { kind: "outcome"; reference: string; outcome: Outcome };

export type QueryResult =
  | { kind: "invalid"; issues: Issue[] }
  | { kind: "refused"; code: ProblemCode; message: string }
  | { kind: "outcome"; outcome: Outcome };

export interface Checkout {
  submit<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options: SubmitOptions): Promise<SubmitResult>;
  query<Op extends OperationId>(operation: Op, form: Partial<Forms[Op]> | object, options?: FollowOptions & { basket?: string }): Promise<QueryResult>;
  pending(): Intent[];
  resume(reference: string, options?: FollowOptions): Promise<Outcome>;
  /** Gives up a purchase that was not sent; the state tells whether that came in time. */
  cancel(reference: string): Promise<{ cancelled: boolean; state?: PurchaseState }>;
  subscribe(listener: (intents: Intent[]) => void): () => void;
}

const WAIT_MS = 30_000;

export const checkoutOver = (load: () => Promise<Kasir>) => (settings: CheckoutSettings): Checkout => {
  const call = hookClient(settings);
  const intents = new Intents(settings.storage ?? pageStorage());
  const language = settings.language ?? "id";
  const inFlight = new Map<string, Promise<SubmitResult>>();

  /** Clicks on the same basket share one submission. */
  const submit: Checkout["submit"] = (operation, form, options) => {
    const key = JSON.stringify([operation, options.basket]);
    const running = inFlight.get(key);
    if (running) return running;
    const submitted = submitOnce(operation, form, options).finally(() => inFlight.delete(key));
    inFlight.set(key, submitted);
    return submitted;
  };

  async function submitOnce(operation: OperationId, form: object, options: SubmitOptions): Promise<SubmitResult> {
    const kasir = await load();
    const terms = { language: options.language ?? language, ...(options.context && { context: options.context }), treatAsError: "typos" as const };
    const issues = kasir.validate(operation, form, terms).filter(isError);
    if (issues.length > 0) return { kind: "invalid", issues };
    const input = normalised(operation, form, terms);
    const { basket, expect } = options;
    const body = { operation, input, basket, ...(expect && { expect }) };
    const kept = intents.of(operation, basket);
    const first = await conduct(stepsOf(kasir, kept ?? begun(kasir, operation, basket), body, options));
    // An earlier purchase of this basket that is over, or one that was given up, makes room for a new one.
    const again = kept && first.room ? await conduct(stepsOf(kasir, begun(kasir, operation, basket), body, options)) : first;
    return told(kasir, operation, again, terms.language);
  }

  function begun(kasir: Kasir, operation: OperationId, basket: string): Intent {
    const intent = { reference: kasir.newReference(), operation, basket, progress: "kept", since: Date.now() };
    intents.keep(intent);
    return intent;
  }

  function stepsOf(kasir: Kasir, intent: Intent, body: object | null, options: FollowOptions): Steps {
    return {
      intents, intent, call, body,
      signal: options.signal,
      until: Date.now() + (options.waitMs ?? WAIT_MS),
      outcomeOf: (row) => outcomeOf(kasir, row, options),
      onChange: options.onChange,
    };
  }

  function outcomeOf(kasir: Kasir, row: Row, options: FollowOptions): Outcome {
    return kasir.readResponse(row.operation as OperationId, row.answer ?? { state: row.state }, {
      language: options.language ?? language,
      ...(options.context && { context: options.context }),
      reference: row.reference,
      receipt: row.receipt,
      state: row.state,
    });
  }

  function told(kasir: Kasir, operation: OperationId, conducted: Conducted, spoken: Language): SubmitResult {
    const { problem, outcome, intent } = conducted;
    if (problem?.code === "input.invalid") return { kind: "invalid", issues: problem.issues ?? [] };
    if (problem && !outcome) {
      const message = kasir.message({ code: problem.code, ...(problem.params && { params: problem.params }) }, spoken);
      return { kind: "refused", code: problem.code, message, ...(problem.price && { price: problem.price }) };
    }
    const silent: Row = { reference: intent.reference, operation, state: "unknown", answer: null, receipt: null };
    return { kind: "outcome", reference: intent.reference, outcome: outcome ?? outcomeOf(kasir, silent, { language: spoken }) };
  }

  async function query(operation: OperationId, form: object, options: FollowOptions & { basket?: string } = {}): Promise<QueryResult> {
    const kasir = await load();
    const spoken = options.language ?? language;
    const terms = { language: spoken, ...(options.context && { context: options.context }), treatAsError: "typos" as const };
    const issues = kasir.validate(operation, form, terms).filter(isError);
    if (issues.length > 0) return { kind: "invalid", issues };
    const body = { operation, input: normalised(operation, form, terms), ...(options.basket !== undefined && { basket: options.basket }) };
    const reply = await call("POST", "/queries", body, undefined, options.signal);
    if (reply.kind === "row") return { kind: "outcome", outcome: outcomeOf(kasir, { ...reply.row, receipt: reply.row.receipt ?? null }, options) };
    if (reply.kind === "problem" && reply.problem.code === "input.invalid") return { kind: "invalid", issues: reply.problem.issues ?? [] };
    const code = reply.kind === "problem" ? reply.problem.code : "hook.unreachable";
    return { kind: "refused", code, message: kasir.message({ code }, spoken) };
  }

  async function resume(reference: string, options: FollowOptions = {}): Promise<Outcome> {
    const kasir = await load();
    const intent = intents.named(reference);
    if (!intent) throw new KasirError("ERR_UNKNOWN_REFERENCE");
    const conducted = await conduct(stepsOf(kasir, intent, null, options));
    const silent: Row = { reference, operation: intent.operation, state: conducted.gone ? "cancelled" : "unknown", answer: null, receipt: null };
    return conducted.outcome ?? outcomeOf(kasir, silent, options);
  }

  async function cancel(reference: string): Promise<{ cancelled: boolean; state?: PurchaseState }> {
    const reply = await call("DELETE", `/intents/${encodeURIComponent(reference)}`);
    if (reply.kind === "row" && reply.row.state === "cancelled") {
      intents.forget(reference);
      return { cancelled: true, state: "cancelled" };
    }
    const state = reply.kind === "problem" ? reply.problem.state : undefined;
    return { cancelled: false, ...(state && { state }) };
  }

  return { submit, query, resume, cancel, pending: () => intents.all(), subscribe: (listener) => intents.subscribe(listener) };
};
