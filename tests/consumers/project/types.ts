/** Compiled, never run: what a TypeScript consumer may write, and what has to stay an error. */
import { load, type Issue, type KlikooProductBuyForm } from "kasir";
import { load as loadFetched } from "kasir/web";

const kasir = await load();
await loadFetched(new URL("https://cdn.example/core.wasm"));

const form: KlikooProductBuyForm = { product_code: "TSEL20", value: "081234567890" };
const issues: Issue[] = kasir.validate("klikoo.product_buy", form, { language: "en" });
for (const { code, path, name, pointer, severity, message } of issues) {
  const place: string = name + pointer + message + String(path.length);
  const weight: "error" | "advice" = severity;
  if (code === "field.missing") console.log(place, weight);
  // @ts-expect-error: no such code
  if (code === "field.mising") console.log(place);
}

const prepared = kasir.prepare("klikoo.product_buy", { ...form, selling_price: "21000" });
if (prepared.ok) console.log(prepared.request.body.length, prepared.request.method);
else console.log(prepared.issues.length);

// @ts-expect-error: no such operation
kasir.prepare("klikoo.product_bye", form);
// @ts-expect-error: the body is there only when the input is good
console.log(prepared.request.body);
// @ts-expect-error: no such language
kasir.validate("klikoo.product_buy", form, { language: "fr" });
// @ts-expect-error: a product code is text
const wrong: KlikooProductBuyForm = { product_code: 20, value: "081234567890" };
console.log(wrong);
