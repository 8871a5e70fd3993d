/** Tells whether a reference comes back with the same purchase: HMAC-SHA256 over operation and canonical form fields. */
import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Keyed, because the numbers behind it are few enough to be tried out. Prices, languages and baskets are left out:
 * they may change between two tries of one purchase.
 */
export function fingerprint(key: Uint8Array, operation: string, form: string): string {
  return createHmac("sha256", key).update(`${operation}\n${form}`, "utf8").digest("hex");
}

export function sameFingerprint(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
