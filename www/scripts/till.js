// One counter of the shop: the form on the left, the paper on the right, and the way of one purchase between them.
import { createCheckout, load } from "kasir/web";
import { byId, element } from "./element.js";
import { wireForm } from "./forms.js";
import { clearNotices, notify } from "./notice.js";
import { openPanel } from "./panel.js";
import { printDraft, printReceipt } from "./paper.js";
import { readRow } from "./row.js";
import { language, rupiah, say } from "./say.js";
import { takeOrder } from "./shop.js";

/** States in which the page keeps asking. */
const UNDER_WAY = new Set(["accepted", "sent", "pending", "unknown"]);
const ASK_FOR_MS = 8_000;
const PAUSE_MS = 1_500;

function stage(name) {
  document.body.dataset.stage = name;
  const busy = name === "working";
  byId("form").inert = name !== "form";
  byId("form").hidden = name === "receipt";
  byId("till-actions").hidden = name === "receipt";
  byId("till-after").hidden = name !== "receipt";
  byId("pay").setAttribute("aria-disabled", String(busy));
  if (busy) byId("pay-label").textContent = say("paper.working");
}

/**
 * `counter` is what makes a page its own: { aisle, operation, context(), price(), lines(input), title(), placeholders(), payLabel(price)?,
 * ready()? (a sentence when the purchase cannot start yet), stamp(state)? }.
 */
export async function openTill(counter) {
  try {
    const [kasir, { order, role }] = await Promise.all([load(), takeOrder(counter.aisle)]);
    return conduct(counter, kasir, order, role);
  } catch (fault) {
    byId("load-failed").hidden = false;
    throw fault;
  }
}

function conduct(counter, kasir, firstOrder, role) {
  const { operation, aisle } = counter;
  const checkout = createCheckout({ hook: "/kasir", language });
  const form = wireForm(byId("form"), { kasir, operation, context: counter.context, onChange: refresh });
  let order = firstOrder;

  function refresh() {
    if (document.body.dataset.stage !== "form") return;
    const input = form.read();
    const price = counter.price();
    printDraft({ lines: counter.lines(input), price, order });
    byId("pay-label").textContent = counter.payLabel?.(price) ?? (price === null ? say("paper.pay") : say("paper.pay_price", { price: rupiah(price) }));
    openPanel({ kasir, operation, placeholders: counter.placeholders(price), options: form.options }).form(input);
  }

  function show(outcome, shown = { title: counter.title(), order }) {
    openPanel({ kasir, operation, placeholders: {}, options: form.options }).answer(outcome);
    printReceipt({ outcome, ...shown, stamp: counter.stamp?.(outcome.state) });
    byId("till-after").replaceChildren(...afterwards(outcome));
    byId("status").textContent = outcome.message;
    const first = document.body.dataset.stage !== "receipt";
    stage("receipt");
    if (first) byId("paper-heading").focus();
  }

  function afterwards({ state, reference }) {
    const button = (label, act, kind = "quiet") => element("button", { type: "button", class: `button button-${kind}`, onclick: act }, label);
    const all = element("a", { class: "button button-quiet", href: "/orders" }, say("paper.all"));
    if (state === "accepted") return [button(say("paper.cancel"), () => cancel(reference)), all];
    if (UNDER_WAY.has(state)) return [all];
    const again = button(say("paper.again"), startAfresh, state === "held" ? "quiet" : "pay");
    if (state === "failed") return [button(say("paper.back"), backToForm, "pay"), button(say("paper.again"), startAfresh), all];
    return [again, button(say("paper.print"), () => print()), all];
  }

  async function startAfresh() {
    await takeOrder(aisle, true);
    location.reload();
  }

  async function backToForm() {
    ({ order } = await takeOrder(aisle));
    stage("form");
    refresh();
    byId("form").querySelector("input:not([type=hidden]), select")?.focus();
  }

  async function cancel(reference) {
    await checkout.cancel(reference);
    location.reload();
  }

  /** Shows the outcome and keeps asking while it is open; it never sends anything again. */
  async function follow(reference, shown) {
    for (;;) {
      const outcome = kept(reference)
        ? await checkout.resume(reference, { waitMs: ASK_FOR_MS, onChange: (changed) => show(changed, shown), context: counter.context() })
        : await readRow(reference);
      if (outcome) show(outcome, shown);
      if (outcome && !UNDER_WAY.has(outcome.state)) return;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }

  function kept(reference) {
    return checkout.pending().some((intent) => intent.reference === reference);
  }

  async function settle(result, price) {
    if (result.kind === "outcome") {
      show(result.outcome);
      if (UNDER_WAY.has(result.outcome.state)) await follow(result.reference);
      return;
    }
    stage("form");
    refresh();
    openPanel({ kasir, operation, placeholders: {}, options: form.options }).answer(result);
    if (result.kind === "invalid") return form.show(result.issues);
    if (result.code === "price.changed" && result.price) return offer(price, result.price);
    notify("bad", result.message);
  }

  function offer(old, price) {
    const agree = element("button", { type: "button", class: "button button-pay", onclick: () => buy(price) }, say("notice.price_agree", { price: rupiah(price) }));
    notify("bad", say("notice.price_changed", { old: rupiah(old), price: rupiah(price) }), agree);
  }

  async function buy(price) {
    if (document.body.dataset.stage !== "form") return;
    clearNotices();
    form.clear();
    stage("working");
    const result = await checkout.submit(operation, form.read(), {
      basket: order,
      context: counter.context(),
      waitMs: ASK_FOR_MS,
      onChange: (outcome) => outcome.state !== "sent" && show(outcome),
      ...(price === null ? {} : { expect: { selling_price: price } }),
    });
    await settle(result, price);
  }

  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (document.body.dataset.stage !== "form") return;
    const issues = form.validate();
    form.show(issues);
    if (issues.some(({ severity }) => severity === "error")) return;
    const notYet = counter.ready?.() ?? null;
    if (notYet !== null) return notify("bad", notYet);
    buy(counter.price());
  });

  /** After a reload: goes on with the purchase of this counter that is still open. */
  async function takeUp() {
    const open = checkout.pending().find((intent) => intent.operation === operation && (intent.basket === order || intent.state !== "held"));
    if (!open) return;
    stage("working");
    const shown = { title: null, order: open.basket };
    const first = await checkout.resume(open.reference, { waitMs: 0, context: counter.context() });
    // The hook has no row of it: cancelling makes that final, should the request still be on its way.
    if (first.state === "cancelled" && (await checkout.cancel(open.reference)).cancelled) {
      notify("plain", first.message);
      stage("form");
      return refresh();
    }
    notify("plain", say("paper.resumed"));
    if (first.state !== "cancelled") show(first, shown);
    if (first.state === "cancelled" || UNDER_WAY.has(first.state)) await follow(open.reference, shown);
  }

  stage("form");
  openPanel({ kasir, operation, placeholders: {}, options: form.options }).answer(null);
  return { kasir, checkout, form, role, refresh, takeUp };
}
