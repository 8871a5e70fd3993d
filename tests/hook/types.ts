/** Compiled by types.test.ts, never run: what a shop may write, and what has to stay an error. */
import type { Inputs, OperationId as PageOperation, ProductKind as PageKind } from "kasir";
import { type Allowed, type AuthorizeCall, type Context, createHook, type Decision, type Ledger, type MerchantFields, type OperationId, type ProductKind } from "kasir-hook";
import { nodeHandler } from "kasir-hook/node";
import { createSandbox } from "kasir-hook/sandbox";
import { sqliteLedger } from "kasir-hook/sqlite";

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <Claim extends true>(..._: Claim[]): void => undefined;

holds<Same<OperationId, PageOperation>>();
holds<Same<ProductKind, PageKind>>();
// What a shop sets are the fields that no page may say, and they are called the same.
holds<Same<Exclude<keyof MerchantFields, keyof Inputs["klikoo.product_buy"] | keyof Inputs["netzme.percentage_product"]>, never>>();

// What a shop knows of an order may be nothing, also where `undefined` is no value of an optional property.
export const answer = ({ basket, operation, input }: AuthorizeCall, context: Context | undefined, kind: ProductKind | undefined): Decision => {
  const sold = operation === "klikoo.product_buy" && input?.["product_code"] === "S10";
  if (!sold) return { allow: false, code: "sold_out" };
  return { allow: "now", owner: "session-1", order: basket, role: undefined, set: { amount: 10300, selling_price: "12000" }, context: context ?? { product: { kind, open: undefined } } };
};
// @ts-expect-error: no such operation
export const misnamed = ({ operation }: AuthorizeCall): boolean => operation === "klikoo.product_bye";
// @ts-expect-error: no such kind
export const plane: Context = { product: { kind: "plane" } };
// @ts-expect-error: the kind stands inside
export const flat: Context = { product: "pulsa" };
// @ts-expect-error: no field of the merchant's
export const buyers: MerchantFields = { value: "0812" };
// @ts-expect-error: money is no flag
export const free: MerchantFields = { selling_price: false };
// @ts-expect-error: whose it is
export const nobodys: Allowed = { allow: "now" };
// @ts-expect-error: it is said when
export const whenever: Decision = { allow: true, owner: "session-1" };
// @ts-expect-error: no such refusal
export const refused: Decision = { allow: false, code: "no" };

const providers = { klikoo: { baseUrl: "https://b2b.example", clientId: "id", clientSecret: "secret", privateKey: "key" } };
const ledger: Ledger = sqliteLedger("kasir.db");
export const hook = createHook({ providers, ledger, authorize: async (call) => answer(call, undefined, "pulsa") });
nodeHandler(hook);
// @ts-expect-error: a ledger is opened, not named
createHook({ providers, ledger: "kasir.db", authorize: (call) => answer(call, undefined, "pulsa") });
// @ts-expect-error: nobody says who may buy
createHook({ providers, ledger });
// @ts-expect-error: baseUrl
createHook({ providers: { klikoo: { ...providers.klikoo, baseURL: "https://b2b.example" } }, ledger, authorize: (call) => answer(call, undefined, "pulsa") });
// @ts-expect-error: no such option
createHook({ providers, ledger, authorise: () => ({ allow: "now", owner: "x" }) });

export async function played(): Promise<void> {
  const { klikoo, netzme } = await createSandbox({ settleAfterMs: 0 });
  createHook({ providers: { klikoo, netzme }, ledger, authorize: (call) => answer(call, undefined, "pulsa") });
  // @ts-expect-error: no such option
  await createSandbox({ prot: 1 });
}
