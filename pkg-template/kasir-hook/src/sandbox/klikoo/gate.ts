/**
 * Token, timestamp and digital signature of every call but the token call.
 *
 * base64(HMAC-SHA512(client_secret, METHOD:path:token:hex(sha256(body)):timestamp)). The order of the three checks is
 * the sandbox's own: no page states one.
 *
 * Source: "Digital Signature", https://klikoo-doc.readme.io/reference/digital-signature
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Answer } from "../answer.ts";
import { type BodyReadings, bodyReadings } from "../body_readings.ts";
import { klikooTimestamp } from "../clock.ts";
import { GoSyntaxError } from "../go_json.ts";
import { type ProviderRequest, header } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { type Service, refusal } from "./envelope.ts";

/** The refusal of a request that does not get past the gate, or `null`. */
export function gateRefusal(state: SandboxState, request: ProviderRequest, service: Service): Answer | null {
  const token = bearerToken(request);
  const standing = state.klikooTokens.standing(token, state.clock.now());
  if (standing === "unknown") return refusal(401, service, "6500");
  if (standing === "expired") return refusal(401, service, "6535");
  if (!isTimely(state, header(request, "open-api-timestamp"))) return refusal(400, service, "6505");
  return signatureRefusal(state, request, service, token);
}

export function bearerToken(request: ProviderRequest): string {
  return /^Bearer (\S+)$/i.exec(header(request, "authorization"))?.[1] ?? "";
}

export function isTimely(state: SandboxState, timestamp: string): boolean {
  const ms = klikooTimestamp(timestamp);
  return ms !== null && Math.abs(ms - state.clock.checked()) <= state.settings.timestampWindowMs;
}

function signatureRefusal(state: SandboxState, request: ProviderRequest, service: Service, token: string): Answer | null {
  let readings: BodyReadings;
  try {
    readings = bodyReadings(request.body, state.settings.escapes);
  } catch (error) {
    if (!(error instanceof GoSyntaxError)) throw error;
    return refusal(400, service, "6510", { invented: true });
  }
  if (readings.differ) {
    state.books.counts.readingsDiffer();
    return refusal(400, service, "6508");
  }
  const given = header(request, "open-api-signature");
  const timestamp = header(request, "open-api-timestamp");
  const fits = candidates(state, request).some(([method, path]) =>
    readings.hashes.some((hash) => isSignature(given, state.klikoo.clientSecret, [method, path, token, hash, timestamp].join(":"))),
  );
  return fits ? null : refusal(400, service, "6508");
}

/** Method and path in every form that the settings allow. */
function candidates(state: SandboxState, request: ProviderRequest): [method: string, path: string][] {
  const { methodCase, signedQuery } = state.settings;
  const upper = request.method.toUpperCase();
  const methods = methodCase === "either" ? [upper, upper.toLowerCase()] : [methodCase === "upper" ? upper : upper.toLowerCase()];
  const { path, query } = request;
  const paths = signedQuery === "either" ? [path, path + query] : [signedQuery === "with" ? path + query : path];
  return methods.flatMap((method) => paths.map((signed): [string, string] => [method, signed]));
}

function isSignature(given: string, secret: string, stringToSign: string): boolean {
  const expected = Buffer.from(createHmac("sha512", secret).update(stringToSign).digest("base64"));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
