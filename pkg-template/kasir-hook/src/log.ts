/**
 * What the hook tells the merchant's log: an allow-list of fields, none of which can hold a secret, a token, a
 * signature, a body, a number of a person or a receipt.
 */

export type LogLevel = "info" | "warn" | "error";

export interface LogEntry {
  level: LogLevel;
  /** What happened, `area.event`. */
  event: string;
  reference?: string;
  operation?: string;
  provider?: string;
  state?: string;
  attempt?: number;
  http?: number | null;
  /** Problem, fault or transport code. */
  code?: string | null;
  ms?: number;
  count?: number;
}

/** `cause` is whatever was thrown, by the merchant's own functions too: it may hold anything, so log it with care. */
export type Log = (entry: LogEntry, cause?: unknown) => void;

const FIELDS = [
  "level", "event", "reference", "operation", "provider", "state", "attempt", "http", "code", "ms", "count",
] as const satisfies readonly (keyof LogEntry)[];

const CODE = /^[\w.[\]-]{1,128}$/;

/** Errors only, one JSON line on standard error, without the cause. */
export const defaultLog: Log = (entry) => {
  if (entry.level === "error") process.stderr.write(`${JSON.stringify({ from: "kasir-hook", ...entry })}\n`);
};

/** A log can never stop a purchase, and never gets a field that is not on the list. */
export function guardedLog(log: Log): Log {
  return (entry, cause) => {
    const listed = Object.fromEntries(FIELDS.filter((field) => entry[field] !== undefined).map((field) => [field, entry[field]]));
    // A provider's code is whatever stood in its answer.
    if (typeof entry.code === "string" && !CODE.test(entry.code)) listed["code"] = "UNREADABLE";
    try {
      log(listed as unknown as LogEntry, cause);
    } catch {
      // A logger that throws has nowhere to be reported.
    }
  };
}

/** The code of something thrown, fit for a log. */
export function codeOf(thrown: unknown): string {
  const code = typeof thrown === "object" && thrown !== null ? (thrown as { code?: unknown }).code : undefined;
  if (typeof code === "string" && /^[\w.]{1,64}$/.test(code)) return code;
  return thrown instanceof Error && /^\w{1,64}$/.test(thrown.name) ? thrown.name : "UNKNOWN";
}
