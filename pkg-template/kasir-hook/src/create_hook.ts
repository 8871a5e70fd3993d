/** Puts the parts together: options in, the hook's public face out. */
import { readDecision, type Allowed } from "./authorize.ts";
import { sendAccepted } from "./accepted.ts";
import { KasirError } from "./fault.ts";
import { guardedLedger } from "./guarded_ledger.ts";
import { createHandler, type FetchContext } from "./handler.ts";
import type { HookCore, Language } from "./hook_core.ts";
import { codeOf } from "./log.ts";
import { createLimits } from "./limits.ts";
import { readOptions, type HookOptions, type Settings } from "./options.ts";
import type { CallText } from "./opened_call.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";
import { createProviders } from "./providers.ts";
import { purchase } from "./purchase.ts";
import { query, type QueryReply } from "./query.ts";
import { reconcile, writeAllUnwritten, type ReconcileReport } from "./reconcile.ts";
import { readReference } from "./request_checks.ts";
import { resolve, type Resolution } from "./resolve.ts";
import { intentReply, type IntentReply } from "./row_reply.ts";
import { createSealer } from "./seal.ts";
import { merchantView, type MerchantPurchase } from "./settled_purchase.ts";

/** A call of the merchant's own back end: the same checks as a page's call, without `authorize`. */
export interface DirectCall {
  operation: string;
  input: Record<string, unknown>;
  /** A purchase without one is a basket of its own. */
  basket?: string;
  expect?: { selling_price: string };
  /** Of the issues' messages; default `id`. */
  language?: Language;
}

export interface Hook {
  /** Answers a web request; never rejects. */
  fetch(request: Request, context?: FetchContext): Promise<Response>;
  /** Buys for `allowed.owner` under the reference, a UUID v4. Refusals are returned, not thrown. */
  purchase(reference: string, call: DirectCall, allowed: Allowed): Promise<IntentReply & { replayed: boolean } | { problem: Problem }>;
  query(call: DirectCall, allowed: Allowed): Promise<QueryReply | { problem: Problem }>;
  /** Sends an accepted purchase, once the merchant has its money. Safe to call again. */
  send(reference: string): Promise<MerchantPurchase>;
  /** One round: looks up what is due, settles, tells the merchant, forgets what its time is over. */
  reconcile(): Promise<ReconcileReport>;
  /** The purchases that a person must look at, the oldest first. */
  attention(limit?: number): Promise<MerchantPurchase[]>;
  /** A person's decision, signed with a name and a note. */
  resolve(reference: string, resolution: Resolution): Promise<MerchantPurchase>;
  /** Stops the timer, waits for what is under way, closes the ledger. */
  close(): Promise<void>;
  /** Where the routes hang. */
  readonly basePath: string;
}

/** The hook with the rulebook given; `createHook` of the package loads the real one. */
export function assembleHook(options: HookOptions, loadCore: () => Promise<HookCore>): Hook {
  if ("window" in globalThis && "document" in globalThis) {
    throw new KasirError("ERR_HOOK_IN_BROWSER", "the hook holds the merchant's keys and runs on a server only");
  }
  const settings = readOptions(options);
  const { ready, close, tracked } = lifeOf(settings, loadCore);
  const app = createHandler(settings, ready);
  const round = sharedRound(ready);
  const timer = startRounds(settings, () => tracked(round));
  return {
    basePath: settings.basePath,
    fetch: (request, context) => tracked(async () => app.fetch(request, context ?? {})),
    purchase: (reference, call, allowed) => tracked(async () => {
      const read = readReference(reference);
      if ("problem" in read) return read;
      const parts = await ready();
      const result = await purchase(parts, { ...callText({ basket: read.reference, ...call }), reference: read.reference }, async () => readDecision(parts, allowed));
      return "problem" in result ? result : { ...intentReply(parts, result.row), replayed: result.replayed };
    }),
    query: (call, allowed) => tracked(async () => {
      const parts = await ready();
      const result = await query(parts, callText(call), async () => readDecision(parts, allowed));
      return "problem" in result ? result : result.reply;
    }),
    send: (reference) => tracked(async () => merchantView(await sendAccepted(await ready(), reference.toLowerCase()))),
    reconcile: () => tracked(round),
    attention: (limit = 100) => tracked(async () => (await (await ready()).ledger.needingAttention(limit)).map(merchantView)),
    resolve: (reference, resolution) =>
      tracked(async () => merchantView(await resolve(await ready(), reference.toLowerCase(), resolution))),
    async close() {
      clearInterval(timer);
      await close();
    },
  };
}

