/** Netzme's endpoints: the token call, and the calls that carry a token and a transaction signature. */

import type { Answer } from "../answer.ts";
import type { ProviderRequest } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { inventedFailure } from "./envelope.ts";
import { getToken } from "./get_token.ts";
import { headerFailure } from "./headers.ts";
import { percentageProduct } from "./percentage_product.ts";
import { transactionSignatureFailure } from "./transaction_signature.ts";

export const NETZME_ROOT = "/public/api/ppob/v1/";

const SIGNED: Readonly<Record<string, (state: SandboxState, request: ProviderRequest) => Answer>> = {
  "percentage-product": percentageProduct,
};

export function netzmeAnswer(state: SandboxState, request: ProviderRequest): Answer {
  const name = request.path.slice(NETZME_ROOT.length);
  if (request.method === "POST" && name === "get-token") return getToken(state, request);
  const answer = Object.hasOwn(SIGNED, name) && request.method === "POST" ? SIGNED[name] : undefined;
  if (answer === undefined) return inventedFailure(state.settings, "UNKNOWN", 400, "unknown path");
  return headerFailure(state, request) ?? transactionSignatureFailure(state, request) ?? answer(state, request);
}
