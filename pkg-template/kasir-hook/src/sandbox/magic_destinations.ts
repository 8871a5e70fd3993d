/**
 * Destinations that make the sandbox behave badly. The last six digits decide: of `value` for products/buy and
 * products/inquiry, of `buyer_tel_number` for attractions/buy, of `order_detail.phone_number` for block-seat.
 * Any other destination waits and then succeeds.
 */

import type { SpoilKind } from "./spoil.ts";

export type BookedStatus = "WAITING" | "SUCCESS" | "FAILED" | "PROCESSING";

export interface Refusal {
  effect: "refuse";
  /** HTTP status and case code; the service code comes from the call. */
  http: number;
  caseCode: string;
  message?: string;
  /** Whether the inquiry is refused, too. */
  atInquiry: boolean;
}

export interface Booking {
  effect: "book";
  status: BookedStatus;
  /** What it becomes when the settle delay is over; `null` waits for a control call. */
  settlesAs: "SUCCESS" | "FAILED" | null;
  spoil?: SpoilKind;
  withoutData?: true;
}

export type MagicEffect = Refusal | Booking;

const PLAIN: Booking = { effect: "book", status: "WAITING", settlesAs: "SUCCESS" };

function refused(http: number, caseCode: string, atInquiry: boolean, message?: string): Refusal {
  return { effect: "refuse", http, caseCode, atInquiry, ...(message === undefined ? {} : { message }) };
}

const BILLER_ERROR = refused(503, "9998", true, "CUSTID not recognized. Biller throws exception. Err:5110");

export const MAGIC_DESTINATIONS: Readonly<Record<string, { does: string; effect: MagicEffect }>> = {
  "990001": { does: "succeeds at once", effect: { effect: "book", status: "SUCCESS", settlesAs: null } },
  "990002": { does: "is accepted as FAILED at once", effect: { effect: "book", status: "FAILED", settlesAs: null } },
  "990003": { does: "waits, then fails", effect: { effect: "book", status: "WAITING", settlesAs: "FAILED" } },
  "990004": { does: "waits until a control call settles it", effect: { effect: "book", status: "WAITING", settlesAs: null } },
  "990005": { does: "answers 500xx9999, nothing booked", effect: refused(500, "9999", false) },
  "990006": { does: "is booked, then answers text that is no JSON", effect: { ...PLAIN, spoil: "garbage" } },
  "990007": { does: "is booked, then answers late", effect: { ...PLAIN, spoil: "slow" } },
  "990008": { does: "is booked, then drops the connection", effect: { ...PLAIN, spoil: "drop" } },
  "990009": { does: "answers the printed biller error 503xx9998", effect: BILLER_ERROR },
  "990010": { does: "answers 404xx7011, wrong customer number", effect: refused(404, "7011", true) },
  "990011": { does: "answers 404xx7012, last instalment", effect: refused(404, "7012", true) },
  "990012": { does: "answers 404xx7009, account blocked", effect: refused(404, "7009", true) },
  "990013": { does: "answers 503xx9991, supplier down, nothing booked", effect: refused(503, "9991", false) },
  "990014": { does: "is booked, then answers 500xx9999", effect: { ...PLAIN, spoil: "status_500" } },
  "990015": { does: "is booked with a status that no page lists", effect: { ...PLAIN, status: "PROCESSING" } },
  "990016": { does: "is booked, then answers success without data", effect: { ...PLAIN, withoutData: true } },
  "990017": { does: "is booked, then answers 502 with HTML", effect: { ...PLAIN, spoil: "status_502" } },
  "990018": { does: "is booked, then answers 200 with no body", effect: { ...PLAIN, spoil: "empty" } },
  "990019": { does: "answers 404xx7002, customer number not found", effect: refused(404, "7002", true) },
  "990020": { does: "is booked, then cuts the answer in half", effect: { ...PLAIN, spoil: "truncated" } },
};

/** The destination of the failure that Inquiry Prepaid prints. */
const PRINTED_FAILURE = "01105601111";

export function magicEffect(destination: string): MagicEffect {
  if (destination === PRINTED_FAILURE) return BILLER_ERROR;
  return MAGIC_DESTINATIONS[destination.slice(-6)]?.effect ?? PLAIN;
}
