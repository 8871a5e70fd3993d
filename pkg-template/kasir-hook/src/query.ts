/** Operations that buy nothing: no ledger, no replay; every refusal of the provider is simply `failed`. */
import { randomUUID } from "node:crypto";
import type { BuyerAnswer, PreparedRequest, Verdict } from "./hook_core.ts";
import { KasirError } from "./fault.ts";
import { finalRequest } from "./final_request.ts";
import { codeOf } from "./log.ts";
import { openedCall, type CallText } from "./opened_call.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";
import type { Ask } from "./purchase.ts";
import { doubtsToken, providerNamed, type Provider } from "./providers.ts";
import { provesNothingSent } from "./transports/transport.ts";

export interface QueryReply {
  reference: string;
  operation: string;
  state: Verdict["state"];
  answer: BuyerAnswer;
}

export async function query(parts: Parts, call: CallText, ask: Ask): Promise<{ reply: QueryReply } | { problem: Problem }> {
  const opened = openedCall(parts, call, ["query", "setting"]);
  if ("problem" in opened) return opened;
  const { facts, input, basket } = opened;
  const reference = randomUUID();
  const action = facts.kind === "setting" ? "manage" : "query";
  const allowed = await ask({ action, operation: facts.id, input, basket, reference });
  if ("problem" in allowed) return allowed;
  if (facts.kind === "setting" && allowed.role !== "merchant") return { problem: { code: "forbidden" } };
  const wait = await parts.limits.spend("queries", allowed.owner);
  if (wait !== null) return { problem: { code: "rate.limited", retryAfter: wait } };

  const final = finalRequest(parts, opened, reference, allowed);
  if ("problem" in final) return final;
  const verdict = await asked(parts, final.request, providerNamed(parts.providers, facts.provider));
  return { reply: { reference, operation: facts.id, state: verdict.state, answer: verdict.answer } };
}

/** Asks once; once more with a new token when the gate refused the first, since asking buys nothing. */
async function asked(parts: Parts, request: PreparedRequest, provider: Provider): Promise<Verdict> {
  const first = await askedOnce(parts, request, provider);
  return first.gate === "token" ? askedOnce(parts, request, provider) : first;
}

async function askedOnce(parts: Parts, request: PreparedRequest, provider: Provider): Promise<Verdict> {
  const token = await provider.token(request);
  const started = parts.clock();
  let http: number | null = null;
  let body = "";
  try {
    ({ http, body } = await provider.send(request, token));
  } catch (cause) {
    parts.log({ level: "warn", event: "query.no_answer", operation: request.operation, code: codeOf(cause) }, cause);
    if (provesNothingSent(cause)) throw new KasirError("ERR_PROVIDER_UNAVAILABLE", "the query could not be sent", { cause });
  }
  const verdict = parts.core.judge(request.operation, http, body);
  if (doubtsToken(verdict)) provider.forget(request, token);
  const ms = parts.clock() - started;
  parts.log({ level: "info", event: "query.answered", operation: request.operation, http, state: verdict.state, code: verdict.provider.code, ms });
  return verdict;
}
