import { load } from "kasir";
import type { Contender } from "../work.ts";

const kasir = await load();

const bodyOf = (operation: "klikoo.product_buy" | "klikoo.transport_block_seat") => (input: unknown): string | null => {
  const prepared = kasir.prepare(operation, input, { treatAsError: "typos" });
  return prepared.ok ? prepared.request.body : null;
};

export const contender: Contender = {
  name: "kasir",
  topUp: bodyOf("klikoo.product_buy"),
  booking: bodyOf("klikoo.transport_block_seat"),
};
