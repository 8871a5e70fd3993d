/** Ajv only checks, so the normal form of the phone numbers and the sorted body are written by hand beside it. */
import { Ajv } from "ajv";
import { EMAIL, ID_CARD, MOBILE, PRODUCT_CODE, RUPIAH, SEPARATORS, UUID_V4, isPastDay, isText, seatsDiffer, writeBody, type Contender } from "../work.ts";

type TopUp = Record<"amount" | "msidn" | "partner_reference_id" | "product_code" | "selling_price" | "value", string>;
type Passenger = Record<"dob" | "gender" | "id_card_number" | "name" | "seat_name", string>;
type Trip = { passengers: Passenger[]; trip_id: number };
type Booking = {
  departure: Trip;
  order_detail: Record<"email" | "name" | "phone_number", string>;
  partner_reference_no: string;
  product_code: string;
  return: Trip | null;
  selling_price: string;
};

const mobile = (typed: string): string | null => {
  const national = MOBILE.exec(typed.replace(SEPARATORS, ""))?.[1];
  return national === undefined ? null : `0${national}`;
};

const ajv = new Ajv({ allErrors: true });
ajv.addFormat("text", isText);
ajv.addFormat("rupiah", RUPIAH);
ajv.addFormat("product-code", PRODUCT_CODE);
ajv.addFormat("mobile", (typed) => mobile(typed) !== null);
ajv.addFormat("email", EMAIL);
ajv.addFormat("past-day", isPastDay);
ajv.addFormat("id-card", ID_CARD);
ajv.addFormat("reference", UUID_V4);
ajv.addKeyword({ keyword: "seatsDiffer", type: "array", validate: (_: boolean, passengers: Passenger[]) => seatsDiffer(passengers) });

const string = (format: string) => ({ type: "string", format });
const object = (properties: Record<string, object>) => ({
  type: "object", properties, required: Object.keys(properties), additionalProperties: false,
});

const topUp = ajv.compile<TopUp>(object({
  amount: string("rupiah"),
  msidn: string("mobile"),
  partner_reference_id: string("reference"),
  product_code: string("product-code"),
  selling_price: string("rupiah"),
  value: string("mobile"),
}));

const trip = object({
  passengers: {
    type: "array",
    minItems: 1,
    seatsDiffer: true,
    items: object({
      dob: string("past-day"),
      gender: { type: "string", enum: ["male", "female"] },
      id_card_number: string("id-card"),
      name: string("text"),
      seat_name: string("text"),
    }),
  },
  trip_id: { type: "integer", minimum: 0 },
});

const booking = ajv.compile<Booking>(object({
  departure: trip,
  order_detail: object({ email: string("email"), name: string("text"), phone_number: string("mobile") }),
  partner_reference_no: string("text"),
  product_code: string("product-code"),
  return: { anyOf: [trip, { type: "null" }] },
  selling_price: string("rupiah"),
}));

const sortedTrip = ({ passengers, trip_id }: Trip): Trip => ({
  passengers: passengers.map(({ dob, gender, id_card_number, name, seat_name }) => ({ dob, gender, id_card_number, name, seat_name })),
  trip_id,
});

function topUpBody(input: unknown): string | null {
  if (!topUp(input)) return null;
  const { amount, msidn, partner_reference_id, product_code, selling_price, value } = input;
  return writeBody({ amount, msidn: mobile(msidn), partner_reference_id, product_code, selling_price, value: mobile(value) });
}

function bookingBody(input: unknown): string | null {
  if (!booking(input)) return null;
  const { email, name, phone_number } = input.order_detail;
  return writeBody({
    departure: sortedTrip(input.departure),
    order_detail: { email, name, phone_number: mobile(phone_number) },
    partner_reference_no: input.partner_reference_no,
    product_code: input.product_code,
    return: input.return === null ? null : sortedTrip(input.return),
    selling_price: input.selling_price,
  });
}

export const contender: Contender = { name: "ajv + hand-written", topUp: topUpBody, booking: bookingBody };
