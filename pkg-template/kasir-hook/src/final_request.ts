/** The final request: the buyer's form, the reference, and the merchant's own fields, which no page can set. */
import type { Allowed } from "./authorize.ts";
import { type PreparedRequest, PRODUCT_KINDS } from "./hook_core.ts";
import { today, type OpenCall } from "./opened_call.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";

export function finalRequest(
  parts: Parts,
  { facts, input, expect, language, unlessOpen }: OpenCall,
  reference: string,
  allowed: Allowed,
): { request: PreparedRequest } | { problem: Problem } {
  if (unlessOpen.length > 0 && allowed.context?.product?.open !== true) return { problem: { code: "input.invalid", issues: unlessOpen } };
  const set = allowed.set ?? {};
  // What the buyer asked for is not what the merchant pays: only the shop can say what that is.
  if (unlessOpen.length > 0 && set.amount === undefined) return shopFault(parts, facts.id, "set.amount.missing");
  const stranger = Object.keys(set).find((field) => !facts.merchantFields.includes(field));
  if (stranger !== undefined) return shopFault(parts, facts.id, `set.${stranger}`);
  const unknown = unknownProduct(allowed.context?.product);
  if (unknown !== undefined) return shopFault(parts, facts.id, unknown);
  const price = set.selling_price;
  if (expect?.selling_price !== undefined && price !== undefined && !samePrice(expect.selling_price, price)) {
    return { problem: { code: "price.changed", price: String(price) } };
  }
  const whole = { ...input, ...set, ...(facts.referenceField !== null && { [facts.referenceField]: reference }) };
  const prepared = parts.core.prepare(facts.id, JSON.stringify(whole), {
    context: allowed.context,
    today: today(parts),
    language,
    treatAsError: "typos",
    ...(facts.provider === "klikoo" && { escapes: parts.settings.klikoo?.escapes ?? "go" }),
  });
  if (prepared.ok) return { request: prepared.request };
  const merchants = prepared.issues.find((issue) => facts.merchantFields.includes(String(issue.path[0])));
  if (merchants !== undefined) return shopFault(parts, facts.id, `${merchants.name}.${merchants.code}`);
  return { problem: { code: "input.invalid", issues: prepared.issues } };
}

/** A kind that no rule knows would be held to none of them: a slip of the shop's must not buy what the rules would have refused. */
function unknownProduct(product: unknown): string | undefined {
  if (product === undefined || product === null) return undefined;
  if (typeof product !== "object") return "context.product";
  const { kind } = product as { kind?: unknown };
  const known: readonly unknown[] = [undefined, null, ...PRODUCT_KINDS];
  return known.includes(kind) ? undefined : "context.product.kind";
}

/** What `authorize` set does not fit: the buyer cannot mend that, and nothing is sent. */
function shopFault(parts: Parts, operation: string, code: string): { problem: Problem } {
  parts.log({ level: "error", event: "authorize.set_invalid", operation, code });
  return { problem: { code: "authorize.unavailable" } };
}

function samePrice(expected: unknown, price: unknown): boolean {
  const digits = (value: unknown): string => String(value).replace(/^0+(?=\d)/, "");
  return digits(expected) === digits(price);
}
