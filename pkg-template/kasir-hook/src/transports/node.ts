/**
 * The default transport: one fresh connection a request, so that no idle socket can swallow or repeat a purchase. The
 * connection is made first and the request handed to it afterwards: what fails before has proved that nothing was sent.
 */
import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { NoAnswer, type Transport, type WireAnswer, type WireRequest } from "./transport.ts";

export function nodeTransport(): Transport {
  return { send };
}

async function send(wire: WireRequest): Promise<WireAnswer> {
  const deadline = performance.now() + wire.totalMs;
  const url = new URL(wire.url);
  const socket = await connected(url, Math.min(wire.connectMs, wire.totalMs));
  const client = prepared(url, wire, socket);
  return exchanged(client, wire, deadline - performance.now());
}

/** A connection that may be written to, its certificate checked. Rejects with `sent: false`. */
function connected(url: URL, ms: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const socket = secure ? tls(url) : connectTcp({ host: hostOf(url), port: Number(url.port || 80) });
    const giveUp = (code: string, cause?: unknown): void => {
      clearTimeout(patience);
      socket.destroy();
      reject(new NoAnswer(code, { cause, sent: false }));
    };
    const patience = setTimeout(() => giveUp("CONNECT_TIMEOUT"), ms);
    // It listens as long as the socket lives: once a request is on it, that one tells what became of it.
    socket.on("error", (cause: NodeJS.ErrnoException) => giveUp(cause.code ?? "NOT_CONNECTED", cause));
    socket.once("close", () => giveUp("NOT_CONNECTED"));
    socket.once(secure ? "secureConnect" : "connect", () => {
      clearTimeout(patience);
      resolve(socket);
    });
  });
}

function tls(url: URL): Socket {
  const host = hostOf(url);
  return connectTls({
    host,
    port: Number(url.port || 443),
    ALPNProtocols: ["http/1.1"],
    // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED in somebody's environment does not switch it off.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 && { servername: host }),
  });
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** The request on its connection, not a byte of it written yet. */
function prepared(url: URL, wire: WireRequest, socket: Socket): ClientRequest {
  try {
    if (socket.destroyed) throw new Error("the connection broke off before the request");
    const headers: Record<string, string> = { ...wire.headers, Host: url.host, "Accept-Encoding": "identity", Accept: "application/json" };
    if (wire.body !== "") headers["Content-Length"] = String(Buffer.byteLength(wire.body));
    const options: RequestOptions = { method: wire.method, headers, createConnection: () => socket };
    return url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
  } catch (cause) {
    socket.destroy();
    throw new NoAnswer("REQUEST_NOT_MADE", { cause, sent: false });
  }
}

function exchanged(client: ClientRequest, wire: WireRequest, ms: number): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = (code: string, cause?: unknown): void => {
      clearTimeout(patience);
      client.destroy();
      reject(cause instanceof NoAnswer ? cause : new NoAnswer(code, { cause }));
    };
    const patience = setTimeout(() => giveUp("TOTAL_TIMEOUT"), ms);
    client.on("error", (cause: NodeJS.ErrnoException) => giveUp(cause.code ?? "CONNECTION_LOST", cause));
    client.once("response", (answer) => {
      wholeBody(answer, wire.maxBytes).then(
        (body) => {
          clearTimeout(patience);
          resolve({ http: answer.statusCode ?? 0, body });
        },
        (cause: unknown) => giveUp("ANSWER_BROKEN_OFF", cause),
      );
    });
    client.end(wire.body);
  });
}

async function wholeBody(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new NoAnswer("ANSWER_TOO_LARGE");
    chunks.push(chunk);
  }
  if (!answer.complete) throw new NoAnswer("ANSWER_BROKEN_OFF");
  return Buffer.concat(chunks).toString("utf8");
}
