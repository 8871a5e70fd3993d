/** The page's calls to the hook, each ending in one of four ways; none of them throws. */
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
  issues?: Issue[];
  params?: Record<string, string | number | string[]> | undefined;
  price?: string;
  state?: PurchaseState;
}

export type Reply =
  | { kind: "row"; row: Row; retryAfter: number }
  | { kind: "problem"; problem: ProblemDetails }
  | { kind: "unreachable" };

export interface HookSettings {
  hook: string | URL;
  fetch?: typeof fetch;
  /** Headers of the merchant's own, such as a CSRF token; asked for before each call. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
}

export type Call = (method: string, path: string, body?: object, more?: Record<string, string>, signal?: AbortSignal) => Promise<Reply>;

const UNREACHABLE = { kind: "unreachable" } as const;

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
      return UNREACHABLE;
    }
  };
}

/** Whatever is not of the hook's making, such as the error page of a gateway, is no answer. */
async function read(response: Response): Promise<Reply> {
  const body = (await response.json()) as Partial<Row & ProblemDetails> | null;
  if (response.ok) {
    if (!isText(body?.state) || !isText(body.reference)) return UNREACHABLE;
    const { state, reference, answer, receipt } = body;
    const row = { reference, state, answer: typeof answer === "object" ? answer : null, receipt: receipt ?? null };
    return { kind: "row", row, retryAfter: Number(response.headers.get("retry-after")) * 1000 || 0 };
  }
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  if (!isProblem || !isText(body?.code)) return UNREACHABLE;
  const { code, state, price, params, issues } = body;
  return {
    kind: "problem",
    problem: {
      code, params,
      ...(isText(state) && { state }),
      ...(isText(price) && { price }),
      ...(Array.isArray(issues) && { issues }),
    },
  };
}

const isText = <Text extends string>(value: Text | undefined): value is Text => typeof value === "string";
