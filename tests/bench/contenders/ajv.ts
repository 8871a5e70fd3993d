/** Ajv only checks, so the normal form of the phone numbers and the sorted body are written by hand beside it. */
import { Ajv } from "ajv";
import {
  DIAL_CODE, EMAIL, ID_CARD, LOCALE, MOBILE, PRODUCT_CODE, RUPIAH, SEPARATORS, SUBSCRIBER, TIME, UUID_V4, isComingDay, isCountry, isPastDay, isText,
  keysDiffer, seatsDiffer, valuesFit, writeBody, type Contender, type Pair,
} from "../work.ts";

type TopUp = Record<"amount" | "msidn" | "partner_reference_id" | "product_code" | "selling_price" | "value", string>;
type Passenger = Record<"dob" | "gender" | "id_card_number" | "name" | "seat_name", string>;
type Attraction = Record<
  | "amount" | "buyer_country" | "buyer_first_name" | "buyer_last_name" | "buyer_tel_country_code" | "buyer_tel_number" | "email" | "end_date"
  | "event_time" | "locale" | "partner_reference_id" | "product_code" | "selling_price" | "start_date" | "state",
  string
> & { booking_field: Pair[]; customers: { customer_booking_field: Pair[] }[]; quantity: number };
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
ajv.addFormat("coming-day", isComingDay);
ajv.addFormat("time", TIME);
ajv.addFormat("country", isCountry);
ajv.addFormat("dial-code", DIAL_CODE);
ajv.addFormat("subscriber", SUBSCRIBER);
ajv.addFormat("locale", LOCALE);
ajv.addKeyword({ keyword: "keysDiffer", type: "array", validate: (_: boolean, pairs: Pair[]) => keysDiffer(pairs) });
ajv.addKeyword({ keyword: "valuesFit", type: "array", validate: (_: boolean, pairs: Pair[]) => valuesFit(pairs) });
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

const pair = object({ key: string("text"), value: string("text") });

const attraction = ajv.compile<Attraction>(object({
  amount: string("rupiah"),
  booking_field: { type: "array", maxItems: 50, items: pair, keysDiffer: true },
  buyer_country: string("country"),
  buyer_first_name: string("text"),
  buyer_last_name: string("text"),
  buyer_tel_country_code: string("dial-code"),
  buyer_tel_number: string("subscriber"),
  customers: {
    type: "array",
    minItems: 1,
    maxItems: 1000,
    items: object({ customer_booking_field: { type: "array", minItems: 1, maxItems: 50, items: pair, keysDiffer: true, valuesFit: true } }),
  },
  email: string("email"),
  end_date: string("coming-day"),
  event_time: string("time"),
  locale: string("locale"),
  partner_reference_id: string("reference"),
  product_code: string("product-code"),
  quantity: { type: "integer", minimum: 1, maximum: 1000 },
  selling_price: string("rupiah"),
  start_date: string("coming-day"),
  state: string("text"),
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

const sortedPairs = (pairs: Pair[]): Pair[] => pairs.map(({ key, value }) => ({ key, value }));

function attractionBody(input: unknown): string | null {
  if (!attraction(input) || input.start_date > input.end_date || input.customers.length !== input.quantity) return null;
  const { buyer_tel_country_code, buyer_tel_number } = input;
  const national = buyer_tel_country_code === "62" ? mobile(`62${buyer_tel_number}`)?.slice(1) : buyer_tel_number;
  if (national === undefined) return null;
  return writeBody({
    amount: input.amount,
    booking_field: sortedPairs(input.booking_field),
    buyer_country: input.buyer_country,
    buyer_first_name: input.buyer_first_name,
    buyer_last_name: input.buyer_last_name,
    buyer_tel_country_code,
    buyer_tel_number: national,
    customers: input.customers.map(({ customer_booking_field }) => ({ customer_booking_field: sortedPairs(customer_booking_field) })),
    email: input.email,
    end_date: input.end_date,
    event_time: input.event_time,
    locale: input.locale,
    partner_reference_id: input.partner_reference_id,
    product_code: input.product_code,
    quantity: input.quantity,
    selling_price: input.selling_price,
    start_date: input.start_date,
    state: input.state,
  });
}

export const contender: Contender = { name: "ajv + hand-written", topUp: topUpBody, booking: bookingBody, attraction: attractionBody };
