import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { type Fault, type Sandbox, createSandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";
import { KlikooClient, NetzmeClient, type Reply, klikooClient, read } from "./signed_client.ts";

let sandbox: Sandbox;
let client: KlikooClient;

before(async () => {
  sandbox = await createSandbox({ slowMs: 30 });
});
after(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  client = await klikooClient(sandbox);
});

async function outcome(reference: string): Promise<{ reply: Reply | null; booked: boolean }> {
  const reply = await client.buy({ partner_reference_id: reference }).catch(() => null);
  return { reply, booked: reference in sandbox.counts().purchasesPerReference };
}

const INSTEAD: Record<string, { fault: Fault; http: number | null; sees?: RegExp }> = {
  "a connection that is reset": { fault: { kind: "down" }, http: null },
  "a connection that is dropped": { fault: { kind: "drop" }, http: null },
  "the provider's 500": { fault: { kind: "status_500" }, http: 500, sees: /^\{"data":null,"response_code":"500029999"/ },
  "a proxy's 502": { fault: { kind: "status_502" }, http: 502, sees: /^<html>/ },
  "garbage": { fault: { kind: "garbage" }, http: 200, sees: /<<<$/ },
  "an empty answer": { fault: { kind: "empty" }, http: 200, sees: /^$/ },
  "an answer beyond any limit": { fault: { kind: "oversized" }, http: 200, sees: /^\{"data":"x{600000}/ },
};

for (const [what, { fault, http, sees }] of Object.entries(INSTEAD)) {
  test(`${what} comes once and books nothing`, async () => {
    sandbox.fault(fault);
    const reference = randomUUID();
    const { reply, booked } = await outcome(reference);
    assert.equal(reply?.http ?? null, http);
    if (sees !== undefined) assert.match(reply?.text ?? "", sees);
    assert.equal(booked, false);
    assert.equal((await outcome(reference)).booked, true);
  });

  if (fault.kind !== "down") {
    test(`${what} can come after the purchase was booked`, async () => {
      sandbox.fault({ ...fault, accepted: true });
      const { reply, booked } = await outcome(randomUUID());
      assert.equal(reply?.http ?? null, http);
      assert.equal(booked, true);
    });
  }
}

test("a redirect is answered and leads nowhere", async () => {
  sandbox.fault({ kind: "redirect" });
  const response = await fetch(`${sandbox.klikoo.baseUrl}/v1/open-api/balance`, { redirect: "manual" });
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("location"), "/redirected");
});

test("drop_after_accept books and closes the connection", async () => {
  sandbox.fault({ kind: "drop_after_accept" });
  assert.deepEqual(await outcome(randomUUID()), { reply: null, booked: true });
});

test("an answer cut in half books and breaks off", async () => {
  sandbox.fault({ kind: "truncated", accepted: true });
  assert.deepEqual(await outcome(randomUUID()), { reply: null, booked: true });
});

test("a slow answer is booked at once and comes late", async () => {
  sandbox.fault({ kind: "slow", ms: 120 });
  const reference = randomUUID();
  const started = performance.now();
  const answer = outcome(reference);
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(sandbox.counts().purchasesPerReference[reference], 1);
  assert.equal((await answer).reply?.http, 201);
  assert.ok(performance.now() - started >= 115);
});

test("refuse_token refuses once, and the token is worthless afterwards", async () => {
  sandbox.fault({ kind: "refuse_token", path: "/v1/open-api/products" });
  const reference = randomUUID();
  assert.equal((await outcome(reference)).reply?.json["response_code"], "401026535");
  assert.equal((await outcome(reference)).reply?.json["response_code"], "401026535");
  await client.fetchToken();
  assert.equal((await outcome(reference)).booked, true);
  const netzme = new NetzmeClient(sandbox.netzme);
  await netzme.fetchToken();
  sandbox.fault({ kind: "refuse_token" });
  assert.equal((await netzme.setPercentage(netzme.percentageBody("1"))).json["status"], 401);
});

test("the clock dial moves the timestamp checks until faults are cleared", async () => {
  sandbox.fault({ kind: "clock", ms: 3_600_000 });
  assert.equal((await client.buy()).json["response_code"], "400026505");
  sandbox.clearFaults();
  assert.equal((await client.buy()).http, 201);
});

test("a dial counts its times and keeps to its path", async () => {
  sandbox.fault({ kind: "status_500", path: "/v1/open-api/products/buy", times: 2 });
  assert.equal((await client.call("GET", "/v1/open-api/balance")).http, 200);
  assert.deepEqual([(await client.buy()).http, (await client.buy()).http, (await client.buy()).http], [500, 500, 201]);
  sandbox.fault({ kind: "status_502", times: "always" });
  assert.deepEqual([(await client.buy()).http, (await client.buy()).http], [502, 502]);
  sandbox.clearFaults();
  assert.equal((await client.buy()).http, 201);
});

test("a dial that does not exist is misuse", () => {
  assert.throws(() => sandbox.fault({ kind: "fire" as "down" }), TypeError);
  assert.throws(() => sandbox.fault({ kind: "down", times: 0 }), TypeError);
  assert.throws(() => sandbox.fault({ kind: "slow", ms: Number.NaN }), TypeError);
});

test("a stopped sandbox refuses connections and comes back with its books", async () => {
  const reference = randomUUID();
  assert.equal((await outcome(reference)).booked, true);
  await sandbox.stop();
  await assert.rejects(client.buy(), (error: Error) => (error.cause as NodeJS.ErrnoException).code === "ECONNREFUSED");
  await sandbox.start();
  assert.equal((await client.buy({ partner_reference_id: reference })).http, 409);
});

test("counts tell requests, purchases, paths and codes apart", async () => {
  const reference = randomUUID();
  await client.buy({ partner_reference_id: reference });
  await client.buy({ partner_reference_id: reference });
  sandbox.fault({ kind: "down" });
  await client.buy({ partner_reference_id: reference }).catch(() => null);
  const counts = sandbox.counts();
  assert.equal(counts.requests, 4);
  assert.equal(counts.unread, 1);
  assert.equal(counts.tokens, 1);
  assert.deepEqual(counts.requestsPerPath, { "/v1/open-api/access-token": 1, "/v1/open-api/products/buy": 3 });
  assert.deepEqual(counts.requestsPerReference, { [reference]: 2 });
  assert.deepEqual(counts.purchasesPerReference, { [reference]: 1 });
  assert.deepEqual(counts.codes, { "200012000": 1, "201022001": 1, "409026563": 1 });
});

test("the log names what happened and holds no secret, token, signature or destination", async () => {
  const reference = randomUUID();
  await client.buy({ partner_reference_id: reference });
  const netzme = new NetzmeClient(sandbox.netzme);
  await netzme.fetchToken();
  await netzme.setPercentage(netzme.percentageBody("1.4"));
  const entry = sandbox.log.find(({ path }) => path.endsWith("/products/buy"));
  assert.equal(entry?.reference, reference);
  assert.equal(entry?.code, "201022001");
  assert.equal(entry?.transactionId, "14429004");
  const text = JSON.stringify(sandbox.log);
  const { clientSecret, privateKey } = sandbox.klikoo;
  for (const secret of [clientSecret, privateKey.slice(40, 80), client.token, sandbox.netzme.clientKey, netzme.token, "081234567890"]) {
    assert.equal(text.includes(secret), false);
  }
});

async function control(method: string, name: string, body?: unknown): Promise<Reply> {
  const headers = { "Content-Type": "application/json" };
  return read(await fetch(`${sandbox.url}/_sandbox/${name}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
}

test("the controls work over HTTP", async () => {
  const reference = randomUUID();
  assert.equal((await control("POST", "fault", { kind: "status_500", times: 1 })).http, 200);
  assert.equal((await client.buy()).http, 500);
  await control("POST", "fault", { kind: "down", times: "always" });
  await control("DELETE", "fault");
  const { transaction_id } = (await client.buy({ partner_reference_id: reference })).json["data"];
  assert.deepEqual((await control("POST", "settle", { reference, status: "SUCCESS", sn: "1" })).json, { settled: true });
  assert.deepEqual((await control("POST", "settle", { transactionId: transaction_id, status: "FAILED" })).json, { settled: true });
  assert.equal((await control("GET", "transactions")).json[0].status, "FAILED");
  assert.equal((await control("GET", "counts")).json["purchasesPerReference"][reference], 1);
  assert.ok((await control("GET", "log")).json["length"] > 0);
  await control("POST", "references", { forget: true });
  assert.equal((await client.buy({ partner_reference_id: reference })).http, 201);
  await control("POST", "balance", { balance: 5 });
  assert.deepEqual((await control("GET", "balance")).json, { balance: 5 });
  await control("POST", "reset");
  assert.equal((await control("GET", "counts")).json["requests"], 0);
  assert.equal(sandbox.balance(), 1_000_000);
});

test("the controls refuse what they do not know and what another site could send", async () => {
  assert.equal((await control("POST", "fault", { kind: "fire" })).http, 400);
  assert.equal((await control("POST", "settle", { reference: "x", status: "DONE" })).http, 400);
  assert.equal((await control("POST", "balance", { balance: "much" })).http, 400);
  assert.equal((await control("GET", "secrets")).http, 404);
  const plain = await fetch(`${sandbox.url}/_sandbox/reset`, { method: "POST", headers: { "Content-Type": "text/plain" }, body: "{}" });
  assert.equal(plain.status, 400);
});

test("two sandboxes have keys of their own", async () => {
  const other = await createSandbox();
  try {
    assert.notEqual(other.klikoo.clientSecret, sandbox.klikoo.clientSecret);
    assert.notEqual(other.klikoo.privateKey, sandbox.klikoo.privateKey);
    assert.notEqual(other.netzme.privateKey, other.klikoo.privateKey);
    client.token = "";
    const crossed = new KlikooClient({ ...sandbox.klikoo, baseUrl: other.klikoo.baseUrl });
    assert.equal((await crossed.fetchToken()).json["response_code"], "401016570");
  } finally {
    await other.close();
  }
});
