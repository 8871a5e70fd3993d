/**
 * POST /v1/open-api/products/inquiry. The reference may come again: the page's own samples repeat theirs.
 *
 * Source: "Inquiry Prepaid", https://klikoo-doc.readme.io/reference/inquiry-prepaid
 */

import type { Answer } from "../answer.ts";
import { magicEffect } from "../magic_destinations.ts";
import { canBeInquired } from "../products.ts";
import { type KlikooCall, isAnswer, productOf } from "./call.ts";
import { customerName, powerCapacity } from "./customers.ts";
import { refusal, success } from "./envelope.ts";
import { fieldFault, text } from "./field_checks.ts";
import { PRODUCT_FIELDS } from "./product_fields.ts";
import { magicRefusal } from "./purchase.ts";

/** The printed total is the amount and 46 rupiah; the page gives no reason. */
const PRINTED_DIFFERENCE = 46;

export function productInquiry(call: KlikooCall): Answer {
  const fault = fieldFault(call.input, PRODUCT_FIELDS);
  if (fault !== null) return refusal(400, call.service, fault);
  const product = productOf(call, text(call.input, "product_code"), canBeInquired);
  if (isAnswer(product)) return product;
  const number = text(call.input, "value");
  const effect = magicEffect(number);
  if (effect.effect === "refuse" && effect.atInquiry) return magicRefusal(call.service, effect, number);
  const amount = Number(text(call.input, "amount"));
  const capacity = powerCapacity(product, number);
  return success(200, call.service, {
    product_name: product.name,
    amount,
    total: amount + PRINTED_DIFFERENCE,
    product_code: product.code,
    customer_number: number,
    customer_name: customerName(number),
    ...(capacity === null ? {} : { power_capacity: capacity }),
  });
}
