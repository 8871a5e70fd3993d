import { bindForm, load } from "/kasir/web.js";

const asked = new URLSearchParams(location.search);
const form = document.querySelector("form");
const told = { sent: [], changes: [], advice: [], faults: [] };
const options = {
  language: asked.get("language") ?? "id",
  context: () => ({ product: { kind: document.body.dataset.product ?? asked.get("product") ?? "pulsa", open: true } }),
  onSubmit: (values, event) => told.sent.push({ values, prevented: event.defaultPrevented, button: event.submitter?.value }),
  onChange: (values) => told.changes.push(values),
  onAdvice: (advice) => told.advice.push(...advice),
  onError: (fault) => told.faults.push(fault.code ?? String(fault)),
};
if (asked.has("native")) delete options.onSubmit;
if (asked.has("summary")) options.summary = document.querySelector("main");

const before = document.querySelector("main").outerHTML;
Object.assign(globalThis, { form, told, before, load, bind: () => (globalThis.bound = bindForm(form, "klikoo.product_buy", options)) });
bind();
