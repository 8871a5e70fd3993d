/** A row as the page may see it. */
import type { BuyerAnswer, PurchaseState } from "./hook_core.ts";
import { keyText, type Row } from "./ledgers/ledger.ts";
import { codeOf } from "./log.ts";
import type { Parts } from "./parts.ts";

export interface IntentReply {
  reference: string;
  operation: string;
  state: PurchaseState;
  answer: BuyerAnswer | null;
  receipt: Record<string, string> | null;
}

/** Seconds after which asking again makes sense; absent where the row moves no further by itself. */
const RETRY_AFTER: { readonly [state in PurchaseState]?: number } = { sent: 2, pending: 5, unknown: 5 };

export function retryAfter(state: PurchaseState): number | undefined {
  return RETRY_AFTER[state];
}

export function intentReply(parts: Parts, row: Row): IntentReply {
  return {
    reference: row.reference,
    operation: row.operation,
    state: row.state,
    answer: answerOf(parts, row),
    receipt: opened<Record<string, string>>(parts, row, "receipt"),
  };
}

/** The provider's last answer where it is what the row stands on; else the bare state, or null where none was given. */
export function answerOf(parts: Parts, row: Row): BuyerAnswer | null {
  const answer = opened<BuyerAnswer>(parts, row, "answer");
  if (answer === null || answer.state === row.state) return answer;
  return { state: row.state };
}

/** A value that no longer opens costs the buyer his receipt, never the state of his purchase. */
function opened<T>(parts: Parts, row: Row, column: "answer" | "receipt"): T | null {
  const sealed = row[column];
  if (sealed === null) return null;
  try {
    return JSON.parse(parts.sealer.open(sealed, `${keyText(row)} ${column}`)) as T;
  } catch (cause) {
    parts.log({ level: "error", event: `row.${column}_does_not_open`, reference: row.reference, code: codeOf(cause) }, cause);
    return null;
  }
}
