/** The README's examples as they stand there, so that what is tested is what is read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
export const README = path.join(root, "README.md");
/** The hook's package brings a README of its own. */
export const HOOK_README = path.join(root, "pkg-template/kasir-hook/README.md");

/** Every fenced block of these languages, with the heading that it stands below. */
export function blocks(languages: string, file = README): { heading: string; text: string }[] {
  return readFileSync(file, "utf8").split(/^(?=#+ )/m).flatMap((section) =>
    [...section.matchAll(new RegExp(`^\`\`\`(?:${languages})\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, text = ""]) => ({ heading: section.split("\n", 1)[0] ?? "", text })));
}

/** The first fenced block below the heading that contains the words. */
export function block(words: string, languages: string): string {
  const found = blocks(languages).find(({ heading }) => heading.toLowerCase().includes(words.toLowerCase()));
  assert.ok(found, `README.md has a ${languages} block below a heading with the words: ${words}`);
  return found.text;
}
