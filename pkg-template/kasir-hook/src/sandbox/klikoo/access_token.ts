/**
 * POST /v1/open-api/access-token: RSA signature over `client_id|timestamp` in the header, the secret in the body.
 *
 * Sources: "Get Token API", https://klikoo-doc.readme.io/reference/get-token-api, and
 * "Access Token", https://klikoo-doc.readme.io/reference/access-token
 */

import { createVerify } from "node:crypto";
import type { Answer } from "../answer.ts";
import { opaqueToken } from "../credentials.ts";
import { type ProviderRequest, header, isObject, jsonObject } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { refusal, success } from "./envelope.ts";
import { type FieldRule, fieldFault, text } from "./field_checks.ts";
import { isTimely } from "./gate.ts";

const FIELDS: readonly FieldRule[] = [
  { name: "grant_type", type: "text" },
  {
    name: "additional_info",
    type: "object",
    fields: [{ name: "client_id", type: "text" }, { name: "client_secret", type: "text" }],
  },
];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function accessToken(state: SandboxState, request: ProviderRequest): Answer {
  const input = jsonObject(request.body);
  if (input === null) return refusal(400, "01", "6510", { invented: true });
  const fault = fieldFault(input, FIELDS);
  if (fault !== null) return refusal(400, "01", fault);
  const info = isObject(input["additional_info"]) ? input["additional_info"] : {};
  const clientId = text(info, "client_id");
  const timestamp = header(request, "open-api-timestamp");
  if (text(input, "grant_type") !== "client_credentials") return refusal(400, "01", "6569");
  if (!UUID.test(clientId)) return refusal(400, "01", "6568");
  if (clientId !== state.klikoo.clientId || text(info, "client_secret") !== state.klikoo.clientSecret) return refusal(401, "01", "6570");
  if (!isTimely(state, timestamp)) return refusal(400, "01", "6505");
  const signature = header(request, "open-api-signature");
  if (!isAuthSignature(state.klikoo.publicKey, `${clientId}|${timestamp}`, signature)) return refusal(400, "01", "6508");
  return issued(state);
}

function isAuthSignature(publicKey: string, stringToSign: string, signature: string): boolean {
  const bytes = Buffer.from(signature, "base64");
  // `Buffer` reads base64 leniently; a server with a strict decoder must be satisfied, too.
  if (bytes.toString("base64") !== signature) return false;
  return createVerify("RSA-SHA256").update(stringToSign).verify(publicKey, bytes);
}

function issued(state: SandboxState): Answer {
  const { tokenLifeSeconds } = state.settings;
  const expiresAt = state.clock.now() + tokenLifeSeconds * 1_000;
  const token = opaqueToken(state.klikoo.clientId, expiresAt);
  state.klikooTokens.issue(token, expiresAt);
  state.books.counts.token();
  return success(200, "01", { access_token: token, token_type: "Bearer", expires_in: tokenLifeSeconds });
}
