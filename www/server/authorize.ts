// The shop's word on every call the hook receives: who owns it, which order it pays, and what it costs.
import type { Allowed, AuthorizeCall, Decision } from "kasir-hook";
import type { Prices } from "./prices.ts";
import type { Session, Sessions } from "./session.ts";

const MARGIN = "netzme.percentage_product";

export function createAuthorize(sessions: Sessions, prices: Prices, merchantId: string): (call: AuthorizeCall) => Promise<Decision> {
  /** What was offered under this reference is remembered beside it: only where the ledger lets it stand is it ever shown. */
  function ordered(session: Session, call: AuthorizeCall, allowed: Allowed, title: { id: string; en: string }): Decision {
    const order = session.orders.get(call.basket ?? "");
    if (!order || call.reference === undefined) return { allow: false, code: "forbidden" };
    const price = (allowed.set?.["selling_price"] as string | undefined) ?? null;
    order.offers.set(call.reference, { title, price });
    return { ...allowed, order: order.number };
  }

  function margin(session: Session, call: AuthorizeCall): Decision {
    if (session.role !== "merchant") return { allow: false, code: "forbidden" };
    const allowed: Allowed = { allow: "now", owner: session.owner, role: "merchant", set: { merchantId } };
    return ordered(session, call, allowed, { id: "Margin Netzme", en: "Netzme margin" });
  }

  return async function authorize(call) {
    const session = sessions.find(call.headers);
    if (!session) return { allow: false, code: "signed_out" };
    if (call.action === "status") return { allow: "now", owner: session.owner, role: session.role };
    if (call.action === "manage") return call.operation === MARGIN ? margin(session, call) : { allow: false, code: "forbidden" };
    const quote = prices.quote(call.operation ?? "", call.input ?? {});
    if (!quote) return { allow: false, code: "sold_out" };
    const allowed: Allowed = { allow: "now", owner: session.owner, role: session.role, set: quote.set, context: quote.context };
    return call.action === "purchase" ? ordered(session, call, allowed, quote.title) : allowed;
  };
}
