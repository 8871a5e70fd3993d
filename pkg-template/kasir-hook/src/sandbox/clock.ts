/** The sandbox's time, and the forms in which the providers' pages print times. */

const JAKARTA_OFFSET_MS = 7 * 3_600_000;

export interface SandboxClock {
  now(): number;
  /** What the timestamp checks take for now: shifted by the fault dial `clock`. */
  checked(): number;
  shift(ms: number): void;
}

export function createClock(now: () => number): SandboxClock {
  let shifted = 0;
  return {
    now,
    checked: () => now() + shifted,
    shift: (ms) => {
      shifted = ms;
    },
  };
}

/** `2024-04-30T07:56:28+07:00`, as Block Ticket prints it. */
export function jakartaTime(ms: number): string {
  return `${new Date(ms + JAKARTA_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

/** `2024-02-20` in Jakarta; Netzme's pages say "the date you request" without a zone. */
export function jakartaDay(ms: number): string {
  return new Date(ms + JAKARTA_OFFSET_MS).toISOString().slice(0, 10);
}

/** `2024-10-11T09:02:57.241732Z`, six digits of fraction as both providers print. */
export function utcMicroseconds(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000Z");
}

const KLIKOO_TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?\+07:00$/;

/** Klikoo's `Open-Api-Timestamp`, 25 or 29 characters; `null` for the cut-off `+07:0` of the examples and all else. */
export function klikooTimestamp(text: string): number | null {
  if (!KLIKOO_TIMESTAMP.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
