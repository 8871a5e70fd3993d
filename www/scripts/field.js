// A field as `kasir.fields` gives it, drawn: what it is called, its control, its hint. What the control is for, bindForm tells the browser.
import { byId, element } from "./element.js";

export function choiceOptions(choices) {
  return choices.map(({ value, label }) => element("option", { value }, label));
}

/** `given` is what the page itself has to say of the control. */
export function drawField({ label, help, choices }, id, given) {
  const hint = help ? element("p", { class: "hint", id: `${id}-hint` }, help) : null;
  const attributes = { id, "aria-describedby": hint?.id, ...given };
  const control = choices ? element("select", attributes, choiceOptions(choices)) : element("input", attributes);
  return element("div", { class: "field" }, element("label", { for: id }, label), control, hint);
}

/** Tells at a control of the page's own markup what its field has become. */
export function tellField({ label, help }, { id, labels }) {
  labels[0].textContent = label;
  byId(`${id}-hint`).textContent = help;
}
