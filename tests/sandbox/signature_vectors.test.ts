import assert from "node:assert/strict";
import { createHash, createHmac, createVerify } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rsaSha256 } from "./signed_client.ts";

type Vector = Record<string, string>;

function fixture(name: string): any {
  return JSON.parse(readFileSync(new URL(`../fixtures/hook/${name}.json`, import.meta.url), "utf8"));
}

const key = fixture("public_test_key");

test("node:crypto makes the same RSA signatures as openssl", () => {
  const signed: [data: string, signature: string][] = [
    ...fixture("klikoo_token").vectors.map((vector: Vector) => [vector["string_to_sign"], vector["signature"]]),
    ...fixture("netzme_token").vectors.map((vector: Vector) => [vector["body"], vector["signature"]]),
  ];
  assert.equal(signed.length, 4);
  for (const [data, signature] of signed) {
    assert.equal(rsaSha256(key.private_key_pkcs8, data), signature);
    assert.ok(createVerify("RSA-SHA256").update(data).verify(key.public_key_spki, signature, "base64"));
  }
});

test("node:crypto makes the same Klikoo signatures as openssl and python", () => {
  const { client_secret, vectors } = fixture("klikoo_signature");
  assert.equal(vectors.length, 10);
  for (const { method, path, token, timestamp, body, body_sha256, string_to_sign, signature, name } of vectors as Vector[]) {
    assert.equal(createHash("sha256").update(body ?? "").digest("hex"), body_sha256, name);
    assert.equal([method, path, token, body_sha256, timestamp].join(":"), string_to_sign, name);
    assert.equal(createHmac("sha512", client_secret).update(string_to_sign ?? "").digest("base64"), signature, name);
  }
});

test("node:crypto makes the same Netzme signatures as openssl and python", () => {
  const { client_id, client_key, client_key_pattern: p, inner_signature, vectors } = fixture("netzme_signature");
  assert.equal(vectors.length, 8);
  for (const { name, path, body, separatorBeforePath, key: full, signature } of vectors) {
    const parts = [client_id, p, client_key, separatorBeforePath ? p : "", path, p, inner_signature].join("");
    assert.equal(parts, full, name);
    assert.equal(createHmac("sha256", parts).update(body).digest("hex"), signature, name);
  }
});

test("the printed Netzme token decodes by percent-decoding and base64", () => {
  const { vectors } = fixture("netzme_token_decoding");
  assert.equal(vectors.length, 3);
  for (const { token, x_authorization, inner_signature, decoded } of vectors) {
    assert.equal(decodeURIComponent(token), x_authorization);
    assert.deepEqual(JSON.parse(Buffer.from(x_authorization, "base64").toString()), decoded);
    assert.equal(decoded.signature, inner_signature);
  }
});
