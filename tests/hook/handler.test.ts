import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { PROBLEM_CODES } from "../../pkg-template/kasir-hook/src/problem.ts";
import { openRig, SHOP, stopSandbox, topUp, type Rig } from "./rig.ts";

after(stopSandbox);

async function raw(rig: Rig, route: string, init: RequestInit = {}, hook = rig.hook) {
  const response = await hook.fetch(new Request(`${SHOP}${route}`, init), { address: "192.0.2.1" });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

const json = (extra: Record<string, string> = {}) => ({ "Content-Type": "application/json", "Idempotency-Key": randomUUID(), Origin: SHOP, ...extra });
const call = (): string => JSON.stringify({ operation: "klikoo.product_buy", input: topUp(), basket: randomUUID() });

test("a problem is problem+json with a frozen code, a title in the asked language, and is never cached", async () => {
  const rig = await openRig();
  const id = await raw(rig, "/kasir/intents/nothing");
  assert.equal(id.headers.get("content-type"), "application/problem+json");
  assert.equal(id.headers.get("cache-control"), "no-store");
  assert.equal(id.body.code, "reference.malformed");
  assert.equal(id.body.status, 400);
  assert.equal(id.body.type, "about:blank");
  const en = await raw(rig, "/kasir/intents/nothing", { headers: { "Accept-Language": "en-GB,en;q=0.9" } });
  assert.notEqual(en.body.title, id.body.title);
  assert.ok(PROBLEM_CODES.includes(en.body.code));
  await rig.close();
});

test("a call must be JSON, small, and carry a reference that is a UUID of version 4", async () => {
  const rig = await openRig();
  const post = (headers: Record<string, string>, body: BodyInit = call()) => raw(rig, "/kasir/intents", { method: "POST", headers, body });
  assert.equal((await post(json({ "Content-Type": "text/plain" }))).body.code, "media.unsupported");
  assert.equal((await post(json({ "Content-Type": "application/x-www-form-urlencoded" }))).body.code, "media.unsupported");
  assert.equal((await post(json({ "Content-Type": "application/jsonp" }))).body.code, "media.unsupported");
  assert.equal((await post(json({ "Idempotency-Key": "" }))).body.code, "reference.missing");
  for (const reference of ["1234", "6d654219-d9b7-1e1a-8b51-99a5cafb11cb", `${randomUUID()}x`, "${jndi:x}"]) {
    assert.equal((await post(json({ "Idempotency-Key": reference }))).body.code, "reference.malformed");
  }
  assert.equal((await post(json(), `"${"x".repeat(256 * 1024)}"`)).body.code, "input.too_large");
  assert.equal((await post(json(), "{")).body.code, "input.invalid");
  assert.equal((await post(json(), Buffer.from([0x7b, 0xff, 0x7d]))).body.code, "input.invalid");
  assert.equal((await post(json({ "Content-Type": "Application/JSON; charset=utf-8" }))).status, 202);
  assert.equal(rig.sandbox.transactions().length, 1);
  await rig.close();
});

test("a body without a declared length is cut off at the limit while it is read", async () => {
  const rig = await openRig();
  let pulled = 0;
  const endless = new ReadableStream({ pull: (controller) => { pulled += 1; controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)); } });
  const reply = await raw(rig, "/kasir/intents", { method: "POST", headers: json(), body: endless, duplex: "half" } as RequestInit);
  assert.equal(reply.body.code, "input.too_large");
  assert.ok(pulled < 12);
  await rig.close();
});

test("only pages of the hook's own origin or of an allowed one may buy", async () => {
  const rig = await openRig();
  const elsewhere = rig.another({ allowedOrigins: ["https://pages.example"] });
  const post = async (headers: { Origin: string; "Sec-Fetch-Site"?: string }, hook = rig.hook) =>
    (await raw(rig, "/kasir/intents", { method: "POST", headers: { ...json(), ...headers }, body: call() }, hook)).body.code;
  for (const stranger of [{ Origin: "https://evil.example" }, { Origin: "null" }, { Origin: SHOP, "Sec-Fetch-Site": "cross-site" }, { Origin: SHOP, "Sec-Fetch-Site": "same-site" }]) {
    assert.equal(await post(stranger), "origin.forbidden");
  }
  assert.equal(await post({ Origin: "https://behind-a-proxy.example", "Sec-Fetch-Site": "same-origin" }), undefined);
  assert.equal(await post({ Origin: "https://pages.example", "Sec-Fetch-Site": "cross-site" }, elsewhere), undefined);
  assert.equal(await post({ Origin: "https://evil.example" }, elsewhere), "origin.forbidden");
  await rig.close();
});

