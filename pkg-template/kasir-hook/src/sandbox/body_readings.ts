/**
 * The payload hash of Klikoo's Digital Signature page under every reading that the page allows.
 *
 * The page says "minify" and prints one hash, which only sorted keys reproduce. So a server may hash the bytes as
 * sent without white space, or decode into a Go map and encode again. A body is sound only where all readings agree.
 *
 * Source: "Digital Signature", https://klikoo-doc.readme.io/reference/digital-signature
 */

import { createHash } from "node:crypto";
import { type GoValue, isSpace, readGoJson } from "./go_json.ts";
import { type GoDialect, type HtmlEscapes, byBytes, goNumber, goString } from "./go_text.ts";

/** A value as Go's encoder writes it: keys sorted by bytes, numbers through float64. */
export function goEncode(value: GoValue, dialect: GoDialect): string {
  switch (value.kind) {
    case "word":
      return value.text;
    case "number":
      return goNumber(Number(value.literal));
    case "string":
      return goString(value.text, dialect);
    case "array":
      return `[${value.items.map((item) => goEncode(item, dialect)).join(",")}]`;
    case "object": {
      const keys = [...value.members.keys()].sort(byBytes);
      const members = keys.map((key) => {
        const member = value.members.get(key);
        return member === undefined ? "" : `${goString(key, dialect)}:${goEncode(member, dialect)}`;
      });
      return `{${members.join(",")}}`;
    }
  }
}

/** The bytes as sent, without the white space between tokens. */
export function minified(bytes: Uint8Array): Buffer {
  const kept: number[] = [];
  let inString = false;
  let afterBackslash = false;
  for (const byte of bytes) {
    if (inString) {
      inString = afterBackslash || byte !== 0x22;
      afterBackslash = !afterBackslash && byte === 0x5c;
    } else if (isSpace(byte)) {
      continue;
    } else {
      inString = byte === 0x22;
    }
    kept.push(byte);
  }
  return Buffer.from(kept);
}

/** An integer that float64 cannot hold for certain, whatever its digits round to. */
function holdsUnsafeInteger(value: GoValue): boolean {
  if (value.kind === "number") return Number.isInteger(Number(value.literal)) && Math.abs(Number(value.literal)) > 2 ** 53;
  if (value.kind === "array") return value.items.some(holdsUnsafeInteger);
  if (value.kind === "object") return [...value.members.values()].some(holdsUnsafeInteger);
  return false;
}

export interface BodyReadings {
  /** Lower-case hex SHA-256 of every reading; one entry where all agree. */
  hashes: string[];
  differ: boolean;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The hashes of a body; an empty body has one, that of the empty string. Throws `GoSyntaxError` for no JSON object. */
export function bodyReadings(bytes: Uint8Array, escapes: HtmlEscapes = "go"): BodyReadings {
  if (bytes.length === 0) return { hashes: [sha256(bytes)], differ: false };
  const value = readGoJson(bytes);
  const releases = ["before_1_22", "since_1_22"] as const;
  const encoded = releases.map((release) => Buffer.from(goEncode(value, { release, escapes })));
  const hashes = [...new Set([minified(bytes), ...encoded].map(sha256))];
  return { hashes, differ: hashes.length > 1 || value.kind !== "object" || holdsUnsafeInteger(value) };
}
