/** What a test or a demo may turn on the sandbox, in the process and over HTTP alike. */

import type { SandboxCounts } from "./counts.ts";
import { type Fault, type RequestFault, isFaultKind } from "./faults.ts";
import type { LogEntry } from "./request_log.ts";
import { type SandboxState, newBooks } from "./state.ts";
import type { Settlement, Transaction } from "./transactions.ts";

export interface SandboxControls {
  counts(): SandboxCounts;
  /** Turns a fault dial; `times` is 1 unless given. Misuse throws a TypeError. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Settles by reference or transaction id, in any direction; false where there is none. */
  settle(referenceOrId: string, status: Settlement["status"], details?: { sn?: string; reason?: string }): boolean;
  /** With `true`, references may be used again and double purchases become visible. */
  forgetReferences(forget?: boolean): void;
  setBalance(balance: number): void;
  balance(): number;
  transactions(): readonly Transaction[];
  readonly log: readonly LogEntry[];
  /** Empty books, full wallet, no faults; keys and tokens stay. */
  reset(): void;
}

const STATUSES: ReadonlySet<string> = new Set(["SUCCESS", "FAILED", "WAITING"]);

function isRequestFault(fault: Fault): fault is RequestFault {
  return fault.kind !== "clock";
}

function checked(fault: Fault): Fault {
  const { kind, times, ms } = fault;
  if (!isFaultKind(kind)) throw new TypeError(`unknown fault kind: ${String(kind)}`);
  if (times !== undefined && times !== "always" && !(Number.isInteger(times) && times > 0)) throw new TypeError("times is a positive integer or \"always\"");
  if (ms !== undefined && !Number.isFinite(ms)) throw new TypeError("ms is a number");
  return fault;
}

export function createControls(state: SandboxState): SandboxControls {
  const settled = (): SandboxState["books"] => {
    state.books.transactions.settleDue();
    return state.books;
  };
  return {
    counts: () => state.books.counts.read(settled().transactions.all),
    fault: (fault) => {
      if (isRequestFault(checked(fault))) state.books.faults.add(fault as RequestFault);
      else state.clock.shift(fault.ms ?? 0);
    },
    clearFaults: () => {
      state.books.faults.clear();
      state.clock.shift(0);
    },
    settle: (referenceOrId, status, details = {}) => {
      if (!STATUSES.has(status)) throw new TypeError("status is SUCCESS, FAILED or WAITING");
      return settled().transactions.settle(referenceOrId, { status, ...details }) !== undefined;
    },
    forgetReferences: (forget = true) => state.books.transactions.refuseReuse(!forget),
    setBalance: (balance) => state.books.wallet.set(balance),
    balance: () => settled().wallet.balance,
    transactions: () => settled().transactions.all,
    get log() {
      return state.books.log.entries;
    },
    reset: () => {
      state.books = newBooks(state.settings, state.clock);
      state.clock.shift(0);
    },
  };
}
