/**
 * POST /public/api/ppob/v1/get-token: SHA256withRSA over the exact body, base64 in X-SIGNATURE. The answer stands on no
 * readable page; status 100 and `body.token`, `body.expiredToken` are what a public client of this API reads.
 *
 * Sources: "Token Signature" and "Authentication Token", https://apidocs-ppob.netzme.id
 */

import { createHmac, createVerify } from "node:crypto";
import type { Answer } from "../answer.ts";
import { type ProviderRequest, header, isObject, jsonObject } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { inventedFailure, netzmeEnvelope } from "./envelope.ts";
import { headerFailure } from "./headers.ts";

const TYPE = "TYPE_GENERATE_TOKEN";
const KEYS = "requestId,requestTime,type,body";
const BODY_KEYS = "merchantId,webview,additionalInfo";

export function getToken(state: SandboxState, request: ProviderRequest): Answer {
  const refused = headerFailure(state, request);
  if (refused !== null) return refused;
  if (!isTokenSignature(state.netzme.publicKey, request)) {
    return inventedFailure(state.settings, "AUTH", 401, "Failed verify token signature");
  }
  const fault = bodyFault(state, request);
  if (fault !== null) return inventedFailure(state.settings, TYPE, 400, fault);
  return issued(state);
}

function isTokenSignature(publicKey: string, request: ProviderRequest): boolean {
  const given = header(request, "x-signature");
  const bytes = Buffer.from(given, "base64");
  if (bytes.toString("base64") !== given) return false;
  return createVerify("RSA-SHA256").update(request.body).verify(publicKey, bytes);
}

function bodyFault(state: SandboxState, request: ProviderRequest): string | null {
  const input = jsonObject(request.body);
  const body = input?.["body"];
  if (input === null || !isObject(body)) return "body is missing";
  if (Object.keys(input).join() !== KEYS || Object.keys(body).join() !== BODY_KEYS) return "keys are not in the printed order";
  if (String(input["requestId"]).toLowerCase() !== header(request, "x-msg-id").toLowerCase()) return "requestId is not X-MSG-ID";
  if (input["requestTime"] !== Number(header(request, "x-timestamp"))) return "requestTime is not X-TIMESTAMP";
  if (input["type"] !== TYPE) return "type is not TYPE_GENERATE_TOKEN";
  if (!state.netzme.merchants.includes(String(body["merchantId"]))) return "merchant not found";
  if (typeof body["webview"] !== "boolean" || body["additionalInfo"] !== "") return "webview or additionalInfo has the wrong type";
  return null;
}

/** A token as Transaction Signature decodes it: base64 of JSON with an inner signature, percent-encoded. */
function issued(state: SandboxState): Answer {
  const { clientId, clientKey, clientKeyPattern } = state.netzme;
  const expiredTs = state.clock.now() + state.settings.netzmeTokenLifeSeconds * 1_000;
  const tokenPpobUserResponse = { userId: clientId, expiredTs, roles: ["ppob.game_topup_in_game"] };
  const signature = createHmac("sha256", clientId + clientKeyPattern + clientKey)
    .update(JSON.stringify(tokenPpobUserResponse))
    .digest("hex");
  const token = Buffer.from(JSON.stringify({ signature, tokenPpobUserResponse })).toString("base64");
  state.netzmeTokens.issue(token, expiredTs);
  state.books.counts.token();
  return netzmeEnvelope(state.settings, {
    type: TYPE,
    status: 100,
    statusMessage: "success",
    payload: { key: "body", content: { token: encodeURIComponent(token), expiredToken: expiredTs } },
    invented: true,
  });
}
