import { parsePhoneNumberFromString } from "libphonenumber-js";
import * as z from "zod";
import { EMAIL, ID_CARD, MOBILE, PRODUCT_CODE, RUPIAH, UUID_V4, isPastDay, isText, seatsDiffer, writeBody, type Contender } from "../work.ts";

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

const bodyBy = (schema: z.ZodType) => (input: unknown): string | null => {
  const result = schema.safeParse(input);
  return result.success ? writeBody(result.data) : null;
};

export const contender: Contender = { name: "zod + libphonenumber-js", topUp: bodyBy(topUp), booking: bodyBy(booking) };
