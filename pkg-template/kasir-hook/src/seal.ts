/**
 * Seals what a ledger row holds about a person: the body until settlement, the answer and the receipt for a few days.
 *
 * AES-256-GCM, a fresh 96-bit nonce each time; the row's key and the column are authenticated, so a sealed value
 * moved to another row or column no longer opens. Layout: version (1) | key id (4) | nonce (12) | tag (16) | sealed text.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { KasirError } from "./fault.ts";

const VERSION = 1;
const KEY_BYTES = 32;
const HEAD = 1 + 4 + 12 + 16;

export interface Sealer {
  seal(text: string, place: string): Uint8Array;
  /** Throws ERR_SEAL_BROKEN when the key is missing or the value was altered or moved. */
  open(sealed: Uint8Array, place: string): string;
}

/** The first key seals; every key opens, so that a key can be changed while old rows still stand. */
export function createSealer(keys: readonly Uint8Array[]): Sealer {
  const ring = keys.map((key) => ({ id: keyId(key), key }));
  const current = ring[0];
  if (current === undefined || ring.some(({ key }) => key.length !== KEY_BYTES)) {
    throw new KasirError("ERR_SEAL_KEY_MISSING", "seal.key must be 32 bytes");
  }
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(Buffer.from(place, "utf8"));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), current.id, nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed);
      const entry = ring.find(({ id }) => id.equals(bytes.subarray(1, 5)));
      if (bytes.length < HEAD || bytes[0] !== VERSION || entry === undefined) throw broken();
      try {
        const decipher = createDecipheriv("aes-256-gcm", entry.key, bytes.subarray(5, 17)).setAAD(Buffer.from(place, "utf8"));
        decipher.setAuthTag(bytes.subarray(17, HEAD));
        return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw broken(cause);
      }
    },
  };
}

/** 32 bytes, or their base64 or hex text. */
export function readSealKey(key: Uint8Array | string): Uint8Array {
  const bytes = typeof key !== "string" ? key : Buffer.from(key, /^[0-9a-f]{64}$/i.test(key) ? "hex" : "base64");
  if (bytes.length === KEY_BYTES) return bytes;
  throw new KasirError("ERR_OPTION_INVALID", "seal.key must be 32 bytes, or the base64 or hex text of 32 bytes");
}

function keyId(key: Uint8Array): Buffer {
  return createHash("sha256").update("kasir seal key id").update(key).digest().subarray(0, 4);
}

function broken(cause?: unknown): KasirError {
  return new KasirError("ERR_SEAL_BROKEN", "a sealed value does not open: wrong key, altered or moved", { cause });
}
