import { parsePhoneNumberFromString } from "libphonenumber-js";
import * as v from "valibot";
import { EMAIL, ID_CARD, MOBILE, PRODUCT_CODE, RUPIAH, UUID_V4, isPastDay, isText, seatsDiffer, writeBody, type Contender } from "../work.ts";

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

const bodyBy = (schema: v.GenericSchema) => (input: unknown): string | null => {
  const result = v.safeParse(schema, input);
  return result.success ? writeBody(result.output) : null;
};

export const contender: Contender = { name: "valibot + libphonenumber-js", topUp: bodyBy(topUp), booking: bodyBy(booking) };
