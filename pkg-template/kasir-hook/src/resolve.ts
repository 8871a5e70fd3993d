/** A person's decision about a purchase that no machine can settle, with a name under it. */
import { KasirError } from "./fault.ts";
import type { Row } from "./ledgers/ledger.ts";
import type { Parts } from "./parts.ts";
import { applyEvidence, isFinal } from "./settle.ts";

export interface Resolution {
  /** What the provider's own dashboard or support says. */
  state: "success" | "failed";
  name: string;
  note: string;
  /** The step, where the reference has more than one. */
  step?: string;
}

/** Settles an unsettled row; of a settled row it only signs off the attention, and only with the state it has. */
export async function resolve(parts: Parts, reference: string, resolution: Resolution): Promise<Row> {
  const { state, name, note } = resolution;
  if (!isText(name) || !isText(note) || (state !== "success" && state !== "failed")) {
    throw new KasirError("ERR_RESOLVE_UNSIGNED", "resolve needs { state: success | failed, name, note }");
  }
  const row = await parts.ledger.find(reference, resolution.step);
  if (row === undefined) throw new KasirError("ERR_REFERENCE_UNKNOWN", "no purchase has this reference");
  if (isFinal(row.state) && row.state === state) {
    const signed = { attention: null, attentionAt: null, resolvedBy: name, resolvedNote: note };
    await parts.ledger.note(row, signed);
    return { ...row, ...signed };
  }
  const step = parts.core.purchaseStep(row.state, `resolve_${state}`, row.attempt);
  if (step.state !== state) throw new KasirError("ERR_ROW_SETTLED", `the row is ${row.state} and stays so`);
  return applyEvidence(parts, row, { event: `resolve_${state}`, answer: { state }, resolved: { name, note } });
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
