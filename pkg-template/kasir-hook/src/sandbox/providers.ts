/** Which provider a path belongs to, and what both must be able to answer for the fault dials. */

import type { Answer } from "./answer.ts";
import { refusal } from "./klikoo/envelope.ts";
import { bearerToken } from "./klikoo/gate.ts";
import { KLIKOO_ROOT, klikooAnswer, klikooService } from "./klikoo/routes.ts";
import { netzmeEnvelope, signatureFailure } from "./netzme/envelope.ts";
import { NETZME_ROOT, netzmeAnswer } from "./netzme/routes.ts";
import { type ProviderRequest, header } from "./provider_request.ts";
import type { SandboxState } from "./state.ts";

export interface Provider {
  answer(state: SandboxState, request: ProviderRequest): Answer;
  /** The provider's own internal error. */
  internalError(state: SandboxState, path: string): Answer;
  /** The refusal of a token that has run out; the token is worthless afterwards. */
  refuseToken(state: SandboxState, request: ProviderRequest): Answer;
}

const KLIKOO: Provider = {
  answer: klikooAnswer,
  internalError: (_state, path) => refusal(500, klikooService(path), "9999"),
  refuseToken: (state, request) => {
    state.klikooTokens.expire(bearerToken(request));
    return refusal(401, klikooService(request.path), "6535");
  },
};

const NETZME: Provider = {
  answer: netzmeAnswer,
  internalError: (state) =>
    netzmeEnvelope(state.settings, { type: "UNKNOWN", status: 500, statusMessage: "internal server error", invented: true }),
  refuseToken: (state, request) => {
    state.netzmeTokens.expire(header(request, "x-authorization"));
    return signatureFailure(state.settings);
  },
};

/** The provider and its own path, or `null` where the URL belongs to none. */
export function providerOf(pathname: string, prefix: string): { provider: Provider; path: string } | null {
  if (pathname.startsWith(NETZME_ROOT)) return { provider: NETZME, path: pathname };
  if (!pathname.startsWith(prefix + KLIKOO_ROOT)) return null;
  return { provider: KLIKOO, path: pathname.slice(prefix.length) };
}
