/**
 * Netzme's envelope. `requestId` is a new id each time: on the printed page it is not that of the request.
 *
 * Source: "Product Percentage", https://apidocs-ppob.netzme.id
 */

import { randomUUID } from "node:crypto";
import type { Answer } from "../answer.ts";
import type { SandboxSettings } from "../options.ts";

export interface EnvelopePayload {
  key: "data" | "body";
  content: Record<string, unknown>;
}

export interface NetzmeAnswerParts {
  type: string;
  status: number;
  statusMessage: string;
  payload?: EnvelopePayload;
  invented?: boolean;
}

/** 100 and 200 are both printed as success. */
function httpOf(settings: SandboxSettings, status: number): number {
  return settings.netzmeHttp === "always_200" || status < 200 ? 200 : status;
}

export function netzmeEnvelope(settings: SandboxSettings, parts: NetzmeAnswerParts): Answer {
  const { type, status, statusMessage, payload, invented } = parts;
  const envelope = { requestId: randomUUID(), type, status, statusMessage, ...(payload === undefined ? {} : { [payload.key]: payload.content }) };
  return {
    http: httpOf(settings, status),
    code: `${type} ${status}`,
    body: JSON.stringify(envelope),
    ...(invented === true ? { invented } : {}),
  };
}

/** The one authentication failure that a page prints. */
export function signatureFailure(settings: SandboxSettings): Answer {
  return netzmeEnvelope(settings, {
    type: "AUTH",
    status: 401,
    statusMessage: "Failed verify transaction signature, please make sure your request",
  });
}

/** A failure whose envelope is printed but whose words are the sandbox's own. */
export function inventedFailure(settings: SandboxSettings, type: string, status: 400 | 401, statusMessage: string): Answer {
  return netzmeEnvelope(settings, { type, status, statusMessage, invented: true });
}
