/**
 * The HMAC of every call with a token: key ClientId + P + ClientKey + P + path + P + inner signature, message the body
 * without white space, lower-case hex. The second P is printed by the page and left out by clients: a setting.
 *
 * Source: "Transaction Signature", https://apidocs-ppob.netzme.id
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Answer } from "../answer.ts";
import { minified } from "../body_readings.ts";
import { type ProviderRequest, header, isObject, jsonObject } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { inventedFailure, signatureFailure } from "./envelope.ts";

export function transactionSignatureFailure(state: SandboxState, request: ProviderRequest): Answer | null {
  const token = header(request, "x-authorization");
  const standing = state.netzmeTokens.standing(token, state.clock.now());
  if (standing === "expired") return inventedFailure(state.settings, "AUTH", 401, "Token expired");
  if (standing === "unknown") return signatureFailure(state.settings);
  const expected = Buffer.from(transactionSignature(state, request, innerSignature(token)));
  const given = Buffer.from(header(request, "x-signature"));
  const fits = given.length === expected.length && timingSafeEqual(given, expected);
  return fits ? null : signatureFailure(state.settings);
}

function innerSignature(token: string): string {
  const decoded = jsonObject(Buffer.from(token, "base64"));
  return isObject(decoded) && typeof decoded["signature"] === "string" ? decoded["signature"] : "";
}

function transactionSignature(state: SandboxState, request: ProviderRequest, inner: string): string {
  const { clientId, clientKey, clientKeyPattern: pattern } = state.netzme;
  const between = state.settings.separatorBeforePath ? pattern : "";
  const key = `${clientId}${pattern}${clientKey}${between}${request.path}${request.query}${pattern}${inner}`;
  return createHmac("sha256", key).update(minified(request.body)).digest("hex");
}
