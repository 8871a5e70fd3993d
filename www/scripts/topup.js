// Phone credit: the number names the operator, the operator its denominations.
import { byId, element } from "./element.js";
import { brandChips, chosenProduct, productCards } from "./goods.js";
import { say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const products = await shelf("topup");
const brands = [...new Set(products.map(({ brand }) => brand))];
const chosen = () => chosenProduct(products);

const till = await openTill({
  aisle: "topup",
  operation: "klikoo.product_buy",
  context: () => chosen()?.context ?? { product: { kind: "pulsa" } },
  price: () => (chosen() ? String(chosen().price) : null),
  title: () => chosen()?.label ?? null,
  placeholders: (price) => ({ amount: "1", selling_price: price ?? "1" }),
  lines: (input) => [
    { key: "title", label: say("paper.product"), text: chosen()?.label },
    { key: "to", label: say("paper.to"), text: input.value },
  ],
});

function stock(brand) {
  const matching = products.filter((product) => product.brand === brand);
  productCards(byId("products"), matching, chosen()?.code);
  till.refresh();
}

const chips = brandChips(byId("brands"), brands, stock);
byId("products").replaceChildren(element("p", { class: "hint" }, say("topup.pick_brand")));

/** Tells whose number it is, also where nobody typed it, and picks the operator's chip. */
function recognise() {
  const { value } = byId("value");
  const { hint } = till.kasir.formatAsYouType("msisdn", value, value.length);
  byId("operator").textContent = hint ?? "";
  const known = brands.find((one) => one === hint) ?? brands.find((one) => one === till.kasir.parse("msisdn", value).parts.operator);
  if (known && chips.picked() !== known) chips.pick(known);
}

byId("value").addEventListener("input", recognise);
// What was typed, filled in or restored while the page was loading counts as well.
recognise();
till.refresh();
till.takeUp();
