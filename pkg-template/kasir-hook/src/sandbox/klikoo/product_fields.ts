/** The body of products/inquiry and products/buy, which are alike. */

import type { FieldRule } from "./field_checks.ts";

export const PRODUCT_FIELDS: readonly FieldRule[] = [
  { name: "msidn", type: "text" },
  { name: "amount", type: "digits" },
  { name: "product_code", type: "text" },
  { name: "selling_price", type: "digits" },
  { name: "value", type: "text" },
  { name: "partner_reference_id", type: "text" },
];
