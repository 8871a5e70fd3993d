/** Names behind customer numbers: always the same for the same number. */

import type { Product } from "../products.ts";

const PRINTED_NUMBER = "01105691111";
const PRINTED_NAME = "BAHARRUDIN1";
const NAMES = ["SITI AMINAH", "I MADE WIRAWAN", "ANDI SAPUTRA", "NI LUH AYU", "YOHANES PAPARE", "TAN MEI LING", "RADEN AJENG SRI"];
const CAPACITIES = ["R1/450VA", "R1/900VA", "R1M/900VA", "R1/1300VA", "R1/2200VA", "R2/3500VA"];

function pick(list: readonly string[], number: string): string {
  const sum = [...number].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 65_521, 7);
  return list[sum % list.length] ?? "";
}

export function customerName(number: string): string {
  return number === PRINTED_NUMBER ? PRINTED_NAME : pick(NAMES, number);
}

/** Only electricity has one. */
export function powerCapacity(product: Product, number: string): string | null {
  if (product.family !== "pln_prepaid") return null;
  return number === PRINTED_NUMBER ? "R1/2200VA" : pick(CAPACITIES, number);
}
