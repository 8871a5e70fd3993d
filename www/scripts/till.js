// One counter of the shop: the form on the left, the paper on the right, and the way of one purchase between them.
import { bindForm, createCheckout, load } from "kasir/web";
import { byId, element } from "./element.js";
import { clearNotices, notify } from "./notice.js";
import { showAnswer, showForm } from "./panel.js";
import { printDraft, printReceipt } from "./paper.js";
import { readRow } from "./row.js";
import { language, rupiah, say } from "./say.js";
import { takeOrder } from "./shop.js";

/** States in which the page keeps asking. */
const UNDER_WAY = new Set(["accepted", "sent", "pending", "unknown"]);
const ASK_FOR_MS = 8_000;
const PAUSE_MS = 1_500;

/**
 * `counter` is what makes a page its own: { aisle, operation, context(), price(), lines(input), title(), placeholders(price), payLabel(price)?, again?,
 * ready()? (a sentence when the purchase cannot start yet), stamp(state)? }.
 */
export async function openTill(counter) {
  try {
    // A reload shows what stands; only coming here anew leaves a settled purchase behind.
    const [{ type }] = performance.getEntriesByType("navigation");
    const [kasir, taken] = await Promise.all([load(), takeOrder(counter.aisle, type === "navigate" ? "settled" : "nothing")]);
    return new Till(counter, kasir, taken);
  } catch (fault) {
    fail(fault);
  }
}

function fail(fault) {
  byId("load-failed").hidden = false;
  throw fault;
}

/** "form", "working" or "receipt": what the page is at. */
function enter(stage) {
  document.body.dataset.stage = stage;
  byId("form").inert = stage !== "form";
  byId("form").hidden = stage === "receipt";
  byId("till-actions").hidden = stage === "receipt";
  byId("till-after").hidden = stage !== "receipt";
  byId("pay").setAttribute("aria-disabled", String(stage === "working"));
  if (stage === "working") byId("pay-label").textContent = say("paper.working");
}

const at = (stage) => document.body.dataset.stage === stage;
const button = (label, act, kind = "quiet") => element("button", { type: "button", class: `button button-${kind}`, onclick: act }, label);

class Till {
  constructor(counter, kasir, { order, reference, role }) {
    Object.assign(this, { counter, kasir, order, standing: reference, role });
    this.checkout = createCheckout({ hook: "/kasir", language });
    this.form = bindForm(byId("form"), counter.operation, {
      language,
      context: counter.context,
      onSubmit: () => this.submit(),
      onChange: () => this.refresh(),
      onError: fail,
    });
    enter("form");
    showAnswer(null);
  }

  /** What the rules are told besides what the form holds, the same as bindForm tells them. */
  options() {
    return { language, context: this.counter.context(), treatAsError: "typos" };
  }

  /** What kasir tells of a field: label, help, choices. */
  field(name) {
    return this.kasir.fields(this.counter.operation, this.options()).find((field) => field.name === name);
  }

  /** The shelf's price, or the one the shop has named since for the very same form. */
  price() {
    return this.named ?? this.counter.price();
  }

  /** The form holds something else now. */
  refresh() {
    this.named = null;
    this.draft();
  }

  /** Prints the draft anew from what the form holds. */
  draft() {
    if (!at("form")) return;
    const { counter, kasir, form, order } = this;
    const input = form.read();
    const price = this.price();
    printDraft({ lines: counter.lines(input), price, order });
    const label = price === null ? say("paper.pay") : say("paper.pay_price", { price: rupiah(price) });
    byId("pay-label").textContent = counter.payLabel?.(price) ?? label;
    showForm(kasir, counter.operation, input, counter.placeholders(price), this.options());
  }

  /** The form has no errors. */
  submit() {
    if (!at("form")) return;
    const notYet = this.counter.ready?.() ?? null;
    if (notYet === null) this.buy(this.price());
    else notify("bad", notYet);
  }

