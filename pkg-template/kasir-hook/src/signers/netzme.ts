/**
 * Netzme's token call, its token, and its transaction signature.
 *
 * Token Signature, Authentication Token, Transaction Signature, https://apidocs-ppob.netzme.id
 */
import { createHmac, randomUUID, sign, type KeyObject } from "node:crypto";
import type { HookCore } from "../hook_core.ts";
import { objectIn, parsed, type IssuedToken, type SignedCall } from "./token_answer.ts";

/** No page prints how long a token lives when it does not say so itself. */
const UNSTATED_LIFETIME_MS = 5 * 60 * 1000;
export const TOKEN_PATH = "/public/api/ppob/v1/get-token";

export interface NetzmeSignature {
  clientId: string;
  clientKey: string;
  clientKeyPattern: string;
  innerSignature: string;
  /** The exact string sent, from the first slash. */
  path: string;
  body: string;
  /** The page prints a pattern between key and path; a known client of the API writes none. */
  separatorBeforePath: boolean;
}

/** The key order is the page's and part of what is signed. */
export function tokenBody(call: { requestId: string; requestTime: number; merchantId: string; webview: boolean }): string {
  return JSON.stringify({
    requestId: call.requestId,
    requestTime: call.requestTime,
    type: "TYPE_GENERATE_TOKEN",
    body: { merchantId: call.merchantId, webview: call.webview, additionalInfo: "" },
  });
}

export function tokenSignature(body: string, privateKey: KeyObject): string {
  return sign("sha256", Buffer.from(body, "utf8"), privateKey).toString("base64");
}

export function netzmeTokenCall(
  client: { clientId: string; privateKey: KeyObject },
  merchantId: string,
  now: number,
): SignedCall {
  const requestId = randomUUID();
  const body = tokenBody({ requestId, requestTime: now, merchantId, webview: false });
  return {
    headers: {
      "Content-Type": "application/json",
      "X-CLIENT-ID": client.clientId,
      "X-TIMESTAMP": String(now),
      "X-MSG-ID": requestId,
      "X-SIGNATURE": tokenSignature(body, client.privateKey),
    },
    body,
  };
}

/** The token of an answer, or null; success is 100 on one page and 200 on the others, the payload `body` or `data`. */
export function readNetzmeToken(core: Pick<HookCore, "netzmeToken">, http: number, bodyText: string, now: number): IssuedToken | null {
  if (http < 200 || http > 299) return null;
  const envelope = parsed(bodyText);
  const payload = objectIn(envelope, "body") ?? objectIn(envelope, "data");
  const token = payload?.["token"];
  if (typeof token !== "string") return null;
  const read = core.netzmeToken(token);
  return read && { token, expiresAt: read.expiresAt ?? now + UNSTATED_LIFETIME_MS };
}

export function transactionKey(call: NetzmeSignature): string {
  const { clientId, clientKey, clientKeyPattern: pattern } = call;
  const separator = call.separatorBeforePath ? pattern : "";
  return `${clientId}${pattern}${clientKey}${separator}${call.path}${pattern}${call.innerSignature}`;
}

/** Lower-case hex of HMAC-SHA256; 64 digits. */
export function transactionSignature(call: NetzmeSignature): string {
  return createHmac("sha256", transactionKey(call)).update(call.body, "utf8").digest("hex");
}

export function netzmeHeaders(call: NetzmeSignature, authorization: string, now: number): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "X-CLIENT-ID": call.clientId,
    "X-TIMESTAMP": String(now),
    "X-MSG-ID": randomUUID(),
    "X-SIGNATURE": transactionSignature(call),
    "X-AUTHORIZATION": authorization,
  };
}
