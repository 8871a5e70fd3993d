/** The summary of what is wrong, with a link to each place. */
import type { Mark } from "./form_marks.ts";
import { type Control, isSeen, ownBoxOf, type Place } from "./form_places.ts";

/** What has no place in the form has no element that tells it either. */
export type Entry = Place & Partial<Mark>;

/** A group that takes the focus and is named by its heading, so that it is heard how much is wrong, and then each sentence. */
export function summaryOf(form: HTMLFormElement, heading: string, entries: Entry[]): HTMLElement {
  const make = (tag: string, properties: object, ...children: (Node | string)[]): HTMLElement => {
    const element = Object.assign(form.ownerDocument.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  /** What has no place in the form comes first. */
  const at = ({ controls: [control], told }: Entry): Element => control ?? told ?? form;
  const inOrder = entries.sort((one, other) => (at(one).compareDocumentPosition(at(other)) & 4 ? -1 : 1));
  const items = inOrder.map(({ told, issue: { name, message }, controls: [control], group }) =>
    make("li", {}, told ? make("a", leadingTo(form, told, control, group), rowOf(name, control) + message) : message));
  const named = { className: "kasir-summary", tabIndex: -1, role: "group", ariaLabel: heading };
  return make("div", named, make("h2", {}, heading), make("ul", {}, ...items));
}

/** A link leads to what is to be mended, which the page may have drawn anew by then, or else to the sentence: by script, for no address reaches into a shadow root. */
function leadingTo(form: HTMLFormElement, told: HTMLElement, control: Control | undefined, group: Element | undefined): Partial<HTMLAnchorElement> {
  const onclick = (): boolean => {
    const goal = control
      ? ([...form.elements] as Control[]).find((one) => one.name === control.name && isSeen(one))
      : group?.querySelector<HTMLElement>("input:not([type=hidden]),select,textarea,button");
    goal?.focus();
    if (!goal?.matches(":focus")) {
      told.tabIndex = -1;
      told.focus();
    }
    return false;
  };
  return { href: `#${told.id}`, onclick };
}

/** `Passenger 2: ` where the same field stands in several rows: what the row's fieldset is called. */
function rowOf(name: string, control: Control | undefined): string {
  const row = control && (ownBoxOf(control)?.parentElement ?? control).closest("fieldset");
  const legend = /\.\d/.test(name) && row?.querySelector("legend")?.textContent?.trim();
  return legend ? `${legend}: ` : "";
}
