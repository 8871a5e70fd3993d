/** Reads a browser's call: its operation, its form under the form rules, nothing of the merchant's. */
import type { Language, OperationFacts } from "./hook_core.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";

export interface OpenCall {
  facts: OperationFacts;
  /** Canonical text of the normalised form fields. */
  form: string;
  input: Record<string, unknown>;
  basket: string;
  expect: { selling_price?: string } | null;
  language: Language;
}

export interface CallText {
  text: string;
  /** Of the issues' messages. */
  language: Language;
}

const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;

export function openedCall(parts: Parts, { text, language }: CallText, kinds: readonly string[]): OpenCall | { problem: Problem } {
  const opened = parts.core.openCall(text, { today: today(parts), language });
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
  return { facts, form, basket, expect, language, input: JSON.parse(form) as Record<string, unknown> };
}

/** The day in Jakarta, which the rules measure birthdays and travel days by. */
export function today(parts: Parts): string {
  return new Date(parts.clock() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}
