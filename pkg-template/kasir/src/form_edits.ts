/** What a person does to a control: types in it, leaves it. */
import type { FormOptions } from "./form.ts";
import type { FormCheck } from "./form_check.ts";
import { hint, typed } from "./form_dress.ts";
import type { Control } from "./form_places.ts";
import type { Shown } from "./form_shown.ts";
import { tell } from "./tell.ts";

/** What was wrong is checked at every key. */
export function edited(
  form: HTMLFormElement, control: Control, event: InputEvent, rules: FormCheck, shown: Shown, onChange: FormOptions["onChange"],
): void {
  const { isComposing, inputType = "" } = event;
  if (isComposing) return;
  const { fields } = rules;
  typed(control, fields, inputType);
  hint(form, fields);
  shown.review(rules, control, null);
  if (onChange) tell(onChange, rules.check().values);
}

/** What has something in it is checked when it is left, and a choice when it is made. */
export function left(form: HTMLFormElement, control: Control, rules: FormCheck, shown: Shown): void {
  shown.review(rules, null, new FormData(form).get(control.name) ? control : null);
}

/** A line that comes up while the pointer is down would move away what is being pressed. */
export function afterPress(page: Document, signal: AbortSignal, act: () => void): void {
  if (page.querySelector(":active")) page.addEventListener("mouseup", () => setTimeout(act), { capture: true, once: true, signal });
  else act();
}
