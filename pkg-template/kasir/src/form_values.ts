/** Reads a form into the object that an operation takes. */
import { fieldOf, type Fields, plainName } from "./form_names.ts";

type Branch = Record<string | number, unknown>;

export interface Values {
  /** What the controls hold, nested by their names; rows are counted as they stand in the page, whatever their numbers. */
  values: object;
  /** The name in the page of the control that an issue names, whose rows are counted. */
  ownName(name: string): string;
}

/** Of what a browser would send, what the operation knows. */
export function readForm(form: HTMLFormElement, fields: Fields): Values {
  const values: Branch = {};
  /** The numbers that the page gives to the rows of a list, by the list's own name with a dot before each step. */
  const lists: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || !fieldOf(fields, name)) continue;
    let at = values;
    let own = "";
    const steps = plainName(name).split(".");
    steps.forEach((step, depth) => {
      const numbers = (lists[own] ??= []);
      own += `.${step}`;
      if (isRow(step) && !numbers.includes(step)) numbers.push(step);
      const key = isRow(step) ? numbers.indexOf(step) : step;
      const next = steps[depth + 1];
      if (next) at = (at[key] ??= isRow(next) ? [] : {}) as Branch;
      // Several values under one name, as of a select with several options: the rules tell that it is one too many.
      else at[key] = key in at ? [at[key], value].flat() : value;
    });
  }
  const ownName = (name: string): string => name.split(".").reduce((own, step) => `${own}.${lists[own]?.[Number(step)] ?? step}`, "").slice(1);
  return { values, ownName };
}

const isRow = (step: string): boolean => /^\d/.test(step);
