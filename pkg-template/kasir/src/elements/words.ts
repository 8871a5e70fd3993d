/** The few words of a form that no field has. */
import type { Language } from "../types.ts";

export const WORDS: Record<Language, Record<"optional" | "add" | "remove" | "submit", string>> = {
  id: { optional: "tidak wajib", add: "Tambah", remove: "Hapus", submit: "Kirim" },
  en: { optional: "optional", add: "Add", remove: "Remove", submit: "Send" },
};

/** `Add`, `Passenger details` as one sentence. */
export const sentence = (verb: string, label: string): string => `${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
