/** Checks the page's form once as soon as it can. */
import { load } from "kasir/web";
import { done, formOf } from "./page.ts";

const kasir = await load();
const issues = kasir.validate("klikoo.product_buy", formOf(document), { treatAsError: "typos", context: { product: { kind: "pulsa" } } });
done(issues.map((issue) => issue.name));
