/** What the sandbox sells. Codes and the names of S10 and PLN20 are printed by Klikoo; prices are the sandbox's own. */

export type ProductFamily = "pulsa" | "pln_prepaid" | "wallet" | "driver" | "bpjs" | "attraction" | "bus";

export interface Product {
  code: string;
  name: string;
  family: ProductFamily;
  /** The partner's buy price in rupiah; `null` where the buyer names the amount. */
  price: number | null;
}

export const PRODUCTS: readonly Product[] = [
  { code: "S5", name: "Tsel 5.000", family: "pulsa", price: 5_400 },
  { code: "S10", name: "Tsel 10.000", family: "pulsa", price: 10_300 },
  { code: "S20", name: "Tsel 20.000", family: "pulsa", price: 20_150 },
  { code: "S50", name: "Tsel 50.000", family: "pulsa", price: 49_900 },
  { code: "IM10", name: "Indosat 10.000", family: "pulsa", price: 10_450 },
  { code: "XL10", name: "XL 10.000", family: "pulsa", price: 10_600 },
  { code: "PLN20", name: "PLN 20.000", family: "pln_prepaid", price: 20_500 },
  { code: "PLN50", name: "PLN 50.000", family: "pln_prepaid", price: 50_500 },
  { code: "PLN100", name: "PLN 100.000", family: "pln_prepaid", price: 100_500 },
  { code: "OVO10", name: "OVO 10.000", family: "wallet", price: 10_800 },
  { code: "GOPAY10", name: "Gopay 10.000", family: "wallet", price: 10_700 },
  { code: "DN1", name: "DANA 1.000", family: "wallet", price: 1_100 },
  { code: "DNOPEN", name: "DANA Open Denom", family: "wallet", price: null },
  { code: "MAX5000", name: "Maxim Driver 5.000", family: "driver", price: 5_300 },
  { code: "RBASRBPJSKSH", name: "BPJS Kesehatan", family: "bpjs", price: null },
  { code: "ATTO-03", name: "Attraction Ticket ATTO-03", family: "attraction", price: 15_083 },
  { code: "ATRAKSI-DANCER", name: "Attraction Ticket Dancer", family: "attraction", price: 75_000 },
  { code: "BUS", name: "Bus", family: "bus", price: 18_000 },
];

/** Inquiry Prepaid is "available only for the following providers: PLN, OVO, Gopay, DANA, and Maxim". */
const INQUIRY_FAMILIES: ReadonlySet<ProductFamily> = new Set<ProductFamily>(["pln_prepaid", "wallet", "driver"]);

export function canBeInquired(product: Product): boolean {
  return INQUIRY_FAMILIES.has(product.family);
}

/** Sold by products/buy: everything that is neither a ticket nor a seat. */
export function isDigital(product: Product): boolean {
  return product.family !== "attraction" && product.family !== "bus";
}
