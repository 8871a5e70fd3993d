import { parsePhoneNumberFromString } from "libphonenumber-js";
import * as v from "valibot";
import {
  EMAIL, ID_CARD, LOCALE, MOBILE, PRODUCT_CODE, RUPIAH, TIME, UUID_V4, isComingDay, isCountry, isPastDay, isText, keysDiffer, seatsDiffer,
  valuesFit, writeBody, type Contender,
} from "../work.ts";

const text = v.pipe(v.string(), v.check(isText));
const rupiah = v.pipe(v.string(), v.regex(RUPIAH));
const mobile = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const number = parsePhoneNumberFromString(dataset.value, "ID");
    if (number?.isValid() && MOBILE.test(number.number)) return `0${number.nationalNumber}`;
    addIssue({ message: "not an Indonesian mobile number" });
    return NEVER;
  }),
);

const topUp = v.strictObject({
  amount: rupiah,
  msidn: mobile,
  partner_reference_id: v.pipe(v.string(), v.regex(UUID_V4)),
  product_code: v.pipe(v.string(), v.regex(PRODUCT_CODE)),
  selling_price: rupiah,
  value: mobile,
});

const passenger = v.strictObject({
  dob: v.pipe(v.string(), v.check(isPastDay)),
  gender: v.picklist(["male", "female"]),
  id_card_number: v.pipe(v.string(), v.regex(ID_CARD)),
  name: text,
  seat_name: text,
});

const trip = v.strictObject({
  passengers: v.pipe(v.array(passenger), v.minLength(1), v.check((passengers) => seatsDiffer(passengers))),
  trip_id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const booking = v.strictObject({
  departure: trip,
  order_detail: v.strictObject({ email: v.pipe(v.string(), v.regex(EMAIL)), name: text, phone_number: mobile }),
  partner_reference_no: text,
  product_code: v.pipe(v.string(), v.regex(PRODUCT_CODE)),
  return: v.nullable(trip),
  selling_price: rupiah,
});

const pairs = v.pipe(v.array(v.strictObject({ key: text, value: text })), v.maxLength(50), v.check((list) => keysDiffer(list)));

const customer = v.strictObject({ customer_booking_field: v.pipe(pairs, v.minLength(1), v.check((list) => valuesFit(list))) });

const comingDay = v.pipe(v.string(), v.check(isComingDay));

const attraction = v.pipe(
  v.strictObject({
    amount: rupiah,
    booking_field: pairs,
    buyer_country: v.pipe(v.string(), v.check(isCountry)),
    buyer_first_name: text,
    buyer_last_name: text,
    buyer_tel_country_code: v.string(),
    buyer_tel_number: v.string(),
    customers: v.pipe(v.array(customer), v.minLength(1), v.maxLength(1000)),
    email: v.pipe(v.string(), v.regex(EMAIL)),
    end_date: comingDay,
    event_time: v.pipe(v.string(), v.regex(TIME)),
    locale: v.pipe(v.string(), v.regex(LOCALE)),
    partner_reference_id: v.pipe(v.string(), v.regex(UUID_V4)),
    product_code: v.pipe(v.string(), v.regex(PRODUCT_CODE)),
    quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000)),
    selling_price: rupiah,
    start_date: comingDay,
    state: text,
  }),
  v.check((order) => order.start_date <= order.end_date),
  v.check((order) => order.customers.length === order.quantity),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const order = dataset.value;
    const number = parsePhoneNumberFromString(`+${order.buyer_tel_country_code}${order.buyer_tel_number}`);
    if (number?.isValid() && number.countryCallingCode === order.buyer_tel_country_code) return { ...order, buyer_tel_number: number.nationalNumber };
    addIssue({ message: "not a telephone number" });
    return NEVER;
  }),
);

const bodyBy = (schema: v.GenericSchema) => (input: unknown): string | null => {
  const result = v.safeParse(schema, input);
  return result.success ? writeBody(result.output) : null;
};

export const contender: Contender = {
  name: "valibot + libphonenumber-js", topUp: bodyBy(topUp), booking: bodyBy(booking), attraction: bodyBy(attraction),
};
