// The demo shop's cookie session: who is buying, and which order number each aisle is at. Kept in memory; the cookie carries the shop's
// own mark and the owner's name is made from it alone, so purchases in the ledger are found again after a restart.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export const AISLES = ["topup", "wallet", "electricity", "attraction", "bus", "margin"] as const;
export type Aisle = (typeof AISLES)[number];

/** What the shop named and asked for under one reference. */
export interface Offer {
  title: { id: string; en: string };
  price: string | null;
}

export interface Order {
  number: string;
  aisle: Aisle;
  /** By reference, every offer that was made for this order, oldest first; the ledger lets at most one of them stand. */
  offers: Map<string, Offer>;
  opened: string;
}

export interface Session {
  /** The SHA-256 of the cookie: whoever reads the ledger cannot come back as the buyer. */
  owner: string;
  role: "buyer" | "merchant";
  current: Map<Aisle, Order>;
  orders: Map<string, Order>;
}

export interface Sessions {
  find(headers: Headers): Session | null;
  open(headers: Headers): { session: Session; cookie: string | null };
  order(session: Session, aisle: Aisle): Order;
  renew(session: Session, aisle: Aisle): Order;
}

export interface SessionOptions {
  /** Marks the shop's own cookies. */
  key: Buffer;
  /** How many sessions are kept; the one not seen for longest leaves first. */
  most?: number;
}

const COOKIE = "kasir_shop";
const COOKIE_PATTERN = /(?:^|;\s*)kasir_shop=([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})(?:;|$)/;

function newOrder(aisle: Aisle): Order {
  const number = `${aisle.slice(0, 3).toUpperCase()}-${randomBytes(5).toString("hex").toUpperCase()}`;
  return { number, aisle, offers: new Map(), opened: new Date().toISOString() };
}

export function createSessions({ key, most = 10_000 }: SessionOptions): Sessions {
  const sessions = new Map<string, Session>();
  const mark = (name: string) => createHmac("sha256", key).update(name).digest("base64url");

  /** The session of a cookie that this shop gave out; it is seen now. */
  function seen(cookie: string): Session {
    const owner = createHash("sha256").update(cookie).digest("base64url");
    const session = sessions.get(owner) ?? { owner, role: "buyer", current: new Map(), orders: new Map() };
    sessions.delete(owner);
    sessions.set(owner, session);
    for (const oldest of sessions.keys()) {
      if (sessions.size <= most) break;
      sessions.delete(oldest);
    }
    return session;
  }

  function find(headers: Headers): Session | null {
    const [, name = "", given = ""] = COOKIE_PATTERN.exec(headers.get("cookie") ?? "") ?? [];
    if (name === "" || !timingSafeEqual(Buffer.from(given), Buffer.from(mark(name)))) return null;
    return seen(`${name}.${given}`);
  }

  function renew(session: Session, aisle: Aisle): Order {
    const order = newOrder(aisle);
    session.current.set(aisle, order);
    session.orders.set(order.number, order);
    return order;
  }

  return {
    find,
    open(headers) {
      const known = find(headers);
      if (known) return { session: known, cookie: null };
      const name = randomBytes(16).toString("base64url");
      const cookie = `${name}.${mark(name)}`;
      return { session: seen(cookie), cookie: `${COOKIE}=${cookie}; Path=/; HttpOnly; SameSite=Lax` };
    },
    order: (session, aisle) => session.current.get(aisle) ?? renew(session, aisle),
    renew,
  };
}

export function isAisle(text: unknown): text is Aisle {
  return AISLES.some((aisle) => aisle === text);
}
