// E-wallets and driver accounts: the product codes are those of Klikoo's Inquiry Prepaid page, the prices are invented.
import type { Product } from "./product.ts";

export const WALLET: Product[] = [
  { code: "OVO10", aisle: "wallet", brand: "OVO", label: "OVO 10.000", buy: 10_619, sell: 11_500, invented: false },
  { code: "GOPAY10", aisle: "wallet", brand: "GoPay", label: "GoPay 10.000", buy: 10_733, sell: 11_750, invented: false },
  { code: "DN1", aisle: "wallet", brand: "DANA", label: "DANA 1.000", buy: 1_283, sell: 2_000, invented: false },
  { code: "DNOPEN", aisle: "wallet", brand: "DANA", label: "DANA", buy: null, sell: null, fee: 1_500, invented: false },
  { code: "MAX5000", aisle: "wallet", brand: "Maxim", label: "Maxim 5.000", buy: 5_417, sell: 6_500, invented: false },
];
