/** What a receipt shows of a result; every sentence is the module's. */
import type { Line } from "../types.ts";
import { make } from "./make.ts";
import type { Result } from "./types.ts";

export const stateOf = (result: Result): string => (result.kind === "outcome" ? result.outcome.state : result.kind);

export function receiptOf(result: Result): Node[] {
  if (result.kind === "invalid") return [make("ul", { class: "kasir-issues" }, ...result.issues.map(({ message }) => make("li", {}, message)))];
  if (result.kind === "refused") {
    return [...paragraph("kasir-message", result.message), ...paragraph("kasir-price", rupiah((result as { price?: string }).price))];
  }
  const { message, lines, next } = result.outcome;
  return [...paragraph("kasir-message", message), ...linesOf(lines), ...paragraph("kasir-next", next.kind === "none" ? "" : next.text)];
}

const paragraph = (name: string, text: string | undefined): Node[] => (text ? [make("p", { class: name }, text)] : []);

const linesOf = (lines: readonly Line[]): Node[] =>
  lines.length === 0 ? [] : [make("dl", { class: "kasir-lines" }, ...lines.map(({ key, label, text }) =>
    make("div", { "data-line": key }, make("dt", {}, label), make("dd", {}, text))))];

/** A price of whole rupiah is written the Indonesian way in either language; what else a hook may say of it stays as it is. */
const rupiah = (price: string | undefined): string | undefined =>
  price && /^\d+$/.test(price) ? `Rp\u00a0${new Intl.NumberFormat("id-ID").format(BigInt(price))}` : price;
