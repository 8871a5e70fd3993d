/** Reads a browser's call: its operation, its form under the form rules, nothing of the merchant's. */
import type { Issue, Language, OpenedCall, OperationFacts } from "./hook_core.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";

export interface OpenCall {
  facts: OperationFacts;
  /** Canonical text of the normalised form fields. */
  form: string;
  input: Record<string, unknown>;
  /** A query may come without one. */
  basket: string | undefined;
  expect: { selling_price?: string } | null;
  language: Language;
  /** What is wrong with the call unless `authorize` says that the buyer names the amount of this product himself. */
  unlessOpen: Issue[];
}

export interface CallText {
  text: string;
  /** Of the issues' messages. */
  language: Language;
}

const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;

export function openedCall(parts: Parts, { text, language }: CallText, kinds: readonly string[]): OpenCall | { problem: Problem } {
  const { opened, unlessOpen } = read(parts, text, language);
  if (!opened.ok) {
    // Neither a call without an operation nor one with a name that no rulebook knows has a form to speak of.
    const unknown = opened.issues.some((issue) => issue.pointer === "/operation");
    return { problem: unknown ? { code: "operation.unknown" } : { code: "input.invalid", issues: opened.issues } };
  }
  const facts = parts.core.operation(opened.operation);
  if (facts === undefined || !kinds.includes(facts.kind) || parts.providers[facts.provider] === null) {
    return { problem: { code: "operation.unknown" } };
  }
  const { form, basket, expect } = opened;
  return { facts, form, basket: basket || undefined, expect, language, unlessOpen, input: JSON.parse(form) as Record<string, unknown> };
}

/** Whether a product has an open denomination is the shop's knowledge, and the shop is asked later: until then both may be. */
function read(parts: Parts, text: string, language: Language): { opened: OpenedCall; unlessOpen: Issue[] } {
  const options = { today: today(parts), language };
  const opened = parts.core.openCall(text, options);
  if (opened.ok || !opened.issues.every(({ code }) => code === "field.not_yours")) return { opened, unlessOpen: [] };
  const asOpen = parts.core.openCall(text, { ...options, context: { product: { open: true } } });
  return asOpen.ok ? { opened: asOpen, unlessOpen: opened.issues } : { opened, unlessOpen: [] };
}

/** The day in Jakarta, which the rules measure birthdays and travel days by. */
export function today(parts: Parts): string {
  return new Date(parts.clock() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}
