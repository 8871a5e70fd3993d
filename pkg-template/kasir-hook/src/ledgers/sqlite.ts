/**
 * The SQLite ledger, on Node's built-in node:sqlite: write-ahead log, a full flush at every commit, one file that
 * several processes of one machine may share. Kept readable for its owner only.
 *
 * SQLite, Write-Ahead Logging, https://www.sqlite.org/wal.html
 * SQLite, PRAGMA synchronous, https://www.sqlite.org/pragma.html#pragma_synchronous
 */
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { KasirError } from "../fault.ts";
import { groupCommit, type GroupCommit } from "./group_commit.ts";
import {
  ANY_STEP, type Claim, type Ledger, type LedgerKeys, type Row, type RowChange, type RowKey, type RowNote,
} from "./ledger.ts";
import { CLAIM, COLUMN, CREATE, FIELDS, SCHEMA_VERSION } from "./sqlite_schema.ts";

export interface SqliteLedgerOptions {
  /** Where the generated seal key lies; default: beside the ledger, `<path>.key`. */
  keyPath?: string;
  /** How long a write waits for another process, in milliseconds; default 5000. */
  patienceMs?: number;
}

type SqlRow = Record<string, SQLOutputValue>;
const KEY_BYTES = 32;
/** SQLite's number for it; 1 would lose the last commits in a power cut. */
const FULL = 2;

/** A ledger in one file on a local disk. Not on a network file system: its locks cannot be trusted there. */
export function sqliteLedger(file: string, options: SqliteLedgerOptions = {}): Ledger {
  if (typeof file !== "string" || file === "" || file === ":memory:" || file.startsWith("file:")) {
    throw new KasirError("ERR_LEDGER_NOT_DURABLE", "sqliteLedger(path) needs the path of a file, not a database in memory");
  }
  return new SqliteLedger(file, options);
}

class SqliteLedger implements Ledger {
  readonly #keyPath: string;
  readonly #database: DatabaseSync;
  readonly #commits: GroupCommit;
  readonly #claim: StatementSync;
  #isOpen = true;

  constructor(file: string, options: SqliteLedgerOptions) {
    this.#keyPath = options.keyPath ?? `${file}.key`;
    this.#database = openDatabase(file);
    this.#commits = groupCommit(this.#database, options.patienceMs ?? 5000);
    this.#claim = this.#database.prepare(CLAIM);
  }

