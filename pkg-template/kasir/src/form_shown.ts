/** What a form shows as wrong at this moment: the marks, and the summary of a submission. */
import type { FormCheck } from "./form_check.ts";
import { mark, type Marks, unmark } from "./form_marks.ts";
import type { Control, Place, Places } from "./form_places.ts";
import { type Entry, summaryOf } from "./form_summary.ts";

export interface Shown {
  clear(): void;
  /** Shows these and no others. The summary takes the focus and tells all of them, so the lines keep silent. */
  all(places: Places, known: boolean, heading: string): void;
  /** After an edit, or when a control is left: what is mended is shown no more, what is wrong with the control that was left is shown. */
  review(rules: FormCheck, edited: Control | null, left: Control | null): void;
}

const isGone = ({ controls: [control], group, line }: Place): boolean => (control ?? group ?? line)?.isConnected === false;

export function shownIn(form: HTMLFormElement, home: Element | undefined): Shown {
  const marks: Marks = new Map();
  let summary: HTMLElement | undefined;
  let heading = "";
  let listed: Entry[] = [];

  const summarise = (entries: Entry[]): HTMLElement => {
    listed = entries;
    return (summary = summaryOf(form, `${heading}: ${entries.length}`, entries));
  };
  /** A row that is gone takes along what was wrong with it; who is in the summary keeps it. */
  const listAnew = (): void => {
    if (!listed.some(isGone) || !summary || summary.matches(":focus-within")) return;
    const was = summary;
    const left = [...listed.filter(({ told }) => !told), ...marks.values()];
    if (left[0]) was.replaceWith(summarise(left));
    else was.remove();
  };

  const clear = (): void => {
    summary?.remove();
    for (const at of marks.keys()) unmark(marks, at);
  };

  return {
    clear,
    all(places, known, words) {
      clear();
      heading = words;
      for (const [at, place] of places) mark(marks, at, place, known, "off");
      if (places.size === 0) return;
      const made = summarise([...places].map(([at, place]) => marks.get(at) ?? place));
      if (home) home.append(made);
      else form.before(made);
      made.focus();
    },
    review(rules, edited, left) {
      if (!left && marks.size === 0) return;
      const { places } = rules.check();
      for (const [at, shown] of marks) {
        const { known, controls, group, issue } = shown;
        const place = places.get(at);
        if (place?.issue.message === issue.message) shown.known = true;
        // What only the hook told stays until its own controls are edited.
        else if (known || isGone(shown) || (edited && (controls.includes(edited) || group?.contains(edited)))) {
          unmark(marks, at);
          // Where the page has drawn a control anew, the new one still has what was wrong.
          const [now, still] = place ? [at, place] : [...places].find(([, { issue: one }]) => one.name === issue.name && one.message === issue.message) ?? [];
          if (now && still && !marks.has(now)) mark(marks, now, still, true, "polite");
        }
      }
      for (const [at, place] of places) {
        if (left && place.controls.includes(left) && !marks.has(at)) mark(marks, at, place, true, "polite");
      }
      listAnew();
    },
  };
}
