/** Everything the provider has accepted: purchases, tickets and held seats, from booking to settlement. */

import type { SandboxClock } from "./clock.ts";
import type { Booking, BookedStatus } from "./magic_destinations.ts";
import type { Product } from "./products.ts";
import type { Wallet } from "./wallet.ts";

export type TransactionKind = "product" | "attraction" | "transport";

/** What a purchase call asks for. */
export interface Order {
  kind: TransactionKind;
  product: Product;
  reference: string;
  /** Klikoo's `value`; empty for tickets and seats, which have none. */
  value: string;
  /** What tells one order from another: the number, or trip and seats. */
  destination: string;
  amount: number;
  sellingPrice: number;
  customerName: string;
}

export interface Transaction extends Order {
  id: string;
  status: BookedStatus;
  sn: string;
  reason: string;
  bookedAt: number;
  settlesAt: number | null;
  settlesAs: "SUCCESS" | "FAILED" | null;
  /** Only for held seats. */
  expiresAt: number | null;
  beginningBalance: number | null;
  currentBalance: number | null;
}

export interface Settlement {
  status: "SUCCESS" | "FAILED" | "WAITING";
  sn?: string;
  reason?: string;
}

const FIRST_ID = 14_429_004;
const FAILED_REASON = "Transaksi gagal dari supplier";
const HOLD_EXPIRED_REASON = "Batas waktu pemesanan habis";

function digits(count: number): string {
  let text = "";
  while (text.length < count) text += String(Math.floor(Math.random() * 10));
  return text;
}

/** PLN prepaid hands out a token of 20 digits; a top-up's serial has 20 on Purchase Callback, too. */
function serial(order: Order): string {
  if (order.kind === "transport") return "";
  return order.product.family === "pln_prepaid" ? `${1 + Math.floor(Math.random() * 9)}${digits(19)}` : `026${digits(17)}`;
}

export class Transactions {
  readonly #wallet: Wallet;
  readonly #clock: SandboxClock;
  readonly #all: Transaction[] = [];
  readonly #byReference = new Map<string, Transaction>();
  /** Those that the clock or the wallet still has to look at. */
  readonly #open = new Set<Transaction>();
  #refuseReuse = true;

  constructor(wallet: Wallet, clock: SandboxClock) {
    this.#wallet = wallet;
    this.#clock = clock;
  }

  get all(): readonly Transaction[] {
    return this.#all;
  }

  /** With `false`, a reference may be used again: how many purchases a client makes of one is then visible. */
  refuseReuse(refuse: boolean): void {
    this.#refuseReuse = refuse;
  }

  isTaken(reference: string): boolean {
    return this.#refuseReuse && this.#byReference.has(reference);
  }

  bears(amount: number): boolean {
    const unsettled = [...this.#open].filter(({ kind }) => kind !== "transport");
    return this.#wallet.bears(amount, unsettled.reduce((sum, transaction) => sum + transaction.amount, 0));
  }

  book(order: Order, booking: Booking, settleAfterMs: number): Transaction {
    const now = this.#clock.now();
    const transaction: Transaction = {
      ...order,
      id: String(FIRST_ID + this.#all.length),
      status: "WAITING",
      // Buy Product prints a short serial beside WAITING, Buy Product Attraction an empty one.
      sn: order.kind === "product" ? digits(6) : "",
      reason: "",
      bookedAt: now,
      settlesAt: booking.settlesAs === null ? null : now + settleAfterMs,
      settlesAs: booking.settlesAs,
      expiresAt: null,
      beginningBalance: null,
      currentBalance: null,
    };
    this.#all.push(transaction);
    this.#byReference.set(order.reference, transaction);
    this.#open.add(transaction);
    if (booking.status === "PROCESSING") transaction.status = "PROCESSING";
    else if (booking.status !== "WAITING") this.#move(transaction, { status: booking.status });
    return transaction;
  }

  find(idOrReference: string): Transaction | undefined {
    return this.byId(idOrReference) ?? this.#byReference.get(idOrReference);
  }

  byId(id: string): Transaction | undefined {
    const transaction = this.#all[Number(id) - FIRST_ID];
    return transaction?.id === id ? transaction : undefined;
  }

  /** By hand, in any direction: a client must bear a success that turns round. */
  settle(idOrReference: string, settlement: Settlement): Transaction | undefined {
    const transaction = this.find(idOrReference);
    if (transaction !== undefined) {
      transaction.settlesAt = null;
      this.#move(transaction, settlement);
    }
    return transaction;
  }

  /** Brings every transaction to where the clock says it should be; nothing runs on timers. */
  settleDue(): void {
    const now = this.#clock.now();
    for (const transaction of this.#open) {
      const { settlesAt, settlesAs, expiresAt, status } = transaction;
      if (settlesAt !== null && settlesAs !== null && settlesAt <= now) {
        transaction.settlesAt = null;
        this.#move(transaction, { status: settlesAs });
      } else if (expiresAt !== null && expiresAt <= now && status === "WAITING") {
        this.#move(transaction, { status: "FAILED", reason: HOLD_EXPIRED_REASON });
      }
    }
  }

  #move(transaction: Transaction, settlement: Settlement): void {
    if (transaction.status === "SUCCESS" && settlement.status !== "SUCCESS") this.#wallet.credit(transaction.amount);
    if (transaction.status !== "SUCCESS" && settlement.status === "SUCCESS") {
      const { beginning, current } = this.#wallet.debit(transaction.amount);
      transaction.beginningBalance = beginning;
      transaction.currentBalance = current;
    }
    transaction.status = settlement.status;
    if (settlement.status === "WAITING") this.#open.add(transaction);
    else this.#open.delete(transaction);
    const failed = settlement.status === "FAILED";
    transaction.reason = settlement.reason ?? (failed ? FAILED_REASON : "");
    transaction.sn = settlement.sn ?? (settlement.status === "SUCCESS" ? serial(transaction) : "");
  }
}
