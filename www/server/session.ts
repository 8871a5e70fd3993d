// The demo shop's cookie session: who is buying, and which order number each aisle is at. Kept in memory; the owner's name is the
// cookie itself, so purchases in the ledger are found again after a restart.
import { randomBytes } from "node:crypto";

export const AISLES = ["topup", "wallet", "electricity", "attraction", "bus", "margin"] as const;
export type Aisle = (typeof AISLES)[number];

export interface Order {
  number: string;
  aisle: Aisle;
  /** Every reference that was tried for this order; the ledger lets at most one of them stand. */
  references: Set<string>;
  title: { id: string; en: string } | null;
  price: string | null;
  opened: string;
}

export interface Session {
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

const COOKIE = "kasir_shop";
const COOKIE_PATTERN = /(?:^|;\s*)kasir_shop=([A-Za-z0-9_-]{22})(?:;|$)/;

function newOrder(aisle: Aisle): Order {
  const number = `${aisle.slice(0, 3).toUpperCase()}-${randomBytes(5).toString("hex").toUpperCase()}`;
  return { number, aisle, references: new Set(), title: null, price: null, opened: new Date().toISOString() };
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();

  function remember(owner: string): Session {
    const known = sessions.get(owner);
    if (known) return known;
    const session: Session = { owner, role: "buyer", current: new Map(), orders: new Map() };
    sessions.set(owner, session);
    return session;
  }

  function find(headers: Headers): Session | null {
    const owner = COOKIE_PATTERN.exec(headers.get("cookie") ?? "")?.[1];
    return owner === undefined ? null : remember(owner);
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
      const session = remember(randomBytes(16).toString("base64url"));
      return { session, cookie: `${COOKIE}=${session.owner}; Path=/; HttpOnly; SameSite=Lax` };
    },
    order: (session, aisle) => session.current.get(aisle) ?? renew(session, aisle),
    renew,
  };
}

export function isAisle(text: unknown): text is Aisle {
  return AISLES.some((aisle) => aisle === text);
}
