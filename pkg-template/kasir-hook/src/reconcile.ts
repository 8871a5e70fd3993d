/** One round over everything that must move by itself: verdicts not written, rows due, notices owed, time limits. */
import { keyOf, keyText, type Row, type RowKey } from "./ledgers/ledger.ts";
import { lookUp } from "./lookup.ts";
import { codeOf } from "./log.ts";
import { tellMerchant } from "./notice.ts";
import type { Parts } from "./parts.ts";
import { applyEvidence } from "./settle.ts";

export interface ReconcileReport {
  /** Rows that were due. */
  due: number;
  /** Of them, those that stand in another state now. */
  moved: number;
  /** Rows that a person must look at. */
  attention: number;
}

const ROUND = 200;
const AT_ONCE = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

export async function reconcile(parts: Parts): Promise<ReconcileReport> {
  await writeAllUnwritten(parts);
  const now = parts.clock();
  const due = await parts.ledger.due(now, ROUND);
  let moved = 0;
  await eachOf(due, async (row) => {
    await moveOn(parts, row);
    const after = await parts.ledger.find(row.reference, row.step);
    if (after !== undefined && after.state !== row.state) moved += 1;
  }, parts);
  await eachOf(await parts.ledger.owedNotices(now, ROUND), (row) => tellMerchant(parts, row), parts);
  const { receiptDays, rowDays } = parts.settings;
  await parts.ledger.trim(now - receiptDays * DAY_MS, now - rowDays * DAY_MS);
  const attention = (await parts.ledger.needingAttention(ROUND)).length;
  return { due: due.length, moved, attention };
}

/** A row in its own time: abandoned by its sender, expired, or to be looked up. */
export async function moveOn(parts: Parts, row: Row): Promise<void> {
  if (parts.unwritten.has(keyText(row))) return writeUnwritten(parts, row);
  const overdue = row.dueAt !== null && row.dueAt <= parts.clock();
  if (row.state === "sent" && overdue) {
    const unknown = await applyEvidence(parts, row, { event: "unknown" });
    return lookUp(parts, unknown);
  }
  if ((row.state === "accepted" || row.state === "held") && overdue) {
    await applyEvidence(parts, row, { event: "expire" });
    return;
  }
  return lookUp(parts, row);
}

/** What cannot be written yet stays for the next time and stands in nobody's way. */
export async function writeAllUnwritten(parts: Parts): Promise<void> {
  for (const key of [...parts.unwritten.keys()]) {
    const row = keyOf(key);
    try {
      await writeUnwritten(parts, row);
    } catch (cause) {
      parts.log({ level: "error", event: "row.not_written", reference: row.reference, code: codeOf(cause) }, cause);
    }
  }
}

/** Evidence stays in memory until it is written; two writers of one piece move the row once. */
async function writeUnwritten(parts: Parts, row: RowKey): Promise<void> {
  const evidence = parts.unwritten.get(keyText(row));
  if (evidence === undefined) return;
  await applyEvidence(parts, row, evidence);
  parts.unwritten.delete(keyText(row));
}

async function eachOf(rows: Row[], run: (row: Row) => Promise<void>, parts: Parts): Promise<void> {
  const waiting = [...rows];
  const worker = async (): Promise<void> => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      try {
        await run(row);
      } catch (cause) {
        parts.log({ level: "error", event: "reconcile.row_failed", reference: row.reference, code: codeOf(cause) }, cause);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
