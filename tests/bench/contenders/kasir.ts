import { load, type OperationId, type Options } from "kasir";
import type { Contender, Job } from "../work.ts";

const kasir = await load();

const bodyBy = (operation: OperationId, options?: Options) => (input: unknown): string | null => {
  const prepared = kasir.prepare(operation, input as object, options);
  return prepared.ok ? prepared.request.body : null;
};

const typos: Options = { treatAsError: "typos" };

/** The peers refuse slips of the finger and know that the product is telephone credit; kasir is told so, too. */
export const options: Record<Job, Options> = { topUp: { ...typos, context: { product: { kind: "pulsa" } } }, booking: typos, attraction: typos };

export const contender: Contender = {
  name: "kasir",
  topUp: bodyBy("klikoo.product_buy", options.topUp),
  booking: bodyBy("klikoo.transport_block_seat", options.booking),
  attraction: bodyBy("klikoo.attraction_buy", options.attraction),
};

/** The same without any option, which passes what is only advice. */
export const plain: Contender = {
  name: "kasir, no options",
  topUp: bodyBy("klikoo.product_buy"),
  booking: bodyBy("klikoo.transport_block_seat"),
  attraction: bodyBy("klikoo.attraction_buy"),
};
