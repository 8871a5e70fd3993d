/** Gives every failure of a ledger one code: whatever it was, nothing may be sent on it. */
import { KasirError } from "./fault.ts";
import type { Ledger } from "./ledgers/ledger.ts";

export function guardedLedger(ledger: Ledger): Ledger {
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      throw new KasirError("ERR_LEDGER_UNAVAILABLE", "the ledger cannot be read or written", { cause });
    }
  };
  return {
    open: () => guarded(() => ledger.open()),
    find: (reference, step) => guarded(() => ledger.find(reference, step)),
    claim: (row) => guarded(() => ledger.claim(row)),
    move: (key, from, change) => guarded(() => ledger.move(key, from, change)),
    note: (key, change) => guarded(() => ledger.note(key, change)),
    takeLookup: (key, now, gapMs, dueAt) => guarded(() => ledger.takeLookup(key, now, gapMs, dueAt)),
    takeNotice: (key, now, leaseUntil) => guarded(() => ledger.takeNotice(key, now, leaseUntil)),
    due: (now, limit) => guarded(() => ledger.due(now, limit)),
    owedNotices: (now, limit) => guarded(() => ledger.owedNotices(now, limit)),
    needingAttention: (limit) => guarded(() => ledger.needingAttention(limit)),
    trim: (receiptsBefore, rowsBefore) => guarded(() => ledger.trim(receiptsBefore, rowsBefore)),
    close: () => ledger.close(),
  };
}
