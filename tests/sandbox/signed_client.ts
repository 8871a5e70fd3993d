/** Signs by the formulas of the providers' pages, with node:crypto and nothing of the product. */

import { createHash, createHmac, createSign, randomUUID } from "node:crypto";
import type { KlikooAccess, NetzmeAccess, Sandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";

export interface Reply {
  http: number;
  text: string;
  json: Record<string, any>;
  invented: boolean;
}

export async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  let json = {};
  try {
    json = JSON.parse(text);
  } catch {
    json = {};
  }
  return { http: response.status, text, json, invented: response.headers.get("x-kasir-sandbox") === "invented" };
}

/** `2024-02-07T10:28:35.000+07:00` */
export function wib(ms: number): string {
  return `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}.000+07:00`;
}

export function rsaSha256(privateKey: string, data: string): string {
  return createSign("RSA-SHA256").update(data).sign(privateKey, "base64");
}

function hmac(algorithm: string, key: string, data: string, encoding: "hex" | "base64"): string {
  return createHmac(algorithm, key).update(data).digest(encoding);
}

/** Keys sorted at every level, HTML signs escaped: enough for the bodies of these tests. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const members = given.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** What a test may bend. */
export interface Bent {
  token?: string;
  timestamp?: string;
  method?: string;
  signedPath?: string;
  signedMethod?: string;
  signedBody?: string;
  signature?: string;
  secret?: string;
  contentType?: string | null;
}

export class KlikooClient {
  readonly access: KlikooAccess;
  now: () => number = Date.now;
  token = "";

  constructor(access: KlikooAccess) {
    this.access = access;
  }

  async fetchToken(bent: { body?: object; timestamp?: string; signature?: string } = {}): Promise<Reply> {
    const { baseUrl, clientId, clientSecret, privateKey } = this.access;
    const timestamp = bent.timestamp ?? wib(this.now());
    const body = bent.body ?? { grant_type: "client_credentials", additional_info: { client_id: clientId, client_secret: clientSecret } };
    const reply = await read(
      await fetch(`${baseUrl}/v1/open-api/access-token`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Open-Api-Timestamp": timestamp,
          "Open-Api-Signature": bent.signature ?? rsaSha256(privateKey, `${clientId}|${timestamp}`),
        },
        body: JSON.stringify(body),
      }),
    );
    if (reply.http === 200) this.token = reply.json["data"].access_token;
    return reply;
  }

  async call(method: string, path: string, body: unknown = "", bent: Bent = {}): Promise<Reply> {
    const text = typeof body === "string" ? body : canonical(body);
    return read(await fetch(this.access.baseUrl + path, { method, headers: this.headers(method, path, text, bent), ...(text === "" ? {} : { body: text }) }));
  }

  headers(method: string, path: string, text: string, bent: Bent = {}): Record<string, string> {
    const token = bent.token ?? this.token;
    const timestamp = bent.timestamp ?? wib(this.now());
    const hash = createHash("sha256").update(bent.signedBody ?? text).digest("hex");
    const toSign = [bent.signedMethod ?? method, bent.signedPath ?? path, token, hash, timestamp].join(":");
    const contentType = bent.contentType === undefined ? "application/json" : bent.contentType;
    return {
      // A kept connection can die unseen; a fresh one makes every failure the one the test asked for.
      Connection: "close",
      ...(contentType === null ? {} : { "Content-Type": contentType }),
      Authorization: `Bearer ${token}`,
      "Open-Api-Timestamp": timestamp,
      "Open-Api-Signature": bent.signature ?? hmac("sha512", bent.secret ?? this.access.clientSecret, toSign, "base64"),
    };
  }

  buy(fields: Record<string, unknown> = {}, bent: Bent = {}): Promise<Reply> {
    return this.call("POST", "/v1/open-api/products/buy", topUp(fields), bent);
  }
}

export function topUp(fields: Record<string, unknown> = {}): Record<string, unknown> {
  const value = (fields["value"] as string | undefined) ?? "081234567890";
  return {
    amount: "10300", msidn: value, partner_reference_id: randomUUID(), product_code: "S10", selling_price: "11000", value,
    ...fields,
  };
}

export async function klikooClient(sandbox: Sandbox, now?: () => number): Promise<KlikooClient> {
  const client = new KlikooClient(sandbox.klikoo);
  if (now !== undefined) client.now = now;
  await client.fetchToken();
  return client;
}

export interface BentNetzme {
  headers?: Record<string, string>;
  separator?: boolean;
  token?: string;
  signedBody?: string;
}

export class NetzmeClient {
  readonly access: NetzmeAccess;
  token = "";

  constructor(access: NetzmeAccess) {
    this.access = access;
  }

  get merchant(): string {
    return this.access.merchants[0] ?? "";
  }

  tokenBody(id: string, time: number): string {
    return `{"requestId":"${id}","requestTime":${time},"type":"TYPE_GENERATE_TOKEN","body":{"merchantId":"${this.merchant}","webview":false,"additionalInfo":""}}`;
  }

  async fetchToken(bend: (body: string) => string = (body) => body, headers: Record<string, string> = {}): Promise<Reply> {
    const id = randomUUID();
    const time = Date.now();
    const body = bend(this.tokenBody(id, time));
    const reply = await read(
      await fetch(`${this.access.baseUrl}/public/api/ppob/v1/get-token`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json", "X-CLIENT-ID": this.access.clientId, "X-TIMESTAMP": String(time), "X-MSG-ID": id,
          "X-SIGNATURE": rsaSha256(this.access.privateKey, body), ...headers,
        },
        body,
      }),
    );
    if (reply.json["status"] === 100) this.token = decodeURIComponent(reply.json["body"].token);
    return reply;
  }

  async setPercentage(body: string, bent: BentNetzme = {}): Promise<Reply> {
    const path = "/public/api/ppob/v1/percentage-product";
    const token = bent.token ?? this.token;
    const { clientId, clientKey, clientKeyPattern: p } = this.access;
    const inner = JSON.parse(Buffer.from(token, "base64").toString() || "{}").signature ?? "";
    const key = clientId + p + clientKey + (bent.separator === false ? "" : p) + path + p + inner;
    return read(
      await fetch(this.access.baseUrl + path, {
        method: "POST",
        headers: {
          "Content-Type": "application/json", "X-CLIENT-ID": clientId, "X-TIMESTAMP": String(Date.now()), "X-MSG-ID": randomUUID(),
          "X-AUTHORIZATION": token, "X-SIGNATURE": hmac("sha256", key, bent.signedBody ?? body, "hex"), ...bent.headers,
        },
        body,
      }),
    );
  }

  percentageBody(percentage: string): string {
    return `{"type":"UPDATE_PERCENTAGE","body":{"merchantId":"${this.merchant}","updatePercentage":${percentage}}}`;
  }
}