  async open(): Promise<LedgerKeys> {
    const fingerprint = await this.#commits.write(() => ledgerKey(this.#database));
    return { fingerprint, seal: sealKey(this.#keyPath) };
  }

  async find(reference: string, step?: string): Promise<Row | undefined> {
    return step === undefined || step === ANY_STEP
      ? this.#rows("reference = ? ORDER BY created_at DESC LIMIT 1", reference)[0]
      : this.#rows("reference = ? AND step IN (?, '*') LIMIT 1", reference, step)[0];
  }

  claim(row: Row): Promise<Claim> {
    return this.#commits.write(() => this.#claimed(row));
  }

  move(key: RowKey, from: { state: string; attempt: number }, change: RowChange): Promise<boolean> {
    return this.#update(change, key, "state = ? AND attempt = ?", from.state, from.attempt);
  }

  async note(key: RowKey, change: RowNote): Promise<void> {
    await this.#update(change, key, "true");
  }

  takeLookup(key: RowKey, now: number, gapMs: number, dueAt: number): Promise<boolean> {
    const free = "state IN ('pending', 'unknown', 'held') AND coalesce(looked_at, 0) <= ?";
    return this.#update({ lookedAt: now, dueAt }, key, free, now - gapMs);
  }

  takeNotice(key: RowKey, now: number, leaseUntil: number): Promise<boolean> {
    return this.#update({ noticeAt: leaseUntil }, key, "notice_at <= ?", now);
  }

  async due(now: number, limit: number): Promise<Row[]> {
    return this.#rows("due_at <= ? ORDER BY due_at LIMIT ?", now, limit);
  }

  async owedNotices(now: number, limit: number): Promise<Row[]> {
    return this.#rows("notice_at <= ? ORDER BY notice_at LIMIT ?", now, limit);
  }

  async needingAttention(limit: number): Promise<Row[]> {
    return this.#rows("attention IS NOT NULL ORDER BY attention_at LIMIT ?", limit);
  }

  trim(receiptsBefore: number, rowsBefore: number): Promise<number> {
    return this.#commits.write(() => trimmed(this.#database, receiptsBefore, rowsBefore));
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    if (this.#isOpen) this.#database.close();
    this.#isOpen = false;
  }

  #rows(where: string, ...values: SQLInputValue[]): Row[] {
    return this.#database.prepare(`SELECT * FROM purchase WHERE ${where}`).all(...values).map(readRow);
  }

  #update(change: RowChange, key: RowKey, where: string, ...values: SQLInputValue[]): Promise<boolean> {
    const fields = FIELDS.filter((field) => (change as Partial<Row>)[field] !== undefined);
    const set = fields.map((field) => `${COLUMN[field]} = ?`).join(", ");
    const sql = `UPDATE purchase SET ${set} WHERE reference = ? AND step = ? AND ${where}`;
    const bound = [...fields.map((field) => (change as Partial<Row>)[field] as SQLInputValue), key.reference, key.step, ...values];
    return this.#commits.write(() => this.#database.prepare(sql).run(...bound).changes === 1);
  }

  #claimed(row: Row): Claim {
    const values = FIELDS.map((field) => row[field] as SQLInputValue);
    if (this.#claim.run(...values, row.reference, row.step).changes === 1) return { kind: "won" };
    const [known] = row.step === ANY_STEP
      ? this.#rows("reference = ? ORDER BY state = 'cancelled', created_at DESC LIMIT 1", row.reference)
      : this.#rows("reference = ? AND step IN (?, '*') LIMIT 1", row.reference, row.step);
    if (known !== undefined) return { kind: "known", row: known };
    const [taken] = this.#rows("order_number = ? AND step = ? AND state NOT IN ('failed', 'cancelled')", row.order, row.step);
    if (taken !== undefined) return { kind: "taken", row: taken };
    throw new KasirError("ERR_LEDGER_UNAVAILABLE", "a claim was neither written nor refused");
  }
}

function openDatabase(file: string): DatabaseSync {
  // A file that others may read would show them who bought what; created before SQLite opens it, so never for a moment.
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA busy_timeout = 2000");
  const mode = database.prepare("PRAGMA journal_mode = WAL").get()?.["journal_mode"];
  if (mode !== "wal") throw new KasirError("ERR_LEDGER_NOT_DURABLE", `the file system refuses a write-ahead log (${mode})`);
  database.exec("PRAGMA synchronous = FULL");
  // Where a flush stops at the drive's own cache, as on macOS, this one does not; elsewhere it changes nothing.
  database.exec("PRAGMA fullfsync = ON");
  const flushes = Number(database.prepare("PRAGMA synchronous").get()?.["synchronous"]);
  if (flushes < FULL) throw new KasirError("ERR_LEDGER_NOT_DURABLE", "SQLite does not flush at every commit");
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (version > SCHEMA_VERSION) throw new KasirError("ERR_OPTION_INVALID", "the ledger was written by a newer kasir-hook");
  database.exec(`BEGIN IMMEDIATE; ${CREATE} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
  flushFolder(file);
  // From here on waiting is done between turns of the event loop.
  database.exec("PRAGMA busy_timeout = 0");
  return database;
}

function ledgerKey(database: DatabaseSync): Uint8Array {
  database.prepare("INSERT INTO ledger_key (name, bytes) VALUES ('fingerprint', ?) ON CONFLICT DO NOTHING").run(randomBytes(KEY_BYTES));
  return database.prepare("SELECT bytes FROM ledger_key WHERE name = 'fingerprint'").get()?.["bytes"] as Uint8Array;
}

/** Beside the ledger and not in it: whoever copies the ledger alone cannot read what is sealed in it. */
function sealKey(file: string): Uint8Array {
  for (;;) {
    try {
      const key = readFileSync(file);
      if (key.length === KEY_BYTES) return key;
      throw new KasirError("ERR_KEY_UNREADABLE", `${file} is not a key of ${KEY_BYTES} bytes`);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    }
    makeSealKey(file);
  }
}

function makeSealKey(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(draft, "wx", 0o600);
  writeSync(handle, randomBytes(KEY_BYTES));
  fsyncSync(handle);
  closeSync(handle);
  try {
    // A link is all or nothing: of two processes that start at once, one makes the key and both read it.
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    unlinkSync(draft);
  }
  flushFolder(file);
}

/** A new file survives a power cut only when its folder's entry does. */
function flushFolder(file: string): void {
  const folder = openSync(path.dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function trimmed(database: DatabaseSync, receiptsBefore: number, rowsBefore: number): number {
  const receipts = database.prepare(
    "UPDATE purchase SET answer = NULL, receipt = NULL WHERE settled_at < ? AND (answer IS NOT NULL OR receipt IS NOT NULL)");
  const rows = database.prepare("DELETE FROM purchase WHERE settled_at < ? AND attention IS NULL AND notice_at IS NULL");
  return Number(receipts.run(receiptsBefore).changes) + Number(rows.run(rowsBefore).changes);
}

function readRow(found: SqlRow): Row {
  return Object.fromEntries(FIELDS.map((field) => [field, found[COLUMN[field]]])) as unknown as Row;
}
