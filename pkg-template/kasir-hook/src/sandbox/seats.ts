/** Seats held on trips. A seat is free again when its hold has failed or run out. */

import type { Transaction } from "./transactions.ts";

interface HeldSeat {
  trip: number;
  seat: string;
  by: Transaction;
}

export class Seats {
  #held: HeldSeat[] = [];

  isFree(trip: number, seat: string): boolean {
    return !this.#held.some((held) => held.trip === trip && held.seat === seat && held.by.status !== "FAILED");
  }

  hold(trip: number, seats: readonly string[], by: Transaction): void {
    this.#held.push(...seats.map((seat) => ({ trip, seat, by })));
  }

  /** Both directions, for the booking codes of Book Ticket. */
  tripsOf(transaction: Transaction): number[] {
    return [...new Set(this.#held.filter(({ by }) => by === transaction).map(({ trip }) => trip))];
  }
}
