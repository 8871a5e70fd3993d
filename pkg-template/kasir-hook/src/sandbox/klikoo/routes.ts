/** Klikoo's endpoints: method, path, service code, and the way from a request to its answer. */

import type { Answer } from "../answer.ts";
import { type ProviderRequest, header, jsonObject } from "../provider_request.ts";
import type { SandboxState } from "../state.ts";
import { accessToken } from "./access_token.ts";
import { attractionBuy } from "./attraction_buy.ts";
import { balance } from "./balance.ts";
import type { KlikooCall } from "./call.ts";
import { type Service, refusal } from "./envelope.ts";
import { gateRefusal } from "./gate.ts";
import { productBuy } from "./product_buy.ts";
import { productInquiry } from "./product_inquiry.ts";
import { transactionDetail } from "./transaction_detail.ts";
import { transactionHistory } from "./transaction_history.ts";
import { transportBlockSeat } from "./transport_block_seat.ts";
import { transportBook } from "./transport_book.ts";

export const KLIKOO_ROOT = "/v1/open-api/";
const TOKEN_PATH = `${KLIKOO_ROOT}access-token`;

interface Route {
  method: "GET" | "POST";
  /** Behind the root; `*` at the end stands for one variable segment. */
  path: string;
  service: Service;
  answer(call: KlikooCall): Answer;
}

const ROUTES: readonly Route[] = [
  { method: "POST", path: "products/inquiry", service: "02", answer: productInquiry },
  { method: "POST", path: "products/buy", service: "02", answer: productBuy },
  { method: "POST", path: "attractions/buy", service: "06", answer: attractionBuy },
  { method: "POST", path: "transports/block-seat", service: "05", answer: transportBlockSeat },
  { method: "POST", path: "transports/book", service: "05", answer: transportBook },
  { method: "GET", path: "transactions", service: "02", answer: transactionHistory },
  { method: "GET", path: "transactions/*", service: "02", answer: transactionDetail },
  { method: "GET", path: "balance", service: "03", answer: balance },
];

function variable(route: Route, path: string): string | null {
  const rest = path.slice(KLIKOO_ROOT.length);
  if (!route.path.endsWith("*")) return rest === route.path ? "" : null;
  const start = route.path.slice(0, -1);
  const id = rest.slice(start.length);
  return rest.startsWith(start) && id !== "" && !id.includes("/") ? id : null;
}

/** The service code of a path, also for the faults that answer in its name. */
export function klikooService(path: string): Service {
  if (path === TOKEN_PATH) return "01";
  return ROUTES.find((route) => variable(route, path) !== null)?.service ?? "02";
}

export function klikooAnswer(state: SandboxState, request: ProviderRequest): Answer {
  if (request.method === "POST" && request.path === TOKEN_PATH) return accessToken(state, request);
  const route = ROUTES.find((candidate) => candidate.method === request.method && variable(candidate, request.path) !== null);
  // What an unknown path brings stands on no page.
  if (route === undefined) return refusal(501, "02", "9976", { message: "Belum di implementasi", invented: true });
  const refused = gateRefusal(state, request, route.service);
  if (refused !== null) return refused;
  const input = request.method === "POST" ? jsonObject(request.body) : {};
  const isJson = request.method === "GET" || header(request, "content-type").startsWith("application/json");
  if (input === null || !isJson) return refusal(400, route.service, "6510", { invented: true });
  const id = variable(route, request.path) ?? "";
  return route.answer({ state, service: route.service, input, id, query: new URLSearchParams(request.query) });
}
