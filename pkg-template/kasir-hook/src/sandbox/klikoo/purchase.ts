/** The part that products/buy, attractions/buy and block-seat share: reference, magic destination, wallet, booking. */

import type { Answer } from "../answer.ts";
import { type Booking, type Refusal, magicEffect } from "../magic_destinations.ts";
import type { Order, Transaction } from "../transactions.ts";
import type { KlikooCall } from "./call.ts";
import { type Service, refusal } from "./envelope.ts";

export interface PurchaseTerms {
  /** What a magic destination is looked for in. */
  number: string;
  /** Whether the wallet must bear the amount now. */
  debits: boolean;
  /** The answer to a booked order. */
  answer(transaction: Transaction, withoutData: boolean): Answer;
  /** A refusal that only this call knows, looked for before the wallet. */
  refuses?(): Answer | null;
  adjust?(booking: Booking): Booking;
  booked?(transaction: Transaction): void;
}

export function purchase(call: KlikooCall, order: Order, terms: PurchaseTerms): Answer {
  const { state, service } = call;
  if (state.books.transactions.isTaken(order.reference)) return refusal(409, service, "6563");
  const effect = magicEffect(terms.number);
  if (effect.effect === "refuse") return magicRefusal(service, effect, terms.number);
  const refused = terms.refuses?.() ?? null;
  if (refused !== null) return refused;
  if (terms.debits && !state.books.transactions.bears(order.amount)) return refusal(422, service, "6558");
  const booking = terms.adjust?.(effect) ?? effect;
  const transaction = state.books.transactions.book(order, booking, state.settings.settleAfterMs);
  terms.booked?.(transaction);
  const withoutData = booking.withoutData === true;
  return {
    ...terms.answer(transaction, withoutData),
    transactionId: transaction.id,
    ...(booking.spoil === undefined ? {} : { spoil: booking.spoil }),
    ...(withoutData || booking.status === "PROCESSING" ? { invented: true } : {}),
  };
}

/** The biller's error carries the number, as Inquiry Prepaid prints it; every other refusal has no data. */
export function magicRefusal(service: Service, effect: Refusal, number: string): Answer {
  if (effect.message === undefined) return refusal(effect.http, service, effect.caseCode);
  return refusal(effect.http, service, effect.caseCode, { message: effect.message, data: { customer_number: number } });
}
