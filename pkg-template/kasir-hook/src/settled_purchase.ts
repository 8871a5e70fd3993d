/** What the merchant gets of a purchase: by `onSettled`, `attention`, `send` and `resolve`. */
import type { BuyerAnswer, PurchaseState } from "./hook_core.ts";
import type { Row } from "./ledgers/ledger.ts";

export interface MerchantPurchase {
  reference: string;
  step: string;
  operation: string;
  state: PurchaseState;
  attempt: number;
  owner: string;
  order: string | null;
  amount: string | null;
  sellingPrice: string | null;
  transactionId: string | null;
  expiresAt: number | null;
  /** The provider's own code and words: for the merchant, never for the buyer. */
  provider: { name: string; http: number | null; code: string | null; message: string | null };
  createdAt: number;
  sentAt: number | null;
  settledAt: number | null;
  attention: string | null;
  attentionAt: number | null;
  resolvedBy: string | null;
  resolvedNote: string | null;
}

export interface SettledPurchase extends MerchantPurchase {
  answer: BuyerAnswer | null;
}

export function merchantView(row: Row): MerchantPurchase {
  const { reference, step, operation, state, attempt, owner, order, amount, sellingPrice, transactionId, expiresAt } = row;
  const { createdAt, sentAt, settledAt, attention, attentionAt, resolvedBy, resolvedNote } = row;
  return {
    reference, step, operation, state, attempt, owner, order, amount, sellingPrice, transactionId, expiresAt,
    provider: { name: row.provider, http: row.providerHttp, code: row.providerCode, message: row.providerMessage },
    createdAt, sentAt, settledAt, attention, attentionAt, resolvedBy, resolvedNote,
  };
}
