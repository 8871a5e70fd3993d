// Brand chips and denomination cards, as radio buttons: what the top-up, e-wallet and electricity pages choose from.
import { element } from "./element.js";
import { rupiah, say } from "./say.js";

// The brand is the shop's own question, no field of the operation: an empty `form` keeps it out of what the form sends.
const OUTSIDE_THE_FORM = { name: "shop-brand", form: "" };

export function brandChips(box, brands, onPick) {
  const inputs = brands.map((brand) =>
    element("input", { type: "radio", value: brand, id: `brand-${brand}`, ...OUTSIDE_THE_FORM, onchange: () => onPick(brand) }));
  box.replaceChildren(...inputs.map((input) => element("label", { class: "chip" }, input, element("span", {}, input.value))));
  return {
    pick(brand) {
      inputs.forEach((input) => (input.checked = input.value === brand));
      onPick(brand);
    },
    picked: () => inputs.find((input) => input.checked)?.value ?? null,
  };
}

export function productCards(box, products, kept) {
  box.replaceChildren(...products.map((product) =>
    element("label", { class: "choice" },
      element("input", { type: "radio", name: "product_code", value: product.code, id: `product-${product.code}`, checked: product.code === kept }),
      element("span", { class: "choice-name" }, product.price === null ? say("wallet.open") : product.label),
      element("span", { class: "choice-price" }, product.price === null ? say("wallet.open_price") : rupiah(product.price)),
      product.invented ? element("span", { class: "choice-mark" }, say("common.invented_mark")) : null)));
}

export function chosenProduct(products) {
  const code = document.querySelector('input[name="product_code"]:checked')?.value;
  return products.find((product) => product.code === code) ?? null;
}
