/** The names of controls: `a[0].b` and `a.0.b` are one name, and a row is written `*` in the name of its field. */
import type { Field } from "./types.ts";

export type Fields = ReadonlyMap<string, Field>;

export const plainName = (name = ""): string => name.replaceAll("[", ".").replaceAll("]", "");

/** The field of a control; none where the control is the page's own. */
export const fieldOf = (fields: Fields, name: string | undefined): Field | undefined =>
  fields.get(plainName(name).replace(/\.\d+(?=\.)/g, ".*"));
