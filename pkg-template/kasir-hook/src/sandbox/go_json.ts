/** JSON as Go's `encoding/json` decodes it, from raw bytes. Keys met twice keep the last value, as in a Go map. */

import { joinUnits, runeAt } from "./go_text.ts";

export type GoValue =
  | { kind: "word"; text: "true" | "false" | "null" }
  | { kind: "number"; literal: string }
  | { kind: "string"; text: string }
  | { kind: "array"; items: GoValue[] }
  | { kind: "object"; members: Map<string, GoValue> };

/** What Go's decoder would refuse, too. */
export class GoSyntaxError extends Error {}

/** Go stops at 10,000 levels; no body of these providers has more than 8, and recursion must stay safe here. */
const MAX_DEPTH = 500;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const SIMPLE_ESCAPES = new Map([
  [0x22, '"'], [0x5c, "\\"], [0x2f, "/"], [0x62, "\b"], [0x66, "\f"], [0x6e, "\n"], [0x72, "\r"], [0x74, "\t"],
]);

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** One value and nothing behind it. */
export function readGoJson(bytes: Uint8Array): GoValue {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #ascii: string;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  }

  value(depth: number): GoValue {
    if (depth > MAX_DEPTH) throw new GoSyntaxError("too deep");
    this.#space();
    const byte = this.#bytes[this.#at];
    if (byte === 0x7b) return this.#object(depth);
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x22) return { kind: "string", text: this.#string() };
    return this.#word() ?? this.#number();
  }

  end(): void {
    this.#space();
    if (this.#at !== this.#bytes.length) throw new GoSyntaxError("text behind the value");
  }

  #space(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at += 1;
  }

  #take(byte: number): boolean {
    this.#space();
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }

  #need(byte: number): void {
    if (!this.#take(byte)) throw new GoSyntaxError(`expected ${String.fromCharCode(byte)}`);
  }

  #word(): GoValue | null {
    for (const text of ["true", "false", "null"] as const) {
      if (!this.#ascii.startsWith(text, this.#at)) continue;
      this.#at += text.length;
      return { kind: "word", text };
    }
    return null;
  }

  #number(): GoValue {
    NUMBER.lastIndex = this.#at;
    const literal = NUMBER.exec(this.#ascii)?.[0];
    if (literal === undefined) throw new GoSyntaxError("no value");
    // Go reports a number beyond float64 as an error of type, not of range.
    if (!Number.isFinite(Number(literal))) throw new GoSyntaxError("number beyond float64");
    this.#at += literal.length;
    return { kind: "number", literal };
  }

  #array(depth: number): GoValue {
    this.#need(0x5b);
    const items: GoValue[] = [];
    if (this.#take(0x5d)) return { kind: "array", items };
    do items.push(this.value(depth + 1));
    while (this.#take(0x2c));
    this.#need(0x5d);
    return { kind: "array", items };
  }

  #object(depth: number): GoValue {
    this.#need(0x7b);
    const members = new Map<string, GoValue>();
    if (this.#take(0x7d)) return { kind: "object", members };
    do {
      this.#space();
      const key = this.#string();
      this.#need(0x3a);
      members.set(key, this.value(depth + 1));
    } while (this.#take(0x2c));
    this.#need(0x7d);
    return { kind: "object", members };
  }

  #string(): string {
    if (this.#bytes[this.#at] !== 0x22) throw new GoSyntaxError("expected a string");
    this.#at += 1;
    let text = "";
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || byte < 0x20) throw new GoSyntaxError("string does not end");
      if (byte === 0x22) break;
      text += byte === 0x5c ? this.#escape() : this.#rune();
    }
    this.#at += 1;
    return text;
  }

  #rune(): string {
    const { code, size } = runeAt(this.#bytes, this.#at);
    this.#at += size;
    return String.fromCodePoint(code);
  }

  #escape(): string {
    const simple = SIMPLE_ESCAPES.get(this.#bytes[this.#at + 1] ?? 0);
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const first = this.#unit(this.#at);
    if (first === null) throw new GoSyntaxError("unknown escape");
    const { code, usedSecond } = joinUnits(first, this.#unit(this.#at + 6));
    this.#at += usedSecond ? 12 : 6;
    return String.fromCodePoint(code);
  }

  #unit(at: number): number | null {
    const found = /^\\u([0-9a-fA-F]{4})$/.exec(this.#ascii.slice(at, at + 6));
    return found === null ? null : Number.parseInt(found[1] ?? "", 16);
  }
}
