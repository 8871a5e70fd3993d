/** Options of `createSandbox`. Where the providers' pages leave a rule open, it is a setting here, never a guess. */

import type { HtmlEscapes } from "./go_text.ts";
import { PRODUCTS, type Product } from "./products.ts";

export interface SandboxOptions {
  /** 0, the default, takes a free port of 127.0.0.1. */
  port?: number;
  /** Put before Klikoo's paths in the URL and never signed; the docs show it for the IRS paths only. */
  prefix?: string;
  /** Milliseconds since 1970; default `Date.now`. */
  clock?: () => number;
  /** How long a purchase stays WAITING. */
  settleAfterMs?: number;
  /** Rupiah in the partner's wallet. */
  balance?: number;
  products?: readonly Product[];
  /** `expires_in` of Klikoo's token; documented default 900. */
  tokenLifeSeconds?: number;
  /** Lifetime of Netzme's token; no page states one. */
  netzmeTokenLifeSeconds?: number;
  /** How far `Open-Api-Timestamp` may be off; no page states it. */
  timestampWindowMs?: number;
  /** How long seats are held; no page states it. */
  holdMs?: number;
  /** Delay of slow answers. */
  slowMs?: number;
  /** The method in Klikoo's signed string: one page prints lower case, another upper case. */
  methodCase?: "upper" | "lower" | "either";
  /** Whether a query is part of Klikoo's signed path; no page states it. */
  signedQuery?: "without" | "with" | "either";
  /** How Klikoo encodes a body again before it hashes it: with HTML escapes, or without (`SetEscapeHTML(false)`). */
  escapes?: HtmlEscapes;
  /** The separator between ClientKey and path in Netzme's HMAC key: the page prints it, clients leave it out. */
  separatorBeforePath?: boolean;
  /** HTTP status of Netzme's answers: that of the envelope, or always 200; no page states it. */
  netzmeHttp?: "as_envelope" | "always_200";
}

export type SandboxSettings = Required<SandboxOptions>;

const DEFAULTS: SandboxSettings = {
  port: 0,
  prefix: "/klikoo-b2b",
  clock: Date.now,
  settleAfterMs: 1_500,
  balance: 1_000_000,
  products: PRODUCTS,
  tokenLifeSeconds: 900,
  netzmeTokenLifeSeconds: 3_600,
  timestampWindowMs: 300_000,
  holdMs: 10 * 60_000,
  slowMs: 5_000,
  methodCase: "upper",
  signedQuery: "either",
  escapes: "go",
  separatorBeforePath: true,
  netzmeHttp: "as_envelope",
};

export function settingsOf(options: SandboxOptions): SandboxSettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...(Object.fromEntries(given) as SandboxOptions) };
}
