/** A hook on a real SQLite file, in front of the real sandbox, with a clock that can be put forward. */
import { mkdtempSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AuthorizeCall, Decision } from "../../pkg-template/kasir-hook/src/authorize.ts";
import { createHook, type Hook } from "../../pkg-template/kasir-hook/src/index.ts";
import type { Ledger } from "../../pkg-template/kasir-hook/src/ledgers/ledger.ts";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import type { LogEntry } from "../../pkg-template/kasir-hook/src/log.ts";
import type { HookOptions } from "../../pkg-template/kasir-hook/src/options.ts";
import { createSandbox, type Sandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";

export const SHOP = "https://shop.example";
export const PRICES: Record<string, { amount: string; selling_price: string }> = {
  S10: { amount: "10300", selling_price: "11500" },
  PLN20: { amount: "20500", selling_price: "21500" },
};

export interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { state?: string; code?: string };
}

export interface Rig {
  sandbox: Sandbox;
  hook: Hook;
  file: string;
  log: LogEntry[];
  asked: AuthorizeCall[];
  clock(): number;
  forward(ms: number): void;
  /** Another hook on the same ledger and sandbox; closed with the rig. */
  another(options?: Partial<HookOptions>): Hook;
  post(input: object, extra?: Posting): Promise<Reply>;
  get(reference: string, headers?: Record<string, string>): Promise<Reply>;
  cancel(reference: string, headers?: Record<string, string>): Promise<Reply>;
  close(): Promise<void>;
}

export interface Posting {
  reference?: string;
  operation?: string;
  basket?: string;
  expect?: { selling_price: string };
  route?: string;
  headers?: Record<string, string>;
  hook?: Hook;
}

let shared: Promise<Sandbox> | undefined;
let ahead = 0;
const clock = (): number => Date.now() + ahead;

/** One sandbox a test file: its RSA keys are what takes time. */
function sandboxOfThisFile(): Promise<Sandbox> {
  shared ??= createSandbox({ settleAfterMs: 60_000, clock, slowMs: 3000 });
  return shared;
}

export async function stopSandbox(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

/** The merchant of the tests: prices by product code, owner by header, order by basket. */
export function shopkeeper(call: AuthorizeCall): Decision {
  const owner = call.headers.get("x-session") ?? "buyer-1";
  if (owner === "nobody") return { allow: false, code: "signed_out" };
  const price = PRICES[String(call.input?.["product_code"])];
  return { allow: "now", owner, ...(call.basket && { order: call.basket }), ...(price && { set: price }) };
}

export async function openRig(options: Partial<HookOptions> = {}): Promise<Rig> {
  const sandbox = await sandboxOfThisFile();
  ahead = 0;
  sandbox.reset();
  const folder = mkdtempSync(path.join(tmpdir(), "kasir-hook-"));
  const file = path.join(folder, "ledger.sqlite");
  const log: LogEntry[] = [];
  const asked: AuthorizeCall[] = [];
  const hooks: Hook[] = [];
  const another = (more: Partial<HookOptions> = {}): Hook => {
    const merged: HookOptions = {
      providers: { klikoo: { ...sandbox.klikoo, history: "by_reference" }, netzme: sandbox.netzme },
      ledger: sqliteLedger(file),
      reconcileEvery: 0,
      clock,
      log: (entry) => log.push(entry),
      authorize: shopkeeper,
      ...options,
      ...more,
    };
    const { authorize } = merged;
    const hook = createHook({ ...merged, authorize: (call) => (asked.push(call), authorize(call)) });
    hooks.push(hook);
    return hook;
  };
  const hook = another();
  const call = async (target: Hook, route: string, init: RequestInit): Promise<Reply> => {
    const response = await target.fetch(new Request(`${SHOP}/kasir${route}`, init), { address: "192.0.2.1" });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply["body"] };
  };
  return {
    sandbox, hook, file, log, asked, clock, another,
    forward: (ms) => void (ahead += ms),
    post: (input, extra = {}) =>
      call(extra.hook ?? hook, extra.route ?? "/intents", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": extra.reference ?? randomUUID(), Origin: SHOP, ...extra.headers },
        body: JSON.stringify({
          operation: extra.operation ?? "klikoo.product_buy", input, basket: extra.basket ?? randomUUID(), ...(extra.expect && { expect: extra.expect }),
        }),
      }),
    get: (reference, headers = {}) => call(hook, `/intents/${reference}`, { headers }),
    cancel: (reference, headers = {}) => call(hook, `/intents/${reference}`, { method: "DELETE", headers: { Origin: SHOP, ...headers } }),
    async close() {
      await Promise.all(hooks.map((each) => each.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The ledger with some of its methods replaced; its own are bound, for their fields are private to the class. */
export function ledgerWith(ledger: Ledger, changed: Partial<Ledger>): Ledger {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(ledger)).filter((name) => name !== "constructor");
  const bound = Object.fromEntries(names.map((name) => [name, (ledger as unknown as Record<string, Function>)[name]!.bind(ledger)]));
  return { ...(bound as unknown as Ledger), ...changed };
}

/** A top-up to a number whose last six digits tell the sandbox what to do. */
export function topUp(lastSix = "567890", product = "S10"): { product_code: string; value: string } {
  return { product_code: product, value: `081234${lastSix}` };
}

/** How often the provider bought under this reference. */
export function bought(rig: Rig, reference: string): number {
  return rig.sandbox.counts().purchasesPerReference[reference] ?? 0;
}

/** How often the provider saw this reference, refusals and history searches not counted. */
export function seen(rig: Rig, reference: string): number {
  return rig.sandbox.counts().requestsPerReference[reference] ?? 0;
}
