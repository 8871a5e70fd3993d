/** What a form does when it is sent: asks or buys by the page's checkout, and shows the answer. */
import type { OperationId } from "../generated.ts";
import type { Kasir } from "../kasir.ts";
import { languageOf } from "./properties.ts";
import type { KasirFormElement, KasirReceiptElement, Result } from "./types.ts";

export async function submission(
  kasir: Kasir, checkout: NonNullable<KasirFormElement["checkout"]>, element: KasirFormElement, operation: OperationId, form: object,
  receipt: KasirReceiptElement | null,
): Promise<Result> {
  const { basket, context, expect } = element;
  const terms = { language: languageOf(element), context, basket };
  if (kasir.kind(operation) === "query") return checkout.query(operation, form, terms);
  return checkout.submit(operation, form, {
    ...terms, expect,
    onChange: (outcome) => {
      if (receipt) receipt.outcome = outcome;
    },
  });
}
