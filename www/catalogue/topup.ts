// Phone credit. Klikoo prints "S10" as Telkomsel 10.000 on its Purchase Callback page; every other code here is invented.
import type { Product } from "./product.ts";

const DENOMINATIONS = [
  { nominal: 5, buy: 5_231, sell: 6_500 },
  { nominal: 10, buy: 10_187, sell: 11_500 },
  { nominal: 20, buy: 20_143, sell: 21_500 },
  { nominal: 25, buy: 24_861, sell: 26_500 },
  { nominal: 50, buy: 49_327, sell: 51_000 },
  { nominal: 100, buy: 98_413, sell: 100_500 },
] as const;

const BRANDS = [
  { prefix: "S", brand: "Telkomsel", shift: 0 },
  { prefix: "I", brand: "IM3", shift: 31 },
  { prefix: "T", brand: "Tri", shift: 62 },
  { prefix: "X", brand: "XL", shift: 93 },
  { prefix: "AX", brand: "AXIS", shift: 124 },
  { prefix: "SM", brand: "Smartfren", shift: 155 },
] as const;

const PRINTED_BY_THE_PROVIDER = new Set(["S10"]);

export const TOPUP: Product[] = BRANDS.flatMap(({ prefix, brand, shift }) =>
  DENOMINATIONS.map(({ nominal, buy, sell }) => {
    const code = `${prefix}${nominal}`;
    return {
      code,
      aisle: "topup" as const,
      brand,
      label: `${brand} ${nominal}.000`,
      buy: buy + shift,
      sell,
      invented: !PRINTED_BY_THE_PROVIDER.has(code),
    };
  }),
);
