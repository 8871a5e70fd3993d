/** Checks what a form holds by the rules; each call throws `ERR_NOT_LOADED` until the module is loaded. */
import type { FormOptions } from "./form.ts";
import { fieldOf, type Fields } from "./form_names.ts";
import { type Control, type Places, placesOf } from "./form_places.ts";
import { readForm, type Values } from "./form_values.ts";
import type { OperationId } from "./generated.ts";
import { kasir } from "./kasir.ts";
import type { Issue, Options } from "./types.ts";

export interface FormCheck {
  /** Told anew at every use, since a page learns what its product is. */
  readonly fields: Fields;
  /** What the form holds, and the places of these issues or of those that the rules find. */
  check(given?: Issue[]): { values: object; issues: Issue[]; places: Places };
  /** The hook's sentence for a form with issues, without what it adds for a page that has no summary. */
  heading(): string;
}

/**
 * Whether the browser stops what the rules have nothing against: by the constraints of the page's own controls, and of a field by nothing but
 * `required` and `setCustomValidity`, since no `pattern` of the merchant's foresees its formatted text.
 */
export function stopped(form: HTMLFormElement, fields: Fields): boolean {
  const [first] = ([...form.elements] as Control[]).filter((control) =>
    (!fieldOf(fields, control.name) || control.validity?.valueMissing || control.validity?.customError) && control.checkValidity?.() === false);
  return first?.reportValidity() === false;
}

export function checkOf(form: HTMLFormElement, operation: OperationId, options: FormOptions): FormCheck {
  const terms = (): Options => {
    const { context, ...others } = options;
    return { treatAsError: "typos", ...others, context: typeof context === "function" ? context() : context };
  };
  let read: Values | undefined;
  return {
    get fields() {
      return new Map(kasir.fields(operation, terms()).map((field) => [field.name, field]));
    },
    check(given) {
      // What is given is about what was read last, which a form that is disabled by now does not tell again.
      if (!given || !read) read = readForm(form, this.fields);
      const { values, ownName } = read;
      const issues = given ?? kasir.validate(operation, values, terms());
      return { values, issues, places: placesOf(form, issues, ownName) };
    },
    heading: () => kasir.message({ code: "input.invalid" }, terms().language ?? "id").replace(/\..*/, ""),
  };
}
