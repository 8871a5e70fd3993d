/**
 * GET /v1/open-api/transactions?page=&limit=&q=&from=&to=. `meta` is printed; of the items the page shows only the
 * first three keys, so every answer is marked as invented.
 *
 * Source: "Transaction History", https://klikoo-doc.readme.io/reference/transaction-history
 */

import type { Answer } from "../answer.ts";
import { utcMicroseconds } from "../clock.ts";
import type { Transaction } from "../transactions.ts";
import type { KlikooCall } from "./call.ts";
import { refusal, success } from "./envelope.ts";

function positive(text: string | null): number | null {
  const value = Number(text);
  return text !== null && /^\d+$/.test(text) && value > 0 ? value : null;
}

function item(transaction: Transaction): Record<string, string> {
  return {
    created_at: utcMicroseconds(transaction.bookedAt),
    sn: transaction.sn,
    value: transaction.value,
    transaction_id: transaction.id,
    partner_reference_id: transaction.reference,
    status: transaction.status,
    product_code: transaction.product.code,
    product_name: transaction.product.name,
    amount: String(transaction.amount),
  };
}

/** `from` and `to` carry no offset on the page; they are read as UTC, like `created_at`. */
function instant(text: string | null): number | null {
  if (text === null || text === "") return null;
  const ms = Date.parse(`${text}Z`);
  return Number.isNaN(ms) ? null : ms;
}

function matching(call: KlikooCall): Transaction[] {
  const wanted = (call.query.get("q") ?? "").toLowerCase();
  const from = instant(call.query.get("from"));
  const to = instant(call.query.get("to"));
  return call.state.books.transactions.all.toReversed().filter((transaction) => {
    const { id, reference, value, product, bookedAt } = transaction;
    const isWanted = [id, reference, value, product.code, product.name].some((text) => text.toLowerCase().includes(wanted));
    return isWanted && (from === null || bookedAt >= from) && (to === null || bookedAt <= to);
  });
}

export function transactionHistory(call: KlikooCall): Answer {
  const { query, service } = call;
  if (!query.has("page") || !query.has("limit")) return refusal(400, service, "6512");
  const page = positive(query.get("page"));
  const limit = positive(query.get("limit"));
  if (page === null || limit === null) return refusal(400, service, "6510");
  const rows = matching(call);
  const total = Math.ceil(rows.length / limit);
  const meta = {
    current_page: page,
    previous_page: Math.max(0, page - 1),
    next_page: page < total ? page + 1 : 0,
    total_pages: total,
    total_rows: rows.length,
    per_page: limit,
  };
  return { ...success(200, service, rows.slice((page - 1) * limit, page * limit).map(item), meta), invented: true };
}