  async buy(price) {
    if (!at("form")) return;
    clearNotices();
    this.form.show([]);
    enter("working");
    const result = await this.checkout.submit(this.counter.operation, this.form.read(), {
      basket: this.order,
      context: this.counter.context(),
      waitMs: ASK_FOR_MS,
      onChange: (outcome) => outcome.state !== "sent" && this.show(outcome),
      ...(price === null ? {} : { expect: { selling_price: price } }),
    });
    if (result.kind === "outcome") return this.followOn(result.outcome);
    this.named = result.price ?? null;
    enter("form");
    this.draft();
    showAnswer(result);
    if (result.kind === "invalid") this.form.show(result.issues);
    else if (result.code === "price.changed" && result.price) this.offer(price, result.price);
    else if (result.code === "signed_out") notify("bad", result.message, button(say("notice.try_again"), () => location.reload()));
    else notify("bad", result.message);
  }

  /** Draft and pay button name the new price as well: no button on the page asks for the old one. */
  offer(old, price) {
    const agree = button(say("notice.price_agree", { price: rupiah(price) }), () => this.buy(price), "pay");
    notify("bad", say("notice.price_changed", { old: rupiah(old), price: rupiah(price) }), agree);
  }

  show(outcome, shown = { title: this.counter.title(), order: this.order }) {
    showAnswer(outcome);
    printReceipt({ outcome, ...shown, stamp: this.counter.stamp?.(outcome.state) });
    byId("till-after").replaceChildren(...this.afterwards(outcome));
    byId("status").textContent = outcome.message;
    const first = !at("receipt");
    enter("receipt");
    if (first) byId("paper-heading").focus();
  }

  /** What the buyer can do next. */
  afterwards({ state, reference }) {
    const all = element("a", { class: "button button-quiet", href: "/orders" }, say("paper.all"));
    if (state === "accepted") return [button(say("paper.cancel"), () => this.cancel(reference)), all];
    if (UNDER_WAY.has(state)) return [all];
    const again = (kind) => button(this.counter.again ?? say("paper.again"), () => this.startAfresh(), kind);
    if (state === "failed") return [button(say("paper.back"), () => this.backToForm(), "pay"), again("quiet"), all];
    return [again(state === "held" ? "quiet" : "pay"), button(say("paper.print"), () => print()), all];
  }

  async startAfresh() {
    await takeOrder(this.counter.aisle, "held");
    location.reload();
  }

  async backToForm() {
    ({ order: this.order } = await takeOrder(this.counter.aisle, "settled"));
    enter("form");
    this.refresh();
    byId("form").querySelector("input:not([type=hidden]), select")?.focus();
  }

  async cancel(reference) {
    await this.checkout.cancel(reference);
    location.reload();
  }

  /** Shows the outcome and keeps asking while it is open; nothing is ever sent again. */
  async followOn(outcome, shown) {
    const { reference } = outcome;
    for (let now = outcome; ; now = (await this.ask(reference, shown)) ?? now) {
      this.show(now, shown);
      if (!UNDER_WAY.has(now.state)) return;
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }

  /** kasir follows what it keeps; what it has let go of is read by its reference. */
  ask(reference, shown) {
    const kept = this.checkout.pending().some((intent) => intent.reference === reference);
    if (!kept) return readRow(reference);
    return this.checkout.resume(reference, { waitMs: ASK_FOR_MS, onChange: (outcome) => this.show(outcome, shown), context: this.counter.context() });
  }

  /** When the page opens: goes on with the purchase that is still open, or shows the one that stands for the order. */
  async takeUp() {
    const { checkout, counter, order } = this;
    const open = checkout.pending().find((intent) => intent.operation === counter.operation && (intent.basket === order || intent.state !== "held"));
    if (!open && this.standing === null) return;
    enter("working");
    if (!open) return this.showStanding();
    const first = await checkout.resume(open.reference, { waitMs: 0, context: counter.context() });
    // The hook has no row of it: cancelling makes that final, should the request still be on its way.
    if (first.state === "cancelled" && (await checkout.cancel(open.reference)).cancelled) {
      notify("plain", first.message);
      enter("form");
      return this.refresh();
    }
    notify("plain", say("paper.resumed"));
    const known = first.state === "cancelled" ? await readRow(open.reference) : first;
    await this.followOn(known ?? first, { title: null, order: open.basket });
  }

  async showStanding() {
    const outcome = await readRow(this.standing);
    if (outcome) return this.followOn(outcome, { title: null, order: this.order });
    enter("form");
    this.refresh();
  }
}