function callText({ operation, input, basket = "", expect, language = "id" }: DirectCall): CallText {
  return { text: JSON.stringify({ operation, input, basket, ...(expect && { expect }) }), language };
}

/** The first round at once, for what a crash left behind. The timer keeps no process alive. */
function startRounds(settings: Settings, round: () => Promise<unknown>): NodeJS.Timeout | undefined {
  if (settings.reconcileEvery === 0) return undefined;
  const tick = (): void => {
    round().catch((cause: unknown) => {
      if (codeOf(cause) !== "ERR_HOOK_CLOSED") settings.log({ level: "error", event: "reconcile.failed", code: codeOf(cause) }, cause);
    });
  };
  setImmediate(tick);
  return setInterval(tick, settings.reconcileEvery).unref();
}

/** Callers that come while a round is under way get that round's report. */
function sharedRound(ready: () => Promise<Parts>): () => Promise<ReconcileReport> {
  let under: Promise<ReconcileReport> | undefined;
  return () => {
    under ??= ready().then(reconcile).finally(() => (under = undefined));
    return under;
  };
}

/** Core and ledger open at the first call and stay; a failed opening is tried again by the next call. */
function lifeOf(settings: Settings, loadCore: () => Promise<HookCore>) {
  let parts: Promise<Parts> | undefined;
  let closed = false;
  const calls = new Set<Promise<unknown>>();

  function ready(): Promise<Parts> {
    if (closed) return Promise.reject(new KasirError("ERR_HOOK_CLOSED", "the hook was closed"));
    parts ??= open(settings, loadCore).catch((cause: unknown) => {
      parts = undefined;
      throw cause;
    });
    return parts;
  }

  /** Work that `close` waits for: a purchase under way is never cut off between its commit and its verdict. */
  function tracked<T>(run: () => Promise<T>): Promise<T> {
    const work = run();
    calls.add(work);
    return work.finally(() => calls.delete(work));
  }

  async function close(): Promise<void> {
    closed = true;
    await Promise.allSettled(calls);
    const made = await parts?.catch(() => undefined);
    await Promise.allSettled([...(made?.background ?? []), ...(made?.lookups.values() ?? [])]);
    if (made) {
      await writeAllUnwritten(made);
      await Promise.allSettled(made.background);
    }
    await settings.ledger.close();
  }

  return { ready, tracked, close };
}

async function open(settings: Settings, loadCore: () => Promise<HookCore>): Promise<Parts> {
  const ledger = guardedLedger(settings.ledger);
  const [core, keys] = await Promise.all([loadCore(), ledger.open()]);
  const sealKeys = settings.sealKeys ?? (keys.seal === null ? [] : [keys.seal]);
  if (sealKeys.length === 0) throw new KasirError("ERR_SEAL_KEY_MISSING", "this ledger keeps no seal key: set option seal");
  return {
    settings,
    core,
    ledger,
    fingerprintKey: keys.fingerprint,
    sealer: createSealer(sealKeys),
    providers: createProviders(settings, core),
    limits: createLimits(settings.limits),
    log: settings.log,
    clock: settings.clock,
    unwritten: new Map(),
    lookups: new Map(),
    background: new Set(),
  };
}
