/** Keeps tokens until a minute before they expire; however many calls wait, one refresh is under way. */
import type { IssuedToken } from "./signers/token_answer.ts";

const RENEW_BEFORE_MS = 60_000;
/** While the token call fails, a token with this much life left still serves. */
const LAST_USE_MS = 5000;

export interface TokenCache {
  /** `scope` tells apart tokens of one provider that are not interchangeable. */
  get(scope: string): Promise<string>;
  /** Drops a token that the provider refused, unless it was renewed in the meantime. */
  forget(scope: string, token: string): void;
}

export function tokenCache(fetchToken: (scope: string) => Promise<IssuedToken>, clock: () => number): TokenCache {
  const kept = new Map<string, IssuedToken>();
  const refreshing = new Map<string, Promise<string>>();

  async function refresh(scope: string): Promise<string> {
    try {
      const issued = await fetchToken(scope);
      kept.set(scope, issued);
      return issued.token;
    } catch (cause) {
      const old = kept.get(scope);
      if (old !== undefined && old.expiresAt - LAST_USE_MS > clock()) return old.token;
      throw cause;
    }
  }

  return {
    get(scope) {
      const known = kept.get(scope);
      if (known !== undefined && known.expiresAt - RENEW_BEFORE_MS > clock()) return Promise.resolve(known.token);
      const waiting = refreshing.get(scope);
      if (waiting !== undefined) return waiting;
      const under = refresh(scope).finally(() => refreshing.delete(scope));
      refreshing.set(scope, under);
      return under;
    },
    forget(scope, token) {
      if (kept.get(scope)?.token === token) kept.delete(scope);
    },
  };
}
