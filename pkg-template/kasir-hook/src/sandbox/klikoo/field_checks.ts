/**
 * Presence and types of a body's fields, as a server with typed input finds them: a wrong type stops it before it
 * looks for empty fields. Formats beyond that are not the provider's business on any page.
 */

import { isObject } from "../provider_request.ts";

export type FieldType = "text" | "digits" | "int" | "object" | "list" | "null_or_object";

export interface FieldRule {
  name: string;
  type: FieldType;
  optional?: true;
  /** Of the object, or of each object in the list. */
  fields?: readonly FieldRule[];
}

/** Case codes: 6510 Validasi Error, 6512 Field tidak boleh kosong. */
export type FieldFault = "6510" | "6512";

export function fieldFault(input: Record<string, unknown>, rules: readonly FieldRule[]): FieldFault | null {
  if (hasWrongType(input, rules)) return "6510";
  return hasGap(input, rules) ? "6512" : null;
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

function hasWrongType(input: Record<string, unknown>, rules: readonly FieldRule[]): boolean {
  return rules.some(({ name, type, fields }) => {
    const value = input[name];
    // Go decodes null into the zero value of any type.
    if (value === undefined || value === null) return false;
    return !fits(value, type) || rowsOf(value).some((row) => hasWrongType(row, fields ?? []));
  });
}

function fits(value: unknown, type: FieldType): boolean {
  switch (type) {
    case "text":
      return typeof value === "string";
    case "digits":
      return typeof value === "string" && /^\d*$/.test(value);
    case "int":
      return Number.isInteger(value);
    case "object":
    case "null_or_object":
      return isObject(value);
    case "list":
      return Array.isArray(value) && value.every(isObject);
  }
}

function hasGap(input: Record<string, unknown>, rules: readonly FieldRule[]): boolean {
  return rules.some(({ name, type, optional, fields }) => {
    const value = input[name];
    const empty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
    if (empty) return optional !== true && type !== "null_or_object";
    return rowsOf(value).some((row) => hasGap(row, fields ?? []));
  });
}

/** A field that `fieldFault` has found to be a string. */
export function text(input: Record<string, unknown>, name: string): string {
  const value = input[name];
  return typeof value === "string" ? value : "";
}
