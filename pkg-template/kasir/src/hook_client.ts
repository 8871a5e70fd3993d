/** The page's calls to the hook; none of them throws. */
import type { ProblemCode, PurchaseState } from "./generated.ts";
import type { BuyerAnswer, Issue } from "./types.ts";

export interface Row {
  reference: string;
  state: PurchaseState;
  answer: BuyerAnswer | null;
  receipt: Record<string, string> | null;
}

export interface ProblemDetails {
  code: ProblemCode;
  issues: Issue[] | undefined;
  params: Record<string, string | number | string[]> | undefined;
  price: string | undefined;
  state: PurchaseState | undefined;
}

/** A row or a problem; neither where the hook could not be reached. */
export interface Reply {
  row?: Row;
  /** How long the hook asks to be left alone, in milliseconds. */
  retryAfter?: number;
  problem?: ProblemDetails;
}

export interface HookSettings {
  /** Where the hook's routes hang, `/kasir`. */
  hook: string | URL;
  /** Instead of the page's own. */
  fetch?: typeof fetch | undefined;
  /** Headers of the merchant's own, such as a CSRF token; asked for before each call. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

export type Call = (method: string, path: string, body?: object, more?: Record<string, string>, signal?: AbortSignal) => Promise<Reply>;

/** A hook that says nothing for this long is asked for its row instead. */
const PATIENCE_MS = 40_000;

export function hookClient({ hook, fetch: own, headers }: HookSettings): Call {
  return async (method, path, body, more, signal) => {
    const base = String(hook).replace(/\/$/, "");
    try {
      const asked = new Headers(typeof headers === "function" ? await headers() : headers);
      for (const [name, value] of Object.entries(more ?? {})) asked.set(name, value);
      if (body) asked.set("content-type", "application/json");
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const response = await (own ?? globalThis.fetch)(base + path, {
        method,
        headers: asked,
        body: body ? JSON.stringify(body) : null,
        credentials: "same-origin",
        cache: "no-store",
        redirect: "error",
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
      return await read(response);
    } catch {
      return {};
    }
  };
}

/** Whatever is not of the hook's making, such as the error page of a gateway, is no answer. */
async function read(response: Response): Promise<Reply> {
  const { ok, headers } = response;
  const { code, state, reference, answer, receipt, price, params, issues } = ((await response.json()) ?? {}) as Partial<Row & ProblemDetails>;
  if (ok) {
    if (!isText(state) || !isText(reference)) return {};
    const row = { reference, state, answer: typeof answer === "object" ? answer : null, receipt: texts(receipt) };
    return { row, retryAfter: Number(headers.get("retry-after")) * 1000 || 0 };
  }
  if (!headers.get("content-type")?.startsWith("application/problem+json") || !isText(code)) return {};
  return {
    problem: {
      code, params,
      state: isText(state) ? state : undefined,
      price: isText(price) ? price : undefined,
      issues: Array.isArray(issues) ? issues : undefined,
    },
  };
}

/** What the ledger kept for a receipt is texts, and what else stands there is nobody's. */
const texts = (receipt: Row["receipt"] | undefined): Row["receipt"] =>
  receipt ? Object.fromEntries(Object.entries(receipt).filter(([, text]) => isText(text))) : null;

const isText = <Text extends string>(value: Text | undefined): value is Text => typeof value === "string";
