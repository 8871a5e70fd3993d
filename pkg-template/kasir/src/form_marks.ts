/** Tells an issue at its place in the page, and marks the controls that it is about. */
import { put, write } from "./form_found.ts";
import { type Control, ownBoxOf, type Place } from "./form_places.ts";
import { ask } from "./instance.ts";
import { columnsOf } from "./options.ts";
import { MARK } from "./questions.ts";

export interface Mark extends Place {
  /** The element that holds the sentence. */
  told: HTMLElement;
  /** Whether the rules in the page tell the issue, so that they tell too when it is mended; one of the hook they may not know. */
  known: boolean;
  /** What takes the mark back, last step first. */
  undo: (() => unknown)[];
}

export type Marks = Map<object, Mark>;

const DESCRIBED_BY = "aria-describedby";

/** Makes ids unlike any other's. */
let count = 0;

/**
 * The sentence is a live region, so that who cannot see it hears it without going there (WCAG 2.2, 3.3.1 and 4.1.3). It
 * is polite: the focus has just moved on, and an alert would cut off the name of the field that it moved to.
 */
export function mark(marks: Marks, at: object, place: Place, known: boolean, live: "polite" | "off"): void {
  const { issue: { message }, controls, group, line } = place;
  // The summary alone tells what has no place.
  if (at === place.issue) return;
  const told = line ?? newLine(place);
  const undo: Mark["undo"] = [line ? () => write(line, "") : () => told.remove()];
  // Kept before the first change, so that one that a trap leaves half done is taken back as well.
  marks.set(at, { ...place, told, known, undo });
  const keep = (element: Element, name: string): string => {
    const was = element.getAttribute(name);
    undo.push(() => put(element, name, was));
    return was ?? "";
  };
  const described = (element: Element): string => `${told.id} ${keep(element, DESCRIBED_BY)}`.trim();
  told.id = keep(told, "id") || `kasir-error-${++count}`;
  keep(told, "tabindex");
  keep(told, "hidden");
  told.hidden = false;
  if (!keep(told, "aria-live") && !told.role) told.setAttribute("aria-live", live);
  write(told, message);
  for (const control of controls) {
    keep(control, "aria-invalid");
    // A message of the merchant's own stays, be it set before or meanwhile; of a disabled control none is told.
    undo.push(() => message.startsWith(control.validationMessage ?? "") && sign(control));
    sign(control, (control.validity?.customError && control.validationMessage) || message, described(control));
  }
  group?.setAttribute(DESCRIBED_BY, described(group));
}

export function unmark(marks: Marks, at: object): void {
  const { undo } = marks.get(at) as Mark;
  for (; undo.length > 0; undo.pop()) undo.at(-1)?.();
  marks.delete(at);
}

const sign = (control: Control, sentence = "", describedBy = ""): void => ask(MARK, columnsOf({}, describedBy) + sentence, 0, 0, control);

/** Behind the control and outside its label, whose text is the control's name; for radio buttons at the end of the fieldset that they have for themselves. */
function newLine({ controls, group }: Place): HTMLElement {
  const last = controls.at(-1) ?? (group as HTMLElement);
  const line = last.ownerDocument.createElement("span");
  line.className = "kasir-error";
  const box = group ?? ownBoxOf(last as Control);
  if (box) box.append(line);
  else (last.closest("label") ?? last).after(line);
  return line;
}
