import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { type Sandbox, createSandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";
import { KlikooClient, type Reply, canonical, klikooClient, rsaSha256, topUp, wib } from "./signed_client.ts";

let now = Date.parse("2026-11-22T10:00:00+07:00");
let sandbox: Sandbox;
let client: KlikooClient;

before(async () => {
  sandbox = await createSandbox({ clock: () => now });
});
after(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  client = await klikooClient(sandbox, () => now);
});

function refused(reply: Reply, code: string): void {
  assert.equal(reply.json["response_code"], code, reply.text);
  assert.equal(reply.http, Number(code.slice(0, 3)));
  assert.equal(reply.json["data"], null);
}

test("a token is handed out for 900 seconds", async () => {
  const reply = await client.fetchToken();
  assert.equal(reply.http, 200);
  assert.match(reply.text, /^\{"response_code":"200012000","response_message":"Sukses","data":\{"access_token":"[\w.-]+","token_type":"Bearer","expires_in":900\}\}$/);
  assert.equal(reply.invented, false);
});

test("the token call refuses a signature over another timestamp", async () => {
  const { privateKey, clientId } = sandbox.klikoo;
  refused(await client.fetchToken({ signature: rsaSha256(privateKey, `${clientId}|${wib(now - 1_000)}`) }), "400016508");
  refused(await client.fetchToken({ signature: "" }), "400016508");
});

test("the token call refuses a timestamp outside the window", async () => {
  refused(await client.fetchToken({ timestamp: wib(now - 301_000) }), "400016505");
  refused(await client.fetchToken({ timestamp: wib(now + 301_000) }), "400016505");
  assert.equal((await client.fetchToken({ timestamp: wib(now - 299_000) })).http, 200);
});

test("the token call refuses wrong credentials, grant type, client id and gaps", async () => {
  const { clientId, clientSecret } = sandbox.klikoo;
  const body = (grant: unknown, id: unknown, secret: unknown): object => ({ grant_type: grant, additional_info: { client_id: id, client_secret: secret } });
  const grant = "client_credentials";
  refused(await client.fetchToken({ body: body(grant, clientId, "x".repeat(32)) }), "401016570");
  refused(await client.fetchToken({ body: body(grant, "3f9c8962-4c4b-4bb6-b3c1-8fc883519c02", clientSecret) }), "401016570");
  refused(await client.fetchToken({ body: body("password", clientId, clientSecret) }), "400016569");
  refused(await client.fetchToken({ body: body(grant, "not-a-uuid", clientSecret) }), "400016568");
  refused(await client.fetchToken({ body: body(grant, clientId, "") }), "400016512");
  refused(await client.fetchToken({ body: { grant_type: grant } }), "400016512");
  refused(await client.fetchToken({ body: body(grant, 1, clientSecret) }), "400016510");
});

test("a signed purchase is accepted", async () => {
  const reply = await client.buy();
  assert.equal(reply.http, 201);
  assert.match(reply.text, /^\{"response_code":"201022001","response_message":"Berhasil dibuat","data":\{"transaction_id":"14429004","status":"WAITING","sn":"\d{6}"\}\}$/);
});

test("the unknown and the missing token are refused as 6500", async () => {
  refused(await client.buy({}, { token: "another.token" }), "401026500");
  refused(await client.buy({}, { token: "" }), "401026500");
});

test("a token that has run out is refused as 6535", async () => {
  const short = await createSandbox({ clock: () => now, tokenLifeSeconds: 60 });
  try {
    const other = await klikooClient(short, () => now);
    now += 60_000;
    refused(await other.buy(), "401026535");
    await other.fetchToken();
    assert.equal((await other.buy()).http, 201);
  } finally {
    await short.close();
  }
});

const BAD_TIMESTAMPS = (): Record<string, string> => ({
  "too old": wib(now - 301_000),
  "too new": wib(now + 301_000),
  "the cut-off form of the examples": wib(now).slice(0, -1),
  "without a zone": wib(now).slice(0, 23),
  "in UTC": new Date(now).toISOString(),
  "of epoch milliseconds": String(now),
  "of no day": wib(now).replace("-11-22", "-13-40"),
});

for (const what of Object.keys(BAD_TIMESTAMPS())) {
  test(`a timestamp ${what} is refused as 6505`, async () => {
    refused(await client.buy({}, { timestamp: BAD_TIMESTAMPS()[what] ?? "" }), "400026505");
  });
}

test("a timestamp of 25 characters is accepted", async () => {
  assert.equal((await client.buy({}, { timestamp: wib(now).replace(".000", "") })).http, 201);
});

test("a signature over anything else is refused as 6508", async () => {
  refused(await client.buy({}, { signature: "" }), "400026508");
  refused(await client.buy({}, { signature: "A".repeat(88) }), "400026508");
  refused(await client.buy({}, { secret: "another secret" }), "400026508");
  refused(await client.buy({}, { signedPath: "/v1/open-api/products/inquiry" }), "400026508");
  refused(await client.buy({}, { signedPath: "/klikoo-b2b/v1/open-api/products/buy" }), "400026508");
  refused(await client.buy({}, { signedMethod: "post" }), "400026508");
  refused(await client.buy({}, { signedBody: canonical(topUp({ amount: "1" })) }), "400026508");
  assert.equal(sandbox.counts().readings_differ, 0);
  assert.deepEqual(sandbox.counts().purchasesPerReference, {});
});

