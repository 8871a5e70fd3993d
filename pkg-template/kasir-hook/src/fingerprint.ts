/** Tells whether a reference comes back with the same purchase: HMAC-SHA256 over operation and canonical form fields. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** The field that says in which language the provider writes to the buyer. */
const LANGUAGE = "locale";

/**
 * Keyed, because the numbers behind it are few enough to be tried out. Prices, languages and baskets are left out:
 * they may change between two tries of one purchase.
 */
export function fingerprint(key: Uint8Array, operation: string, form: string): string {
  // The form is canonical, so the text without its language is canonical, too.
  const { [LANGUAGE]: _, ...purchase } = JSON.parse(form) as Record<string, unknown>;
  return createHmac("sha256", key).update(`${operation}\n${JSON.stringify(purchase)}`, "utf8").digest("hex");
}

export function sameFingerprint(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
