/** Sends what was accepted, once the merchant has its money. */
import { KasirError } from "./fault.ts";
import { forward } from "./forward.ts";
import type { PreparedRequest } from "./hook_core.ts";
import { keyText, type Row } from "./ledgers/ledger.ts";
import type { Parts } from "./parts.ts";
import { providerNamed } from "./providers.ts";
import { applyEvidence, sentDueAt } from "./settle.ts";

/**
 * Sends an accepted purchase; any other row is returned as it stands, so a payment that is reported twice buys once.
 * A row whose time was over comes back `cancelled`: the payment came too late and is the merchant's to give back.
 */
export async function sendAccepted(parts: Parts, reference: string): Promise<Row> {
  const row = await parts.ledger.find(reference);
  if (row === undefined) throw new KasirError("ERR_REFERENCE_UNKNOWN", "no purchase has this reference");
  if (row.state !== "accepted") return row;
  const now = parts.clock();
  if (row.expiresAt !== null && row.expiresAt <= now) return applyEvidence(parts, row, { event: "expire" });
  const step = parts.core.purchaseStep(row.state, "send", row.attempt);
  if (step.action !== "forward" || row.body === null) return row;

  const request = JSON.parse(parts.sealer.open(row.body, `${keyText(row)} body`)) as PreparedRequest;
  const provider = providerNamed(parts.providers, request.provider);
  const token = await provider.token(request);
  const sentAt = parts.clock();
  const sent = { state: step.state, attempt: step.attempt, sentAt, changedAt: sentAt, expiresAt: null, dueAt: sentDueAt(parts, sentAt) };
  const won = await parts.ledger.move(row, { state: row.state, attempt: row.attempt }, sent);
  if (!won) return (await parts.ledger.find(reference, row.step)) ?? row;
  return forward(parts, { ...row, ...sent }, request, provider, token);
}
