/** The default transport: one fresh connection a request, so that no idle socket can swallow or repeat a purchase. */
import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { NoAnswer, type Transport, type WireAnswer, type WireRequest } from "./transport.ts";

export function nodeTransport(): Transport {
  return { send };
}

function send(wire: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(wire.url);
    const client = open(url, wire);
    const giveUp = (code: string, cause?: unknown): void => {
      stop();
      client.destroy();
      reject(cause instanceof NoAnswer ? cause : new NoAnswer(code, { cause }));
    };
    const total = setTimeout(() => giveUp("TOTAL_TIMEOUT"), wire.totalMs);
    const connect = setTimeout(() => giveUp("CONNECT_TIMEOUT"), wire.connectMs);
    const stop = (): void => {
      clearTimeout(total);
      clearTimeout(connect);
    };
    client.once("socket", (socket: Socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(connect));
    });
    client.once("error", (cause: NodeJS.ErrnoException) => giveUp(cause.code ?? "CONNECTION_LOST", cause));
    client.once("response", (answer) => {
      clearTimeout(connect);
      wholeBody(answer, wire.maxBytes).then(
        (body) => {
          stop();
          resolve({ http: answer.statusCode ?? 0, body });
        },
        (cause: unknown) => giveUp("ANSWER_BROKEN_OFF", cause),
      );
    });
    client.end(wire.body);
  });
}

function open(url: URL, wire: WireRequest): ClientRequest {
  const headers: Record<string, string> = { ...wire.headers, "Accept-Encoding": "identity", Accept: "application/json" };
  if (wire.body !== "") headers["Content-Length"] = String(Buffer.byteLength(wire.body));
  // `agent: false` makes an agent for this request alone.
  const options: RequestOptions = { method: wire.method, headers, agent: false };
  // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED in somebody's environment does not switch it off.
  return url.protocol === "https:" ? requestHttps(url, { ...options, rejectUnauthorized: true }) : requestHttp(url, options);
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
