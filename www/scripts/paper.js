// The slip of paper beside the form: a draft while the form is filled in, the receipt afterwards.
import { element, byId } from "./element.js";
import { jakartaTime, rupiah, say } from "./say.js";

function line({ label, text, key }) {
  return element("div", { class: "line", "data-line": key }, element("dt", {}, label), element("dd", {}, text));
}

function total(text) {
  return element("p", { class: "total" }, element("span", {}, say("paper.total")), element("strong", {}, text));
}

/** `lines` is { key, label, text }[]; a blank text is left out. */
export function printDraft({ lines, price, order }) {
  byId("paper").dataset.state = "draft";
  byId("paper-heading").textContent = say("paper.draft");
  const filled = lines.filter(({ text }) => text);
  const body = filled.length === 0 ? element("p", { class: "paper-empty" }, say("paper.empty")) : element("dl", { class: "lines" }, filled.map(line));
  byId("paper-body").replaceChildren(
    body,
    ...(price === null ? [] : [total(rupiah(price))]),
    element("p", { class: "paper-order" }, `${say("paper.order")} ${order}`),
  );
}

function tokenBlock(token) {
  const copied = element("span", { class: "copied", role: "status" });
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    copied.textContent = say("electricity.copied");
  };
  return element("section", { class: "token", "aria-label": say("electricity.token") },
    element("h3", {}, say("electricity.token")),
    element("p", { class: "token-digits", "data-token": token }, token.match(/.{4}/g).map((group) => element("span", {}, `${group} `))),
    element("p", { class: "hint" }, say("electricity.token_hint")),
    element("p", { class: "token-copy" }, element("button", { class: "button button-quiet", type: "button", onclick: copy }, say("electricity.copy")), copied),
  );
}

function countdown(expiresAt) {
  const left = element("strong", { class: "left", role: "timer" });
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.now()) / 1000));
    left.textContent = seconds === 0 ? say("bus.over") : say("bus.left", { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, "0") });
    if (seconds > 0 && left.isConnected) setTimeout(tick, 1000);
  };
  queueMicrotask(tick);
  return element("section", { class: "hold" },
    element("p", {}, say("bus.held_until", { time: jakartaTime(expiresAt) })),
    element("p", {}, left));
}

/** A total under these would read as if it had been paid. */
const NOTHING_PAID = new Set(["failed", "cancelled"]);

/** `title` is the shop's; everything else is kasir's outcome, the price that was paid included. */
export function printReceipt({ outcome, order, title, stamp }) {
  const { state } = outcome;
  const price = outcome.lines.find(({ key }) => key === "price")?.text;
  byId("paper").dataset.state = state;
  byId("paper-heading").textContent = say("paper.receipt");
  const lines = outcome.lines.filter(({ key }) => !shownElsewhere(key, outcome, title));
  byId("paper-body").replaceChildren(
    element("p", { class: "stamp", "data-stamp": state }, stamp ?? say(`stamp.${state}`)),
    element("p", { class: "outcome" }, outcome.message),
    ...(outcome.plnToken ? [tokenBlock(outcome.plnToken)] : []),
    ...(state === "held" && outcome.expiresAt ? [countdown(outcome.expiresAt)] : []),
    element("dl", { class: "lines" }, title ? line({ key: "title", label: say("paper.product"), text: title }) : null, lines.map(line)),
    ...(price && !NOTHING_PAID.has(state) ? [total(price)] : []),
    element("p", { class: "paper-order" }, `${say("paper.order")} ${order}`),
    element("p", { class: "paper-order paper-reference" }, `${say("paper.reference")} `, element("span", { class: "whole" }, outcome.reference)),
  );
}

/** Whether another place of the receipt says it already. */
function shownElsewhere(key, outcome, title) {
  const places = {
    product: title,
    price: true,
    token: outcome.plnToken,
    held_until: outcome.state === "held" && outcome.expiresAt,
    reference: outcome.reference,
  };
  return Boolean(places[key]);
}
