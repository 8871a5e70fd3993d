/** What a request must be before anything of it is believed: from an allowed page, JSON, small, with a reference. */
import type { Language } from "./hook_core.ts";
import type { Problem } from "./problem.ts";

export const LARGEST_CALL = 256 * 1024;
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A browser always says where a writing call comes from. A call that says nothing comes from no page, so no stranger's
 * page can be behind it; it still has to pass `authorize`.
 */
export function originProblem(request: Request, allowedOrigins: readonly string[]): Problem | null {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null && allowedOrigins.includes(origin)) return null;
  if (site !== null) return site === "same-origin" ? null : { code: "origin.forbidden" };
  return origin === null || origin === new URL(request.url).origin ? null : { code: "origin.forbidden" };
}

export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
}

/** The reference in lower case, so that one UUID has one spelling. The draft of the header writes it in quotes. */
export function readReference(text: string | null | undefined): { reference: string } | { problem: Problem } {
  if (!text) return { problem: { code: "reference.missing" } };
  const reference = text.replace(/^"(.*)"$/, "$1").toLowerCase();
  return UUID_V4.test(reference) ? { reference } : { problem: { code: "reference.malformed" } };
}

/** The body's text; null where it is larger than the limit; the empty string, which is no JSON, where it is no UTF-8. */
export async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_CALL) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_CALL) return null;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return "";
  }
}

export function language(request: Request): Language {
  return /^\s*en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "id";
}
