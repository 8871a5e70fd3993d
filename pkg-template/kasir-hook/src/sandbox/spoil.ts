/** Ways an answer goes wrong on its way, after the provider has done its work or instead of it. */

import type { Answer } from "./answer.ts";

export type SpoilKind =
  | "status_500" | "status_502" | "garbage" | "empty" | "truncated" | "oversized" | "redirect" | "drop" | "slow";

export type Delivery =
  | { how: "send"; answer: Answer }
  | { how: "send_half"; answer: Answer }
  | { how: "wait"; answer: Answer; ms: number }
  | { how: "drop" };

const OVERSIZED_BYTES = 600 * 1024;

const HTML_502 = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body>\r\n</html>\r\n";

function foreign(http: number, body: string, contentType = "application/json"): Delivery {
  return { how: "send", answer: { http, body, contentType, invented: true } };
}

/** `internalError` is the provider's own envelope for a 500. */
export function spoiled(kind: SpoilKind, answer: Answer, internalError: Answer, slowMs: number): Delivery {
  switch (kind) {
    case "drop":
      return { how: "drop" };
    case "slow":
      return { how: "wait", answer, ms: slowMs };
    case "truncated":
      return { how: "send_half", answer };
    case "status_500":
      return { how: "send", answer: internalError };
    case "status_502":
      return foreign(502, HTML_502, "text/html");
    case "garbage":
      return foreign(200, '{"response_code":"2010220\u0000\ufffd<<<');
    case "empty":
      return foreign(200, "");
    case "oversized":
      return foreign(200, `{"data":"${"x".repeat(OVERSIZED_BYTES)}"}`);
    case "redirect":
      return { how: "send", answer: { http: 302, body: "", contentType: "text/html", location: "/redirected", invented: true } };
  }
}
