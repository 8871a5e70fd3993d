/** What a form shows as wrong, to be shown again when it is drawn anew. */
import type { BoundForm } from "../form.ts";
import type { Issue } from "../types.ts";

const tells = (form: HTMLFormElement, { message }: Issue): boolean => (form.textContent ?? "").includes(message);

export class Wrong {
  /** What the hook found, and whether the form tells it; what has no place in it stands in the summary alone. */
  #found: { issue: Issue; told: boolean }[] = [];
  #hasSummary = false;
  /** The controls that are marked, by their names. */
  #marked: string[] = [];

  show(form: HTMLFormElement, bound: BoundForm, issues: Issue[]): void {
    bound.show(issues);
    this.#found = issues.map((issue) => ({ issue, told: tells(form, issue) }));
  }

  /** Before the form is left as it was found. */
  take(form: HTMLFormElement, home: Element): void {
    this.#hasSummary = home.querySelector(".kasir-summary") !== null;
    this.#marked = [...form.querySelectorAll<HTMLInputElement>("[aria-invalid=true]")].map(({ name }) => name);
    // What the rules do not know stays until its control has been edited.
    this.#found = this.#found.filter(({ issue, told }) => !told || tells(form, issue));
  }

  /** Checks anew, in the language of now. */
  again(form: HTMLFormElement, bound: BoundForm): void {
    if (this.#hasSummary) {
      const issues = bound.validate();
      const others = this.#found.map(({ issue }) => issue).filter(({ name }) => !issues.some((one) => one.name === name));
      bound.show([...issues, ...others]);
    }
    const marked = ([...form.elements] as HTMLInputElement[]).filter(({ name }) => this.#marked.includes(name));
    // Whoever had left these has left them; with that the rules look at what is shown, so that they take back what they know.
    for (const left of marked) left.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
}
