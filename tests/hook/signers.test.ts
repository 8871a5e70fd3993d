import assert from "node:assert/strict";
import { createHash, createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadHookCore } from "../../pkg-template/kasir-hook/src/core.ts";
import * as klikoo from "../../pkg-template/kasir-hook/src/signers/klikoo.ts";
import * as netzme from "../../pkg-template/kasir-hook/src/signers/netzme.ts";

const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/hook/${name}.json`, import.meta.url), "utf8"));
const core = await loadHookCore();
const key = createPrivateKey(fixture("public_test_key").private_key_pkcs8);

for (const vector of fixture("klikoo_token").vectors) {
  test(`Klikoo's token call is signed as openssl and python sign it, ${vector.timestamp}`, () => {
    assert.equal(klikoo.authSignature(vector.client_id, vector.timestamp, key), vector.signature);
  });
}

const signed = fixture("klikoo_signature");
for (const vector of signed.vectors) {
  test(`Klikoo's digital signature agrees with openssl and python: ${vector.name}`, () => {
    const call = { ...vector, clientSecret: signed.client_secret };
    if (vector.body_utf8_base64) assert.equal(Buffer.from(vector.body, "utf8").toString("base64"), vector.body_utf8_base64);
    assert.equal(createHash("sha256").update(vector.body, "utf8").digest("hex"), vector.body_sha256);
    assert.equal(klikoo.stringToSign(call), vector.string_to_sign);
    assert.equal(klikoo.digitalSignature(call), vector.signature);
    assert.equal(klikoo.digitalSignature(call).length, 88);
  });
}

for (const vector of fixture("netzme_token").vectors) {
  test(`Netzme's token call is built and signed as its page says: ${vector.name}`, () => {
    assert.equal(netzme.tokenBody(vector), vector.body);
    assert.equal(netzme.tokenSignature(vector.body, key), vector.signature);
  });
}

for (const vector of fixture("netzme_token_decoding").vectors) {
  test(`Netzme's token is percent-decoded and nothing else: ${vector.name}`, () => {
    const token = core.netzmeToken(vector.token);
    assert.deepEqual(token, {
      authorization: vector.x_authorization, innerSignature: vector.inner_signature, expiresAt: vector.expired_ts,
    });
  });
}

const transactions = fixture("netzme_signature");
for (const vector of transactions.vectors) {
  test(`Netzme's transaction signature agrees with openssl and python: ${vector.name}`, () => {
    const call = {
      clientId: transactions.client_id, clientKey: transactions.client_key, clientKeyPattern: transactions.client_key_pattern,
      innerSignature: transactions.inner_signature, path: vector.path, body: vector.body, separatorBeforePath: vector.separatorBeforePath,
    };
    assert.equal(netzme.transactionKey(call), vector.key);
    assert.equal(netzme.transactionSignature(call), vector.signature);
  });
}

test("Klikoo's timestamp has 29 characters, whole seconds and the offset of Jakarta, across a change of day", () => {
  assert.equal(klikoo.klikooTimestamp(Date.UTC(2024, 1, 7, 3, 28, 35, 987)), "2024-02-07T10:28:35.000+07:00");
  assert.equal(klikoo.klikooTimestamp(Date.UTC(2024, 11, 31, 17, 0, 0, 1)), "2025-01-01T00:00:00.000+07:00");
  assert.equal(klikoo.klikooTimestamp(Date.now()).length, 29);
});

test("a token answer without a usable token is no token", () => {
  const now = 1_700_000_000_000;
  const answer = (data: object) => JSON.stringify({ response_code: "200012000", data });
  assert.deepEqual(klikoo.readKlikooToken(200, answer({ access_token: "a.b.c", expires_in: 900 }), now), { token: "a.b.c", expiresAt: now + 900_000 });
  assert.deepEqual(klikoo.readKlikooToken(200, answer({ access_token: "a.b.c" }), now)?.expiresAt, now + 900_000);
  for (const text of ["", "<html>", "null", "[]", answer({}), answer({ access_token: 7 }), answer({ access_token: "a\r\nX-Evil: 1" })]) {
    assert.equal(klikoo.readKlikooToken(200, text, now), null);
  }
  assert.equal(klikoo.readKlikooToken(401, answer({ access_token: "a.b.c" }), now), null);
});

test("Netzme's token is read from body or data, and its own expiry counts", () => {
  const token = encodeURIComponent(
    Buffer.from(JSON.stringify({ signature: "ab", tokenPpobUserResponse: { expiredTs: 1_800_000_000_000 } })).toString("base64"));
  for (const payload of ["body", "data"]) {
    const answer = netzme.readNetzmeToken(core, 200, JSON.stringify({ status: 100, [payload]: { token } }), 0);
    assert.deepEqual(answer, { token, expiresAt: 1_800_000_000_000 });
  }
  const silent = Buffer.from('{"signature":"ab"}').toString("base64");
  assert.deepEqual(netzme.readNetzmeToken(core, 200, JSON.stringify({ body: { token: silent } }), 7), { token: silent, expiresAt: 300_007 });
  for (const text of ["", "{}", '{"body":{"token":"%"}}', '{"body":{"token":"!!"}}', '{"body":{"token":"e30="}}']) {
    assert.equal(netzme.readNetzmeToken(core, 200, text, 0), null);
  }
});
