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
  /** The page's own elements that stand in other places than their own. */
  slotted: readonly Element[];
  /** The words on the button. */
  submitLabel: string;
  /** Whether the rules miss a field or a list's rows in a form that has everything else. */
  misses(name: string): boolean;
}

export function drawForm(drawing: Drawing, parts: readonly Part[]): HTMLFormElement {
  const { slotted, held, language, submitLabel } = drawing;
  const form = make("form", { class: "kasir-form", lang: language }, ...drawParts(drawing, parts, ""));
  const own = slotFor(drawing, "submit");
  const button = own[0] ? own : [make("button", { class: "kasir-submit" }, submitLabel || WORDS[language].submit)];
  form.append(...slotted.filter((element) => !own.includes(element) && !form.contains(element)), ...button);
  // The page's own controls keep what they hold, but for what the page has set meanwhile.
  held.fill(form);
  return form;
}

const slotFor = ({ slotted }: Drawing, name: string): Element[] => slotted.filter(({ slot }) => slot === name);

/** `before` is what the names of the controls begin with. */
export const drawParts = (drawing: Drawing, parts: readonly Part[], before: string): Node[] =>
  parts.flatMap((part) => {
    const own = before + part.name.replace(/.*\./, "");
    const slot = slotFor(drawing, own);
    if (slot[0]) return slot;
    if (!isGroup(part)) return drawField(drawing, part, own);
    if (part.rows || part.optional) return [drawRows(drawing, part, own)];
    return [make("fieldset", groupNamed(own), make("legend", {}, part.legend), ...drawParts(drawing, part.parts, `${own}.`))];
  });

/** Where an issue of the group itself is told. */
export const groupNamed = (own: string): Record<string, string> => ({ class: "kasir-group", "data-kasir-group": own });

function drawField({ id: form, language, held, known, misses }: Drawing, field: Field, name: string): Node[] {
  const value = held.text(name);
  const given = held.given(name);
  if (known.has(field.name)) return value ? [make("input", { type: "hidden", name, value })] : [];
  const { label, help, kind, required, choices, format } = field;
  const id = `${form}-${name}`;
  const helpId = help ? `${id}-help` : undefined;
  // What may be left out with the group that it is in may not be left out of that group.
  const missed = !required && misses(field.name);
  const control = make(choices ? "select" : "input", { id, name, "aria-describedby": helpId, "aria-required": missed ? "true" : undefined });
  if (choices) control.append(new Option("", ""), ...choices.map((choice) => new Option(choice.label, choice.value, choice.value === given)));
  (control as HTMLInputElement).defaultValue = given;
  control.value = value;
  return [make("div", { class: "kasir-field", "data-kind": kind },
    make("label", { for: id }, label, ...(required || missed ? [] : [" ", make("span", { class: "kasir-optional" }, `(${WORDS[language].optional})`)])),
    control,
    // Where a telephone number tells its operator.
    ...(format === "msisdn" ? [make("output", { class: "kasir-hint", for: id })] : []),
    ...(help ? [make("p", { class: "kasir-help", id: helpId }, help)] : []))];
}
