/** Fault dials: what goes wrong, on which path, how many times. */

import type { SpoilKind } from "./spoil.ts";

export type FaultKind = SpoilKind | "down" | "drop_after_accept" | "refuse_token" | "clock";

export interface Fault {
  kind: FaultKind;
  /** The provider's path without the prefix, or its beginning; left out: every provider path. */
  path?: string;
  /** Requests it hits; 1 unless given. `"always"` lasts until the faults are cleared. */
  times?: number | "always";
  /** Delay of `slow`, shift of `clock`. */
  ms?: number;
  /** The provider does its work first, and only the answer is spoiled. */
  accepted?: boolean;
}

/** A dial as it applies to one request. */
export interface ActiveFault {
  kind: "down" | "refuse_token" | SpoilKind;
  accepted: boolean;
  ms: number | null;
}

const KINDS: ReadonlySet<string> = new Set<FaultKind>([
  "status_500", "status_502", "garbage", "empty", "truncated", "oversized", "redirect", "drop", "slow", "down",
  "drop_after_accept", "refuse_token", "clock",
]);

export function isFaultKind(text: unknown): text is FaultKind {
  return typeof text === "string" && KINDS.has(text);
}

/** `clock` is no dial: it shifts the timestamp checks until the faults are cleared. */
export type RequestFault = Fault & { kind: Exclude<FaultKind, "clock"> };

interface Dial {
  fault: RequestFault;
  left: number;
}

export class FaultDials {
  #dials: Dial[] = [];

  add(fault: RequestFault): void {
    const times = fault.times ?? 1;
    this.#dials.push({ fault, left: times === "always" ? Number.POSITIVE_INFINITY : times });
  }

  clear(): void {
    this.#dials = [];
  }

  /** The first dial for this path, used up by one. */
  take(path: string): ActiveFault | null {
    const dial = this.#dials.find(({ fault, left }) => left > 0 && path.startsWith(fault.path ?? ""));
    if (dial === undefined) return null;
    dial.left -= 1;
    return active(dial.fault);
  }
}

function active(fault: RequestFault): ActiveFault {
  const ms = fault.ms ?? null;
  switch (fault.kind) {
    case "drop_after_accept":
      return { kind: "drop", accepted: true, ms };
    case "slow":
      return { kind: "slow", accepted: true, ms };
    default:
      return { kind: fault.kind, accepted: fault.accepted ?? false, ms };
  }
}
