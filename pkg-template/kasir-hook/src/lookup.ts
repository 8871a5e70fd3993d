/**
 * Finds out what became of a purchase, without ever buying: transaction detail, and the history where the shop knows
 * that it can be searched. What is found counts only when it is bound to the body that was sent; absence alone never
 * becomes `failed`. A person is called when that takes too long.
 *
 * Transaction Detail, https://klikoo-doc.readme.io/reference/transaction-detail
 * Transaction History, https://klikoo-doc.readme.io/reference/transaction-history
 */
import type { LookupFinding, PreparedRequest } from "./hook_core.ts";
import { keyText, type Row } from "./ledgers/ledger.ts";
import { codeOf } from "./log.ts";
import type { Parts } from "./parts.ts";
import { providerNamed, type Provider } from "./providers.ts";
import { applyEvidence, raiseAttention } from "./settle.ts";
import type { WireAnswer } from "./transports/transport.ts";

const HISTORY = "klikoo.transaction_history";
const SLOWEST_MS = 10 * 60_000;
const NO_ANSWER: { http: null; body: string } = { http: null, body: "" };

/** Looks the row up, unless this or another process did so within the gap; callers of one process share one look. */
export function lookUp(parts: Parts, row: Row): Promise<void> {
  const key = keyText(row);
  const under = parts.lookups.get(key);
  if (under !== undefined) return under;
  const look = takeAndLook(parts, row)
    .catch((cause: unknown) => {
      parts.log({ level: "error", event: "lookup.failed", reference: row.reference, code: codeOf(cause) }, cause);
    })
    .finally(() => parts.lookups.delete(key));
  parts.lookups.set(key, look);
  return look;
}

async function takeAndLook(parts: Parts, row: Row): Promise<void> {
  if (row.state !== "pending" && row.state !== "unknown") return;
  const { gapMs, windowMs } = parts.settings.lookups;
  const now = parts.clock();
  const age = now - (row.sentAt ?? row.createdAt);
  if (age > windowMs) {
    // Some suppliers take a question about an old purchase for a new purchase: beyond the window no machine asks.
    await raiseAttention(parts, row, "lookup.window_over", { dueAt: null });
    return;
  }
  const facts = parts.core.operation(row.operation);
  const wayless = !facts?.lookup || (row.transactionId === null && !hasHistory(parts, row));
  if (wayless) {
    await raiseAttention(parts, row, "lookup.no_way", { dueAt: (row.sentAt ?? row.createdAt) + windowMs + 1 });
    return;
  }
  const next = now + Math.max(gapMs, Math.min(SLOWEST_MS, Math.floor(age / 4)));
  if (await parts.ledger.takeLookup(row, now, gapMs, next)) await look(parts, row, facts.lookup as string, age);
}

function hasHistory(parts: Parts, row: Row): boolean {
  return row.provider === "klikoo" && parts.settings.klikoo?.history === "by_reference";
}

async function look(parts: Parts, row: Row, lookup: string, age: number): Promise<void> {
  const sent = sentRequest(parts, row);
  if (sent === null) {
    await raiseAttention(parts, row, "seal.does_not_open");
    return;
  }
  const provider = providerNamed(parts.providers, sent.provider);
  const transactionId = row.transactionId ?? (await idFromHistory(parts, row.reference, provider));
  const found = transactionId === null ? null : await detail(parts, provider, lookup, transactionId, sent);
  parts.log({ level: "info", event: "lookup.done", reference: row.reference, state: found?.state ?? row.state, code: found?.finding ?? "no_transaction" });
  if (found?.finding === "found" && found.state) {
    await applyEvidence(parts, row, {
      event: found.state,
      transactionId: found.transactionId ?? transactionId,
      ...(found.answer && { answer: found.answer }),
    });
    return;
  }
  if (age > parts.settings.lookups.attentionMs) await raiseAttention(parts, row, `lookup.${found?.finding ?? "no_transaction"}`);
}

function sentRequest(parts: Parts, row: Row): PreparedRequest | null {
  if (row.body === null) return null;
  try {
    return JSON.parse(parts.sealer.open(row.body, `${keyText(row)} body`)) as PreparedRequest;
  } catch (cause) {
    parts.log({ level: "error", event: "row.body_does_not_open", reference: row.reference, code: codeOf(cause) }, cause);
    return null;
  }
}

async function idFromHistory(parts: Parts, reference: string, provider: Provider): Promise<string | null> {
  const answer = await ask(parts, provider, HISTORY, { q: reference });
  const found = parts.core.findInHistory(reference, answer.http, answer.body);
  return found.finding === "found" ? (found.transactionId ?? null) : null;
}

async function detail(parts: Parts, provider: Provider, lookup: string, id: string, sent: PreparedRequest): Promise<LookupFinding> {
  const answer = await ask(parts, provider, lookup, { transaction_id: id });
  return parts.core.judgeLookup(sent.operation, sent.body, answer.http, answer.body);
}

/** A question that gets no answer is a question that tells nothing. */
async function ask(parts: Parts, provider: Provider, operation: string, input: object): Promise<WireAnswer | typeof NO_ANSWER> {
  const prepared = parts.core.prepare(operation, JSON.stringify(input));
  if (!prepared.ok) return NO_ANSWER;
  try {
    const token = await provider.token(prepared.request);
    const answer = await provider.send(prepared.request, token);
    if (answer.http === 401) provider.forget(prepared.request, token);
    return answer;
  } catch (cause) {
    parts.log({ level: "warn", event: "lookup.no_answer", operation, code: codeOf(cause) }, cause);
    return NO_ANSWER;
  }
}
