// Ties one of the demo's own forms to kasir's rules: reads it, checks a field as the person leaves it, shows what is wrong beside
// the field and in a summary. A control's name is the name an issue carries, so there is no table between them.
import { element } from "./element.js";
import { language, say } from "./say.js";

const KEYS = /[^.[\]]+/g;

/** `departure.passengers.0.name` = "Ayu" becomes { departure: { passengers: [{ name: "Ayu" }] } }. */
function put(root, name, value) {
  const keys = name.match(KEYS) ?? [];
  let at = root;
  keys.forEach((key, index) => {
    const next = keys[index + 1];
    if (next === undefined) at[key] = value;
    else at = at[key] ??= /^\d+$/.test(next) ? [] : {};
  });
}

const isSeen = (control) => control.type !== "hidden";
const isError = ({ severity }) => severity === "error";
const describedBy = (control) => (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);

function describe(control, ids) {
  if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}

function clear(home) {
  home.querySelectorAll(".error").forEach((line) => line.remove());
  home.querySelectorAll("[aria-invalid]").forEach((control) => {
    control.removeAttribute("aria-invalid");
    describe(control, describedBy(control).filter((id) => !id.endsWith("-error")));
  });
}

/** A choice that was not made is said in the page's own words: a buyer picks a card and knows of no product code. */
const worded = (issue, home) =>
  issue.code === "field.missing" && home.dataset.missing ? { ...issue, message: home.dataset.missing } : issue;

/** "Visitor 2, Passport number: " where the same field stands in several rows, else nothing. */
function place(control) {
  const legend = control.closest(".customer")?.querySelector("legend");
  return legend ? `${legend.textContent}, ${control.labels[0].textContent}: ` : "";
}

function summaryOf(marked) {
  const inOrder = (one, other) => (one.target.compareDocumentPosition(other.target) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  const rows = marked.sort(inOrder).map(({ issue, target }) => {
    const go = (event) => {
      event.preventDefault();
      target.focus();
    };
    return element("li", {}, element("a", { href: `#${target.id}`, onclick: go }, place(target) + issue.message));
  });
  const heading = rows.length === 1 ? say("notice.summary_one") : say("notice.summary_many", { count: rows.length });
  return element("div", { class: "summary", tabindex: "-1", role: "group", "aria-labelledby": "summary-heading" },
    element("h2", { id: "summary-heading" }, heading), element("ul", {}, rows));
}

class WiredForm {
  #composing = false;

  constructor(form, { kasir, operation, context, onChange }) {
    Object.assign(this, { form, kasir, operation, context, onChange });
    this.#listen();
    this.dress();
  }

  #listen() {
    const { form } = this;
    // A field is checked when it is left with something in it; once it was wrong, on every key until it is right.
    form.addEventListener("focusout", ({ target }) => {
      if (target.value !== "" && target.type !== "radio") this.#check(target);
    });
    form.addEventListener("input", ({ target }) => {
      if (this.#composing) return;
      if (target.getAttribute("aria-invalid") === "true" || target.type === "radio") this.#check(target);
      this.onChange();
    });
    form.addEventListener("compositionstart", () => (this.#composing = true));
    form.addEventListener("compositionend", () => {
      this.#composing = false;
      this.onChange();
    });
  }

  options() {
    return { language, context: this.context(), treatAsError: "typos" };
  }

  read() {
    const input = {};
    for (const [name, value] of new FormData(this.form)) put(input, name, value);
    return input;
  }

  validate() {
    return this.kasir.validate(this.operation, this.read(), this.options());
  }

  /** Gives the controls what kasir knows of their fields; a row of a list is written `*` there. */
  dress() {
    const fields = new Map(this.kasir.fields(this.operation, this.options()).map((field) => [field.name, field]));
    for (const control of this.form.elements) {
      const field = fields.get(control.name.replace(/(^|\.)\d+(?=\.|$)/g, "$1*"));
      if (!field || !isSeen(control)) continue;
      if (field.autocomplete && !control.autocomplete) control.autocomplete = field.autocomplete;
      if (field.inputmode && !control.inputMode) control.inputMode = field.inputmode;
      if (field.required && control.type !== "radio") control.setAttribute("aria-required", "true");
    }
  }

  /** Shows these issues and no others; the summary takes the focus. */
  show(issues) {
    this.clear();
    const marked = issues.filter(isError).map((issue) => worded(issue, this.#homeOf(issue))).map((issue) => ({ issue, target: this.#mark(issue) })).filter(({ target }) => target);
    if (marked.length === 0) return;
    const summary = summaryOf(marked);
    this.form.before(summary);
    summary.focus();
  }

  clear() {
    clear(this.form);
    this.form.parentElement.querySelector(".summary")?.remove();
  }

  /** Takes back what is said at one field, whose answer has changed. */
  forgive(home) {
    clear(home);
  }

  #controlsOf(name) {
    const found = this.form.elements.namedItem(name);
    if (found === null) return [];
    return found instanceof RadioNodeList ? [...found] : [found];
  }

  /** Where an issue is shown: at its control, else in the group that has taken its path, else at the first field. */
  #homeOf({ name }) {
    const [control] = this.#controlsOf(name);
    const groups = [...this.form.querySelectorAll("[data-issues]")].filter(({ dataset }) => name.startsWith(dataset.issues));
    const group = groups.sort((one, other) => other.dataset.issues.length - one.dataset.issues.length)[0];
    return control?.closest(".field") ?? group ?? this.form.querySelector(".field");
  }

  /** Says the issue at its field and returns the control to go to; undefined where the field has its issue already. */
  #mark(issue) {
    const home = this.#homeOf(issue);
    if (home.querySelector(".error")) return undefined;
    const own = this.#controlsOf(issue.name).filter(isSeen);
    const targets = own.length > 0 ? own : [...home.querySelectorAll("input:not([type=hidden]), select")].slice(0, 1);
    const id = `${targets[0]?.id || issue.name}-error`;
    home.append(element("p", { class: "error", id }, issue.message));
    for (const target of targets) {
      target.setAttribute("aria-invalid", "true");
      describe(target, [...describedBy(target), id]);
    }
    return targets[0];
  }

  #check(control) {
    const home = control.closest(".field");
    if (!home || control.form !== this.form || !control.name || !isSeen(control) || this.#composing) return;
    clear(home);
    this.kasir.validateField(this.operation, control.name, this.read(), this.options()).filter(isError).forEach((issue) => this.#mark(issue));
  }
}

export function wireForm(form, wiring) {
  return new WiredForm(form, wiring);
}
