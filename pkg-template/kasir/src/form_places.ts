/** Where in a page an issue is told: at its control, else at the group of its name, else nowhere but in the summary. */
import { plainName } from "./form_names.ts";
import { isError } from "./kasir.ts";
import type { Issue } from "./types.ts";

/** A control of any kind: a select and an element of the page's own have what is used of it. */
export type Control = HTMLInputElement;

export interface Place {
  issue: Issue;
  /** The controls of its name, several where they are radio buttons; else the first below it. */
  controls: Control[];
  group?: Element | undefined;
  /** The merchant's own element for the sentence. */
  line?: HTMLElement | undefined;
}

/** The errors, by what the person goes to; an issue without a place stands by itself. */
export type Places = Map<object, Place>;

/** Whether a person can fill it in, and so mend it. */
export const isSeen = ({ willValidate, readOnly, setCustomValidity, type }: Control): boolean =>
  (willValidate || readOnly) && Boolean(setCustomValidity) && type !== "submit";

const DISABLED = ":disabled:not(fieldset,button,[type=hidden])";

/** The controls of a name, by the name with a dot before it, so that a page may name them as it likes. */
type Named = Record<string, Control[]>;

/** The elements of the form and those of no form, since a control may stand outside its own. */
export const around = <Kind extends HTMLElement>(form: HTMLFormElement, selector: string): Kind[] =>
  [...(form.getRootNode() as ParentNode).querySelectorAll<Kind>(selector)].filter((one) => ((one as Element as Control).form ?? one.closest("form") ?? form) === form);

export function placesOf(form: HTMLFormElement, issues: readonly Issue[], ownName: (name: string) => string): Places {
  const seen: Named = {};
  const disabled: Named = {};
  for (const control of form.elements as Iterable<Element> as Iterable<Control>) {
    const named = isSeen(control) ? seen : "setCustomValidity" in control && control.matches(DISABLED) ? disabled : {};
    (named[`.${plainName(control.name)}`] ??= []).push(control);
  }
  // Where a name has nothing to fill in, one is shown what cannot be filled in now: a page disables its form while it waits for the hook.
  const named = { ...seen, ...disabled, ...seen };
  const places = new Map<object, Place>();
  for (const issue of issues.filter(isError)) {
    const place = { issue: { ...issue }, ...placeOf(form, named, ownName(issue.name)) };
    const at = place.controls[0] ?? place.group ?? place.line ?? place.issue;
    // A buyer who picks a card has not left out a product code: the page has its own words for that.
    const missing = issue.code === "field.missing" && (wordsAt(at) ?? wordsAt(place.controls[0] && boxOf(place.controls[0])));
    if (missing) place.issue.message = missing;
    const first = places.get(at)?.issue;
    if (!first) places.set(at, place);
    // A control tells one issue at a time, a group what is wrong with each of its fields.
    else if (first.name !== issue.name) first.message += ` ${place.issue.message}`;
  }
  return places;
}

const wordsAt = (at: object | null | undefined): string | undefined => (at as HTMLElement | undefined)?.dataset?.["kasirMissing"];

const boxOf = (control: Control): HTMLFieldSetElement | null => (control.type === "radio" ? control.closest("fieldset") : null);

/** What holds the radio buttons of one name together, and nothing else. */
export function ownBoxOf(control: Control): Element | null {
  const box = boxOf(control);
  return box && ([...box.elements] as Control[]).every(({ name, type }) => !name || name === control.name || type === "hidden") ? box : null;
}

function placeOf(form: HTMLFormElement, named: Named, own: string): Omit<Place, "issue"> {
  let controls = named[`.${own}`] ?? [];
  for (let name = own; name; name = name.replace(/\.?[^.]*$/, "")) {
    const group = controls[0] ? undefined : groupOf(form, name);
    // An issue of a whole row stands at the row's first control.
    if (!group && name === own && !controls[0]) controls = named[Object.keys(named).find((key) => key.startsWith(`.${own}.`)) ?? ""] ?? [];
    const line = around(form, `[data-kasir-error="${CSS.escape(controls[0]?.name ?? name)}"]`)[0];
    if (controls[0] || group || line) return { controls, group, line };
  }
  return { controls };
}

const groupOf = (form: HTMLFormElement, name: string): Element | undefined =>
  around<HTMLFieldSetElement>(form, "fieldset[name],[data-kasir-group]").find((group) =>
    plainName(group.dataset["kasirGroup"] ?? group.name) === name);
