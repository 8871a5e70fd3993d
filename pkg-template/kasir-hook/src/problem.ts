/** The hook's refusals: frozen codes, their HTTP status, and their form on the wire (RFC 9457). */
import type { HookCore, Issue, Language } from "./hook_core.ts";

const STATUS = {
  signed_out: 401,
  forbidden: 403,
  not_paid: 402,
  sold_out: 409,
  "order.taken": 409,
  "price.changed": 409,
  "intent.in_flight": 409,
  "intent.cancelled": 410,
  "intent.not_found": 404,
  "reference.missing": 400,
  "reference.malformed": 400,
  "reference.reused": 422,
  "input.invalid": 422,
  "input.too_large": 413,
  "media.unsupported": 415,
  "origin.forbidden": 403,
  "rate.limited": 429,
  "ledger.unavailable": 503,
  "authorize.unavailable": 503,
  "provider.unavailable": 503,
  "operation.unknown": 404,
  "method.not_allowed": 405,
  "route.unknown": 404,
} as const;

export type ProblemCode = keyof typeof STATUS;
export const PROBLEM_CODES = Object.keys(STATUS) as ProblemCode[];

/** A refusal: nothing was bought by this call. */
export interface Problem {
  code: ProblemCode;
  params?: Record<string, unknown>;
  issues?: Issue[];
  /** The state of the row that stands in the way. */
  state?: string;
  reference?: string;
  /** The price as the merchant has it now. */
  price?: string;
  /** Seconds until it makes sense to ask again. */
  retryAfter?: number;
  /** The methods that the route has. */
  allow?: string;
}

export function problemStatus(code: ProblemCode): number {
  return STATUS[code];
}

export function problemResponse(problem: Problem, core: HookCore | null, language: Language): Response {
  const { retryAfter, allow, code, ...rest } = problem;
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  if (allow !== undefined) headers.set("Allow", allow);
  const body = {
    type: "about:blank", title: core?.message(problem, language) ?? code, status: STATUS[code], code, ...rest,
  };
  return new Response(JSON.stringify(body), { status: STATUS[code], headers });
}
