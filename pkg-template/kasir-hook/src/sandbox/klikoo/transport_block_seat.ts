/**
 * POST /v1/open-api/transports/block-seat: holds seats for a while. Nothing is debited before book.
 *
 * Source: "Block Ticket (Reserved Seat)", https://klikoo-doc.readme.io/reference/block-ticket-seat
 */

import type { Answer } from "../answer.ts";
import { jakartaTime } from "../clock.ts";
import type { Booking } from "../magic_destinations.ts";
import { isObject } from "../provider_request.ts";
import { type KlikooCall, isAnswer, productOf } from "./call.ts";
import { refusal, success } from "./envelope.ts";
import { type FieldRule, fieldFault, text } from "./field_checks.ts";
import { purchase } from "./purchase.ts";

function required(name: string): FieldRule {
  return { name, type: "text" };
}

const TRIP: readonly FieldRule[] = [
  { name: "trip_id", type: "int" },
  { name: "passengers", type: "list", fields: ["seat_name", "name", "dob", "gender", "id_card_number"].map(required) },
];

const FIELDS: readonly FieldRule[] = [
  required("product_code"),
  { name: "selling_price", type: "digits" },
  required("partner_reference_no"),
  { name: "order_detail", type: "object", fields: ["name", "email", "phone_number"].map(required) },
  { name: "departure", type: "object", fields: TRIP },
  // Marked required, yet null in the page's sample; its fields inside are those of `departure` by inference.
  { name: "return", type: "null_or_object", fields: TRIP },
];

interface WantedSeats {
  trip: number;
  seats: string[];
}

function wantedSeats(journey: unknown): WantedSeats[] {
  if (!isObject(journey) || !Array.isArray(journey["passengers"])) return [];
  const seats = journey["passengers"].filter(isObject).map((passenger) => text(passenger, "seat_name"));
  return [{ trip: Number(journey["trip_id"]), seats }];
}

export function transportBlockSeat(call: KlikooCall): Answer {
  const { input, service, state } = call;
  const fault = fieldFault(input, FIELDS);
  if (fault !== null) return refusal(400, service, fault);
  const product = productOf(call, text(input, "product_code"), ({ family }) => family === "bus");
  if (isAnswer(product)) return product;
  const wanted = [...wantedSeats(input["departure"]), ...wantedSeats(input["return"])];
  const expiresAt = state.clock.now() + state.settings.holdMs;
  const order = {
    kind: "transport" as const,
    product,
    reference: text(input, "partner_reference_no"),
    value: "",
    destination: wanted.map(({ trip, seats }) => `${trip}:${seats.join("+")}`).join(" "),
    amount: (product.price ?? 0) * wanted.reduce((count, { seats }) => count + seats.length, 0),
    sellingPrice: Number(text(input, "selling_price")),
    customerName: "",
  };
  return purchase(call, order, {
    number: text(isObject(input["order_detail"]) ? input["order_detail"] : {}, "phone_number"),
    debits: false,
    refuses: () => takenSeat(call, wanted),
    adjust: asHold,
    booked: (transaction) => {
      transaction.expiresAt = expiresAt;
      for (const { trip, seats } of wanted) state.books.seats.hold(trip, seats, transaction);
    },
    answer: ({ id, status }, withoutData) =>
      success(201, service, withoutData ? null : { transaction_id: id, status, expired_at: jakartaTime(expiresAt) }),
  });
}

/** What the provider answers for a seat that is taken stands on no page. */
function takenSeat(call: KlikooCall, wanted: readonly WantedSeats[]): Answer | null {
  const { seats: held } = call.state.books;
  const repeated = wanted.some(({ seats }) => new Set(seats).size < seats.length);
  const taken = wanted.some(({ trip, seats }) => seats.some((seat) => !held.isFree(trip, seat)));
  return repeated || taken ? refusal(400, call.service, "6525", { message: "Kursi tidak tersedia", invented: true }) : null;
}

/** A hold neither settles by itself nor succeeds at once: it is booked, or it runs out. */
function asHold(booking: Booking): Booking {
  return { ...booking, status: booking.status === "SUCCESS" ? "WAITING" : booking.status, settlesAs: null };
}
