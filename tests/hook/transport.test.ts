import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

async function listening(server: TcpServer, run: (port: number) => Promise<void>): Promise<void> {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await run((server.address() as AddressInfo).port);
  } finally {
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
    await assert.rejects(post(url), { code: "ANSWER_TOO_LARGE", sent: true });
  });
  await served((_, response) => { response.writeHead(200, { "Content-Length": "100" }).write("half"); setTimeout(() => response.destroy(), 20); }, async (url) => {
    await assert.rejects(post(url), { name: "NoAnswer", sent: true });
  });
  await served(() => {}, async (url) => {
    await assert.rejects(post(url), { code: "TOTAL_TIMEOUT", sent: true });
  });
  await served((_, response) => void response.writeHead(200).write("{"), async (url) => {
    await assert.rejects(post(url), { code: "TOTAL_TIMEOUT" });
  });
});

test("a connection that is dropped is no answer, is not tried again, and leaves it open whether something was sent", async () => {
  let requests = 0;
  await served((request) => { requests += 1; request.socket.destroy(); }, async (url) => {
    await assert.rejects(post(url), { name: "NoAnswer", sent: true });
  });
  assert.equal(requests, 1);
  await listening(createTcpServer((socket) => socket.destroy()), async (port) => {
    await assert.rejects(post(`http://127.0.0.1:${port}`), { name: "NoAnswer", sent: true });
  });
  await listening(createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy())), async (port) => {
    await assert.rejects(post(`http://127.0.0.1:${port}`), { code: "ECONNRESET", sent: true });
  });
});

test("what fails before there is a connection has proved that nothing was sent", async () => {
  await assert.rejects(post("http://127.0.0.1:1"), { code: "ECONNREFUSED", sent: false });
  await assert.rejects(post("https://[::1]:1"), { name: "NoAnswer", sent: false });
  await assert.rejects(post("http://nowhere.invalid"), (fault: { code: string; sent: boolean }) =>
    ["ENOTFOUND", "EAI_AGAIN", "CONNECT_TIMEOUT"].includes(fault.code) && !fault.sent);
  const bytes: Buffer[] = [];
  const plain = createTcpServer((socket) => socket.on("error", () => {}).on("data", (chunk: Buffer) => { bytes.push(chunk); socket.end("HTTP/1.1 400 \r\n\r\n"); }));
  await listening(plain, async (port) => {
    await assert.rejects(post(`https://127.0.0.1:${port}`, '{"secret":1}'), { name: "NoAnswer", sent: false });
  });
  assert.ok(bytes.length > 0 && !Buffer.concat(bytes).includes("secret"));
  await listening(createTcpServer((socket) => socket.destroy()), async (port) => {
    await assert.rejects(post(`https://127.0.0.1:${port}`), { name: "NoAnswer", sent: false });
  });
  await served((_, response) => void response.end(), async (url) => {
    const wire = { method: "POST", url, headers: { "X-One": "1\r\n" }, body: "{}", ...limits };
    await assert.rejects(nodeTransport().send(wire), { code: "REQUEST_NOT_MADE", sent: false });
  });
});

test("a connection that nobody takes up is given up after the connect time, and nothing was sent", async () => {
  // It listens and then sleeps: the two places of its queue are soon taken, further callers wait.
  const sleeper = spawn(process.execPath, ["--eval", `
    const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      require("node:fs").writeSync(1, String(server.address().port));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
    });`]);
  const [printed] = (await once(sleeper.stdout, "data")) as [Buffer];
  const port = Number(printed);
  const queued = Array.from({ length: 8 }, () => connect(port, "127.0.0.1").on("error", () => {}));
  await new Promise((wake) => setTimeout(wake, 100));
  await assert.rejects(post(`http://127.0.0.1:${port}`), { code: "CONNECT_TIMEOUT", sent: false });
  for (const socket of queued) socket.destroy();
  sleeper.kill("SIGKILL");
});

test("a handshake that never ends is given up after the connect time", async () => {
  const silent = createTcpServer(() => {});
  await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
  const started = performance.now();
  await assert.rejects(post(`https://127.0.0.1:${(silent.address() as AddressInfo).port}`), { code: "CONNECT_TIMEOUT", sent: false });
  assert.ok(performance.now() - started < 900);
  silent.close();
});

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), "kasir-tls-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
  test(`a certificate that nobody vouches for is refused before a byte of the request, whatever the environment says (${version})`, async () => {
    let bytes = 0;
    const server = createTlsServer({ ...certificate(), minVersion: version, maxVersion: version }, (socket) =>
      socket.on("error", () => {}).on("data", (chunk: Buffer) => (bytes += chunk.length)));
    server.on("tlsClientError", () => {});
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      await listening(server, async (port) => {
        for (let turn = 0; turn < 10; turn += 1) {
          await assert.rejects(post(`https://127.0.0.1:${port}`), { code: "DEPTH_ZERO_SELF_SIGNED_CERT", sent: false });
        }
        await new Promise((wake) => setTimeout(wake, 50));
      });
    } finally {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    }
    assert.equal(bytes, 0);
  });
}

test("over a certificate that is vouched for the request goes out whole, addressed to its host", async () => {
  const pair = certificate();
  const folder = mkdtempSync(path.join(tmpdir(), "kasir-tls-"));
  writeFileSync(path.join(folder, "cert.pem"), pair.cert);
  const seen: string[] = [];
  const server = createSecureServer(pair, (request, response) => {
    request.setEncoding("utf8").on("data", (text: string) => seen.push(`${request.headers.host} ${text}`)).on("end", () => response.end("ya"));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const module = new URL("../../pkg-template/kasir-hook/src/transports/node.ts", import.meta.url).href;
  // Node reads the certificates that it trusts when it starts.
  const buyer = spawn(process.execPath, [...process.execArgv, "--input-type=module", "--eval", `
    import { nodeTransport } from ${JSON.stringify(module)};
    const answer = await nodeTransport().send({ method: "POST", url: "https://127.0.0.1:${port}/a?b=c", headers: {}, body: "{}", connectMs: 2000, totalMs: 4000, maxBytes: 1024 });
    process.stdout.write(JSON.stringify(answer));`], { env: { ...process.env, NODE_EXTRA_CA_CERTS: path.join(folder, "cert.pem") } });
  let printed = "";
  buyer.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await once(buyer, "close");
  assert.equal(printed, '{"http":200,"body":"ya"}');
  assert.deepEqual(seen, [`127.0.0.1:${port} {}`]);
  server.close();
  rmSync(folder, { recursive: true });
});
