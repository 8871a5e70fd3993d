// A page whose test brings the elements and what is set on them; what they dispatch is kept.
import { bindForm, createCheckout, load } from "/kasir/web.js";
import { defineElements } from "/kasir/elements.js";

const told = { drawn: 0, sent: [], results: [], asked: [], faults: [] };
addEventListener("kasir-drawn", () => (told.drawn += 1));
addEventListener("kasir-submit", ({ detail }) => told.sent.push(detail.form));
addEventListener("kasir-result", ({ detail }) => told.results.push(detail.result) && told.asked.push(detail.form));
addEventListener("kasir-error", (event) => {
  event.preventDefault();
  told.faults.push(event.detail.code ?? String(event.detail));
});
const define = () => defineElements({ load, bindForm });
const place = document.querySelector("#place");

/** Puts elements into the page and sets the first form's properties, before the elements are defined where `late` says so. */
function put(markup, properties = {}, late = false) {
  if (!late) define();
  place.innerHTML = markup;
  const element = place.querySelector("kasir-form");
  globalThis.element = element;
  if (element) Object.assign(element, properties);
  if (late) define();
}

Object.assign(globalThis, { told, define, put, load, createCheckout });
