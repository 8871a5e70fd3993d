import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { nodeTransport } from "../../pkg-template/kasir-hook/src/transports/node.ts";

const limits = { connectMs: 300, totalMs: 1000, maxBytes: 1024 };

async function served<T>(listener: RequestListener, run: (url: string, server: Server) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const post = (url: string, body = "{}") => nodeTransport().send({ method: "POST", url, headers: { "X-One": "1" }, body, ...limits });

test("status and body come back, the bytes go out as given, each on a connection of its own", async () => {
  const connections = new Set<unknown>();
  const bodies: string[] = [];
  await served((request, response) => {
    connections.add(request.socket);
    request.setEncoding("utf8").on("data", (text: string) => bodies.push(text)).on("end", () => response.writeHead(418).end("ya – 是"));
  }, async (url) => {
    for (let turn = 0; turn < 3; turn += 1) assert.deepEqual(await post(url, '{"a":"ꦱ\\u003c"}'), { http: 418, body: "ya – 是" });
  });
  assert.equal(connections.size, 3);
  assert.deepEqual(bodies, Array(3).fill('{"a":"ꦱ\\u003c"}'));
});

test("a redirect is an answer, not a way", async () => {
  let requests = 0;
  await served((_, response) => { requests += 1; response.writeHead(307, { Location: "/elsewhere" }).end(); }, async (url) => {
    assert.equal((await post(url)).http, 307);
  });
  assert.equal(requests, 1);
});

test("an answer beyond the cap, cut off, or late is no answer", async () => {
  await served((_, response) => void response.end("x".repeat(2000)), async (url) => {
    await assert.rejects(post(url), { code: "ANSWER_TOO_LARGE" });
  });
  await served((_, response) => { response.writeHead(200, { "Content-Length": "100" }).write("half"); setTimeout(() => response.destroy(), 20); }, async (url) => {
    await assert.rejects(post(url), { name: "NoAnswer" });
  });
  await served(() => {}, async (url) => {
    await assert.rejects(post(url), { code: "TOTAL_TIMEOUT" });
  });
  await served((_, response) => void response.writeHead(200).write("{"), async (url) => {
    await assert.rejects(post(url), { code: "TOTAL_TIMEOUT" });
  });
});

test("a connection that is refused, dropped, or never becomes one is no answer, and is not tried again", async () => {
  await assert.rejects(post("http://127.0.0.1:1"), { code: "ECONNREFUSED" });
  let requests = 0;
  await served((request) => { requests += 1; request.socket.destroy(); }, async (url) => {
    await assert.rejects(post(url), { name: "NoAnswer" });
  });
  assert.equal(requests, 1);
});

test("a handshake that never ends is given up after the connect time", async () => {
  const silent = createTcpServer(() => {});
  await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
  const started = performance.now();
  await assert.rejects(post(`https://127.0.0.1:${(silent.address() as AddressInfo).port}`), { code: "CONNECT_TIMEOUT" });
  assert.ok(performance.now() - started < 900);
  silent.close();
});

test("a certificate that nobody vouches for is refused, whatever the environment says", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kasir-tls-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
  let requests = 0;
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => { requests += 1; response.end(); });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  try {
    await assert.rejects(post(`https://127.0.0.1:${(server.address() as AddressInfo).port}`), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  } finally {
    delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    server.close();
    rmSync(folder, { recursive: true });
  }
  assert.equal(requests, 0);
});
