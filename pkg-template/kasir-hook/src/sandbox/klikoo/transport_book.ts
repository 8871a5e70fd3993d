/**
 * POST /v1/open-api/transports/book: pays for held seats.
 *
 * Source: "Book Ticket", https://klikoo-doc.readme.io/reference/book-ticket
 */

import { randomInt } from "node:crypto";
import type { Answer } from "../answer.ts";
import type { KlikooCall } from "./call.ts";
import { refusal, success } from "./envelope.ts";
import { fieldFault, text } from "./field_checks.ts";

const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function bookingCode(): string {
  return Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
}

export function transportBook(call: KlikooCall): Answer {
  const { input, service, state } = call;
  const fault = fieldFault(input, [{ name: "transaction_id", type: "text" }]);
  if (fault !== null) return refusal(400, service, fault);
  const transaction = state.books.transactions.byId(text(input, "transaction_id"));
  if (transaction?.kind !== "transport") return refusal(404, service, "7005");
  // What a second booking or a run-out hold brings stands on no page.
  if (transaction.status !== "WAITING") return refusal(400, service, "6510", { invented: true });
  if (!state.books.transactions.bears(transaction.amount)) return refusal(422, service, "6558");
  const twoWay = state.books.seats.tripsOf(transaction).length > 1;
  const booking_codes = { departure: bookingCode(), return: twoWay ? bookingCode() : "" };
  state.books.transactions.settle(transaction.id, { status: "SUCCESS", sn: booking_codes.departure });
  return { ...success(201, service, { transaction_id: transaction.id, status: "SUCCESS", booking_codes }), transactionId: transaction.id };
}
