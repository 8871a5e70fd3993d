// PLN prepaid: the name first, then the purchase, then the token. kasir's own elements ask for the name; what they asked about is
// carried to the till, which buys nothing else.
import { defineElements } from "kasir/elements";
import { bindForm, createCheckout, load } from "kasir/web";
import { byId } from "./element.js";
import { chosenProduct, productCards } from "./goods.js";
import { language, say } from "./say.js";
import { shelf } from "./shop.js";
import { openTill } from "./till.js";

const [check, answer, carried] = ["check", "inquiry", "form"].map(byId);
const products = await shelf("electricity");
const chosen = () => chosenProduct(products);
const context = () => (chosen() ?? products[0]).context;
/** What the name was found for, and the name. */
let found = { asked: null, name: null };

const key = ({ product_code = "", value = "" }) => JSON.stringify([product_code, value]);
/** Open a moment later: the name can be asked for before that. */
let till;

function carry(form) {
  for (const control of carried.elements) control.value = form[control.name] ?? "";
  if (found.asked !== key(form)) {
    found = { asked: null, name: null };
    answer.result = undefined;
  }
  till?.refresh();
}

check.addEventListener("kasir-result", ({ detail: { form, result } }) => {
  // It was typed on meanwhile.
  if (key(form) !== key(check.values)) answer.result = undefined;
  else if (result.kind === "outcome" && result.outcome.state === "success") {
    found = { asked: key(form), name: result.outcome.lines.find((line) => line.key === "customer_name")?.text ?? "" };
    till?.refresh();
    byId("pay").focus();
  }
});
check.addEventListener("kasir-drawn", () => carry(check.values));

productCards(byId("products"), products, null);
check.context = context();
check.checkout = createCheckout({ hook: "/kasir", language });
check.options = {
  onChange(form) {
    check.context = context();
    carry(form);
  },
};
defineElements({ load, bindForm });

till = await openTill({
  aisle: "electricity",
  operation: "klikoo.product_buy",
  context,
  price: () => (chosen() ? String(chosen().price) : null),
  title: () => chosen()?.label ?? null,
  placeholders: (price) => ({ amount: "1", selling_price: price ?? "1" }),
  ready: () => (found.name === null ? say("inquiry.first") : null),
  lines: (input) => [
    { key: "title", label: say("paper.product"), text: chosen()?.label },
    { key: "to", label: say("paper.to"), text: input.value },
    { key: "name", label: say("inquiry.found"), text: found.name },
  ],
});
// The person mends what stands in the form of the name, whoever found it wrong.
till.form.show = (issues) => check.bound.show(issues);

/** Nothing is bought that the form of the name has something against. */
document.addEventListener("submit", (event) => {
  if (event.target !== carried || !check.bound) return;
  const issues = check.bound.validate();
  if (!issues.some(({ severity }) => severity === "error")) return;
  event.preventDefault();
  event.stopPropagation();
  check.bound.show(issues);
}, true);

new MutationObserver(() => {
  const { stage } = document.body.dataset;
  const back = check.hidden && stage === "form";
  check.inert = stage !== "form";
  check.hidden = answer.hidden = stage === "receipt";
  if (back) check.querySelector("[name=value]")?.focus();
}).observe(document.body, { attributeFilter: ["data-stage"] });

till.refresh();
till.takeUp();