test("a page of an allowed origin may read the answers, a page of another may not", async () => {
  const rig = await openRig();
  const hook = rig.another({ allowedOrigins: ["https://pages.example"] });
  const preflight = (origin: string) => raw(rig, "/kasir/intents", { method: "OPTIONS", headers: { Origin: origin, "Access-Control-Request-Method": "POST" } }, hook);
  const allowed = await preflight("https://pages.example");
  assert.equal(allowed.headers.get("access-control-allow-origin"), "https://pages.example");
  assert.match(allowed.headers.get("access-control-allow-headers") ?? "", /Idempotency-Key/);
  assert.equal((await preflight("https://evil.example")).headers.get("access-control-allow-origin"), null);
  const answer = await raw(rig, "/kasir/intents", { method: "POST", headers: json({ Origin: "https://pages.example" }), body: call() }, hook);
  assert.equal(answer.headers.get("access-control-allow-origin"), "https://pages.example");
  await rig.close();
});

test("routes that are not there are 404, methods that are not there 405; callbacks have no route", async () => {
  const rig = await openRig();
  for (const route of ["/kasir", "/kasir/callbacks/klikoo/secret", "/intents", "/kasir/intents/a/b"]) {
    assert.equal((await raw(rig, route)).body.code, "route.unknown", route);
  }
  const wrong = await raw(rig, "/kasir/intents", { method: "PUT", headers: json(), body: "{}" });
  assert.equal(wrong.body.code, "method.not_allowed");
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "POST");
  assert.equal((await raw(rig, "/kasir/queries")).headers.get("allow"), "POST");
  await rig.close();
});

test("an operation that is unknown, a look-up, a query to buy with or a purchase to ask with is no operation of the route", async () => {
  const rig = await openRig();
  for (const operation of ["klikoo.nothing", "klikoo.transaction_detail", "klikoo.product_inquiry"]) {
    const reply = await rig.post({ product_code: "PLN20", value: "01105691111", transaction_id: "1" }, { operation });
    assert.ok(["operation.unknown", "input.invalid"].includes(reply.body.code ?? ""), `${operation}: ${reply.body.code}`);
    assert.equal(reply.body.state, undefined);
  }
  assert.equal((await rig.post(topUp(), { route: "/queries" })).body.code, "operation.unknown");
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("limits answer 429 with the seconds to wait; a replay costs nothing of the purchases' budget", async () => {
  const rig = await openRig({ limits: { purchases: { points: 2, seconds: 60 }, queries: { points: 1, seconds: 60 } } });
  const reference = randomUUID();
  for (let time = 0; time < 5; time += 1) assert.equal((await rig.post(topUp(), { reference })).status, 202);
  assert.equal((await rig.post(topUp("222222"))).status, 202);
  const refused = await rig.post(topUp("333333"));
  assert.equal(refused.status, 429);
  assert.equal(refused.body.code, "rate.limited");
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  assert.equal((await rig.post(topUp("333333"), { headers: { "X-Session": "buyer-2" } })).status, 202);
  const inquiry = { operation: "klikoo.product_inquiry", route: "/queries" };
  assert.equal((await rig.post({ product_code: "PLN20", value: "01105691111" }, inquiry)).status, 200);
  assert.equal((await rig.post({ product_code: "PLN20", value: "01105691111" }, inquiry)).status, 429);
  await rig.close();
});

test("one address cannot call without end", async () => {
  const rig = await openRig({ limits: { address: { points: 3, seconds: 60 } } });
  const statuses = [];
  for (let time = 0; time < 5; time += 1) statuses.push((await rig.get(randomUUID())).status);
  assert.deepEqual(statuses, [404, 404, 404, 429, 429]);
  await rig.close();
});

test("a closed hook answers 503", async () => {
  const rig = await openRig();
  await rig.hook.close();
  assert.equal((await rig.post(topUp())).status, 503);
  await assert.rejects(rig.hook.reconcile(), { code: "ERR_HOOK_CLOSED" });
  await rig.close();
});
