/** The same check by valibot with libphonenumber-js, whose numbers of mobile telephones alone are the smallest fit. */
import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import * as v from "valibot";
import { MOBILE, PRODUCT_CODE } from "../work.ts";
import { done, formOf } from "./page.ts";

const mobile = v.pipe(
  v.string(),
  v.check((typed) => {
    const number = parsePhoneNumberFromString(typed, "ID");
    return number !== undefined && number.isValid() && MOBILE.test(number.number);
  }),
);

const form = v.object({ product_code: v.pipe(v.string(), v.regex(PRODUCT_CODE)), value: mobile, msidn: mobile });

const { issues = [] } = v.safeParse(form, formOf(document));
done(issues.map((issue) => v.getDotPath(issue)));
