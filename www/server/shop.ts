// The shop's own small API for its pages: the till's order number, the orders so far, the shelf without buy prices, the role.
import { onTheShelf } from "../catalogue/product.ts";
import { productContext, type Prices } from "./prices.ts";
import { isAisle, type Aisle, type Offer, type Order, type Session, type Sessions } from "./session.ts";

/** The states of a purchase that a page may leave behind for a new order number; one that is still open never is. */
const LEAVES: Record<string, string[]> = {
  nothing: [],
  settled: ["success", "failed", "cancelled"],
  held: ["success", "failed", "cancelled", "held"],
};

/** States that let the same order be bought again. */
const OVER = ["failed", "cancelled"];

interface Standing extends Offer {
  reference: string;
  state: string;
}

export interface Shop {
  fetch(request: Request): Promise<Response>;
}

function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "Cache-Control": "no-store" } });
}

export function createShop(sessions: Sessions, prices: Prices, stateOf: (reference: string, cookie: string) => Promise<string | null>): Shop {
  function shelf(name: string): unknown {
    if (name === "attraction") {
      const { buy: _kept, sell, ...detail } = prices.attraction;
      return { ...detail, price: sell, context: { attraction: detail } };
    }
    if (name === "trips") return prices.trips;
    const products = prices.products.filter((product) => product.aisle === name);
    return products.length === 0 ? null : products.map((product) => ({ ...onTheShelf(product), context: productContext(product) }));
  }

  /**
   * The purchase that stands for an order: an offer that the hook has a row of, at best one that was not in vain, else the last one.
   * A refused call left no row, so its title and price are nobody's.
   */
  async function standing(order: Order, cookie: string): Promise<Standing | null> {
    const rows = await Promise.all([...order.offers].map(async ([reference, offer]) => {
      const state = await stateOf(reference, cookie);
      return state === null ? null : { reference, state, ...offer };
    }));
    const known = rows.filter((row) => row !== null);
    return known.findLast(({ state }) => !OVER.includes(state)) ?? known.at(-1) ?? null;
  }

  /** The aisle's order number, and the purchase that stands for it already. */
  async function taken(session: Session, aisle: Aisle, leave: string, cookie: string): Promise<{ order: string; reference: string | null }> {
    const order = sessions.order(session, aisle);
    const purchase = await standing(order, cookie);
    if (purchase !== null && LEAVES[leave]?.includes(purchase.state)) return { order: sessions.renew(session, aisle).number, reference: null };
    return { order: order.number, reference: purchase?.reference ?? null };
  }

  async function listed(session: Session, cookie: string): Promise<unknown[]> {
    const all = await Promise.all([...session.orders.values()].map(async (order) => {
      const purchase = await standing(order, cookie);
      if (purchase === null) return null;
      const { number, aisle, opened } = order;
      const { title, price, reference } = purchase;
      return { number, aisle, title, price, opened, reference };
    }));
    return all.filter((order) => order !== null).reverse();
  }

  async function post(path: string, session: Session, request: Request): Promise<Response> {
    if (!(request.headers.get("content-type") ?? "").startsWith("application/json")) return json({ code: "media.unsupported" }, 415);
    const wish = (await request.json().catch(() => ({}))) as { aisle?: unknown; leave?: unknown; role?: unknown };
    if (path === "/shop/orders" && isAisle(wish.aisle)) {
      const order = await taken(session, wish.aisle, String(wish.leave), request.headers.get("cookie") ?? "");
      return json({ ...order, role: session.role });
    }
    if (path === "/shop/role" && (wish.role === "merchant" || wish.role === "buyer")) {
      session.role = wish.role;
      return json({ role: session.role });
    }
    return json({ code: "input.invalid" }, 422);
  }

  async function get(path: string, session: Session, cookie: string): Promise<Response> {
    if (path === "/shop/orders") return json(await listed(session, cookie));
    const goods = path.startsWith("/shop/shelf/") ? shelf(path.slice("/shop/shelf/".length)) : null;
    return goods === null ? json({ code: "route.unknown" }, 404) : json(goods);
  }

  return {
    async fetch(request) {
      const session = sessions.find(request.headers);
      if (!session) return json({ code: "signed_out" }, 401);
      const { pathname } = new URL(request.url);
      if (request.method === "POST") return post(pathname, session, request);
      return request.method === "GET" ? get(pathname, session, request.headers.get("cookie") ?? "") : json({ code: "method.not_allowed" }, 405);
    },
  };
}
