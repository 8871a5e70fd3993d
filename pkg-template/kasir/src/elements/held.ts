/** What a form holds while it is drawn anew: texts by the names of their controls, and the rows of its lists. */

export class Held {
  readonly #texts = new Map<string, string>();
  /** The numbers in the names of a list's rows, which a row keeps; an object that may be left out has one row where it is there. */
  readonly #rows = new Map<string, number[]>();
  #next = 0;

  text(name: string): string {
    return this.#texts.get(name) ?? "";
  }

  rows(list: string): readonly number[] | undefined {
    return this.#rows.get(list);
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
    for (const map of [this.#texts, this.#rows]) {
      for (const name of map.keys()) if (name.startsWith(prefix)) map.delete(name);
    }
  }

  /** No rows is an answer too: the page does not begin with one. */
  begin(list: string): void {
    this.#rows.set(list, []);
  }

  take(form: HTMLFormElement): void {
    for (const [name, value] of new FormData(form)) if (typeof value === "string") this.#texts.set(name, value);
  }

  /** `pattern` is the name with the rows of lists written `*`, as the known fields are named. */
  put(given: unknown, known: ReadonlySet<string>, name = "", pattern = ""): void {
    if (Array.isArray(given)) return this.#putRows(given, known, name, pattern);
    if (given === null) {
      this.#texts.delete(name);
      this.#forget(name && `${name}.`);
      this.#rows.set(name, []);
    } else if (typeof given === "object") {
      if (name) this.#rows.set(name, [0]);
      const before = (text: string): string => text && `${text}.`;
      for (const [key, value] of Object.entries(given)) this.put(value, known, before(name) + key, before(pattern) + key);
    } else if (given !== undefined) this.#texts.set(name, String(given));
  }

  /** A row is the same row where its known fields are the same, or else in its turn: what was typed stays with whom it is about. */
  #putRows(given: readonly unknown[], known: ReadonlySet<string>, name: string, pattern: string): void {
    const keys = [...known].filter((one) => one.startsWith(`${pattern}.*.`)).map((one) => one.slice(pattern.length + 3));
    const left = [...(this.#rows.get(name) ?? [])];
    const rows = given.map((row) => {
      const wanted = (key: string): string => String((row as Record<string, unknown> | null)?.[key] ?? "");
      const at = left.findIndex((one) => keys.every((key) => this.text(`${name}.${one}.${key}`) === wanted(key)));
      return left.splice(at, at < 0 ? 0 : 1)[0] ?? this.#next++;
    });
    for (const row of left) this.removeRow(name, row, `${name}.${row}.`);
    this.#rows.set(name, rows);
    rows.forEach((row, at) => this.put(given[at], known, `${name}.${row}`, `${pattern}.*`));
  }
}
