import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { nodeHandler } from "../../pkg-template/kasir-hook/src/adapters/node.ts";
import { bought, openRig, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

async function listening<T>(listener: RequestListener, run: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const body = JSON.stringify({ operation: "klikoo.product_buy", input: topUp(), basket: "order-1" });
const headers = (reference: string) => ({ "Content-Type": "application/json", "Idempotency-Key": reference });

test("mounted in node:http the hook buys, and authorize sees the socket's address and the full address of the page", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  await listening(nodeHandler(rig.hook), async (url) => {
    const reply = await fetch(`${url}/kasir/intents`, { method: "POST", headers: { ...headers(reference), Origin: url }, body });
    assert.equal(reply.status, 202);
    assert.equal((await reply.json() as { state: string }).state, "pending");
    assert.equal((await fetch(`${url}/elsewhere`)).status, 404);
  });
  assert.equal(bought(rig, reference), 1);
  assert.equal(rig.asked[0]?.address, "127.0.0.1");
  assert.match(rig.asked[0]?.url ?? "", /^http:\/\/127\.0\.0\.1:\d+\/kasir\/intents$/);
  await rig.close();
});

test("mounted among other handlers it leaves their paths alone and refuses a body that somebody else has read", async () => {
  const rig = await openRig();
  const handler = nodeHandler(rig.hook, { address: (request) => String(request.headers["x-real-ip"]) });
  const app: RequestListener = (request, response) => {
    const mounted = () => handler(request, response, (fault) => response.writeHead(fault ? 500 : 200).end((fault as { code?: string })?.code ?? "shop page"));
    if (request.headers["x-parsed"]) request.resume().on("end", mounted);
    else mounted();
  };
  await listening(app, async (url) => {
    assert.equal(await (await fetch(`${url}/kasirlike`)).text(), "shop page");
    const reference = randomUUID();
    const reply = await fetch(`${url}/kasir/intents`, { method: "POST", headers: { ...headers(reference), "X-Real-IP": "198.51.100.7" }, body });
    assert.equal(reply.status, 202);
    assert.equal(rig.asked[0]?.address, "198.51.100.7");
    const parsed = await fetch(`${url}/kasir/intents`, { method: "POST", headers: { ...headers(randomUUID()), "X-Parsed": "1" }, body });
    assert.equal(await parsed.text(), "ERR_BODY_ALREADY_READ");
  });
  await rig.close();
});

for (const [mount, where] of [["/kasir", "at its own path"], ["/api", "at another path"]] as const) {
  test(`mounted ${where}, which Express cuts off, it finds itself all the same`, async () => {
    const rig = await openRig();
    const handler = nodeHandler(rig.hook);
    const app: RequestListener = (request, response) => {
      const originalUrl = request.url ?? "";
      Object.assign(request, { originalUrl, url: originalUrl.replace(mount, "") || "/" });
      handler(request, response, () => response.writeHead(200).end(`shop page ${request.url ?? ""}`));
    };
    await listening(app, async (url) => {
      assert.equal(await (await fetch(`${url}${mount}like?a=b`)).text(), "shop page like?a=b");
      const path = mount === "/kasir" ? "/kasir/intents" : `${mount}/kasir/intents`;
      const reply = await fetch(`${url}${path}`, { method: "POST", headers: headers(randomUUID()), body });
      assert.equal(reply.status, 202);
    });
    assert.match(rig.asked[0]?.url ?? "", /:\d+\/kasir\/intents$/);
    await rig.close();
  });
}

test("a page that goes away in mid-purchase leaves the purchase to the ledger", async () => {
  const rig = await openRig();
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "slow", path: "/v1/open-api/products/buy", ms: 300 });
  await listening(nodeHandler(rig.hook), async (url) => {
    const gone = AbortSignal.timeout(150);
    await assert.rejects(fetch(`${url}/kasir/intents`, { method: "POST", headers: headers(reference), body, signal: gone }));
    await new Promise((wake) => setTimeout(wake, 400));
  });
  assert.equal((await rig.get(reference)).body.state, "pending");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});
