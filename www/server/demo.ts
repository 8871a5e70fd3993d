// The whole demo in one process: pages, the shop's API, the hook with its ledger, and the providers' sandbox.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createHook, type Hook } from "kasir-hook";
import { nodeHandler } from "kasir-hook/node";
import { createSandbox, type Sandbox, type SandboxOptions } from "kasir-hook/sandbox";
import { sqliteLedger } from "kasir-hook/sqlite";
import { createAuthorize } from "./authorize.ts";
import { servePage } from "./pages.ts";
import { createPrices, type Prices } from "./prices.ts";
import { createSessions } from "./session.ts";
import { createShop } from "./shop.ts";

export interface DemoOptions {
  /** 0 takes a free port. */
  port: number;
  /** Where the ledger's file and the key of the shop's cookies lie. */
  folder: string;
  sandbox?: SandboxOptions;
  /** How long the hook waits for a provider, milliseconds. */
  providerMs?: number;
  /** How long a ledger write waits for another process, milliseconds. */
  ledgerMs?: number;
  /** How often an open purchase is looked up, milliseconds. */
  lookUpMs?: number;
}

export interface Demo {
  url: string;
  sandbox: Sandbox;
  prices: Prices;
  hook: Hook;
  ledgerPath: string;
  close(): Promise<void>;
}

/** What the sandbox sells is what the shop sells, at the shop's own buy prices. */
function sandboxGoods(prices: Prices): SandboxOptions["products"] {
  const family = { topup: "pulsa", wallet: "wallet", electricity: "pln_prepaid" } as const;
  const digital = prices.products.map(({ code, label, brand, aisle, buy }) => ({
    code,
    name: label,
    family: brand === "Maxim" ? ("driver" as const) : family[aisle],
    price: buy,
  }));
  const { product_code, name, buy } = prices.attraction;
  return [
    ...digital,
    { code: product_code, name: name.en, family: "attraction" as const, price: buy },
    { code: "BUS", name: "Bus", family: "bus" as const, price: 61_379 },
  ];
}

function mounted(hook: Hook, answer: (request: Request) => Promise<Response>): RequestListener {
  const mount = nodeHandler(hook);
  const rest = getRequestListener(answer, { overrideGlobalObjects: false });
  return (request, response) => mount(request, response, () => void rest(request, response));
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Kept beside the ledger, so that a buyer's cookie still opens his purchases after a restart. */
function cookieKey(path: string): Buffer {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return readFileSync(path);
}

export async function openDemo(options: DemoOptions): Promise<Demo> {
  mkdirSync(options.folder, { recursive: true });
  const prices = createPrices(new Date());
  const sandbox = await createSandbox({ products: sandboxGoods(prices), balance: 48_273_619, ...options.sandbox });
  const sessions = createSessions({ key: cookieKey(join(options.folder, "cookie.key")) });
  const ledgerPath = join(options.folder, "ledger.sqlite");
  const lookUpMs = options.lookUpMs ?? 2_000;
  const hook = createHook({
    providers: { klikoo: { ...sandbox.klikoo, history: "by_reference" }, netzme: sandbox.netzme },
    authorize: createAuthorize(sessions, prices, sandbox.netzme.merchants[0] ?? ""),
    ledger: sqliteLedger(ledgerPath, { patienceMs: options.ledgerMs ?? 5_000 }),
    timeouts: { totalMs: options.providerMs ?? 30_000 },
    lookups: { gapMs: lookUpMs },
    reconcileEvery: lookUpMs,
  });

  async function stateOf(reference: string, cookie: string): Promise<string | null> {
    const response = await hook.fetch(new Request(`http://127.0.0.1/kasir/intents/${reference}`, { headers: { cookie } }));
    const { state } = (await response.json()) as { state?: string };
    return response.ok ? (state ?? null) : null;
  }

  const shop = createShop(sessions, prices, stateOf);

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/shop/")) return shop.fetch(request);
    const { cookie } = pathname.includes(".") ? { cookie: null } : sessions.open(request.headers);
    return (await servePage(request, cookie)) ?? new Response("Not found", { status: 404 });
  }

  const server = createServer(mounted(hook, answer));
  const url = await listen(server, options.port);
  return {
    url,
    sandbox,
    prices,
    hook,
    ledgerPath,
    async close() {
      await stop(server);
      await hook.close();
      await sandbox.close();
    },
  };
}
