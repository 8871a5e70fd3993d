/** Draws what may be there several times, or not at all: rows that a person adds and removes. */
import { type Drawing, drawParts, groupNamed } from "./draw.ts";
import { make } from "./make.ts";
import { type Group, isGroup } from "./tree.ts";
import { sentence, WORDS } from "./words.ts";

interface Row {
  box: HTMLElement;
  /** Calls it by its place among the rows. */
  call(number: number): void;
}

export function drawRows(drawing: Drawing, group: Group, own: string): HTMLElement {
  const { held, known } = drawing;
  const { rows: repeated, legend, name, parts } = group;
  const words = WORDS[drawing.language];
  const called = parts.find((part) => !isGroup(part) && known.has(part.name))?.name.replace(/.*\./, "");
  // The page says how many rows there are of what it knows something in.
  const fixed = [...known].some((one) => one.startsWith(repeated ? `${name}.*.` : `${name}.`));
  const box = make(repeated ? "fieldset" : "div", groupNamed(own));
  if (repeated) box.append(make("legend", {}, legend));
  const add = make("button", { type: "button", class: "kasir-add" }, sentence(words.add, legend));
  const shown: Row[] = [];

  const changed = (): void => {
    shown.forEach(({ call }, at) => call(at + 1));
    add.hidden = fixed || (!repeated && shown.length > 0);
  };
  // The rules take back what they said of the rows before, and the page's onChange hears of it.
  const edited = (): boolean => add.dispatchEvent(new Event("input", { bubbles: true }));
  const removed = (row: Row, number: number, prefix: string): void => {
    held.removeRow(own, number, prefix);
    shown.splice(shown.indexOf(row), 1);
    row.box.remove();
    changed();
    add.focus();
    edited();
  };
  const draw = (number: number): Row => {
    const prefix = repeated ? `${own}.${number}.` : `${own}.`;
    const title = make("legend", {});
    const remove = make("button", { type: "button", class: "kasir-remove" });
    const row: Row = {
      box: make("fieldset", { class: "kasir-row" }, title, ...drawParts(drawing, parts, prefix), ...(fixed ? [] : [remove])),
      call(place) {
        title.textContent = repeated ? `${legend} ${(called && held.text(prefix + called)) || place}` : legend;
        remove.textContent = sentence(words.remove, title.textContent);
      },
    };
    remove.onclick = () => removed(row, number, prefix);
    shown.push(row);
    return row;
  };
  add.onclick = () => {
    const { box: added } = draw(held.addRow(own));
    add.before(added);
    changed();
    added.querySelector<HTMLElement>("input:not([type=hidden]),select,textarea,button")?.focus();
    edited();
  };

  if (!held.rows(own)) {
    if (repeated && !fixed && drawing.misses(name)) held.addRow(own);
    else held.begin(own);
  }
  box.append(...(held.rows(own) ?? []).map((number) => draw(number).box), add);
  changed();
  return box;
}
