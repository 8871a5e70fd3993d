/** What a shop sets, checked once when the hook is made: a shop that starts is a shop that is set up. */
import { createPrivateKey, type KeyObject } from "node:crypto";
import type { AuthorizeCall, Decision } from "./authorize.ts";
import { KasirError } from "./fault.ts";
import type { Ledger } from "./ledgers/ledger.ts";
import { limitSettings, type LimitOptions, type LimitSettings } from "./limits.ts";
import { defaultLog, guardedLog, type Log } from "./log.ts";
import { readSealKey } from "./seal.ts";
import type { SettledPurchase } from "./settled_purchase.ts";
import { nodeTransport } from "./transports/node.ts";
import type { Transport } from "./transports/transport.ts";

export interface KlikooOptions {
  /** Everything before `/v1/open-api/`. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** PKCS#8 as PEM, or its base64 without the PEM lines. */
  privateKey: string;
  /** The method in the string to sign; the provider's pages print both. Default `upper`. */
  methodCase?: "upper" | "lower";
  /** Put before the path in the string to sign only; default empty. */
  signedPathPrefix?: string;
  /** Whether the query is part of the signed path; no page says. Default false. */
  signQuery?: boolean;
  /** How the body escapes `<`, `>`, `&`; default `go`. */
  escapes?: "go" | "raw";
  /** Whether the transaction history can be searched for our reference; its page prints no item. Default `off`. */
  history?: "off" | "by_reference";
}

export interface NetzmeOptions {
  baseUrl: string;
  clientId: string;
  clientKey: string;
  clientKeyPattern: string;
  privateKey: string;
  /** The merchant ids that this shop may act for. */
  merchants: string[];
  /** Default true, as the page prints it. */
  separatorBeforePath?: boolean;
  /** Whether the query is part of the signed path; default true, as the page's path table prints it. */
  signQuery?: boolean;
}

export interface HookOptions {
  /** Where the routes hang; default `/kasir`. */
  basePath?: string;
  providers: { klikoo?: KlikooOptions; netzme?: NetzmeOptions };
  authorize(call: AuthorizeCall): Decision | Promise<Decision>;
  ledger: Ledger;
  transport?: Transport;
  /** Origins of pages that may call from another origin than the hook's own; never `*`. */
  allowedOrigins?: string[];
  /** Called after a purchase settled: once in a living process, again after a crash or when it threw. */
  onSettled?(purchase: SettledPurchase): void | Promise<void>;
  /** 32 bytes, or their base64 or hex; `previous` keys still open what they sealed. */
  seal?: { key: Uint8Array | string; previous?: (Uint8Array | string)[] };
  limits?: LimitOptions;
  timeouts?: { connectMs?: number; totalMs?: number; authorizeMs?: number };
  /** When a row is looked up: at most once per gap, a person is called after `attentionMs`, machines stop after `windowMs`. */
  lookups?: { gapMs?: number; attentionMs?: number; windowMs?: number };
  /** Days that a settled purchase's receipt is kept; default 7. */
  receiptDays?: number;
  /** Days that a settled row is kept; default and least 400. */
  rowDays?: number;
  /** Hours that an accepted purchase waits for its payment; default 24. */
  acceptedHours?: number;
  /** Milliseconds between two rounds of the reconciler; 0 switches the timer off. Default 15000. */
  reconcileEvery?: number;
  clock?: () => number;
  log?: Log;
}

