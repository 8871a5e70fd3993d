/** How often one address and one owner may call. In memory of this process: it slows abuse, the ledger decides. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { KasirError } from "./fault.ts";

export interface Rate {
  points: number;
  seconds: number;
}

export interface LimitOptions {
  /** Calls of any kind from one address; false switches it off. Default 600 a minute. */
  address?: Rate | false;
  /** New purchases of one owner; replays do not count. Default 60 a minute. */
  purchases?: Rate | false;
  /** Queries of one owner: an inquiry tells whether a number exists. Default 30 a minute. */
  queries?: Rate | false;
}

export type LimitSettings = Record<keyof LimitOptions, Rate | false>;

const DEFAULTS: LimitSettings = {
  address: { points: 600, seconds: 60 },
  purchases: { points: 60, seconds: 60 },
  queries: { points: 30, seconds: 60 },
};

export function limitSettings(given: LimitOptions = {}): LimitSettings {
  const settings = { ...DEFAULTS, ...given };
  for (const [name, rate] of Object.entries(settings)) {
    if (!(name in DEFAULTS)) throw new KasirError("ERR_OPTION_UNKNOWN", `limits has no option "${name}"`);
    if (rate !== false && !(rate.points > 0 && rate.seconds > 0)) {
      throw new KasirError("ERR_OPTION_INVALID", `limits.${name} must be { points, seconds } or false`);
    }
  }
  return settings;
}

export interface Limits {
  /** Null when the call may go on, else the seconds to wait. */
  spend(budget: keyof LimitOptions, key: string | undefined): Promise<number | null>;
}

export function createLimits(settings: LimitSettings): Limits {
  const limiters = new Map(
    Object.entries(settings).flatMap(([name, rate]) =>
      rate === false ? [] : [[name, new RateLimiterMemory({ points: rate.points, duration: rate.seconds })] as const]),
  );
  return {
    async spend(budget, key) {
      const limiter = limiters.get(budget);
      if (limiter === undefined || key === undefined) return null;
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
