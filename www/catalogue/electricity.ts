// PLN prepaid tokens. "PLN20" stands on Klikoo's Inquiry Prepaid page; the other codes and all prices are invented.
import type { Product } from "./product.ts";

export const ELECTRICITY: Product[] = [
  { code: "PLN20", aisle: "electricity", brand: "PLN", label: "PLN 20.000", buy: 20_557, sell: 22_000, invented: false },
  { code: "PLN50", aisle: "electricity", brand: "PLN", label: "PLN 50.000", buy: 50_561, sell: 52_000, invented: true },
  { code: "PLN100", aisle: "electricity", brand: "PLN", label: "PLN 100.000", buy: 100_567, sell: 102_000, invented: true },
  { code: "PLN200", aisle: "electricity", brand: "PLN", label: "PLN 200.000", buy: 200_571, sell: 202_000, invented: true },
  { code: "PLN500", aisle: "electricity", brand: "PLN", label: "PLN 500.000", buy: 500_577, sell: 502_000, invented: true },
];
