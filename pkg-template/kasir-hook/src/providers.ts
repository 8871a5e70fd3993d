/** Binds the shop's settings, the signers, the token caches and the transport: a prepared request goes in, an answer comes out. */
import { KasirError } from "./fault.ts";
import type { HookCore, PreparedRequest, ProviderName, Verdict } from "./hook_core.ts";
import { codeOf } from "./log.ts";
import type { Settings } from "./options.ts";
import * as klikoo from "./signers/klikoo.ts";
import * as netzme from "./signers/netzme.ts";
import { objectIn, parsed, type IssuedToken, type SignedCall } from "./signers/token_answer.ts";
import { tokenCache } from "./token_cache.ts";
import { NoAnswer, type WireAnswer } from "./transports/transport.ts";

const LARGEST_ANSWER = 256 * 1024;

export interface Provider {
  /** A token for this request; throws ERR_PROVIDER_UNAVAILABLE when none can be had. Nothing of the request is sent. */
  token(request: PreparedRequest): Promise<string>;
  forget(request: PreparedRequest, token: string): void;
  /** Signs and sends once. Rejects with NoAnswer when no whole answer arrived; its `sent` tells whether a byte can have left. */
  send(request: PreparedRequest, token: string, totalMs?: number): Promise<WireAnswer>;
}

export type Providers = { readonly [name in ProviderName]: Provider | null };

/** A new token may do better; it is no proof that the provider looked at nothing. Netzme tells a status in its envelope too. */
export function doubtsToken({ provider: { http, code } }: Verdict): boolean {
  return http === 401 || code === "401";
}

/** The provider, or ERR_OPTION_MISSING where the shop no longer has the one that a row was made with. */
export function providerNamed(providers: Providers, name: ProviderName): Provider {
  const provider = providers[name];
  if (provider === null) throw new KasirError("ERR_OPTION_MISSING", `providers.${name} is not set`);
  return provider;
}

export function createProviders(settings: Settings, core: HookCore): Providers {
  return { klikoo: klikooProvider(settings), netzme: netzmeProvider(settings, core) };
}

function klikooProvider(settings: Settings): Provider | null {
  const shop = settings.klikoo;
  if (shop === null) return null;
  const tokens = tokenCache(
    () => fetchToken(settings, `${shop.baseUrl}${klikoo.TOKEN_PATH}`, (now) => klikoo.klikooTokenCall(shop, now), klikoo.readKlikooToken),
    settings.clock,
  );
  return {
    token: () => tokens.get(""),
    forget: (_, token) => tokens.forget("", token),
    async send(request, token, totalMs) {
      const headers = signed(() => klikoo.klikooHeaders({
        method: shop.methodCase === "upper" ? request.method.toUpperCase() : request.method.toLowerCase(),
        path: shop.signedPathPrefix + (shop.signQuery ? request.path : withoutQuery(request.path)),
        token,
        body: request.body,
        timestamp: klikoo.klikooTimestamp(settings.clock()),
        clientSecret: shop.clientSecret,
      }));
      return send(settings, { method: request.method, url: shop.baseUrl + request.path, headers, body: request.body }, totalMs);
    },
  };
}

function netzmeProvider(settings: Settings, core: HookCore): Provider | null {
  const shop = settings.netzme;
  if (shop === null) return null;
  const url = `${shop.baseUrl}${netzme.TOKEN_PATH}`;
  const read = (http: number, body: string, now: number): IssuedToken | null => netzme.readNetzmeToken(core, http, body, now);
  const tokens = tokenCache(
    (merchant) => fetchToken(settings, url, (now) => netzme.netzmeTokenCall(shop, merchant, now), read),
    settings.clock,
  );
  const merchantOf = (request: PreparedRequest): string => {
    const merchant = objectIn(parsed(request.body), "body")?.["merchantId"];
    if (typeof merchant === "string" && shop.merchants.includes(merchant)) return merchant;
    throw new KasirError("ERR_OPTION_INVALID", "merchantId is not in providers.netzme.merchants");
  };
  return {
    token: async (request) => tokens.get(merchantOf(request)),
    forget: (request, token) => tokens.forget(merchantOf(request), token),
    async send(request, token, totalMs) {
      const headers = signed(() => {
        const read = core.netzmeToken(token);
        if (read === null) throw new KasirError("ERR_PROVIDER_UNAVAILABLE", "the token does not read");
        const path = shop.signQuery ? request.path : withoutQuery(request.path);
        const call = { ...shop, innerSignature: read.innerSignature, path, body: request.body };
        return netzme.netzmeHeaders(call, read.authorization, settings.clock());
      });
      return send(settings, { method: request.method, url: shop.baseUrl + request.path, headers, body: request.body }, totalMs);
    },
  };
}

async function fetchToken(
  settings: Settings,
  url: string,
  sign: (now: number) => SignedCall,
  read: (http: number, body: string, now: number) => IssuedToken | null,
): Promise<IssuedToken> {
  const now = settings.clock();
  let answer: WireAnswer;
  try {
    answer = await send(settings, { method: "POST", url, ...sign(now) });
  } catch (cause) {
    settings.log({ level: "warn", event: "token.no_answer", code: codeOf(cause) }, cause);
    throw new KasirError("ERR_PROVIDER_UNAVAILABLE", "the token call got no answer", { cause });
  }
  const issued = read(answer.http, answer.body, now);
  if (issued !== null) return issued;
  settings.log({ level: "error", event: "token.refused", http: answer.http });
  throw new KasirError("ERR_PROVIDER_UNAVAILABLE", `the token call was answered with HTTP ${answer.http} and no token`);
}

/** A request that cannot be signed is a request that was not sent. */
function signed(sign: () => Record<string, string>): Record<string, string> {
  try {
    return sign();
  } catch (cause) {
    throw new NoAnswer("NOT_SIGNED", { cause, sent: false });
  }
}

async function send(
  settings: Settings,
  call: { method: string; url: string; headers: Record<string, string>; body: string },
  totalMs = settings.timeouts.totalMs,
): Promise<WireAnswer> {
  if (totalMs <= 0) throw new NoAnswer("TOO_LATE_TO_SEND", { sent: false });
  const { connectMs } = settings.timeouts;
  return settings.transport.send({ ...call, connectMs: Math.min(connectMs, totalMs), totalMs, maxBytes: LARGEST_ANSWER });
}

function withoutQuery(path: string): string {
  return path.split("?", 1)[0] ?? path;
}
