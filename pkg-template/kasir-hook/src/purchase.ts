/**
 * The way of one purchase up to the commit: read, form rules, fingerprint, a known reference's row, authorize, set,
 * price, prepare, token, one commit. Until that commit nothing was sent, and every refusal says so.
 */
import type { Allowed, AuthorizeAction } from "./authorize.ts";
import { KasirError } from "./fault.ts";
import { fingerprint, sameFingerprint } from "./fingerprint.ts";
import { forward } from "./forward.ts";
import type { PreparedRequest } from "./hook_core.ts";
import { ANY_STEP, keyText, type Row } from "./ledgers/ledger.ts";
import type { Parts } from "./parts.ts";
import { finalRequest } from "./final_request.ts";
import type { Problem } from "./problem.ts";
import { providerNamed } from "./providers.ts";
import { openedCall, type CallText, type OpenCall } from "./opened_call.ts";
import { sentDueAt } from "./settle.ts";

export interface Question {
  action: AuthorizeAction;
  operation: string;
  input: Record<string, unknown>;
  basket: string | undefined;
  reference: string;
}

/** Asks the merchant; bound to the request, or a constant where the merchant's own back end calls. */
export type Ask = (question: Question) => Promise<Allowed | { problem: Problem }>;
export type PurchaseResult = { row: Row; replayed: boolean } | { problem: Problem };

const HOUR_MS = 60 * 60 * 1000;
const BUYING: readonly string[] = ["hold", "pay", "purchase", "setting"];

export async function purchase(parts: Parts, call: CallText & { reference: string }, ask: Ask): Promise<PurchaseResult> {
  const opened = openedCall(parts, call, BUYING);
  if ("problem" in opened) return opened;
  const { facts, input, basket } = opened;
  const question = { operation: facts.id, input, basket, reference: call.reference };

  // Who asks comes before any look into the ledger; whether he may buy is asked only when nothing stands there yet.
  const caller = await ask({ ...question, action: "status" });
  if ("problem" in caller) return caller;
  const print = fingerprint(parts.fingerprintKey, facts.id, opened.form);
  const known = await parts.ledger.find(call.reference, facts.kind);
  if (known !== undefined) return replay(known, caller.owner, print);

  const wait = await parts.limits.spend("purchases", caller.owner);
  if (wait !== null) return { problem: { code: "rate.limited", retryAfter: wait } };
  const allowed = await ask({ ...question, action: facts.kind === "setting" ? "manage" : "purchase" });
  if ("problem" in allowed) return allowed;
  if (allowed.owner !== caller.owner) return ownerChanged(parts, facts.id);
  return claim(parts, { ...opened, reference: call.reference, print, allowed });
}

/** A row under another name than the one that asks for it later would be bought and never shown. */
function ownerChanged(parts: Parts, operation: string): { problem: Problem } {
  parts.log({ level: "error", event: "authorize.owner_changed", operation });
  return { problem: { code: "authorize.unavailable" } };
}

type Claiming = OpenCall & { reference: string; print: string; allowed: Allowed };

async function claim(parts: Parts, claiming: Claiming): Promise<PurchaseResult> {
  const { facts, allowed, reference, print } = claiming;
  if (facts.kind === "setting" && allowed.role !== "merchant") return { problem: { code: "forbidden" } };
  const final = finalRequest(parts, claiming, reference, allowed);
  if ("problem" in final) return final;
  const provider = providerNamed(parts.providers, facts.provider);
  // A purchase that waits for its payment takes its token when it is sent.
  const token = allowed.allow === "now" ? await provider.token(final.request) : "";

  const row = newRow(parts, claiming, final.request);
  const claimed = await parts.ledger.claim(row);
  if (claimed.kind === "known") return replay(claimed.row, allowed.owner, print);
  if (claimed.kind === "taken") {
    const own = claimed.row.owner === allowed.owner;
    return { problem: { code: "order.taken", ...(own && { reference: claimed.row.reference, state: claimed.row.state }) } };
  }
  if (claimed.kind !== "won") throw new KasirError("ERR_LEDGER_UNAVAILABLE", "the ledger did not say that the claim was won");
  parts.log({ level: "info", event: "row.claimed", reference, operation: facts.id, state: row.state, attempt: row.attempt });
  if (row.state === "accepted") return { row, replayed: false };
  return { row: await forward(parts, row, final.request, provider, token), replayed: false };
}

/** A reference that stands already: its row for the same caller with the same purchase, a refusal for anyone else. */
function replay(row: Row, owner: string, print: string): PurchaseResult {
  if (row.owner !== owner) return { problem: { code: "reference.reused" } };
  if (row.step !== ANY_STEP && !sameFingerprint(row.fingerprint, print)) return { problem: { code: "reference.reused" } };
  if (row.state === "cancelled") return { problem: { code: "intent.cancelled", state: row.state } };
  return { row, replayed: true };
}

function newRow(parts: Parts, { facts, allowed, reference, print, input }: Claiming, request: PreparedRequest): Row {
  const now = parts.clock();
  const later = allowed.allow === "later";
  const first = parts.core.purchaseStep(null, later ? "accept" : "send", 0);
  const expiresAt = later ? now + parts.settings.acceptedHours * HOUR_MS : null;
  const key = { reference, step: facts.kind };
  const seal = (text: string, column: string): Uint8Array => parts.sealer.seal(text, `${keyText(key)} ${column}`);
  const merchantFields = { ...input, ...allowed.set };
  return {
    ...emptyRow, ...key, expiresAt,
    operation: facts.id,
    provider: facts.provider,
    owner: allowed.owner,
    order: allowed.order ?? null,
    fingerprint: print,
    state: first.state,
    attempt: first.attempt,
    amount: moneyText(merchantFields["amount"]),
    sellingPrice: moneyText(merchantFields["selling_price"]),
    body: seal(JSON.stringify(request), "body"),
    receipt: seal(JSON.stringify(parts.core.receipt(facts.id, request.body)), "receipt"),
    createdAt: now,
    changedAt: now,
    sentAt: later ? null : now,
    dueAt: later ? expiresAt : sentDueAt(parts, now),
  };
}

export const emptyRow = {
  order: null, amount: null, sellingPrice: null, transactionId: null, expiresAt: null, providerHttp: null, providerCode: null,
  providerMessage: null, body: null, answer: null, receipt: null, sentAt: null, settledAt: null, lookedAt: null, dueAt: null,
  attention: null, attentionAt: null, noticeAt: null, resolvedBy: null, resolvedNote: null,
} satisfies Partial<Row>;

function moneyText(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
