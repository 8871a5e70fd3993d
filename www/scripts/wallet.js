// E-wallets and driver accounts: a fixed denomination or one the buyer names; the owner's name can be checked first.
import { byId, element } from "./element.js";
import { tellField } from "./field.js";
import { brandChips, chosenProduct, productCards } from "./goods.js";
import { openInquiry } from "./inquiry.js";
import { rupiah, say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const products = await shelf("wallet");
const brands = [...new Set(products.map(({ brand }) => brand))];
const chosen = () => chosenProduct(products);
/** Before an amount is chosen, what its brand tells: which kind of number it wants. */
const context = () => (chosen() ?? products.find(({ brand }) => brand === chips?.picked()))?.context;
let chips = null;
let inquiry = null;

function title() {
  const product = chosen();
  const named = product?.price === null ? till?.kasir.parse("rupiah", byId("amount").value).value : null;
  return named ? `${product.label} ${rupiah(named)}` : (product?.label ?? null);
}

/** What the shop will ask: the named amount with the fee, or the price on the card. */
function price() {
  const product = chosen();
  if (!product) return null;
  if (product.price !== null) return String(product.price);
  const named = till?.kasir.parse("rupiah", byId("amount").value).value;
  return named ? String(BigInt(named) + BigInt(product.fee)) : null;
}

let till = null;
till = await openTill({
  aisle: "wallet",
  operation: "klikoo.product_buy",
  context,
  price,
  title,
  placeholders: (total) => (chosen()?.price === null ? { selling_price: total ?? "1" } : { amount: "1", selling_price: total ?? "1" }),
  lines: (input) => [
    { key: "title", label: say("paper.product"), text: title() },
    { key: "to", label: say("paper.to"), text: input.value },
    { key: "name", label: say("inquiry.found"), text: inquiry?.name() },
  ],
});

function nameTheAmount() {
  const open = chosen()?.price === null;
  byId("amount-field").hidden = !open;
  byId("amount").disabled = !open;
  till.refresh();
}

function stock(brand) {
  productCards(byId("products"), products.filter((product) => product.brand === brand), chosen()?.code);
  tellField(till.field("value"), byId("value"));
  nameTheAmount();
}

chips = brandChips(byId("brands"), brands, stock);
chips.pick(brands[0]);
byId("products").addEventListener("change", nameTheAmount);
inquiry = openInquiry(till, { context, onFound: (data) => byId("status").replaceChildren(element("span", {}, data.customer_name ?? "")) });
nameTheAmount();
till.takeUp();
