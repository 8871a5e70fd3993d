// A page whose test brings the form and the options; what the options' functions are called with is kept.
import { bindForm, load } from "/kasir/web.js";

const told = { sent: [], changes: [], advice: [], faults: [] };
const listeners = {
  onSubmit: (values) => told.sent.push(values),
  onChange: (values) => told.changes.push(values),
  onAdvice: (advice) => told.advice.push(...advice),
  onError: ({ code }) => told.faults.push(code),
};
const main = document.querySelector("main");

function bind(markup, operation, { without = [], ...options } = {}) {
  main.innerHTML = markup;
  const form = main.querySelector("form");
  const heard = Object.fromEntries(Object.entries(listeners).filter(([name]) => !without.includes(name)));
  Object.assign(globalThis, { form, bound: bindForm(form, operation, { ...heard, ...options }) });
}

Object.assign(globalThis, { told, load, bind });
