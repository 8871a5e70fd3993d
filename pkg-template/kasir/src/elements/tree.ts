/** The fields of a form as they lie in one another. */
import type { Field } from "../types.ts";

export interface Group {
  /** `departure.passengers`; the row of a list around it is written `*`. */
  name: string;
  legend: string;
  /** Whether it is a list, whose rows may be as many as one likes. */
  rows: boolean;
  /** Whether it may be left out: a form lacks none of its own fields. */
  optional: boolean;
  parts: Part[];
}

export type Part = Group | Field;

export const isGroup = (part: Part): part is Group => "parts" in part;

/** What a person fills in, and nothing else. */
export function treeOf(fields: readonly Field[]): Part[] {
  const whole: Part[] = [];
  for (const field of fields.filter(({ owner }) => owner === "form")) {
    let parts = whole;
    let group: Group | undefined;
    let depth = 0;
    for (const [at, step] of field.path.slice(0, -1).entries()) {
      if (step === "*") {
        if (group) group.rows = true;
        continue;
      }
      group = groupIn(parts, field.path.slice(0, at + 1).join("."), field.legends?.[depth++] ?? step);
      parts = group.parts;
    }
    if (field.required && group) group.optional = false;
    parts.push(field);
  }
  return whole;
}

function groupIn(parts: Part[], name: string, legend: string): Group {
  const known = parts.find((part): part is Group => isGroup(part) && part.name === name);
  if (known) return known;
  const group: Group = { name, legend, rows: false, optional: true, parts: [] };
  parts.push(group);
  return group;
}

/** A form with every object and one row in every list, but for one list. */
export function skeleton(parts: readonly Part[], without: string): object {
  const groups = parts.filter(isGroup).filter(({ name }) => name !== without);
  return Object.fromEntries(groups.map(({ name, rows, parts }) => {
    const below = skeleton(parts, without);
    return [name.replace(/.*\./, ""), rows ? [below] : below];
  }));
}
