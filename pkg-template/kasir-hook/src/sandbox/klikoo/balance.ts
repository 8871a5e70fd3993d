/**
 * GET /v1/open-api/balance: text with two decimals.
 *
 * Source: "Client Balance", https://klikoo-doc.readme.io/reference/client-balance
 */

import type { Answer } from "../answer.ts";
import type { KlikooCall } from "./call.ts";
import { success } from "./envelope.ts";

export function balance(call: KlikooCall): Answer {
  return success(200, call.service, { balance: call.state.books.wallet.balance.toFixed(2) });
}
