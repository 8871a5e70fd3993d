import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { type Sandbox, createSandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";
import { NetzmeClient, type Reply } from "./signed_client.ts";

let sandbox: Sandbox;
let client: NetzmeClient;

before(async () => {
  sandbox = await createSandbox();
});
after(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  client = new NetzmeClient(sandbox.netzme);
  await client.fetchToken();
});

function refused(reply: Reply, type: string, status: number): void {
  assert.equal(reply.json["type"], type, reply.text);
  assert.equal(reply.json["status"], status);
  assert.equal(reply.http, status);
  assert.equal("data" in reply.json, false);
}

test("the token answer has status 100 and a percent-encoded token with an inner signature", async () => {
  const reply = await client.fetchToken();
  assert.equal(reply.http, 200);
  assert.equal(reply.invented, true);
  assert.equal(reply.json["status"], 100);
  const token = reply.json["body"].token as string;
  assert.doesNotMatch(token, /[+/=]/);
  const decoded = JSON.parse(Buffer.from(decodeURIComponent(token), "base64").toString());
  assert.deepEqual(Object.keys(decoded), ["signature", "tokenPpobUserResponse"]);
  assert.match(decoded.signature, /^[0-9a-f]{64}$/);
  assert.equal(decoded.tokenPpobUserResponse.expiredTs, reply.json["body"].expiredToken);
});

test("the token call verifies the exact bytes, the key order and the headers", async () => {
  refused(await client.fetchToken((body) => body, { "X-SIGNATURE": "AAAA" }), "AUTH", 401);
  refused(await client.fetchToken((body) => body.replace('"webview":false,"additionalInfo":""', '"additionalInfo":"","webview":false')), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken((body) => body.replace("TYPE_GENERATE_TOKEN", "OTHER")), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken((body) => body.replace(/"requestId":"[^"]+"/, `"requestId":"${randomUUID()}"`)), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken((body) => body.replace(/"requestTime":\d+/, '"requestTime":1')), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken((body) => body.replace(client.merchant, "M_unknown1")), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken((body) => body.replace("false", '"false"')), "TYPE_GENERATE_TOKEN", 400);
  refused(await client.fetchToken(undefined, { "X-CLIENT-ID": "Xersia01" }), "AUTH", 401);
  refused(await client.fetchToken(undefined, { "X-TIMESTAMP": String(Date.now() - 86_400_000) }), "AUTH", 401);
});

test("a percentage is set and answered as printed", async () => {
  const reply = await client.setPercentage(client.percentageBody("1.4"));
  assert.equal(reply.http, 200);
  assert.equal(reply.invented, false);
  assert.match(
    reply.text,
    /^\{"requestId":"[0-9a-f-]{36}","type":"UPDATE_PERCENTAGE","status":200,"statusMessage":"success","data":\{"percentage_price_enduser":1\.4,"updated_at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"\}\}$/,
  );
});

test("a decimal is verified as written", async () => {
  assert.equal((await client.setPercentage(client.percentageBody("1.40"))).http, 200);
  refused(await client.setPercentage(client.percentageBody("1.40"), { signedBody: client.percentageBody("1.4") }), "AUTH", 401);
});

test("a body with white space is verified by its minified form", async () => {
  const body = client.percentageBody("2");
  assert.equal((await client.setPercentage(JSON.stringify(JSON.parse(body), null, 2), { signedBody: body })).http, 200);
});

test("a wrong signature gets the printed AUTH envelope", async () => {
  const reply = await client.setPercentage(client.percentageBody("1.4"), { headers: { "X-SIGNATURE": "808bac29deaf1efc7f99e1f8aaefdccfbe9e135756ada8b3ab906124a6be19d0" } });
  assert.match(reply.text, /^\{"requestId":"[0-9a-f-]{36}","type":"AUTH","status":401,"statusMessage":"Failed verify transaction signature, please make sure your request"\}$/);
  assert.equal(reply.invented, false);
  refused(await client.setPercentage(client.percentageBody("1.4"), { token: Buffer.from('{"signature":"00"}').toString("base64") }), "AUTH", 401);
});

test("the separator before the path is a setting", async () => {
  refused(await client.setPercentage(client.percentageBody("1.4"), { separator: false }), "AUTH", 401);
  const without = await createSandbox({ separatorBeforePath: false });
  try {
    assert.equal(without.netzme.separatorBeforePath, false);
    const other = new NetzmeClient(without.netzme);
    await other.fetchToken();
    assert.equal((await other.setPercentage(other.percentageBody("1.4"), { separator: false })).http, 200);
    refused(await other.setPercentage(other.percentageBody("1.4")), "AUTH", 401);
  } finally {
    await without.close();
  }
});

test("a message id is taken once, and the timestamp must be of Jakarta's day", async () => {
  const headers = { "X-MSG-ID": randomUUID() };
  assert.equal((await client.setPercentage(client.percentageBody("1.4"), { headers })).http, 200);
  refused(await client.setPercentage(client.percentageBody("1.4"), { headers }), "AUTH", 401);
  for (const timestamp of ["1867413352207", String(Math.floor(Date.now() / 1000)), "", String(Date.now() - 86_400_000)]) {
    refused(await client.setPercentage(client.percentageBody("1.4"), { headers: { "X-TIMESTAMP": timestamp } }), "AUTH", 401);
  }
});

test("the day changes at midnight in Jakarta", async () => {
  let now = Date.parse("2026-11-22T23:59:59+07:00");
  const clocked = await createSandbox({ clock: () => now });
  try {
    const other = new NetzmeClient(clocked.netzme);
    const at = (ms: number): Promise<Reply> => other.fetchToken((body) => body.replace(/"requestTime":\d+/, `"requestTime":${ms}`), { "X-TIMESTAMP": String(ms) });
    assert.equal((await at(now)).json["status"], 100);
    now += 1_000;
    assert.equal((await at(now - 1_000)).json["status"], 401);
    assert.equal((await at(now)).json["status"], 100);
  } finally {
    await clocked.close();
  }
});

test("a token that has run out is refused", async () => {
  const short = await createSandbox({ netzmeTokenLifeSeconds: 0 });
  try {
    const other = new NetzmeClient(short.netzme);
    await other.fetchToken();
    refused(await other.setPercentage(other.percentageBody("1.4")), "AUTH", 401);
  } finally {
    await short.close();
  }
});

test("an unknown merchant, a wrong type and a missing body are refused", async () => {
  refused(await client.setPercentage(client.percentageBody("1.4").replace(client.merchant, "M_unknown1")), "UPDATE_PERCENTAGE", 400);
  refused(await client.setPercentage(client.percentageBody('"1.4"')), "UPDATE_PERCENTAGE", 400);
  refused(await client.setPercentage('{"type":"UPDATE_PERCENTAGE"}'), "UPDATE_PERCENTAGE", 400);
});

test("the setting always_200 keeps the envelope's status and answers HTTP 200", async () => {
  const flat = await createSandbox({ netzmeHttp: "always_200" });
  try {
    const reply = await new NetzmeClient(flat.netzme).setPercentage("{}", { token: "e30=" });
    assert.equal(reply.http, 200);
    assert.equal(reply.json["status"], 401);
  } finally {
    await flat.close();
  }
});
