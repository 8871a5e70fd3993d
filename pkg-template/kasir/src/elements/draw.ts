/** Draws a form: a labelled control for each field, a fieldset for each group. */
import type { Language, Field } from "../types.ts";
import type { Held } from "./held.ts";
import { make } from "./make.ts";
import { drawRows } from "./rows.ts";
import { isGroup, type Part } from "./tree.ts";
import { WORDS } from "./words.ts";

export interface Drawing {
  /** What the ids begin with. */
  id: string;
  language: Language;
  held: Held;
  /** The fields that are not asked. */
  known: ReadonlySet<string>;
  /** The page's own elements, by what they stand for. */
  slots: ReadonlyMap<string, Element>;
  /** The words on the button. */
  action: string;
  /** Whether a list begins with a row. */
  begins(list: string): boolean;
}

export function drawForm(drawing: Drawing, parts: readonly Part[]): HTMLFormElement {
  const { slots, language, action } = drawing;
  const form = make("form", { class: "kasir-form", lang: language }, ...drawParts(drawing, parts, ""));
  const button = slots.get("action") ?? make("button", { class: "kasir-action" }, action || WORDS[language].action);
  form.append(...[...slots.values()].filter((slot) => slot !== button && !form.contains(slot)), button);
  return form;
}

/** `before` is what the names of the controls begin with. */
export const drawParts = (drawing: Drawing, parts: readonly Part[], before: string): Node[] =>
  parts.flatMap((part) => {
    const own = before + part.name.replace(/.*\./, "");
    const slot = drawing.slots.get(own);
    if (slot) return [slot];
    if (!isGroup(part)) return drawField(drawing, part, own);
    if (part.rows || part.spare) return [drawRows(drawing, part, own)];
    return [make("fieldset", groupNamed(own), make("legend", {}, part.legend), ...drawParts(drawing, part.parts, `${own}.`))];
  });

/** Where an issue of the group itself is told. */
export const groupNamed = (own: string): Record<string, string> => ({ class: "kasir-group", "data-kasir-group": own });

function drawField({ id: form, language, held, known }: Drawing, field: Field, name: string): Node[] {
  const value = held.text(name);
  if (known.has(field.name)) return value ? [make("input", { type: "hidden", name, value })] : [];
  const { label, help, kind, required, choices, format } = field;
  const id = `${form}-${name}`;
  const helpId = help ? `${id}-help` : undefined;
  const control = make(choices ? "select" : "input", { id, name, "aria-describedby": helpId });
  if (choices) control.append(new Option("", ""), ...choices.map((choice) => new Option(choice.label, choice.value)));
  control.value = value;
  return [make("div", { class: "kasir-field", "data-kind": kind },
    make("label", { for: id }, label, ...(required ? [] : [" ", make("span", { class: "kasir-optional" }, `(${WORDS[language].optional})`)])),
    control,
    // A telephone number tells its operator while it is typed.
    ...(format === "msisdn" ? [make("output", { class: "kasir-hint", for: id })] : []),
    ...(help ? [make("p", { class: "kasir-help", id: helpId }, help)] : []))];
}
