/** Moves a row by evidence. The pure machine says where to; one conditional update says who was first. */
import type { BuyerAnswer, ProviderParts, PurchaseEvent, PurchaseState, PurchaseStep, Verdict } from "./hook_core.ts";
import { KasirError } from "./fault.ts";
import { keyText, type Row, type RowChange, type RowKey } from "./ledgers/ledger.ts";
import { codeOf } from "./log.ts";
import { tellMerchant } from "./notice.ts";
import { inBackground, type Parts } from "./parts.ts";

/** Something learned about a purchase. */
export interface Evidence {
  event: PurchaseEvent;
  transactionId?: string | null;
  expiresAt?: string | null;
  answer?: BuyerAnswer;
  provider?: ProviderParts;
  resolved?: { name: string; note: string };
}

/** How long after the last byte could have come a row counts as abandoned by the process that sent it. */
const SENDER_GRACE_MS = 5000;
const RACES = 8;
const FINAL: readonly PurchaseState[] = ["success", "failed", "cancelled"];

export function isFinal(state: PurchaseState): boolean {
  return FINAL.includes(state);
}

export function evidenceOf(verdict: Verdict): Evidence {
  const { state: event, transactionId, expiresAt, answer, provider } = verdict;
  return { event, transactionId, expiresAt, answer, provider };
}

/** When a row that was sent now is certainly no longer waited for. */
export function sentDueAt(parts: Parts, now: number): number {
  return now + parts.settings.timeouts.totalMs + SENDER_GRACE_MS;
}

/** Applies the evidence, or keeps it in memory until the ledger can be written: a verdict is never thrown away. */
export async function record(parts: Parts, row: Row, evidence: Evidence): Promise<Row> {
  try {
    return await applyEvidence(parts, row, evidence);
  } catch (cause) {
    parts.unwritten.set(keyText(row), evidence);
    parts.log({ level: "error", event: "row.not_written", reference: row.reference, state: evidence.event, code: codeOf(cause) }, cause);
    return row;
  }
}

export async function applyEvidence(parts: Parts, key: RowKey, evidence: Evidence): Promise<Row> {
  for (let race = 0; race < RACES; race += 1) {
    const row = await parts.ledger.find(key.reference, key.step);
    if (row === undefined) throw new KasirError("ERR_REFERENCE_UNKNOWN", "the ledger has no such row");
    const step = parts.core.purchaseStep(row.state, evidence.event, row.attempt);
    if (step.action === "attention") return contradicted(parts, row, evidence);
    if (step.action === "refuse") return row;
    const change = changeOf(parts, row, step, evidence);
    if (step.state === row.state && step.attempt === row.attempt) {
      // The next look stays where the look-up put it: it grows rarer with the purchase's age.
      const { dueAt: _, ...learned } = change;
      if (isFinal(row.state)) return row;
      // Conditional like a move: what was learned of a waiting row must not be written over a settled one.
      if (!(await parts.ledger.move(row, { state: row.state, attempt: row.attempt }, learned))) continue;
      return { ...row, ...learned };
    }
    if (!(await parts.ledger.move(row, { state: row.state, attempt: row.attempt }, { ...change, state: step.state, attempt: step.attempt }))) continue;
    const moved: Row = { ...row, ...change, state: step.state, attempt: step.attempt };
    parts.log({ level: "info", event: "row.moved", reference: row.reference, operation: row.operation, state: step.state, attempt: step.attempt });
    if (moved.noticeAt !== null) inBackground(parts, tellMerchant(parts, moved));
    return moved;
  }
  throw new KasirError("ERR_LEDGER_UNAVAILABLE", "the row moved under every try");
}

function changeOf(parts: Parts, row: Row, step: PurchaseStep, evidence: Evidence): RowChange {
  const now = parts.clock();
  const expiry = instant(evidence.expiresAt);
  const expiresAt = expiry ?? row.expiresAt;
  const { provider, resolved } = evidence;
  // An answer that tells nothing replaces nothing that an earlier one told.
  const answer = evidence.event === "unknown" && row.state !== "sent" ? undefined : evidence.answer;
  const change: RowChange = {
    changedAt: now,
    ...(expiry !== null && { expiresAt }),
    ...(evidence.transactionId && { transactionId: evidence.transactionId }),
    dueAt: dueAt(parts, step.state, expiresAt, now),
    ...(provider && { providerHttp: provider.http, providerCode: provider.code, providerMessage: provider.message }),
    ...(answer && { answer: parts.sealer.seal(JSON.stringify(answer), `${keyText(row)} answer`) }),
    // A hold that was found by look-up came without its end: only the provider's dashboard shows it.
    ...(step.state === "held" && expiresAt === null && { attention: "hold.end_unknown", attentionAt: now }),
    ...(resolved && { resolvedBy: resolved.name, resolvedNote: resolved.note }),
  };
  const settles = step.action === "settle" || isFinal(step.state);
  if (!settles || step.state === row.state) return change;
  return {
    ...change,
    // What the person typed has served: only the masked receipt stays, and that for a few days.
    body: null,
    settledAt: now,
    noticeAt: parts.settings.onSettled === null ? null : now,
    attention: null,
    attentionAt: null,
  };
}

/** A time without a zone names no instant: read as this server's own, it could end a hold hours too early. */
function instant(text: string | null | undefined): number | null {
  if (!text || !/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? null : parsed;
}

function dueAt(parts: Parts, state: PurchaseState, expiresAt: number | null, now: number): number | null {
  if (isFinal(state)) return null;
  if (state === "held" || state === "accepted") return expiresAt;
  return state === "sent" ? sentDueAt(parts, now) : now + parts.settings.lookups.gapMs;
}

/** A settled row never moves: what speaks against it is shown to a person. */
async function contradicted(parts: Parts, row: Row, evidence: Evidence): Promise<Row> {
  parts.log({ level: "error", event: "row.contradicted", reference: row.reference, state: row.state, code: evidence.event });
  return raiseAttention(parts, row, `contrary_evidence.${evidence.event}`);
}

/** Puts the row on the list of `hook.attention()`, unless it has moved on since it was read; the first reason stays. */
export async function raiseAttention(parts: Parts, row: Row, reason: string, change: { dueAt?: number | null } = {}): Promise<Row> {
  const isNew = row.attention === null;
  if (!isNew && (change.dueAt === undefined || change.dueAt === row.dueAt)) return row;
  const raised = { ...change, ...(isNew && { attention: reason, attentionAt: parts.clock() }) };
  if (!(await parts.ledger.move(row, { state: row.state, attempt: row.attempt }, raised)) || !isNew) return row;
  parts.log({ level: "warn", event: "row.attention", reference: row.reference, state: row.state, code: reason });
  return { ...row, ...raised };
}
