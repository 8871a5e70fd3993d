/** The final request: the buyer's form, the reference, and the merchant's own fields, which no page can set. */
import type { Allowed, MerchantFields } from "./authorize.ts";
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
  const set: MerchantFields = Object.fromEntries(Object.entries(allowed.set ?? {}).filter(([, value]) => value !== undefined));
  // What the buyer asked for is not what the merchant pays: only the shop can say what that is.
  if (unlessOpen.length > 0 && set.amount === undefined) return shopFault(parts, facts.id, "set.amount.missing");
  const stranger = Object.keys(set).find((field) => !facts.merchantFields.includes(field));
  if (stranger !== undefined) return shopFault(parts, facts.id, `set.${stranger}`);
  const unknown = unknownOf(allowed.context);
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

/** What says something of the product, and nothing where a product stands. */
const MISPLACED = ["kind", "open", "operator", "context"];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A kind that no rule knows would be held to none of them: a slip of the shop's must not buy what the rules would have refused. */
function unknownOf(context: unknown): string | undefined {
  if (!isObject(context)) return undefined;
  const misplaced = Object.keys(context).find((key) => MISPLACED.includes(key));
  if (misplaced !== undefined) return `context.${misplaced}`;
  const { product } = context;
  if (product === undefined || product === null) return undefined;
  if (!isObject(product)) return "context.product";
  const kinds: readonly unknown[] = [undefined, null, ...PRODUCT_KINDS];
  return kinds.includes(product["kind"]) ? undefined : "context.product.kind";
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
