/**
 * GET /v1/open-api/transactions/{transaction_id}, in the order the page prints as far as it can be read.
 *
 * Source: "Transaction Detail", https://klikoo-doc.readme.io/reference/transaction-detail
 */

import type { Answer } from "../answer.ts";
import { utcMicroseconds } from "../clock.ts";
import type { KlikooCall } from "./call.ts";
import { refusal, success } from "./envelope.ts";

export function transactionDetail(call: KlikooCall): Answer {
  const { state, service, id } = call;
  const transaction = state.books.transactions.byId(id);
  if (transaction === undefined) return refusal(404, service, "7005");
  const balance = state.books.wallet.balance;
  const answer = success(200, service, {
    transaction_id: transaction.id,
    status: transaction.status,
    partner_reference_id: transaction.reference,
    amount: String(transaction.amount),
    transaction_time: utcMicroseconds(transaction.bookedAt),
    reason: transaction.reason,
    product_id: "",
    product_name: transaction.product.name,
    sn: transaction.sn,
    value: transaction.value,
    customer_name: transaction.customerName,
    current_balance: String(transaction.currentBalance ?? balance),
    beginning_balance: String(transaction.beginningBalance ?? balance),
    product_code: transaction.product.code,
  });
  // The page shows a digital product; whether tickets and seats look the same is not said.
  const invented = transaction.kind !== "product" || transaction.status === "PROCESSING";
  return { ...answer, transactionId: transaction.id, ...(invented ? { invented } : {}) };
}
