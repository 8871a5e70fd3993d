// A page whose test brings what stands in the shadow root of the shop's own component; what kasir says in there is kept.
import { bindForm, createCheckout, load } from "/kasir/web.js";
import { defineElements } from "/kasir/elements.js";

const told = { drawn: 0, sent: [], results: [], asked: [], changes: [], faults: [] };

function listen(root) {
  root.addEventListener("kasir-drawn", () => (told.drawn += 1));
  root.addEventListener("kasir-submit", ({ detail }) => told.sent.push(detail.form));
  root.addEventListener("kasir-result", ({ detail }) => told.results.push(detail.result) && told.asked.push(detail.form));
  root.addEventListener("kasir-error", (event) => {
    event.preventDefault();
    told.faults.push(event.detail.code ?? String(event.detail));
  });
}

/** A component's shadow root; `begin` is called with it while the component is in no page yet. */
function componentOf(markup, mode, begin) {
  const component = document.createElement("div");
  const root = component.attachShadow({ mode });
  root.innerHTML = `<link rel="stylesheet" href="/forms/form.css">${markup}`;
  begin?.(root);
  document.querySelector("main").append(component);
  return root;
}

function bind(markup, operation, options, { mode = "open", early = false, native = false } = {}) {
  const bindIn = (root) => {
    const heard = { onChange: (values) => told.changes.push(values), onError: (fault) => told.faults.push(fault.code ?? String(fault)) };
    if (!native) heard.onSubmit = (values) => told.sent.push(values);
    globalThis.bound = bindForm(root.querySelector("form"), operation, { ...heard, ...options });
  };
  globalThis.root = componentOf(markup, mode, early ? bindIn : undefined);
  if (!early) bindIn(root);
}

function put(markup, properties, { mode = "open" } = {}) {
  defineElements({ load, bindForm });
  globalThis.root = componentOf(markup, mode, (root) => {
    listen(root);
    globalThis.element = root.querySelector("kasir-form");
    Object.assign(element, { checkout: createCheckout({ hook: "/hook" }) }, properties);
  });
}

Object.assign(globalThis, { told, bind, put, componentOf });
