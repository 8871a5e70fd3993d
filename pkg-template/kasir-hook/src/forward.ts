/** From the commit `sent` to the verdict: sends once, and a second time only on proof that the gate refused the first. */
import type { PreparedRequest, Verdict } from "./hook_core.ts";
import type { Row } from "./ledgers/ledger.ts";
import { codeOf } from "./log.ts";
import type { Parts } from "./parts.ts";
import { doubtsToken, type Provider } from "./providers.ts";
import { evidenceOf, record, sentDueAt } from "./settle.ts";
import { provesNothingSent } from "./transports/transport.ts";

/** The caller's commit of this row as `sent` must have won. Never rejects: whatever happens, the row tells it. */
export async function forward(parts: Parts, row: Row, request: PreparedRequest, provider: Provider, token: string): Promise<Row> {
  const verdict = await sendOnce(parts, row, request, provider, token);
  if (doubtsToken(verdict)) provider.forget(request, token);
  if (verdict.gate !== "token") return record(parts, row, evidenceOf(verdict));
  const next = await secondAttempt(parts, row, request, provider);
  if ("event" in next) return record(parts, row, { ...evidenceOf(verdict), event: next.event });
  if ("row" in next) return forward(parts, next.row, request, provider, next.token);
  // Called unknown in the meantime: only this caller could have sent again, so the refusal is the whole truth.
  return next.standing.state === "unknown" ? record(parts, next.standing, evidenceOf(verdict)) : next.standing;
}

type SecondAttempt =
  | { row: Row; token: string }
  /** Somebody else moved the row. */
  | { standing: Row }
  /** There is none: the refusal of the first is what remains. */
  | { event: "gate_refused" | "failed" };

/** A new token and the commit of the second attempt. Sends nothing of the purchase itself. */
async function secondAttempt(parts: Parts, row: Row, request: PreparedRequest, provider: Provider): Promise<SecondAttempt> {
  try {
    const step = parts.core.purchaseStep(row.state, "gate_refused", row.attempt);
    if (step.action !== "forward") return { event: "gate_refused" };
    const token = await provider.token(request);
    const now = parts.clock();
    const again = { state: step.state, attempt: step.attempt, sentAt: now, changedAt: now, dueAt: sentDueAt(parts, now) };
    const won = await parts.ledger.move(row, { state: row.state, attempt: row.attempt }, again);
    if (won) return { row: { ...row, ...again }, token };
    return { standing: (await parts.ledger.find(row.reference, row.step)) ?? row };
  } catch (cause) {
    parts.log({ level: "warn", event: "gate.no_second_attempt", reference: row.reference, code: codeOf(cause) }, cause);
    return { event: "failed" };
  }
}

async function sendOnce(parts: Parts, row: Row, request: PreparedRequest, provider: Provider, token: string): Promise<Verdict> {
  const started = parts.clock();
  const { reference, operation, attempt } = row;
  let http: number | null = null;
  let body = "";
  let code: string | null = null;
  try {
    // Counted from the commit: a process that slept in between must not send what others gave up long ago.
    const { totalMs } = parts.settings.timeouts;
    const left = (row.sentAt ?? started) + totalMs - started;
    ({ http, body } = await provider.send(request, token, Math.min(left, totalMs)));
  } catch (cause) {
    code = codeOf(cause);
    const nothingSent = provesNothingSent(cause);
    const event = nothingSent ? "purchase.not_sent" : "purchase.no_answer";
    parts.log({ level: "warn", event, reference, operation, attempt, code }, cause);
    if (nothingSent) return notSent();
  }
  const verdict = judged(parts, operation, http, body);
  const level = verdict.state === "unknown" ? "warn" : "info";
  parts.log({
    level, event: "purchase.answered", reference, operation, attempt, http, state: verdict.state,
    code: code ?? verdict.provider.code, ms: parts.clock() - started,
  });
  return verdict;
}

/** What was never sent bought nothing, and an attempt before it was refused at the gate: the order may be bought anew. */
function notSent(): Verdict {
  return { ...silence(null), state: "failed", answer: { state: "failed", reason: "supplier" } };
}

function silence(http: number | null): Verdict {
  return {
    state: "unknown", gate: null, duplicate: false, transactionId: null, expiresAt: null, answer: { state: "unknown" },
    provider: { code: null, http, service: null, case: null, message: null },
  };
}

/** An answer that cannot be judged is an answer that tells nothing. */
function judged(parts: Parts, operation: string, http: number | null, body: string): Verdict {
  try {
    return parts.core.judge(operation, http, body);
  } catch (cause) {
    parts.log({ level: "error", event: "purchase.not_judged", operation, http, code: codeOf(cause) }, cause);
    return silence(http);
  }
}
