/**
 * Tells the merchant that a purchase settled. The row says whether the call is still owed: a living process calls once;
 * after a crash between call and commit, or when `onSettled` threw, it is called again. So: at least once, and
 * `reference` and `step` tell repeats apart.
 */
import type { Row } from "./ledgers/ledger.ts";
import { codeOf } from "./log.ts";
import type { Parts } from "./parts.ts";
import { answerOf } from "./row_reply.ts";
import { merchantView } from "./settled_purchase.ts";

/** How long a process that took the call has before another may repeat it. */
const LEASE_MS = 60_000;

export async function tellMerchant(parts: Parts, row: Row): Promise<void> {
  const { onSettled } = parts.settings;
  if (onSettled === null) return;
  try {
    const now = parts.clock();
    if (!(await parts.ledger.takeNotice(row, now, now + LEASE_MS))) return;
    await onSettled({ ...merchantView(row), answer: answerOf(parts, row) });
    await parts.ledger.note(row, { noticeAt: null });
  } catch (cause) {
    parts.log({ level: "error", event: "on_settled.failed", reference: row.reference, code: codeOf(cause) }, cause);
  }
}