export interface Settings {
  basePath: string;
  klikoo: Required<Omit<KlikooOptions, "privateKey">> & { privateKey: KeyObject } | null;
  netzme: Required<Omit<NetzmeOptions, "privateKey">> & { privateKey: KeyObject } | null;
  authorize: HookOptions["authorize"];
  ledger: Ledger;
  transport: Transport;
  allowedOrigins: string[];
  onSettled: ((purchase: SettledPurchase) => void | Promise<void>) | null;
  sealKeys: Uint8Array[] | null;
  limits: LimitSettings;
  timeouts: { connectMs: number; totalMs: number; authorizeMs: number };
  lookups: { gapMs: number; attentionMs: number; windowMs: number };
  receiptDays: number;
  rowDays: number;
  acceptedHours: number;
  reconcileEvery: number;
  clock: () => number;
  log: Log;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LEAST_ROW_DAYS = 400;
const KNOWN = [
  "basePath", "providers", "authorize", "ledger", "transport", "allowedOrigins", "onSettled", "seal", "limits", "timeouts",
  "lookups", "receiptDays", "rowDays", "acceptedHours", "reconcileEvery", "clock", "log",
];

export function readOptions(options: HookOptions): Settings {
  known(options, KNOWN, "createHook");
  const { providers, authorize, ledger, onSettled, seal } = options;
  if (typeof authorize !== "function") throw missing("authorize", "a function that says who may buy what at which price");
  if (typeof ledger?.claim !== "function") throw missing("ledger", "sqliteLedger(path) of kasir-hook/sqlite, or one of your own");
  if (onSettled !== undefined && typeof onSettled !== "function") throw invalid("onSettled", "a function");
  known(providers ?? {}, ["klikoo", "netzme"], "providers");
  if (!providers?.klikoo && !providers?.netzme) throw missing("providers", "at least one of klikoo and netzme");
  return {
    basePath: basePath(options.basePath),
    klikoo: providers.klikoo ? klikooSettings(providers.klikoo) : null,
    netzme: providers.netzme ? netzmeSettings(providers.netzme) : null,
    authorize: (call) => authorize.call(options, call),
    ledger,
    transport: options.transport ?? nodeTransport(),
    allowedOrigins: (options.allowedOrigins ?? []).map(origin),
    onSettled: onSettled ? (purchase) => onSettled.call(options, purchase) : null,
    sealKeys: seal ? [seal.key, ...(seal.previous ?? [])].map(readSealKey) : null,
    limits: limitSettings(options.limits),
    timeouts: numbers("timeouts", { connectMs: 3000, totalMs: 30_000, authorizeMs: 5000 }, options.timeouts),
    lookups: numbers("lookups", { gapMs: 5000, attentionMs: 15 * MINUTE, windowMs: 72 * HOUR }, options.lookups),
    ...numbers("createHook", { receiptDays: 7, acceptedHours: 24, reconcileEvery: 15_000 }, pick(options)),
    rowDays: rowDays(options.rowDays),
    clock: options.clock ?? Date.now,
    log: guardedLog(options.log ?? defaultLog),
  };
}

function pick({ receiptDays, acceptedHours, reconcileEvery }: HookOptions): Partial<Record<string, number>> {
  return { receiptDays, acceptedHours, reconcileEvery };
}

function klikooSettings(given: KlikooOptions): NonNullable<Settings["klikoo"]> {
  const where = "providers.klikoo";
  known(given, ["baseUrl", "clientId", "clientSecret", "privateKey", "methodCase", "signedPathPrefix", "signQuery", "escapes", "history"], where);
  return {
    baseUrl: baseUrl(given.baseUrl, where),
    clientId: text(given.clientId, `${where}.clientId`),
    clientSecret: text(given.clientSecret, `${where}.clientSecret`),
    privateKey: privateKey(given.privateKey, where),
    methodCase: oneOf(given.methodCase, ["upper", "lower"], `${where}.methodCase`),
    signedPathPrefix: given.signedPathPrefix ?? "",
    signQuery: given.signQuery ?? false,
    escapes: oneOf(given.escapes, ["go", "raw"], `${where}.escapes`),
    history: oneOf(given.history, ["off", "by_reference"], `${where}.history`),
  };
}

function netzmeSettings(given: NetzmeOptions): NonNullable<Settings["netzme"]> {
  const where = "providers.netzme";
  known(given, ["baseUrl", "clientId", "clientKey", "clientKeyPattern", "privateKey", "merchants", "separatorBeforePath", "signQuery"], where);
  if (!Array.isArray(given.merchants) || given.merchants.length === 0) throw missing(`${where}.merchants`, "the merchant ids of this shop");
  return {
    baseUrl: baseUrl(given.baseUrl, where),
    clientId: text(given.clientId, `${where}.clientId`),
    clientKey: text(given.clientKey, `${where}.clientKey`),
    clientKeyPattern: text(given.clientKeyPattern, `${where}.clientKeyPattern`),
    privateKey: privateKey(given.privateKey, where),
    merchants: given.merchants.map((id, index) => text(id, `${where}.merchants[${index}]`)),
    separatorBeforePath: given.separatorBeforePath ?? true,
    signQuery: given.signQuery ?? true,
  };
}

function known(given: object, names: readonly string[], where: string): void {
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new KasirError("ERR_OPTION_UNKNOWN", `${where} has no option "${name}"`);
  }
}

function basePath(given = "/kasir"): string {
  if (!/^(\/[\w.~-]+)*$/.test(given)) throw invalid("basePath", "a path such as /kasir, without a slash at its end");
  return given;
}

function origin(given: string): string {
  if (URL.canParse(given) && new URL(given).origin === given) return given;
  throw invalid("allowedOrigins", "origins such as https://shop.example, without a path, never *");
}

/** Secrets and purchases travel there: plain http is for this machine only. */
function baseUrl(given: string, where: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const here = url !== null && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url === null || (url.protocol !== "https:" && !(here && url.protocol === "http:")) || url.search || url.hash || url.username) {
    throw invalid(`${where}.baseUrl`, "an https address without query, and without name and password");
  }
  return url.href.replace(/\/+$/, "");
}

function privateKey(given: string, where: string): KeyObject {
  const pem = text(given, `${where}.privateKey`);
  try {
    const key = pem.includes("-----BEGIN")
      ? createPrivateKey(pem)
      : createPrivateKey({ key: Buffer.from(pem, "base64"), format: "der", type: "pkcs8" });
    if (key.asymmetricKeyType === "rsa") return key;
  } catch {
    // The cause may quote the key: it stays here.
  }
  throw new KasirError("ERR_KEY_UNREADABLE", `${where}.privateKey is no RSA private key in PKCS#8`);
}

function text(given: unknown, name: string): string {
  if (typeof given !== "string" || given === "") throw missing(name, "a text that is not empty");
  return given;
}

function oneOf<T extends string>(given: T | undefined, choices: readonly [T, ...T[]], name: string): T {
  if (given === undefined) return choices[0];
  if (!choices.includes(given)) throw invalid(name, choices.join(" or "));
  return given;
}

function numbers<T extends Record<string, number>>(where: string, defaults: T, given: Partial<Record<string, number>> = {}): T {
  known(given, Object.keys(defaults), where);
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name, value] of set) {
    if (!Number.isSafeInteger(value) || (value as number) < 0) throw invalid(`${where}.${name}`, "a whole number");
  }
  return { ...defaults, ...Object.fromEntries(set) };
}

function rowDays(given = LEAST_ROW_DAYS): number {
  if (Number.isSafeInteger(given) && given >= LEAST_ROW_DAYS) return given;
  throw invalid("rowDays", `at least ${LEAST_ROW_DAYS}: a forgotten row is a purchase that can be made again`);
}

function missing(name: string, what: string): KasirError {
  return new KasirError("ERR_OPTION_MISSING", `${name} is required: ${what}`);
}

function invalid(name: string, what: string): KasirError {
  return new KasirError("ERR_OPTION_INVALID", `${name} must be ${what}`);
}
