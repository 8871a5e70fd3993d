/** Tables and column names of the SQLite ledger. */
import type { Row } from "./ledger.ts";

export const SCHEMA_VERSION = 1;

export const COLUMN: { readonly [field in keyof Row]: string } = {
  reference: "reference",
  step: "step",
  operation: "operation",
  provider: "provider",
  owner: "owner",
  order: "order_number",
  fingerprint: "fingerprint",
  state: "state",
  attempt: "attempt",
  amount: "amount",
  sellingPrice: "selling_price",
  transactionId: "transaction_id",
  expiresAt: "expires_at",
  providerHttp: "provider_http",
  providerCode: "provider_code",
  providerMessage: "provider_message",
  body: "body",
  answer: "answer",
  receipt: "receipt",
  createdAt: "created_at",
  sentAt: "sent_at",
  changedAt: "changed_at",
  settledAt: "settled_at",
  lookedAt: "looked_at",
  dueAt: "due_at",
  attention: "attention",
  attentionAt: "attention_at",
  noticeAt: "notice_at",
  resolvedBy: "resolved_by",
  resolvedNote: "resolved_note",
};

export const FIELDS = Object.keys(COLUMN) as (keyof Row)[];

export const CREATE = `
CREATE TABLE IF NOT EXISTS purchase (
  reference TEXT NOT NULL,
  step TEXT NOT NULL,
  operation TEXT NOT NULL,
  provider TEXT NOT NULL,
  owner TEXT NOT NULL,
  order_number TEXT,
  fingerprint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'sent', 'success', 'pending', 'held', 'failed', 'unknown', 'cancelled')),
  attempt INTEGER NOT NULL,
  amount TEXT,
  selling_price TEXT,
  transaction_id TEXT,
  expires_at INTEGER,
  provider_http INTEGER,
  provider_code TEXT,
  provider_message TEXT,
  body BLOB,
  answer BLOB,
  receipt BLOB,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  changed_at INTEGER NOT NULL,
  settled_at INTEGER,
  looked_at INTEGER,
  due_at INTEGER,
  attention TEXT,
  attention_at INTEGER,
  notice_at INTEGER,
  resolved_by TEXT,
  resolved_note TEXT,
  PRIMARY KEY (reference, step)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS purchase_one_per_order ON purchase (order_number, step)
  WHERE order_number IS NOT NULL AND state NOT IN ('failed', 'cancelled');
CREATE INDEX IF NOT EXISTS purchase_due ON purchase (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS purchase_notice ON purchase (notice_at) WHERE notice_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS purchase_attention ON purchase (attention_at) WHERE attention IS NOT NULL;
CREATE INDEX IF NOT EXISTS purchase_settled ON purchase (settled_at) WHERE settled_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS ledger_key (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`;

const columns = FIELDS.map((field) => COLUMN[field]);

// A tombstone blocks every step of its reference, and any row of the reference blocks a tombstone. Values: the row's, in
// the order of FIELDS, then its reference and its step again, since numbered values cannot be bound on Node 22.13.
export const CLAIM = `
INSERT INTO purchase (${columns.join(", ")})
SELECT ${columns.map(() => "?").join(", ")}
WHERE NOT EXISTS (SELECT 1 FROM purchase WHERE reference = ? AND (step = '*' OR ? = '*'))
ON CONFLICT DO NOTHING`;
