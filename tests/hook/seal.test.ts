import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { fingerprint, sameFingerprint } from "../../pkg-template/kasir-hook/src/fingerprint.ts";
import { createSealer, readSealKey } from "../../pkg-template/kasir-hook/src/seal.ts";

const key = randomBytes(32);

test("what is sealed opens again, and no two seals of one text are alike", () => {
  const sealer = createSealer([key]);
  for (const text of ["", "{}", "Warung 🍜 ꦱꦫꦶ", "x".repeat(100_000)]) {
    assert.equal(sealer.open(sealer.seal(text, "a"), "a"), text);
  }
  assert.notDeepEqual(sealer.seal("x", "a"), sealer.seal("x", "a"));
});

test("a sealed value that was altered anywhere, moved, or sealed with another key does not open", () => {
  const sealer = createSealer([key]);
  const sealed = sealer.seal("081234567890", "row answer");
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Uint8Array.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    assert.throws(() => sealer.open(altered, "row answer"), { code: "ERR_SEAL_BROKEN" });
  }
  assert.throws(() => sealer.open(sealed, "row receipt"), { code: "ERR_SEAL_BROKEN" });
  assert.throws(() => sealer.open(sealed.subarray(0, 20), "row answer"), { code: "ERR_SEAL_BROKEN" });
  assert.throws(() => createSealer([randomBytes(32)]).open(sealed, "row answer"), { code: "ERR_SEAL_BROKEN" });
});

test("a key can be changed: the new one seals, the previous one still opens", () => {
  const old = createSealer([key]).seal("before", "p");
  const next = createSealer([randomBytes(32), key]);
  assert.equal(next.open(old, "p"), "before");
  assert.throws(() => createSealer([key]).open(next.seal("after", "p"), "p"), { code: "ERR_SEAL_BROKEN" });
});

test("a key is 32 bytes, or their base64 or hex", () => {
  for (const text of [key, key.toString("base64"), key.toString("hex")]) assert.deepEqual(Buffer.from(readSealKey(text)), key);
  for (const text of ["", "short", randomBytes(31).toString("base64")]) assert.throws(() => readSealKey(text), { code: "ERR_OPTION_INVALID" });
  assert.throws(() => createSealer([]), { code: "ERR_SEAL_KEY_MISSING" });
});

test("a fingerprint depends on key, operation and every byte of the form, and on nothing else", () => {
  const print = fingerprint(key, "klikoo.product_buy", '{"value":"1"}');
  assert.match(print, /^[0-9a-f]{64}$/);
  assert.ok(sameFingerprint(print, fingerprint(key, "klikoo.product_buy", '{"value":"1"}')));
  for (const other of [
    fingerprint(randomBytes(32), "klikoo.product_buy", '{"value":"1"}'),
    fingerprint(key, "klikoo.attraction_buy", '{"value":"1"}'),
    fingerprint(key, "klikoo.product_buy", '{"value":"2"}'),
    "", print.slice(1),
  ]) assert.ok(!sameFingerprint(print, other));
});
