/** A request as a provider's endpoint sees it. */

import type { IncomingHttpHeaders } from "node:http";

export interface ProviderRequest {
  method: string;
  /** Without prefix and query. */
  path: string;
  /** With its question mark, or empty; exactly as sent. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export function header(request: ProviderRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

/** A JSON object, or `null`. */
export function jsonObject(body: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
