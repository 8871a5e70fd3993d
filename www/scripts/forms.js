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

  function mark(issue) {
    const home = homeOf(issue);
    const targets = targetsIn(home, issue);
    const id = `${targets[0]?.id || issue.name}-error`;
    if (!home.querySelector(".error")) home.append(element("p", { class: "error", id }, issue.message));
    for (const target of targets) {
      target.setAttribute("aria-invalid", "true");
      const described = new Set((target.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)).add(home.querySelector(".error").id);
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
    const errors = errorsOf(issues);
    if (errors.length === 0) return;
    const rows = errors.map((issue) => {
      const target = mark(issue);
      const go = (event) => {
        event.preventDefault();
        target?.focus();
      };
      return element("li", {}, element("a", { href: `#${target?.id ?? ""}`, onclick: go }, issue.message));
    });
    const heading = errors.length === 1 ? say("notice.summary_one") : say("notice.summary_many", { count: errors.length });
    const summary = element("div", { class: "summary", tabindex: "-1", role: "group", "aria-labelledby": "summary-heading" },
      element("h2", { id: "summary-heading" }, heading), element("ul", {}, rows));
    form.before(summary);
    summary.focus();
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

  function dress() {
    for (const field of kasir.fields(operation, options())) {
      for (const control of controlsOf(field.name)) {
        if (field.autocomplete && !control.autocomplete) control.autocomplete = field.autocomplete;
        if (field.inputmode && !control.inputMode) control.inputMode = field.inputmode;
        if (field.required && control.type !== "hidden") control.setAttribute("aria-required", "true");
      }
    }
  }

  dress();
  return { read, dress, show, clear: () => show([]), validate: () => kasir.validate(operation, read(), options()), options };
}
