/** What a checkout does with a form, a reference and the hook's answer. */
import type { CallOptions, FollowOptions, QueryOptions, QueryResult, SubmitOptions, SubmitResult } from "./checkout.ts";
import { type Conducted, conduct, type Steps } from "./conduct.ts";
import { KasirError } from "./errors.ts";
import type { OperationId, PurchaseState } from "./generated.ts";
import type { Call, ProblemDetails, Row } from "./hook_client.ts";
import type { Intent, Intents } from "./intents.ts";
import { isError, type Kasir } from "./kasir.ts";
import { normalised } from "./normalised.ts";
import type { Issue, Language, Options, Outcome } from "./types.ts";

export interface Till {
  kasir: Kasir;
  call: Call;
  intents: Intents;
  language: Language;
}

const WAIT_MS = 30_000;

export async function submit(till: Till, operation: OperationId, form: object, options: SubmitOptions): Promise<SubmitResult> {
  const { basket, expect } = options;
  const asked = checked(till, operation, form, options, false);
  if ("kind" in asked) return asked;
  const body = { ...asked, basket, expect: expect || undefined };
  const kept = till.intents.of(operation, basket);
  const go = (intent: Intent): Promise<Conducted> => conduct(stepsOf(till, intent, body, options));
  const first = await go(kept ?? begun(till, operation, basket));
  // An earlier purchase of this basket that did not happen makes room for a new one.
  const { problem, outcome, intent } = kept && first.room ? await go(begun(till, operation, basket)) : first;
  if (problem && !outcome) return refused(till, problem, options);
  return { kind: "outcome", reference: intent.reference, outcome: outcome ?? outcomeOf(till, intent, UNKNOWN, options) };
}

export async function query(till: Till, operation: OperationId, form: object, options: QueryOptions): Promise<QueryResult> {
  const asked = checked(till, operation, form, options, true);
  if ("kind" in asked) return asked;
  const { row, problem } = await till.call("POST", "/queries", { ...asked, basket: options.basket || undefined }, undefined, options.signal);
  if (problem) return refused(till, problem, options);
  return { kind: "outcome", outcome: outcomeOf(till, { operation }, row ?? UNKNOWN, options) };
}

export async function resume(till: Till, reference: string, options: FollowOptions): Promise<Outcome> {
  const intent = till.intents.named(reference);
  if (!intent) throw new KasirError("ERR_UNKNOWN_REFERENCE");
  const { outcome } = await conduct(stepsOf(till, intent, null, options));
  return outcome ?? outcomeOf(till, intent, UNKNOWN, options);
}

export async function cancel({ call, intents }: Omit<Till, "kasir">, reference: string): Promise<{ cancelled: boolean; state?: PurchaseState }> {
  const { row, problem } = await call("DELETE", `/intents/${encodeURIComponent(reference)}`);
  const cancelled = row?.state === "cancelled";
  if (cancelled) intents.forget(reference);
  const state = row?.state ?? problem?.state;
  return { cancelled, ...(state && { state }) };
}

/** What is asked of the hook, or what is wrong with the form. */
function checked(
  { kasir, language: usual }: Till, operation: OperationId, form: object, { language = usual, context }: CallOptions, asks: boolean,
): { kind: "invalid"; issues: Issue[] } | { operation: OperationId; input: object } {
  // The hook would refuse it in words for a buyer, who cannot mend it. A setting is kept like a purchase, so it is submitted.
  if ((kasir.kind(operation) === "query") !== asks) throw new KasirError("ERR_UNKNOWN_OPERATION");
  const terms: Options = { language, treatAsError: "typos", context };
  const issues = kasir.validate(operation, form, terms).filter(isError);
  return issues.length > 0 ? { kind: "invalid", issues } : { operation, input: normalised(operation, form, terms) };
}

const begun = ({ kasir }: Till, operation: OperationId, basket: string): Intent =>
  ({ reference: kasir.newReference(), operation, basket, progress: "kept", since: Date.now() });

function stepsOf(till: Till, intent: Intent, body: object | null, options: FollowOptions): Steps {
  const { signal, onChange, waitMs = WAIT_MS } = options;
  const { call, intents } = till;
  return { intents, intent, call, body, signal, onChange, outcomeOf: (row) => outcomeOf(till, intent, row, options), until: Date.now() + waitMs };
}

/** A row of which nothing is known. */
const UNKNOWN: Row = { reference: "", state: "unknown", answer: null, receipt: null };

/** The intent says what was bought, and not the row: a purchase given up before it was sent has a row without an operation. */
function outcomeOf(till: Till, asked: { operation: OperationId; reference?: string }, row: Row, options: CallOptions): Outcome {
  const { language = till.language, context } = options;
  const { state, answer, receipt } = row;
  const reference = asked.reference ?? row.reference;
  return till.kasir.readResponse(asked.operation, { state, reason: answer?.reason, data: answer?.data }, { language, state, receipt, reference, context });
}

type Refusal = Exclude<SubmitResult, { kind: "outcome" }>;

function refused({ kasir, language: usual }: Till, problem: ProblemDetails, { language = usual }: CallOptions): Refusal {
  const { code, issues, price } = problem;
  if (code === "input.invalid" && issues) return { kind: "invalid", issues };
  return { kind: "refused", code, message: sentence(kasir, problem, language), ...(price && { price }) };
}

function sentence(kasir: Kasir, problem: ProblemDetails, language: Language): string {
  try {
    return kasir.message(problem, language);
  } catch {
    // A hook newer than this page: loading the page again is what helps.
    return kasir.message({ code: "route.unknown" }, language);
  }
}
