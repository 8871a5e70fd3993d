/**
 * POST /v1/open-api/products/buy. The amount is debited as sent: no page says what a wrong one brings.
 *
 * Source: "Buy Product", https://klikoo-doc.readme.io/reference/buy-product
 */

import type { Answer } from "../answer.ts";
import { isDigital } from "../products.ts";
import { type KlikooCall, isAnswer, productOf } from "./call.ts";
import { customerName } from "./customers.ts";
import { refusal, success } from "./envelope.ts";
import { fieldFault, text } from "./field_checks.ts";
import { PRODUCT_FIELDS } from "./product_fields.ts";
import { purchase } from "./purchase.ts";

export function productBuy(call: KlikooCall): Answer {
  const { input, service } = call;
  const fault = fieldFault(input, PRODUCT_FIELDS);
  if (fault !== null) return refusal(400, service, fault);
  const product = productOf(call, text(input, "product_code"), isDigital);
  if (isAnswer(product)) return product;
  const value = text(input, "value");
  const order = {
    kind: "product" as const,
    product,
    reference: text(input, "partner_reference_id"),
    value,
    destination: value,
    amount: Number(text(input, "amount")),
    sellingPrice: Number(text(input, "selling_price")),
    customerName: product.family === "pulsa" ? "" : customerName(value),
  };
  return purchase(call, order, {
    number: value,
    debits: true,
    answer: ({ id, status, sn }, withoutData) => success(201, service, withoutData ? null : { transaction_id: id, status, sn }),
  });
}
