/**
 * POST /v1/open-api/attractions/buy.
 *
 * Source: "Buy Product Attraction", https://klikoo-doc.readme.io/reference/buy-product-attraction
 */

import type { Answer } from "../answer.ts";
import { type KlikooCall, isAnswer, productOf } from "./call.ts";
import { refusal, success } from "./envelope.ts";
import { type FieldRule, fieldFault, text } from "./field_checks.ts";
import { purchase } from "./purchase.ts";

const PAIR: readonly FieldRule[] = [{ name: "key", type: "text" }, { name: "value", type: "text" }];

function required(name: string): FieldRule {
  return { name, type: "text" };
}

const FIELDS: readonly FieldRule[] = [
  required("product_code"),
  { name: "quantity", type: "int" },
  ...["buyer_first_name", "end_date", "buyer_tel_number", "buyer_last_name", "buyer_tel_country_code"].map(required),
  ...["email", "locale", "buyer_country", "event_time", "state", "start_date"].map(required),
  // The page leaves "required" blank for both lists.
  { name: "booking_field", type: "list", optional: true, fields: PAIR },
  {
    name: "customers",
    type: "list",
    optional: true,
    fields: [{ name: "customer_booking_field", type: "list", optional: true, fields: PAIR }],
  },
  { name: "amount", type: "digits" },
  { name: "selling_price", type: "digits" },
  required("partner_reference_id"),
];

export function attractionBuy(call: KlikooCall): Answer {
  const { input, service } = call;
  const fault = fieldFault(input, FIELDS);
  if (fault !== null) return refusal(400, service, fault);
  const product = productOf(call, text(input, "product_code"), ({ family }) => family === "attraction");
  if (isAnswer(product)) return product;
  const telephone = text(input, "buyer_tel_number");
  const order = {
    kind: "attraction" as const,
    product,
    reference: text(input, "partner_reference_id"),
    value: "",
    destination: [telephone, text(input, "start_date"), text(input, "event_time")].join(" "),
    amount: Number(text(input, "amount")),
    sellingPrice: Number(text(input, "selling_price")),
    customerName: "",
  };
  return purchase(call, order, {
    number: telephone,
    debits: true,
    answer: ({ id, status, sn }, withoutData) => success(200, service, withoutData ? null : { transaction_id: id, status, sn }),
  });
}
