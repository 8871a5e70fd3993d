/** What a Klikoo endpoint gets once the gate is passed. */

import type { Answer } from "../answer.ts";
import type { Product } from "../products.ts";
import type { SandboxState } from "../state.ts";
import { type Service, refusal } from "./envelope.ts";

export interface KlikooCall {
  state: SandboxState;
  service: Service;
  input: Record<string, unknown>;
  query: URLSearchParams;
  /** The variable part of the path. */
  id: string;
}

/** A product that the call may name, or the refusal. */
export function productOf(call: KlikooCall, code: string, suits: (product: Product) => boolean): Product | Answer {
  const product = call.state.settings.products.find((candidate) => candidate.code === code);
  if (product === undefined) return refusal(404, call.service, "7003");
  // The code is listed, that it means this case is a guess.
  return suits(product) ? product : refusal(400, call.service, "6525", { invented: true });
}

export function isAnswer(value: Product | Answer): value is Answer {
  return "http" in value;
}
