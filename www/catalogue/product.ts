// What the shop sells through Klikoo's digital products. `buy` stays on the server: a page only ever sees `sell`.

export interface Product {
  code: string;
  aisle: "topup" | "wallet" | "electricity";
  brand: string;
  label: string;
  /** What the shop pays the provider, whole rupiah; null when the buyer names the amount. */
  buy: number | null;
  /** What the buyer pays, whole rupiah; null when the buyer names the amount. */
  sell: number | null;
  /** Added to the amount the buyer names. */
  fee?: number;
  /** True where the provider's public pages print no such product code. */
  invented: boolean;
}

/** What a page may know about a product. */
export interface ShelfProduct {
  code: string;
  brand: string;
  label: string;
  price: number | null;
  fee?: number;
  invented: boolean;
}

export function onTheShelf(product: Product): ShelfProduct {
  const { code, brand, label, sell, fee, invented } = product;
  return fee === undefined ? { code, brand, label, price: sell, invented } : { code, brand, label, price: sell, fee, invented };
}
