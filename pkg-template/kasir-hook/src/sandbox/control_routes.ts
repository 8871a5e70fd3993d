/** The controls over HTTP, for tests that run in another process: `/_sandbox/…`, JSON in and out. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { SandboxControls } from "./controls.ts";
import type { Fault } from "./faults.ts";
import { jsonObject } from "./provider_request.ts";
import { readBody, splitUrl } from "./provider_server.ts";

export const CONTROL_ROOT = "/_sandbox/";

type Input = Record<string, unknown>;

const ROUTES: Readonly<Record<string, (controls: SandboxControls, input: Input) => unknown>> = {
  "GET counts": (controls) => controls.counts(),
  "GET log": (controls) => controls.log,
  "GET transactions": (controls) => controls.transactions(),
  "GET balance": (controls) => ({ balance: controls.balance() }),
  "POST balance": (controls, input) => {
    if (!Number.isSafeInteger(input["balance"])) throw new TypeError("balance is a whole number of rupiah");
    controls.setBalance(Number(input["balance"]));
    return {};
  },
  "POST fault": (controls, input) => {
    controls.fault(input as unknown as Fault);
    return {};
  },
  "DELETE fault": (controls) => {
    controls.clearFaults();
    return {};
  },
  "POST settle": (controls, input) => {
    const { reference, transactionId, status, sn, reason } = input;
    const details = { ...(typeof sn === "string" ? { sn } : {}), ...(typeof reason === "string" ? { reason } : {}) };
    return { settled: controls.settle(String(reference ?? transactionId), status as "SUCCESS", details) };
  },
  "POST references": (controls, input) => {
    controls.forgetReferences(input["forget"] !== false);
    return {};
  },
  "POST reset": (controls) => {
    controls.reset();
    return {};
  },
};

function reply(outgoing: ServerResponse, http: number, content: unknown): void {
  const body = JSON.stringify(content);
  outgoing.writeHead(http, { "Content-Type": "application/json", "Cache-Control": "no-store", "Content-Length": Buffer.byteLength(body) });
  outgoing.end(body);
}

/** A page of another site cannot send JSON here without a preflight, and gets none. */
function mayChange(incoming: IncomingMessage): boolean {
  return incoming.method === "GET" || (incoming.headers["content-type"] ?? "").startsWith("application/json");
}

export async function serveControls(controls: SandboxControls, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const name = `${incoming.method} ${splitUrl(incoming).pathname.slice(CONTROL_ROOT.length)}`;
  const body = await readBody(incoming);
  if (body === null) return;
  if (!Object.hasOwn(ROUTES, name)) return reply(outgoing, 404, { error: `no control ${name}` });
  const input = body.length === 0 ? {} : jsonObject(body);
  if (input === null || !mayChange(incoming)) return reply(outgoing, 400, { error: "send a JSON object as application/json" });
  try {
    reply(outgoing, 200, ROUTES[name]?.(controls, input) ?? {});
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    reply(outgoing, 400, { error: error.message });
  }
}
