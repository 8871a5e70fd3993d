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

export function wireForm(form, { kasir, operation, context = () => undefined, onChange = () => {} }) {
  const options = () => ({ language, context: context(), treatAsError: "typos" });
  let composing = false;

  function read() {
    const input = {};
    for (const [name, value] of new FormData(form)) put(input, name, value);
    return input;
  }

  function controlsOf(name) {
    const found = form.elements.namedItem(name);
    if (found === null) return [];
    return found instanceof RadioNodeList ? [...found] : [found];
  }

  /** Where an issue without a control of its own is shown: the nearest group that has taken its path. */
  function homeOf(issue) {
    const [control] = controlsOf(issue.name);
    if (control && control.type !== "hidden") return control.closest(".field") ?? control.parentElement;
    const groups = [...form.querySelectorAll("[data-issues]")];
    return groups.find((group) => issue.name.startsWith(group.dataset.issues)) ?? form.querySelector(".field");
  }

  function targetsIn(home, issue) {
    const own = controlsOf(issue.name).filter((control) => control.type !== "hidden");
    if (own.length > 0) return own;
    return [...home.querySelectorAll("input:not([type=hidden]), select")].slice(0, 1);
  }

  function clear(home) {
    home.querySelectorAll(".error").forEach((line) => line.remove());
    home.querySelectorAll("[aria-invalid]").forEach((control) => {
      control.removeAttribute("aria-invalid");
      const kept = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-error"));
      if (kept.length > 0) control.setAttribute("aria-describedby", kept.join(" "));
      else control.removeAttribute("aria-describedby");
    });
  }

  /** Says the issue at its field and returns the control to go to; undefined where the field has its issue already. */
  function mark(issue) {
    const home = homeOf(issue);
    if (home.querySelector(".error")) return undefined;
    const targets = targetsIn(home, issue);
    const id = `${targets[0]?.id || issue.name}-error`;
    home.append(element("p", { class: "error", id }, issue.message));
    for (const target of targets) {
      target.setAttribute("aria-invalid", "true");
      const described = new Set((target.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)).add(id);
      target.setAttribute("aria-describedby", [...described].join(" "));
    }
    return targets[0];
  }

  function errorsOf(issues) {
    return issues.filter((issue) => issue.severity === "error");
  }

  function show(issues) {
    form.querySelectorAll(".field").forEach(clear);
    form.parentElement.querySelector(".summary")?.remove();
    const marked = errorsOf(issues).map((issue) => ({ issue, target: mark(issue) })).filter(({ target }) => target);
    if (marked.length === 0) return;
    const inOrder = (one, other) => (one.target.compareDocumentPosition(other.target) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    const rows = marked.sort(inOrder).map(({ issue, target }) => {
      const go = (event) => {
        event.preventDefault();
        target.focus();
      };
      return element("li", {}, element("a", { href: `#${target.id}`, onclick: go }, place(target) + issue.message));
    });
    const heading = rows.length === 1 ? say("notice.summary_one") : say("notice.summary_many", { count: rows.length });
    const summary = element("div", { class: "summary", tabindex: "-1", role: "group", "aria-labelledby": "summary-heading" },
      element("h2", { id: "summary-heading" }, heading), element("ul", {}, rows));
    form.before(summary);
    summary.focus();
  }

  /** "Visitor 2, Passport number: " where the same field stands in several rows, else nothing. */
  function place(control) {
    const legend = control.closest(".customer")?.querySelector("legend");
    return legend ? `${legend.textContent}, ${control.labels[0].textContent}: ` : "";
  }

  function checkField(control) {
    if (control.form !== form || !control.name || composing) return;
    const home = control.closest(".field");
    if (!home) return;
    clear(home);
    errorsOf(kasir.validateField(operation, control.name, read(), options())).forEach(mark);
  }

  // A field is checked when it is left with something in it; once it was wrong, on every key until it is right.
  form.addEventListener("focusout", ({ target }) => {
    if (target.value !== "" && target.type !== "radio") checkField(target);
  });
  form.addEventListener("input", ({ target, isComposing }) => {
    if (isComposing) return;
    if (target.getAttribute("aria-invalid") === "true" || target.type === "radio") checkField(target);
    onChange();
  });
  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => {
    composing = false;
    onChange();
  });

  /** Gives the controls what kasir knows of their fields; a row of a list is written `*` there. */
  function dress() {
    const fields = new Map(kasir.fields(operation, options()).map((field) => [field.name, field]));
    for (const control of form.elements) {
      const field = fields.get(control.name.replace(/(^|\.)\d+(?=\.|$)/g, "$1*"));
      if (!field || control.type === "hidden") continue;
      if (field.autocomplete && !control.autocomplete) control.autocomplete = field.autocomplete;
      if (field.inputmode && !control.inputMode) control.inputMode = field.inputmode;
      if (field.required && control.type !== "radio") control.setAttribute("aria-required", "true");
    }
  }

  dress();
  return { read, dress, show, clear: () => show([]), validate: () => kasir.validate(operation, read(), options()), options };
}
