/** The README's examples as they stand there, so that what is tested is what is read. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The first fenced block below the heading that contains the words. */
export function block(words: string, languages: string): string {
  const readme = readFileSync(path.resolve(import.meta.dirname, "../README.md"), "utf8");
  const found = new RegExp(`^#+ [^\\n]*${words}[\\s\\S]*?^\`\`\`(?:${languages})\\n([\\s\\S]*?)^\`\`\``, "im").exec(readme);
  assert.ok(found?.[1], `README.md has a ${languages} block below a heading with the words: ${words}`);
  return found[1];
}
