/**
 * Both providers on 127.0.0.1, for tests and the demo: they verify every request with code of their own, keep a
 * wallet and the references they have seen, settle later, fail on demand, and count.
 *
 * Answers that no provider page shows carry the header `X-Kasir-Sandbox: invented`.
 */

import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClock } from "./clock.ts";
import { CONTROL_ROOT, serveControls } from "./control_routes.ts";
import { type SandboxControls, createControls } from "./controls.ts";
import { klikooCredentials, netzmeCredentials } from "./credentials.ts";
import { type SandboxOptions, settingsOf } from "./options.ts";
import { serveProvider } from "./provider_server.ts";
import { type SandboxState, newBooks } from "./state.ts";
import { Tokens } from "./tokens.ts";

export type { SandboxControls } from "./controls.ts";
export type { SandboxCounts } from "./counts.ts";
export type { Fault, FaultKind } from "./faults.ts";
export { MAGIC_DESTINATIONS } from "./magic_destinations.ts";
export type { SandboxOptions } from "./options.ts";
export { PRODUCTS, type Product } from "./products.ts";
export type { LogEntry } from "./request_log.ts";
export type { Transaction } from "./transactions.ts";

/** Provider options for `createHook`. */
export interface KlikooAccess {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  privateKey: string;
  methodCase?: "upper" | "lower";
  escapes?: "raw";
  signQuery?: true;
}

/** Provider options for `createHook`. */
export interface NetzmeAccess {
  baseUrl: string;
  clientId: string;
  clientKey: string;
  clientKeyPattern: string;
  privateKey: string;
  merchants: string[];
  separatorBeforePath?: boolean;
}

export interface Sandbox extends SandboxControls {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly klikoo: KlikooAccess;
  readonly netzme: NetzmeAccess;
  /** Closes the port, so that connections are refused; books and keys stay. */
  stop(): Promise<void>;
  /** Opens the same port again. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = settingsOf(options);
  const clock = createClock(settings.clock);
  const [klikoo, netzme] = await Promise.all([klikooCredentials(), netzmeCredentials()]);
  const state: SandboxState = {
    settings, clock, klikoo, netzme,
    klikooTokens: new Tokens(), netzmeTokens: new Tokens(), books: newBooks(settings, clock),
  };
  const controls = createControls(state);
  const server = serverOf(state, controls);
  await listen(server, settings.port);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const stop = (): Promise<void> => shut(server);
  const own = { url, klikoo: klikooAccess(state, url), netzme: netzmeAccess(state, url), stop, start: () => listen(server, port), close: stop };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(controls)) as Sandbox;
}

function serverOf(state: SandboxState, controls: SandboxControls): Server {
  return createServer((incoming, outgoing) => {
    const isControl = incoming.url?.startsWith(CONTROL_ROOT) === true;
    const served = isControl ? serveControls(controls, incoming, outgoing) : serveProvider(state, incoming, outgoing);
    served.catch((error: unknown) => {
      // A fault of the sandbox itself must fail the test that met it, not look like one of the provider's.
      process.emitWarning(error instanceof Error ? error : String(error));
      outgoing.destroy();
    });
  });
}

function klikooAccess(state: SandboxState, url: string): KlikooAccess {
  const { clientId, clientSecret, privateKey } = state.klikoo;
  const { methodCase, prefix, escapes, signedQuery } = state.settings;
  return {
    baseUrl: url + prefix, clientId, clientSecret, privateKey,
    ...(methodCase === "lower" ? { methodCase } : {}),
    ...(escapes === "raw" ? { escapes } : {}),
    ...(signedQuery === "with" ? { signQuery: true as const } : {}),
  };
}

function netzmeAccess(state: SandboxState, url: string): NetzmeAccess {
  const { clientId, clientKey, clientKeyPattern, privateKey, merchants } = state.netzme;
  const { separatorBeforePath } = state.settings;
  return { baseUrl: url, clientId, clientKey, clientKeyPattern, privateKey, merchants, ...(separatorBeforePath ? {} : { separatorBeforePath }) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function shut(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