test("the setting of the method case decides which one is signed", async () => {
  for (const methodCase of ["lower", "either"] as const) {
    const other = await createSandbox({ clock: () => now, methodCase });
    try {
      const lower = await klikooClient(other, () => now);
      assert.equal((await lower.buy({}, { signedMethod: "post" })).http, 201);
      assert.equal((await lower.buy()).http, methodCase === "either" ? 201 : 400);
    } finally {
      await other.close();
    }
  }
});

test("the prefix belongs to the URL and is needed there", async () => {
  assert.ok(sandbox.klikoo.baseUrl.endsWith("/klikoo-b2b"));
  const response = await fetch(`${sandbox.url}/v1/open-api/balance`, { headers: client.headers("GET", "/v1/open-api/balance", "") });
  assert.equal(response.status, 404);
  const bare = await createSandbox({ clock: () => now, prefix: "" });
  try {
    assert.equal(bare.klikoo.baseUrl, bare.url);
    assert.equal((await (await klikooClient(bare, () => now)).buy()).http, 201);
  } finally {
    await bare.close();
  }
});

test("a body with white space is verified by its minified form", async () => {
  const body = topUp();
  const spaced = JSON.stringify(JSON.parse(canonical(body)), null, 2);
  assert.equal((await client.call("POST", "/v1/open-api/products/buy", spaced, { signedBody: canonical(body) })).http, 201);
  refused(await client.call("POST", "/v1/open-api/products/buy", spaced), "400026508");
});

const AWKWARD = 'A & B <c> "q" \\ / \' ꦤꦫꦮ 王小明 🎫 \u2028\u2029 é';

test("awkward text verifies when it is written as the two readings agree", async () => {
  assert.equal((await client.buy({ value: AWKWARD })).http, 201);
  assert.equal(sandbox.counts().readings_differ, 0);
});

const TWO_READINGS: Record<string, (body: string) => string> = {
  "keys that are not sorted": (body) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse())),
  "a raw ampersand": (body) => body.replace("value here", "A & B"),
  "a raw line separator": (body) => body.replace("value here", "\u2028"),
  "an escaped slash": (body) => body.replace("value here", "\\/"),
  "an escape in capital digits": (body) => body.replace("value here", "\\u003C"),
  "an integer beyond 2^53": (body) => body.replace("{", '{"a":9007199254740993,'),
  "a fraction that is not needed": (body) => body.replace("{", '{"a":1.0,'),
  "a key that comes twice": (body) => body.replace("{", '{"amount":"1",'),
};

for (const [what, bend] of Object.entries(TWO_READINGS)) {
  test(`${what}: the readings differ, and the request is refused and counted`, async () => {
    const body = bend(canonical(topUp({ value: "value here" })));
    refused(await client.call("POST", "/v1/open-api/products/buy", body), "400026508");
    assert.equal(sandbox.counts().readings_differ, 1);
    assert.deepEqual(sandbox.counts().purchasesPerReference, {});
  });
}

test("a sandbox without HTML escapes takes raw signs and refuses escaped ones", async () => {
  const raw = await createSandbox({ clock: () => now, escapes: "raw" });
  try {
    const other = await klikooClient(raw, () => now);
    const escaped = canonical(topUp({ value: "A & B" }));
    assert.equal((await other.call("POST", "/v1/open-api/products/buy", escaped.replaceAll("\\u0026", "&"))).http, 201);
    refused(await other.call("POST", "/v1/open-api/products/buy", escaped), "400026508");
  } finally {
    await raw.close();
  }
});

test("the setting of the signed query decides whether it is signed", async () => {
  const path = "/v1/open-api/transactions?page=1&limit=50";
  for (const signedQuery of ["with", "without"] as const) {
    const other = await createSandbox({ clock: () => now, signedQuery });
    try {
      const strict = await klikooClient(other, () => now);
      assert.equal((await strict.call("GET", path)).http, signedQuery === "with" ? 200 : 400);
      assert.equal((await strict.call("GET", path, "", { signedPath: path.split("?")[0] ?? "" })).http, signedQuery === "with" ? 400 : 200);
    } finally {
      await other.close();
    }
  }
});

test("a body that is no JSON is a validation error, marked as invented", async () => {
  const reply = await client.call("POST", "/v1/open-api/products/buy", '{"amount":');
  refused(reply, "400026510");
  assert.equal(reply.invented, true);
});

test("a body-less GET is signed over the hash of the empty string", async () => {
  assert.equal(createHash("sha256").update("").digest("hex").slice(0, 8), "e3b0c442");
  const reply = await client.call("GET", "/v1/open-api/balance");
  assert.equal(reply.text, '{"response_code":"200032000","response_message":"Sukses","data":{"balance":"1000000.00"}}');
});

test("refusals carry the service code of their path", async () => {
  const paths = { "POST /v1/open-api/transports/block-seat": "05", "POST /v1/open-api/attractions/buy": "06", "GET /v1/open-api/balance": "03" };
  for (const [route, service] of Object.entries(paths)) {
    const [method = "", path = ""] = route.split(" ");
    refused(await client.call(method, path, "", { token: "unknown" }), `401${service}6500`);
  }
});
