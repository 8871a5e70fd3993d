/** Reading and cancelling a reference. */
import type { Row } from "./ledgers/ledger.ts";
import { ANY_STEP } from "./ledgers/ledger.ts";
import type { Parts } from "./parts.ts";
import { inBackground } from "./parts.ts";
import type { Problem } from "./problem.ts";
import { emptyRow } from "./purchase.ts";
import { moveOn } from "./reconcile.ts";

/** A poller is not kept longer than this; the lookup goes on without it. */
const POLL_MS = 8000;

export async function intentStatus(parts: Parts, reference: string, owner: string): Promise<{ row: Row } | { problem: Problem }> {
  const row = await parts.ledger.find(reference);
  if (row === undefined || row.owner !== owner) return { problem: { code: "intent.not_found" } };
  const look = moveOn(parts, row);
  inBackground(parts, look);
  await Promise.race([look, new Promise((wake) => setTimeout(wake, POLL_MS).unref())]);
  return { row: (await parts.ledger.find(reference, row.step)) ?? row };
}

/** A tombstone where nothing stands: a purchase that arrives late is refused. What stands cannot be taken back. */
export async function cancelIntent(parts: Parts, reference: string, owner: string): Promise<{ row: Row } | { problem: Problem }> {
  const now = parts.clock();
  const tombstone: Row = {
    ...emptyRow, reference, owner,
    step: ANY_STEP, operation: "", provider: "", fingerprint: "", state: "cancelled", attempt: 0,
    createdAt: now, changedAt: now, settledAt: now,
  };
  const claimed = await parts.ledger.claim(tombstone);
  if (claimed.kind === "won") return { row: tombstone };
  if (claimed.row.owner !== owner) return { problem: { code: "intent.not_found" } };
  if (claimed.row.state === "cancelled") return { row: claimed.row };
  return { problem: { code: "intent.in_flight", state: claimed.row.state } };
}
