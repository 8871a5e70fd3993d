/**
 * POST /public/api/ppob/v1/percentage-product: the merchant's margin. No range is printed, so any number is taken.
 *
 * Source: "Product Percentage", https://apidocs-ppob.netzme.id
 */

import type { Answer } from "../answer.ts";
import { utcMicroseconds } from "../clock.ts";
import { type ProviderRequest, isObject, jsonObject } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { inventedFailure, netzmeEnvelope } from "./envelope.ts";

const TYPE = "UPDATE_PERCENTAGE";

export function percentageProduct(state: SandboxState, request: ProviderRequest): Answer {
  const fail = (message: string): Answer => inventedFailure(state.settings, TYPE, 400, message);
  const input = jsonObject(request.body);
  const body = input?.["body"];
  if (input === null || input["type"] !== TYPE || !isObject(body)) return fail("type or body is missing");
  if (!state.netzme.merchants.includes(String(body["merchantId"]))) return fail("record not found");
  const percentage = body["updatePercentage"];
  if (typeof percentage !== "number") return fail("updatePercentage is not a number");
  return netzmeEnvelope(state.settings, {
    type: TYPE,
    status: 200,
    statusMessage: "success",
    payload: { key: "data", content: { percentage_price_enduser: percentage, updated_at: utcMicroseconds(state.clock.now()) } },
  });
}
