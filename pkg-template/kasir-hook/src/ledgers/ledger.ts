/** The ledger: the one place that decides whether a purchase is sent. Every method rejects when it cannot be sure. */
import type { ProviderName, PurchaseState } from "../hook_core.ts";

/** The step of a tombstone: it stands in the way of every step of its reference. */
export const ANY_STEP = "*";

export interface RowKey {
  reference: string;
  step: string;
}

/** The key as one text; with a column's name behind it, the place that a sealed value is bound to. */
export function keyText(key: RowKey): string {
  return `${key.reference} ${key.step}`;
}

export function keyOf(text: string): RowKey {
  const [reference = "", step = ""] = text.split(" ");
  return { reference, step };
}

/** One purchase. Times are epoch milliseconds. */
export interface Row extends RowKey {
  operation: string;
  provider: ProviderName | "";
  owner: string;
  order: string | null;
  fingerprint: string;
  state: PurchaseState;
  attempt: number;
  amount: string | null;
  sellingPrice: string | null;
  transactionId: string | null;
  /** Until when stock is held, or an accepted purchase waits for its payment. */
  expiresAt: number | null;
  providerHttp: number | null;
  providerCode: string | null;
  providerMessage: string | null;
  /** Sealed; gone at settlement. */
  body: Uint8Array | null;
  /** Sealed; gone after `receiptDays`. */
  answer: Uint8Array | null;
  /** Sealed; gone after `receiptDays`. */
  receipt: Uint8Array | null;
  createdAt: number;
  sentAt: number | null;
  changedAt: number;
  settledAt: number | null;
  lookedAt: number | null;
  /** When somebody must look at the row again by itself. */
  dueAt: number | null;
  /** Why a person must look at it. */
  attention: string | null;
  attentionAt: number | null;
  /** From when on `onSettled` is owed; null where nothing is owed. */
  noticeAt: number | null;
  resolvedBy: string | null;
  resolvedNote: string | null;
}

export type RowChange = Partial<Omit<Row, "reference" | "step" | "operation" | "provider" | "owner" | "order" | "fingerprint" | "createdAt">>;
/** Everything that may change without a move of the state. */
export type RowNote = Omit<RowChange, "state" | "attempt" | "sentAt" | "settledAt">;

export type Claim =
  | { kind: "won" }
  /** A row of this reference (or its tombstone) stands already. */
  | { kind: "known"; row: Row }
  /** Another reference holds this order's step. */
  | { kind: "taken"; row: Row };

export interface LedgerKeys {
  /** 32 bytes that live as long as the ledger. */
  fingerprint: Uint8Array;
  /** 32 bytes, or null when this ledger keeps none: then option `seal` is required. */
  seal: Uint8Array | null;
}

export interface Ledger {
  /** Creates or checks the tables and returns the keys; called once, before anything else. */
  open(): Promise<LedgerKeys>;
  /** The row of a step, or without one the newest row of the reference. */
  find(reference: string, step?: string): Promise<Row | undefined>;
  /** Writes the row if neither its reference nor its order's step is taken. Resolves after the commit, never before. */
  claim(row: Row): Promise<Claim>;
  /**
   * The one conditional update: true for the one caller that found the row in this state and attempt. A change that
   * names no state leaves the row where it stands.
   */
  move(key: RowKey, from: { state: PurchaseState; attempt: number }, change: RowChange): Promise<boolean>;
  note(key: RowKey, change: RowNote): Promise<void>;
  /** True for the one caller that may look the row up now. */
  takeLookup(key: RowKey, now: number, gapMs: number, dueAt: number): Promise<boolean>;
  /** True for the one caller that may call `onSettled` now; the others wait until `leaseUntil`. */
  takeNotice(key: RowKey, now: number, leaseUntil: number): Promise<boolean>;
  due(now: number, limit: number): Promise<Row[]>;
  owedNotices(now: number, limit: number): Promise<Row[]>;
  needingAttention(limit: number): Promise<Row[]>;
  /** Forgets receipts settled before the first time, and settled rows before the second. */
  trim(receiptsBefore: number, rowsBefore: number): Promise<number>;
  close(): Promise<void>;
}
