import { parsePhoneNumberFromString } from "libphonenumber-js";
import * as z from "zod";
import {
  EMAIL, ID_CARD, LOCALE, MOBILE, PRODUCT_CODE, RUPIAH, TIME, UUID_V4, isComingDay, isCountry, isPastDay, isText, keysDiffer, seatsDiffer,
  valuesFit, writeBody, type Contender,
} from "../work.ts";

const text = z.string().refine(isText);
const rupiah = z.string().regex(RUPIAH);
const mobile = z.string().transform((typed, context) => {
  const number = parsePhoneNumberFromString(typed, "ID");
  if (number?.isValid() && MOBILE.test(number.number)) return `0${number.nationalNumber}`;
  context.addIssue({ code: "custom", message: "not an Indonesian mobile number" });
  return z.NEVER;
});

const topUp = z.strictObject({
  amount: rupiah,
  msidn: mobile,
  partner_reference_id: z.string().regex(UUID_V4),
  product_code: z.string().regex(PRODUCT_CODE),
  selling_price: rupiah,
  value: mobile,
});

const passenger = z.strictObject({
  dob: z.string().refine(isPastDay),
  gender: z.enum(["male", "female"]),
  id_card_number: z.string().regex(ID_CARD),
  name: text,
  seat_name: text,
});

const trip = z.strictObject({
  passengers: z.array(passenger).min(1).refine(seatsDiffer),
  trip_id: z.int().nonnegative(),
});

const booking = z.strictObject({
  departure: trip,
  order_detail: z.strictObject({ email: z.string().regex(EMAIL), name: text, phone_number: mobile }),
  partner_reference_no: text,
  product_code: z.string().regex(PRODUCT_CODE),
  return: trip.nullable(),
  selling_price: rupiah,
});

const pairs = z.array(z.strictObject({ key: text, value: text })).max(50).refine(keysDiffer);

const customer = z.strictObject({ customer_booking_field: pairs.min(1).refine(valuesFit) });

const attraction = z
  .strictObject({
    amount: rupiah,
    booking_field: pairs,
    buyer_country: z.string().refine(isCountry),
    buyer_first_name: text,
    buyer_last_name: text,
    buyer_tel_country_code: z.string(),
    buyer_tel_number: z.string(),
    customers: z.array(customer).min(1).max(1000),
    email: z.string().regex(EMAIL),
    end_date: z.string().refine(isComingDay),
    event_time: z.string().regex(TIME),
    locale: z.string().regex(LOCALE),
    partner_reference_id: z.string().regex(UUID_V4),
    product_code: z.string().regex(PRODUCT_CODE),
    quantity: z.int().min(1).max(1000),
    selling_price: rupiah,
    start_date: z.string().refine(isComingDay),
    state: text,
  })
  .refine((order) => order.start_date <= order.end_date)
  .refine((order) => order.customers.length === order.quantity)
  .transform((order, context) => {
    const number = parsePhoneNumberFromString(`+${order.buyer_tel_country_code}${order.buyer_tel_number}`);
    if (number?.isValid() && number.countryCallingCode === order.buyer_tel_country_code) return { ...order, buyer_tel_number: number.nationalNumber };
    context.addIssue({ code: "custom", message: "not a telephone number", path: ["buyer_tel_number"] });
    return z.NEVER;
  });

const bodyBy = (schema: z.ZodType) => (input: unknown): string | null => {
  const result = schema.safeParse(input);
  return result.success ? writeBody(result.data) : null;
};

export const contender: Contender = {
  name: "zod + libphonenumber-js", topUp: bodyBy(topUp), booking: bodyBy(booking), attraction: bodyBy(attraction),
};
