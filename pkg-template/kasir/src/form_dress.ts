/** Gives the controls what is known of their fields, and formats them while they are typed in. */
import { add, change, write } from "./form_found.ts";
import { fieldOf, type Fields, plainName } from "./form_names.ts";
import { around, type Control, isSeen } from "./form_places.ts";
import { ask } from "./instance.ts";
import { kasir } from "./kasir.ts";
import { columnsOf } from "./options.ts";
import { TYPE_IN } from "./questions.ts";

/** How a control's text is formatted. */
const kindOf = (control: Control, fields: Fields): string | undefined => control.dataset["kasirFormat"] ?? fieldOf(fields, control.name)?.format;

/** What the merchant has set stays, but for a `maxlength`, which would count the separators. */
export function dress(form: HTMLFormElement, fields: Fields): void {
  for (const control of form.elements as Iterable<Element> as Iterable<Control>) {
    if (!isSeen(control) || /^(radio|checkbox)$/.test(control.type)) continue;
    if ((kindOf(control, fields) ?? "off") !== "off") change(control, "maxlength", null);
    const field = fieldOf(fields, control.name);
    if (!field) continue;
    const { autocomplete, inputmode, required } = field;
    // Of several passengers each one's fields are filled in together.
    const [, row] = /^(.+\.\d+)\./.exec(plainName(control.name)) ?? [];
    if (form.autocomplete !== "off") add(control, "autocomplete", autocomplete.replace("*", row ?? "1"));
    if (control.type === "text") add(control, "inputmode", inputmode);
    add(control, "aria-required", required && !control.required ? "true" : null);
  }
  hint(form, fields);
}

/** Formats a text that is being typed. */
export function typed(control: Control, fields: Fields, inputType: string): void {
  const kind = kindOf(control, fields);
  // Setting a caret would take the focus, which a value filled in by the browser or by the page's own script must not.
  if (!kind || control.selectionStart == null || !control.matches(":focus")) return;
  ask(TYPE_IN, columnsOf({}, kind, undefined, inputType) + control.value, 0, control.selectionStart, control);
}

/** Tells whose telephone numbers the form holds, where the page has a place for that. */
export function hint(form: HTMLFormElement, fields: Fields): void {
  for (const place of around<HTMLOutputElement>(form, "output[for],[data-kasir-hint]")) {
    const control = ([...form.elements] as Control[]).find((one) => isSeen(one) && (one.name === place.dataset["kasirHint"] || place.matches("output") && place.htmlFor.contains(one.id)));
    if (control) write(place, (kindOf(control, fields) === "msisdn" && kasir.formatAsYouType("msisdn", control.value, 0).hint) || "");
  }
}
