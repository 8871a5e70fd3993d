/** What a form holds while it is drawn anew: texts by the names of their controls, and the rows of its lists. */
import { plainName } from "../form_names.ts";

export class Held {
  readonly #texts = new Map<string, string>();
  /** What the page has set of them, and what of that since the form was drawn. */
  readonly #given = new Map<string, string>();
  readonly #fresh = new Map<string, string>();
  /** The numbers in the names of a list's rows, which a row keeps; an object that may be left out has one row where it is there. */
  readonly #rows = new Map<string, number[]>();
  #next = 0;

  text(name: string): string {
    return this.#texts.get(name) ?? "";
  }

  /** What a reset goes back to. */
  given(name: string): string {
    return this.#given.get(name) ?? "";
  }

  /** Gives the page's own controls what the page has set since the form was drawn, and nothing else. */
  fill(form: HTMLFormElement): void {
    for (const control of form.querySelectorAll<HTMLInputElement & { options?: HTMLOptionsCollection }>("[name]:not(button,output,[type=submit])")) {
      const text = this.#fresh.get(control.name) ?? this.#fresh.get(plainName(control.name));
      if (text === undefined) continue;
      for (const option of control.options ?? []) option.defaultSelected = option.value === text;
      if (/radio|checkbox/.test(control.type)) control.defaultChecked = control.checked = control.value === text;
      else control.defaultValue = control.value = text;
    }
  }

  /** A list that nobody has set or been shown begins with a row where `first` says so; no rows is an answer too. */
  rows(list: string, first: () => boolean): readonly number[] {
    if (!this.#rows.has(list)) this.#rows.set(list, first() ? [this.#next++] : []);
    return this.#rows.get(list) ?? [];
  }

  addRow(list: string): number {
    const row = this.#next++;
    this.#rows.set(list, [...(this.#rows.get(list) ?? []), row]);
    return row;
  }

  /** What was in it goes as well. */
  removeRow(list: string, row: number, prefix: string): void {
    this.#rows.set(list, (this.#rows.get(list) ?? []).filter((one) => one !== row));
    this.#forget(prefix);
  }

  #forget(prefix: string): void {
    for (const map of [this.#texts, this.#given, this.#rows]) {
      for (const name of map.keys()) if (name.startsWith(prefix) && map.delete(name)) this.#fresh.set(name, "");
    }
  }

  take(form: HTMLFormElement): void {
    this.#fresh.clear();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") this.#texts.set(plainName(name), value);
  }

  /** `pattern` is the name with the rows of lists written `*`, as the known fields are named. */
  put(given: unknown, known: ReadonlySet<string>, name = "", pattern = ""): void {
    if (Array.isArray(given)) return this.#putRows(given, known, name, pattern);
    if (given && typeof given === "object") {
      if (name) this.#rows.set(name, [0]);
      const before = (text: string): string => text && `${text}.`;
      for (const [key, value] of Object.entries(given)) this.put(value, known, before(name) + key, before(pattern) + key);
    } else if (given !== undefined) {
      if (given === null) {
        this.#forget(name && `${name}.`);
        this.#rows.set(name, []);
      }
      for (const map of [this.#texts, this.#given, this.#fresh]) map.set(name, String(given ?? ""));
    }
  }

  /** A row is the same row where its known fields are the same, or else in its turn: what was typed stays with whom it is about. */
  #putRows(given: readonly unknown[], known: ReadonlySet<string>, name: string, pattern: string): void {
    const keys = [...known].filter((one) => one.startsWith(`${pattern}.*.`)).map((one) => one.slice(pattern.length + 3));
    const left = [...(this.#rows.get(name) ?? [])];
    const rows = given.map((row) => {
      const at = left.findIndex((one) => keys.every((key) => this.text(`${name}.${one}.${key}`) === String((row as Record<string, unknown> | null)?.[key] ?? "")));
      return left.splice(at, at < 0 ? 0 : 1)[0] ?? this.#next++;
    });
    for (const row of left) this.removeRow(name, row, `${name}.${row}.`);
    this.#rows.set(name, rows);
    rows.forEach((row, at) => this.put(given[at], known, `${name}.${row}`, `${pattern}.*`));
  }
}
