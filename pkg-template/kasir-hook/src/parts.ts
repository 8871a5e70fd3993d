/** What every step of a purchase needs, made once by createHook. */
import type { HookCore } from "./hook_core.ts";
import type { Ledger } from "./ledgers/ledger.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Settings } from "./options.ts";
import type { Providers } from "./providers.ts";
import type { Sealer } from "./seal.ts";
import type { Evidence } from "./settle.ts";

export interface Parts {
  settings: Settings;
  core: HookCore;
  ledger: Ledger;
  fingerprintKey: Uint8Array;
  sealer: Sealer;
  providers: Providers;
  limits: Limits;
  log: Log;
  clock: () => number;
  /** Verdicts that could not be written yet, by reference and step: the purchase is made, only its row is behind. */
  unwritten: Map<string, Evidence>;
  /** Lookups under way, by reference and step: all pollers of this process share one. */
  lookups: Map<string, Promise<void>>;
  /** Work that nobody waits for; `close` does. */
  background: Set<Promise<unknown>>;
}

export function inBackground(parts: Parts, work: Promise<unknown>): void {
  parts.background.add(work);
  void work.finally(() => parts.background.delete(work)).catch(() => {});
}
