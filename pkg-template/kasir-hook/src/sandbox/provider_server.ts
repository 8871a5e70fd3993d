/** One provider request over HTTP: fault dials, the provider's answer, and the way it is delivered. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import type { ActiveFault } from "./faults.ts";
import { type ProviderRequest, jsonObject } from "./provider_request.ts";
import { type Provider, providerOf } from "./providers.ts";
import { type Delivery, spoiled } from "./spoil.ts";
import type { SandboxState } from "./state.ts";

const MAX_BODY_BYTES = 1_048_576;

export async function serveProvider(state: SandboxState, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { pathname, query } = splitUrl(incoming);
  const target = providerOf(pathname, state.settings.prefix);
  if (target === null) return send(outgoing, { http: 404, body: "not a provider's path", contentType: "text/plain", invented: true });
  const { provider, path } = target;
  const method = incoming.method ?? "GET";
  const fault = state.books.faults.take(path);
  if (fault?.kind === "down") {
    state.books.counts.unread(path);
    log(state, { method, path }, null, "down");
    incoming.socket.resetAndDestroy();
    return;
  }
  const body = await readBody(incoming);
  if (body === null) return;
  const request = { method, path, query, headers: incoming.headers, body };
  await deliver(outgoing, work(state, provider, request, fault));
}

export function splitUrl(incoming: IncomingMessage): { pathname: string; query: string } {
  const url = incoming.url ?? "/";
  const at = url.indexOf("?");
  return at < 0 ? { pathname: url, query: "" } : { pathname: url.slice(0, at), query: url.slice(at) };
}

/** `null` where the client went away or sent more than any body of these providers. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function work(state: SandboxState, provider: Provider, request: ProviderRequest, fault: ActiveFault | null): Delivery {
  const { books } = state;
  books.transactions.settleDue();
  books.counts.request(request.path, referenceOf(request));
  const answer = answerOf(state, provider, request, fault);
  const spoil = fault !== null && fault.kind !== "down" && fault.kind !== "refuse_token" ? fault.kind : answer.spoil;
  log(state, request, answer, fault?.kind ?? answer.spoil ?? null);
  if (answer.code !== undefined) books.counts.answered(answer.code);
  if (spoil === undefined) return { how: "send", answer };
  return spoiled(spoil, answer, provider.internalError(state, request.path), fault?.ms ?? state.settings.slowMs);
}

function answerOf(state: SandboxState, provider: Provider, request: ProviderRequest, fault: ActiveFault | null): Answer {
  if (fault?.kind === "refuse_token") return provider.refuseToken(state, request);
  const reaches = fault === null || fault.accepted;
  return reaches ? provider.answer(state, request) : { http: 500, body: "" };
}

function referenceOf(request: ProviderRequest): string | null {
  const input = jsonObject(request.body);
  const reference = input?.["partner_reference_id"] ?? input?.["partner_reference_no"];
  return typeof reference === "string" ? reference : null;
}

function log(state: SandboxState, request: Pick<ProviderRequest, "method" | "path"> & { body?: Buffer }, answer: Answer | null, fault: string | null): void {
  state.books.log.add({
    at: new Date(state.clock.now()).toISOString(),
    method: request.method,
    path: request.path,
    http: answer?.http ?? null,
    code: answer?.code ?? null,
    reference: request.body === undefined ? null : referenceOf(request as ProviderRequest),
    transactionId: answer?.transactionId ?? null,
    fault,
    invented: answer?.invented ?? false,
  });
}

async function deliver(outgoing: ServerResponse, delivery: Delivery): Promise<void> {
  switch (delivery.how) {
    case "drop":
      outgoing.socket?.destroy();
      return;
    case "wait":
      await wait(delivery.ms, undefined, { ref: false });
      return send(outgoing, delivery.answer);
    case "send_half":
      return sendHalf(outgoing, delivery.answer);
    case "send":
      return send(outgoing, delivery.answer);
  }
}

function head(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.http, {
    "Content-Type": answer.contentType ?? "application/json",
    "Content-Length": Buffer.byteLength(answer.body),
    ...(answer.location === undefined ? {} : { Location: answer.location }),
    ...(answer.invented === true ? { "X-Kasir-Sandbox": "invented" } : {}),
  });
}

function send(outgoing: ServerResponse, answer: Answer): void {
  if (outgoing.destroyed) return;
  head(outgoing, answer);
  outgoing.end(answer.body);
}

function sendHalf(outgoing: ServerResponse, answer: Answer): void {
  head(outgoing, answer);
  const half = Buffer.from(answer.body).subarray(0, Math.floor(Buffer.byteLength(answer.body) / 2));
  outgoing.write(half, () => outgoing.socket?.destroy());
}
