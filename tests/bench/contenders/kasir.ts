import { load, type Options } from "kasir";
import type { Contender } from "../work.ts";

const kasir = await load();

/** The peers know that the product is telephone credit and the trip a bus; kasir is told so, too. */
const topUp: Options = { treatAsError: "typos", context: { product: { kind: "pulsa" } } };
const booking: Options = { treatAsError: "typos" };

const bodyOf = (prepared: ReturnType<typeof kasir.prepare>): string | null => (prepared.ok ? prepared.request.body : null);

export const contender: Contender = {
  name: "kasir",
  topUp: (input) => bodyOf(kasir.prepare("klikoo.product_buy", input as object, topUp)),
  booking: (input) => bodyOf(kasir.prepare("klikoo.transport_block_seat", input as object, booking)),
};
