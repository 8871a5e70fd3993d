/** Keys and secrets of one sandbox, made at its start and forgotten with it. */

import { createHmac, generateKeyPair, randomBytes, randomInt, randomUUID } from "node:crypto";
import { promisify } from "node:util";

export interface KlikooCredentials {
  clientId: string;
  clientSecret: string;
  privateKey: string;
  publicKey: string;
}

export interface NetzmeCredentials {
  clientId: string;
  clientKey: string;
  clientKeyPattern: string;
  merchants: string[];
  privateKey: string;
  publicKey: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** The signs in the ClientKey that Getting Started prints. */
const KEY_SIGNS = `${LETTERS}{}[]@|?~<(`;

function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

function rsaPair(): Promise<{ privateKey: string; publicKey: string }> {
  return promisify(generateKeyPair)("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

export async function klikooCredentials(): Promise<KlikooCredentials> {
  return { clientId: randomUUID(), clientSecret: randomBytes(16).toString("hex"), ...(await rsaPair()) };
}

export async function netzmeCredentials(): Promise<NetzmeCredentials> {
  return {
    clientId: `Kasir${randomText(4, LETTERS)}`,
    clientKey: randomText(64, KEY_SIGNS),
    clientKeyPattern: `||/${randomText(2, LETTERS)}`,
    merchants: [`M_${randomText(8, LETTERS)}`, `M_${randomText(6, LETTERS)}`],
    ...(await rsaPair()),
  };
}

/** A token that looks like the JWT on the Digital Signature page; its signing key is thrown away. */
export function opaqueToken(clientId: string, expiresAtMs: number): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString("base64url");
  const head = `${part({ alg: "HS256", typ: "JWT" })}.${part({ client_id: clientId, exp: Math.floor(expiresAtMs / 1000), user_id: randomUUID() })}`;
  return `${head}.${createHmac("sha256", randomBytes(32)).update(head).digest("base64url")}`;
}
