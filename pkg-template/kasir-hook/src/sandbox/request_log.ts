/** What came in and what went out, without bodies, tokens, signatures or keys. */

export interface LogEntry {
  at: string;
  method: string;
  path: string;
  http: number | null;
  code: string | null;
  reference: string | null;
  transactionId: string | null;
  /** The fault or magic destination that spoiled the answer. */
  fault: string | null;
  invented: boolean;
}

const KEPT = 5_000;

export class RequestLog {
  readonly #entries: LogEntry[] = [];

  add(entry: LogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }
}
