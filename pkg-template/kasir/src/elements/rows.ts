/** Draws what may be there several times, or not at all: rows that a person adds and removes. */
import { type Drawing, drawParts, groupNamed } from "./draw.ts";
import { make } from "./make.ts";
import { type Group, isGroup } from "./tree.ts";
import { sentence, WORDS } from "./words.ts";

interface Row {
  box: HTMLElement;
  number: number;
  /** What the names of its controls begin with. */
  prefix: string;
  /** Calls it by its place among the rows. */
  call(place: number): void;
}

export function drawRows(drawing: Drawing, group: Group, own: string): HTMLElement {
  const { held } = drawing;
  const { rows: repeated, legend, name } = group;
  // The page says how many rows there are of what it knows something in.
  const fixed = [...drawing.known].some((one) => one.startsWith(repeated ? `${name}.*.` : `${name}.`));
  const box = make(repeated ? "fieldset" : "div", groupNamed(own), ...(repeated ? [make("legend", {}, legend)] : []));
  const add = make("button", { type: "button", class: "kasir-add" }, sentence(WORDS[drawing.language].add, legend));
  const shown: Row[] = [];

  const changed = (): void => {
    shown.forEach(({ call }, at) => call(at + 1));
    add.hidden = fixed || (!repeated && shown.length > 0);
  };
  // The rules take back what they said of the rows before, and the page's onChange hears of it.
  const edited = (): boolean => add.dispatchEvent(new Event("input", { bubbles: true }));
  const remove = (row: Row): void => {
    held.removeRow(own, row.number, row.prefix);
    shown.splice(shown.indexOf(row), 1);
    row.box.remove();
    changed();
    add.focus();
    edited();
  };
  const draw = (number: number): HTMLElement => {
    const row = drawRow(drawing, group, own, number, fixed ? undefined : remove);
    shown.push(row);
    return row.box;
  };
  add.onclick = () => {
    const added = draw(held.addRow(own));
    add.before(added);
    changed();
    added.querySelector<HTMLElement>("input:not([type=hidden]),select,textarea,button")?.focus();
    edited();
  };

  // No rows is an answer too: a list that has been asked for once does not begin anew.
  box.append(...held.rows(own, () => repeated && !fixed && drawing.misses(name)).map(draw), add);
  changed();
  return box;
}

/** `remove` takes it away again, where a person may. */
function drawRow(drawing: Drawing, { rows: repeated, legend, parts }: Group, own: string, number: number, remove?: (row: Row) => void): Row {
  const { held, known, language } = drawing;
  const prefix = repeated ? `${own}.${number}.` : `${own}.`;
  const called = parts.find((part) => !isGroup(part) && known.has(part.name))?.name.replace(/.*\./, "");
  const title = make("legend", {});
  const button = make("button", { type: "button", class: "kasir-remove" });
  const row: Row = {
    number,
    prefix,
    box: make("fieldset", { class: "kasir-row" }, title, ...drawParts(drawing, parts, prefix), ...(remove ? [button] : [])),
    call(place) {
      title.textContent = repeated ? `${legend} ${(called && held.text(prefix + called)) || place}` : legend;
      button.textContent = sentence(WORDS[language].remove, title.textContent);
    },
  };
  button.onclick = () => remove?.(row);
  return row;
}
