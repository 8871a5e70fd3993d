// PLN prepaid: the name first, then the purchase, then the token.
import { byId } from "./element.js";
import { chosenProduct, productCards } from "./goods.js";
import { openInquiry } from "./inquiry.js";
import { say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const products = await shelf("electricity");
const chosen = () => chosenProduct(products);
let inquiry = null;
productCards(byId("products"), products, null);

const till = await openTill({
  aisle: "electricity",
  operation: "klikoo.product_buy",
  context: () => (chosen() ?? products[0]).context,
  price: () => (chosen() ? String(chosen().price) : null),
  title: () => chosen()?.label ?? null,
  placeholders: (price) => ({ amount: "1", selling_price: price ?? "1" }),
  ready: () => (inquiry.name() ? null : say("inquiry.first")),
  lines: (input) => [
    { key: "title", label: say("paper.product"), text: chosen()?.label },
    { key: "to", label: say("paper.to"), text: input.value },
    { key: "name", label: say("inquiry.found"), text: inquiry?.name() },
  ],
});

inquiry = openInquiry(till, { context: () => (chosen() ?? products[0]).context, onFound: () => byId("pay").focus() });
till.refresh();
till.takeUp();
