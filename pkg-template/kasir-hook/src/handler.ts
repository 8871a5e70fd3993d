/** The routes: checks of the request, the call, the answer. No route decides anything about a purchase. */
import { Hono, type Context } from "hono";
import { cors } from "hono/cors";
import { authorize, type AuthorizeCall } from "./authorize.ts";
import { cancelIntent, intentStatus } from "./intent_status.ts";
import { codeOf } from "./log.ts";
import type { Settings } from "./options.ts";
import type { Parts } from "./parts.ts";
import { problemResponse, type Problem, type ProblemCode } from "./problem.ts";
import { purchase, type Ask } from "./purchase.ts";
import { query } from "./query.ts";
import { isJson, language, originProblem, readReference, readText } from "./request_checks.ts";
import { intentReply, retryAfter } from "./row_reply.ts";
import type { Row } from "./ledgers/ledger.ts";

export interface FetchContext {
  /** The caller's address, from the socket or from a proxy that the merchant trusts. */
  address?: string | undefined;
}

type Env = { Bindings: FetchContext };
type Answer = Response | { problem: Problem };
const THROWN: { readonly [code: string]: ProblemCode } = {
  ERR_LEDGER_UNAVAILABLE: "ledger.unavailable",
  ERR_PROVIDER_UNAVAILABLE: "provider.unavailable",
};

export function createHandler(settings: Settings, ready: () => Promise<Parts>): Hono<Env> {
  const app = new Hono<Env>().basePath(settings.basePath);
  if (settings.allowedOrigins.length > 0) app.use("*", corsFor(settings.allowedOrigins));
  const route = (run: (parts: Parts, context: Context<Env>) => Promise<Answer>) => (context: Context<Env>) =>
    answered(settings, ready, context, run);
  const methods = (allow: string) => route(async () => ({ problem: { code: "method.not_allowed", allow } }));
  app.post("/intents", route(postIntent)).all(methods("POST"));
  app.get("/intents/:reference", route(getIntent)).delete(route(deleteIntent)).all(methods("GET, DELETE"));
  app.post("/queries", route(postQuery)).all(methods("POST"));
  app.notFound(route(async () => ({ problem: { code: "route.unknown" } })));
  return app;
}

function corsFor(origin: string[]): ReturnType<typeof cors> {
  return cors({
    origin, credentials: true, allowMethods: ["GET", "POST", "DELETE"], allowHeaders: ["Content-Type", "Idempotency-Key"],
    exposeHeaders: ["Retry-After", "Idempotent-Replayed"],
  });
}

async function answered(
  settings: Settings,
  ready: () => Promise<Parts>,
  context: Context<Env>,
  run: (parts: Parts, context: Context<Env>) => Promise<Answer>,
): Promise<Response> {
  const request = context.req.raw;
  let parts: Parts | null = null;
  let answer: Answer;
  try {
    parts = await ready();
    answer = (await refusedAtTheDoor(parts, request, context.env?.address)) ?? (await run(parts, context));
  } catch (cause) {
    // Whatever comes after a commit `sent` never throws: what arrives here was not sent.
    settings.log({ level: "error", event: "call.failed", code: codeOf(cause) }, cause);
    answer = { problem: { code: THROWN[codeOf(cause)] ?? "provider.unavailable", retryAfter: 5 } };
  }
  if (answer instanceof Response) return answer;
  return problemResponse(answer.problem, parts?.core ?? null, language(request));
}

async function refusedAtTheDoor(parts: Parts, request: Request, address: string | undefined): Promise<{ problem: Problem } | null> {
  const wait = await parts.limits.spend("address", address);
  if (wait !== null) return { problem: { code: "rate.limited", retryAfter: wait } };
  const reading = request.method === "GET" || request.method === "HEAD";
  const problem = reading ? null : originProblem(request, parts.settings.allowedOrigins);
  return problem && { problem };
}

async function postIntent(parts: Parts, context: Context<Env>): Promise<Answer> {
  const request = context.req.raw;
  if (!isJson(request)) return { problem: { code: "media.unsupported" } };
  const read = readReference(request.headers.get("idempotency-key"));
  if ("problem" in read) return read;
  const text = await readText(request);
  if (text === null) return { problem: { code: "input.too_large" } };
  const result = await purchase(parts, { reference: read.reference, text, language: language(request) }, askFor(parts, context));
  if ("problem" in result) return result;
  return rowResponse(parts, result.row, result.replayed);
}

async function getIntent(parts: Parts, context: Context<Env>): Promise<Answer> {
  const known = await callerOf(parts, context);
  if ("problem" in known) return known;
  const status = await intentStatus(parts, known.reference, known.owner);
  return "problem" in status ? status : rowResponse(parts, status.row, false);
}

async function deleteIntent(parts: Parts, context: Context<Env>): Promise<Answer> {
  const known = await callerOf(parts, context);
  if ("problem" in known) return known;
  const cancelled = await cancelIntent(parts, known.reference, known.owner);
  return "problem" in cancelled ? cancelled : json({ reference: known.reference, state: cancelled.row.state }, 200);
}

async function postQuery(parts: Parts, context: Context<Env>): Promise<Answer> {
  const request = context.req.raw;
  if (!isJson(request)) return { problem: { code: "media.unsupported" } };
  const text = await readText(request);
  if (text === null) return { problem: { code: "input.too_large" } };
  const result = await query(parts, { text, language: language(request) }, askFor(parts, context));
  return "problem" in result ? result : json(result.reply, 200);
}

async function callerOf(parts: Parts, context: Context<Env>): Promise<{ reference: string; owner: string } | { problem: Problem }> {
  const read = readReference(context.req.param("reference"));
  if ("problem" in read) return read;
  const caller = await authorize(parts, { ...about(context), action: "status", reference: read.reference });
  return "problem" in caller ? caller : { reference: read.reference, owner: caller.owner };
}

function askFor(parts: Parts, context: Context<Env>): Ask {
  return (question) => authorize(parts, { ...about(context), ...question } as AuthorizeCall);
}

function about(context: Context<Env>): Pick<AuthorizeCall, "headers" | "url" | "address"> {
  return { headers: context.req.raw.headers, url: context.req.raw.url, address: context.env?.address };
}

function rowResponse(parts: Parts, row: Row, replayed: boolean): Response {
  const seconds = retryAfter(row.state);
  const waiting = seconds !== undefined || row.state === "accepted";
  return json(intentReply(parts, row), waiting ? 202 : 200, {
    ...(seconds !== undefined && { "Retry-After": String(seconds) }),
    ...(replayed && { "Idempotent-Replayed": "true" }),
  });
}

function json(body: unknown, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", ...headers },
  });
}
