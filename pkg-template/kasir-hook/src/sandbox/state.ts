/** Everything one sandbox knows. Credentials and tokens outlive a reset, the books do not. */

import type { SandboxClock } from "./clock.ts";
import { Counts } from "./counts.ts";
import type { KlikooCredentials, NetzmeCredentials } from "./credentials.ts";
import { FaultDials } from "./faults.ts";
import type { SandboxSettings } from "./options.ts";
import { RequestLog } from "./request_log.ts";
import { Seats } from "./seats.ts";
import type { Tokens } from "./tokens.ts";
import { Transactions } from "./transactions.ts";
import { Wallet } from "./wallet.ts";

export interface Books {
  wallet: Wallet;
  transactions: Transactions;
  seats: Seats;
  counts: Counts;
  faults: FaultDials;
  log: RequestLog;
  /** Netzme's message ids, unique for each request. */
  messageIds: Set<string>;
}

export interface SandboxState {
  readonly settings: SandboxSettings;
  readonly clock: SandboxClock;
  readonly klikoo: KlikooCredentials;
  readonly netzme: NetzmeCredentials;
  readonly klikooTokens: Tokens;
  readonly netzmeTokens: Tokens;
  books: Books;
}

export function newBooks(settings: SandboxSettings, clock: SandboxClock): Books {
  const wallet = new Wallet(settings.balance);
  return {
    wallet,
    transactions: new Transactions(wallet, clock),
    seats: new Seats(),
    counts: new Counts(),
    faults: new FaultDials(),
    log: new RequestLog(),
    messageIds: new Set(),
  };
}
