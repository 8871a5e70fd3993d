import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { after, test } from "node:test";
import { nodeTransport } from "../../pkg-template/kasir-hook/src/transports/node.ts";
import { NoAnswer, type Transport } from "../../pkg-template/kasir-hook/src/transports/transport.ts";
import { bought, openRig, seen, stopSandbox, topUp } from "./rig.ts";

after(stopSandbox);

const BUY = "/v1/open-api/products/buy";
const failedBySupplier = { state: "failed", reason: "supplier" };

/** Everything goes its way but the purchases, which go to the address given. */
function detour(base: () => string): Transport {
  const node = nodeTransport();
  return { send: (wire) => node.send(wire.url.endsWith(BUY) ? { ...wire, url: base() + BUY } : wire) };
}

async function withServer(onConnection: (socket: Socket) => void, run: (port: number) => Promise<void>): Promise<void> {
  const server = createServer((socket) => onConnection(socket.on("error", () => {})));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  await run((server.address() as AddressInfo).port);
  server.close();
}

test("a provider that refuses the connection has bought nothing: failed, and the order is bought once when it is back", async () => {
  const rig = await openRig();
  await rig.post(topUp("111111"));
  await rig.sandbox.stop();
  const reference = randomUUID();
  const refused = await rig.post(topUp("990001"), { reference, basket: "order-1" });
  await rig.sandbox.start();
  assert.equal(refused.status, 200);
  assert.equal(refused.body.state, "failed");
  assert.deepEqual(refused.body["answer"], failedBySupplier);
  assert.ok(rig.log.some(({ event, code }) => event === "purchase.not_sent" && code === "ECONNREFUSED"));
  const replayed = await rig.post(topUp("990001"), { reference, basket: "order-1" });
  assert.equal(replayed.body.state, "failed");
  assert.equal(replayed.headers.get("idempotent-replayed"), "true");
  const again = randomUUID();
  assert.equal((await rig.post(topUp("990001"), { reference: again, basket: "order-1" })).body.state, "success");
  assert.equal(seen(rig, reference), 0);
  assert.equal(bought(rig, again), 1);
  assert.deepEqual(await rig.hook.attention(), []);
  await rig.close();
});

for (const [what, base] of [
  ["a name that nobody knows", () => "http://nowhere.invalid"],
  ["a port that nobody listens on", () => "http://127.0.0.1:1"],
] as const) {
  test(`${what}: failed, for nothing was sent`, async () => {
    const rig = await openRig({ transport: detour(base) });
    const reply = await rig.post(topUp());
    assert.deepEqual(reply.body["answer"], failedBySupplier);
    await rig.close();
  });
}

test("a TLS handshake that fails: failed, for nothing of the request was sent", async () => {
  await withServer((socket) => socket.once("data", () => socket.end("no TLS here")), async (port) => {
    const rig = await openRig({ transport: detour(() => `https://127.0.0.1:${port}`) });
    assert.deepEqual((await rig.post(topUp())).body["answer"], failedBySupplier);
    await rig.close();
  });
});

for (const [what, onConnection] of [
  ["closes at once", (socket: Socket) => socket.destroy()],
  ["resets after the first bytes", (socket: Socket) => socket.once("data", () => socket.resetAndDestroy())],
  ["never answers", () => {}],
] as const) {
  test(`a connection that stood and ${what}: unknown, for something may have been sent`, async () => {
    await withServer(onConnection as (socket: Socket) => void, async (port) => {
      const rig = await openRig({ transport: detour(() => `http://127.0.0.1:${port}`), timeouts: { totalMs: 400 } });
      const reply = await rig.post(topUp(), { basket: "order-1" });
      assert.equal(reply.body.state, "unknown");
      assert.equal((await rig.post(topUp(), { basket: "order-1" })).body.code, "order.taken");
      await rig.close();
    });
  });
}

test("only NoAnswer with sent false proves anything: whatever else a transport throws stays unknown", async () => {
  const node = nodeTransport();
  for (const [thrown, state] of [
    [new NoAnswer("OWN"), "unknown"], [new NoAnswer("OWN", { sent: false }), "failed"],
    [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), "unknown"], [Object.assign(new Error("x"), { sent: false }), "unknown"],
    ["ECONNREFUSED", "unknown"], [null, "unknown"],
  ] as const) {
    const transport: Transport = { send: (wire) => (wire.url.endsWith(BUY) ? Promise.reject(thrown) : node.send(wire)) };
    const rig = await openRig({ transport });
    assert.equal((await rig.post(topUp())).body.state, state);
    await rig.close();
  }
});

test("refused at the gate and no connection for the second attempt: failed, for the first was refused and the second not sent", async () => {
  let purchases = 0;
  const rig = await openRig({ transport: detour(() => ((purchases += 1) === 1 ? rig.sandbox.klikoo.baseUrl : "http://127.0.0.1:1")) });
  rig.sandbox.fault({ kind: "refuse_token", path: BUY });
  const reference = randomUUID();
  const reply = await rig.post(topUp(), { reference });
  assert.deepEqual(reply.body["answer"], failedBySupplier);
  assert.equal(purchases, 2);
  assert.equal(seen(rig, reference), 1);
  assert.equal(bought(rig, reference), 0);
  await rig.close();
});

test("a query to a provider that refuses the connection is provider.unavailable, with a token at hand and without", async () => {
  const rig = await openRig();
  const inquiry = { route: "/queries", operation: "klikoo.product_inquiry" };
  for (const turn of ["without", "with"]) {
    await rig.sandbox.stop();
    const reply = await rig.post({ product_code: "PLN20", value: "01105600001" }, inquiry);
    await rig.sandbox.start();
    assert.equal(reply.status, 503, turn);
    assert.equal(reply.body.code, "provider.unavailable");
    assert.equal((await rig.post({ product_code: "PLN20", value: "01105600001" }, inquiry)).body.state, "success");
  }
  await rig.close();
});
