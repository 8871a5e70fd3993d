/** What arrived and what was bought: the judge of every test about buying once. */

import type { Transaction } from "./transactions.ts";

export interface SandboxCounts {
  requests: number;
  /** Connections broken before the body was read: the reference is not known. */
  unread: number;
  requestsPerPath: Record<string, number>;
  /** Every request whose body names the reference, refused ones included. */
  requestsPerReference: Record<string, number>;
  /** Accepted purchases and holds. */
  purchasesPerReference: Record<string, number>;
  /** Accepted purchases of the same product, destination and amount: `S10|081234567890|10300`. */
  purchasesPerOrder: Record<string, number>;
  /** Purchases beyond the first of one reference. */
  doublePurchases: number;
  /** Purchases beyond the first of one order that have not failed, whatever their references. */
  repeatedOrders: number;
  /** Requests refused because the readings of the body differ. */
  readings_differ: number;
  tokens: number;
  /** Answers per provider code; Netzme's as `AUTH 401`. */
  codes: Record<string, number>;
}

function add(record: Record<string, number>, key: string): void {
  record[key] = (record[key] ?? 0) + 1;
}

function beyondFirst(record: Record<string, number>): number {
  return Object.values(record).reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}

function emptyRecord(): Record<string, number> {
  return Object.create(null) as Record<string, number>;
}

export class Counts {
  #requests = 0;
  #unread = 0;
  #readingsDiffer = 0;
  #tokens = 0;
  readonly #paths = emptyRecord();
  readonly #references = emptyRecord();
  readonly #codes = emptyRecord();

  request(path: string, reference: string | null): void {
    this.#requests += 1;
    add(this.#paths, path);
    if (reference !== null) add(this.#references, reference);
  }

  unread(path: string): void {
    this.#requests += 1;
    this.#unread += 1;
    add(this.#paths, path);
  }

  readingsDiffer(): void {
    this.#readingsDiffer += 1;
  }

  token(): void {
    this.#tokens += 1;
  }

  answered(code: string): void {
    add(this.#codes, code);
  }

  read(transactions: readonly Transaction[]): SandboxCounts {
    const perReference = emptyRecord();
    const perOrder = emptyRecord();
    const standing = emptyRecord();
    for (const transaction of transactions) {
      add(perReference, transaction.reference);
      add(perOrder, orderKey(transaction));
      if (transaction.status !== "FAILED") add(standing, orderKey(transaction));
    }
    return {
      requests: this.#requests,
      unread: this.#unread,
      requestsPerPath: { ...this.#paths },
      requestsPerReference: { ...this.#references },
      purchasesPerReference: { ...perReference },
      purchasesPerOrder: { ...perOrder },
      doublePurchases: beyondFirst(perReference),
      repeatedOrders: beyondFirst(standing),
      readings_differ: this.#readingsDiffer,
      tokens: this.#tokens,
      codes: { ...this.#codes },
    };
  }
}

function orderKey(transaction: Transaction): string {
  return `${transaction.product.code}|${transaction.destination}|${transaction.amount}`;
}
