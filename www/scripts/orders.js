// Orders of this visitor: what is open is looked up again, never bought again; a settled one shows its receipt.
import { createCheckout } from "kasir/web";
import { byId, element } from "./element.js";
import { notify } from "./notice.js";
import { printReceipt } from "./paper.js";
import { readRow } from "./row.js";
import { jakartaTime, language, rupiah, say } from "./say.js";
import { orders } from "./shop.js";

const UNDER_WAY = new Set(["accepted", "sent", "pending", "unknown"]);
const ASK_AGAIN_MS = 3_000;
const checkout = createCheckout({ hook: "/kasir", language });

function stampOf(order, state) {
  return say(order.aisle === "margin" && state === "success" ? "stamp.saved" : `stamp.${state}`);
}

function badge(order, state) {
  return element("span", { class: "state", "data-state": state }, stampOf(order, state));
}

function row(order) {
  const at = element("span", { class: "state-slot" });
  const open = element("button", { type: "button", class: "button button-quiet button-small", onclick: () => show(order) },
    say("orders.open"), element("span", { class: "sr" }, ` ${order.number}`));
  const item = element("li", { class: "order" },
    element("div", {},
      element("strong", {}, order.title?.[language] ?? say("orders.interrupted")),
      element("span", { class: "order-number" },
        element("span", {}, `${say("orders.number")} ${order.number}`),
        order.opened ? element("span", {}, jakartaTime(order.opened)) : null)),
    element("span", { class: "order-price" }, order.price ? rupiah(order.price) : ""), at, open);
  watch(order, (outcome) => at.replaceChildren(badge(order, outcome.state)));
  return item;
}

async function watch(order, onOutcome) {
  for (;;) {
    const outcome = await readRow(order.reference);
    if (outcome) onOutcome(outcome);
    if (outcome && !UNDER_WAY.has(outcome.state)) return;
    await new Promise((done) => setTimeout(done, ASK_AGAIN_MS));
  }
}

async function show(order) {
  byId("receipt").hidden = false;
  let first = true;
  await watch(order, (outcome) => {
    printReceipt({ outcome, order: order.number, title: order.title?.[language] ?? null, stamp: stampOf(order, outcome.state) });
    byId("status").textContent = outcome.message;
    if (first) byId("paper-heading").focus();
    first = false;
  });
}

async function list() {
  const known = await orders();
  const interrupted = checkout.pending()
    .filter(({ reference }) => !known.some((order) => order.reference === reference))
    .map(({ reference, basket }) => ({ reference, number: basket ?? "", title: null, price: null, opened: null, aisle: null }));
  const all = [...interrupted, ...known];
  byId("orders").replaceChildren(...all.map(row));
  byId("no-orders").hidden = all.length > 0;
}

try {
  await list();
} catch {
  notify("bad", say("orders.failed"));
} finally {
  byId("orders").removeAttribute("aria-busy");
}
byId("till-after").replaceChildren(element("button", { type: "button", class: "button button-quiet", onclick: () => print() }, say("paper.print")));
