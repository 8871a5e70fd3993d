/**
 * Klikoo's two signatures and its token call.
 *
 * Access Token, https://klikoo-doc.readme.io/reference/access-token
 * Get Token API, https://klikoo-doc.readme.io/reference/get-token-api
 * Digital Signature, https://klikoo-doc.readme.io/reference/digital-signature
 *
 * The pages contradict each other on the method's case, on the length of the token call's signature and on the
 * timestamp; HOOK.md lists what was chosen and why.
 */
import { createHash, createHmac, sign, type KeyObject } from "node:crypto";
import { objectIn, parsed, type IssuedToken, type SignedCall } from "./token_answer.ts";

const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;
const DEFAULT_TOKEN_SECONDS = 900;
export const TOKEN_PATH = "/v1/open-api/access-token";

export interface KlikooSignature {
  method: string;
  /** Starts with `/v1/open-api/`: neither host nor the prefix of the base URL. */
  path: string;
  token: string;
  /** The bytes that are sent; the empty string where there is no body. */
  body: string;
  timestamp: string;
  clientSecret: string;
}

/** 29 characters, Western Indonesian time: the one form that every untruncated example of the pages agrees with. */
export function klikooTimestamp(now: number): string {
  const seconds = Math.floor(now / 1000) * 1000;
  return new Date(seconds + WIB_OFFSET_MS).toISOString().replace("Z", "+07:00");
}

/** Base64 of RSASSA-PKCS1-v1_5 with SHA-256 over `client_id|timestamp`. */
export function authSignature(clientId: string, timestamp: string, privateKey: KeyObject): string {
  return sign("sha256", Buffer.from(`${clientId}|${timestamp}`, "utf8"), privateKey).toString("base64");
}

export function stringToSign(call: KlikooSignature): string {
  const hashedBody = createHash("sha256").update(call.body, "utf8").digest("hex");
  return `${call.method}:${call.path}:${call.token}:${hashedBody}:${call.timestamp}`;
}

/** Base64 of HMAC-SHA512; 88 characters. */
export function digitalSignature(call: KlikooSignature): string {
  return createHmac("sha512", call.clientSecret).update(stringToSign(call), "utf8").digest("base64");
}

export function klikooTokenCall(
  client: { clientId: string; clientSecret: string; privateKey: KeyObject },
  now: number,
): SignedCall {
  const timestamp = klikooTimestamp(now);
  return {
    headers: {
      "Content-Type": "application/json",
      "Open-Api-Timestamp": timestamp,
      "Open-Api-Signature": authSignature(client.clientId, timestamp, client.privateKey),
    },
    body: JSON.stringify({
      additional_info: { client_id: client.clientId, client_secret: client.clientSecret },
      grant_type: "client_credentials",
    }),
  };
}

/** The token of an answer, or null when the answer holds none. */
export function readKlikooToken(http: number, bodyText: string, now: number): IssuedToken | null {
  if (http < 200 || http > 299) return null;
  const data = objectIn(parsed(bodyText), "data");
  const token = data?.["access_token"];
  // The token becomes part of a header and of the string to sign: anything but visible ASCII would break both.
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) return null;
  const seconds = Number(data?.["expires_in"]);
  const lifetime = Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_TOKEN_SECONDS;
  return { token, expiresAt: now + lifetime * 1000 };
}

export function klikooHeaders(call: KlikooSignature): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "Open-Api-Timestamp": call.timestamp,
    "Open-Api-Signature": digitalSignature(call),
    // In no header table of the pages, yet the token answer calls itself Bearer and every known client sends it.
    Authorization: `Bearer ${call.token}`,
  };
}
