/** What a checkout does with a form, a reference and the hook's answer. */
import type { CallOptions, FollowOptions, QueryOptions, QueryResult, SubmitOptions, SubmitResult } from "./checkout.ts";
import { type Conducted, conduct, type Steps } from "./conduct.ts";
import { KasirError } from "./errors.ts";
import type { OperationId, PurchaseState } from "./generated.ts";
import type { Call, ProblemDetails, Row } from "./hook_client.ts";
import type { Intent, Intents } from "./intents.ts";
import { isError, type Kasir } from "./kasir.ts";
import { normalised } from "./normalised.ts";
import type { Language, Options, Outcome } from "./types.ts";

export interface Till {
  call: Call;
  intents: Intents;
  language: Language;
}

const WAIT_MS = 30_000;

export async function submit(kasir: Kasir, till: Till, operation: OperationId, form: object, options: SubmitOptions): Promise<SubmitResult> {
  const terms = termsOf(till, options);
  const issues = kasir.validate(operation, form, terms).filter(isError);
  if (issues.length > 0) return { kind: "invalid", issues };
  const { basket, expect } = options;
  const body = { operation, input: normalised(operation, form, terms), basket, ...(expect && { expect }) };
  const kept = till.intents.of(operation, basket);
  const go = (intent: Intent): Promise<Conducted> => conduct(stepsOf(kasir, till, intent, body, options));
  const first = await go(kept ?? begun(kasir, operation, basket));
  // An earlier purchase of this basket that did not happen makes room for a new one.
  return told(kasir, till, kept && first.room ? await go(begun(kasir, operation, basket)) : first, options);
}

export async function query(kasir: Kasir, till: Till, operation: OperationId, form: object, options: QueryOptions): Promise<QueryResult> {
  const terms = termsOf(till, options);
  const issues = kasir.validate(operation, form, terms).filter(isError);
  if (issues.length > 0) return { kind: "invalid", issues };
  const { basket } = options;
  const body = { operation, input: normalised(operation, form, terms), ...(basket !== undefined && { basket }) };
  const reply = await till.call("POST", "/queries", body, undefined, options.signal);
  if (reply.kind === "problem") return refused(kasir, till, reply.problem, options);
  return { kind: "outcome", outcome: outcomeOf(kasir, till, { operation }, reply.kind === "row" ? reply.row : silent("unknown"), options) };
}

export async function resume(kasir: Kasir, till: Till, reference: string, options: FollowOptions): Promise<Outcome> {
  const intent = till.intents.named(reference);
  if (!intent) throw new KasirError("ERR_UNKNOWN_REFERENCE");
  const { outcome } = await conduct(stepsOf(kasir, till, intent, null, options));
  return outcome ?? outcomeOf(kasir, till, intent, silent("unknown"), options);
}

export async function cancel({ call, intents }: Till, reference: string): Promise<{ cancelled: boolean; state?: PurchaseState }> {
  const reply = await call("DELETE", `/intents/${encodeURIComponent(reference)}`);
  const cancelled = reply.kind === "row" && reply.row.state === "cancelled";
  if (cancelled) intents.forget(reference);
  const state = reply.kind === "row" ? reply.row.state : reply.kind === "problem" ? reply.problem.state : undefined;
  return { cancelled, ...(state && { state }) };
}

const begun = (kasir: Kasir, operation: OperationId, basket: string): Intent =>
  ({ reference: kasir.newReference(), operation, basket, progress: "kept", since: Date.now() });

function termsOf(till: Till, { language = till.language, context }: CallOptions): Options & { language: Language } {
  return { language, treatAsError: "typos", ...(context && { context }) };
}

function stepsOf(kasir: Kasir, till: Till, intent: Intent, body: object | null, options: FollowOptions): Steps {
  const { signal, onChange, waitMs = WAIT_MS } = options;
  const { call, intents } = till;
  const outcome = (row: Row): Outcome => outcomeOf(kasir, till, intent, row, options);
  return { intents, intent, call, body, signal, onChange, outcomeOf: outcome, until: Date.now() + waitMs };
}

/** A row of which nothing but the state is known. */
const silent = (state: PurchaseState): Row => ({ reference: "", state, answer: null, receipt: null });

/** The intent says what was bought, and not the row: a purchase given up before it was sent has a row without an operation. */
function outcomeOf(kasir: Kasir, till: Till, asked: { operation: OperationId; reference?: string }, row: Row, options: CallOptions): Outcome {
  const { language = till.language, context } = options;
  const { state, answer, receipt } = row;
  const reference = asked.reference ?? row.reference;
  const told = { language, state, receipt, ...(reference && { reference }), ...(context && { context }) };
  return kasir.readResponse(asked.operation, { state, reason: answer?.reason, data: answer?.data }, told);
}

function told(kasir: Kasir, till: Till, { problem, outcome, intent }: Conducted, options: CallOptions): SubmitResult {
  if (problem && !outcome) return refused(kasir, till, problem, options);
  return { kind: "outcome", reference: intent.reference, outcome: outcome ?? outcomeOf(kasir, till, intent, silent("unknown"), options) };
}

type Refusal = Exclude<SubmitResult, { kind: "outcome" }>;

function refused(kasir: Kasir, till: Till, problem: ProblemDetails, { language = till.language }: CallOptions): Refusal {
  const { code, issues, price } = problem;
  if (code === "input.invalid" && issues) return { kind: "invalid", issues };
  return { kind: "refused", code, message: sentence(kasir, problem, language), ...(price && { price }) };
}

function sentence(kasir: Kasir, { code, params }: ProblemDetails, language: Language): string {
  try {
    return kasir.message({ code, ...(params && { params }) }, language);
  } catch {
    // A hook newer than this page: loading the page again is what helps.
    return kasir.message({ code: "route.unknown" }, language);
  }
}
