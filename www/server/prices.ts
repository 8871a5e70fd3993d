// The shop's own prices: what each order costs is decided here, from the catalogue, and never taken from a page.
import type { Context, ProductKind } from "kasir-hook";
import { attraction, type Attraction } from "../catalogue/attraction.ts";
import { ELECTRICITY } from "../catalogue/electricity.ts";
import type { Product } from "../catalogue/product.ts";
import { TOPUP } from "../catalogue/topup.ts";
import { trips, type Trip } from "../catalogue/trip.ts";
import { WALLET } from "../catalogue/wallet.ts";

export interface Quote {
  set: { amount?: string; selling_price?: string };
  context: Context;
  title: { id: string; en: string };
}

export interface Prices {
  products: Product[];
  attraction: Attraction;
  trips: Trip[];
  /** What an order costs, or null where the shop does not sell such a thing. */
  quote(operation: string, input: Record<string, unknown>): Quote | null;
  change(productCode: string, sell: number): void;
}

const WALLET_KIND: Record<string, ProductKind> = { OVO: "ovo", GoPay: "gopay", DANA: "dana", Maxim: "maxim" };

/** What the page and the hook are told about a product, so that neither has to guess it from the code. */
export function productContext(product: Product): Context {
  if (product.aisle === "topup") return { product: { kind: "pulsa", open: false, operator: product.brand } };
  const kind = product.aisle === "electricity" ? "pln_prepaid" : (WALLET_KIND[product.brand] ?? "wallet");
  return { product: { kind, open: product.sell === null } };
}

function quoteProduct(product: Product, input: Record<string, unknown>): Quote | null {
  const named = /^[1-9][0-9]{0,8}$/.exec(String(input["amount"] ?? ""))?.[0];
  const buy = product.buy ?? (named === undefined ? null : Number(named));
  const sell = product.sell ?? (named === undefined ? null : Number(named) + (product.fee ?? 0));
  if (buy === null || sell === null) return null;
  return {
    set: { amount: String(buy), selling_price: String(sell) },
    context: productContext(product),
    title: { id: product.label, en: product.label },
  };
}

function quoteAttraction(ticket: Attraction, input: Record<string, unknown>): Quote | null {
  const quantity = Number(input["quantity"]);
  if (input["product_code"] !== ticket.product_code || !Number.isSafeInteger(quantity) || quantity < 1 || quantity > 1000) return null;
  return {
    set: { amount: String(ticket.buy * quantity), selling_price: String(ticket.sell * quantity) },
    context: { attraction: ticket },
    title: { id: `${ticket.name.id} × ${quantity}`, en: `${ticket.name.en} × ${quantity}` },
  };
}

function quoteSeats(all: Trip[], input: Record<string, unknown>): Quote | null {
  const departure = input["departure"] as { trip_id?: unknown; passengers?: { seat_name?: unknown }[] } | undefined;
  const trip = all.find((one) => one.id === Number(departure?.trip_id));
  const passengers = departure?.passengers;
  if (!trip || !Array.isArray(passengers) || passengers.length === 0) return null;
  // Whether a seat is free is for kasir to tell, by the context; a name that the plan does not have has no price.
  const seats = passengers.map((passenger) => trip.seats.find((seat) => seat.name === passenger.seat_name));
  if (seats.some((seat) => seat === undefined)) return null;
  const total = seats.reduce((sum, seat) => sum + (seat?.price ?? 0), 0);
  const names = passengers.map((passenger) => String(passenger.seat_name)).join(", ");
  return {
    set: { selling_price: String(total) },
    context: { trip },
    title: { id: `${trip.travel_name}, kursi ${names}`, en: `${trip.travel_name}, seat ${names}` },
  };
}

export function createPrices(today: Date): Prices {
  const products = [...TOPUP, ...WALLET, ...ELECTRICITY].map((product) => ({ ...product }));
  const ticket = attraction(today);
  const departures = trips(today);
  return {
    products,
    attraction: ticket,
    trips: departures,
    quote(operation, input) {
      if (operation === "klikoo.attraction_buy") return quoteAttraction(ticket, input);
      if (operation === "klikoo.transport_block_seat") return quoteSeats(departures, input);
      const product = products.find((one) => one.code === input["product_code"]);
      return product ? quoteProduct(product, input) : null;
    },
    change(productCode, sell) {
      const product = products.find((one) => one.code === productCode);
      if (product) product.sell = sell;
      if (ticket.product_code === productCode) ticket.sell = sell;
    },
  };
}
