/** The READMEs as documents: their TypeScript compiles under the strictest rules, and what they point at is there wherever they are read. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { blocks, HOOK_README, README } from "./readme_block.ts";

const root = path.resolve(import.meta.dirname, "..");
let folder: string;

before(() => {
  // Inside the repository, so that its imports find the packages by their names.
  mkdirSync(path.join(root, "target"), { recursive: true });
  folder = mkdtempSync(path.join(root, "target/readme-types-"));
  const examples = [README, HOOK_README].flatMap((file) => blocks("ts", file));
  assert.equal(examples.length, 4);
  examples.forEach(({ text }, at) => writeFileSync(path.join(folder, `${at}.ts`), text));
});

after(() => rmSync(folder, { recursive: true, force: true }));

for (const resolution of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
  test(`every example in TypeScript compiles under the strictest rules, with ${resolution.at(-1)}`, () => {
    const files = [0, 1, 2, 3].map((at) => path.join(folder, `${at}.ts`));
    const options = [
      "--ignoreConfig", "--noEmit", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noUnusedLocals",
      "--noUnusedParameters", "--noImplicitReturns", "--verbatimModuleSyntax", "--skipLibCheck", "--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--types", "node",
    ];
    const { status, stdout } = spawnSync(path.join(root, "node_modules/.bin/tsc"), [...options, ...resolution, ...files], { cwd: root, encoding: "utf8" });
    assert.equal(stdout, "");
    assert.equal(status, 0);
  });
}

test("a README has no link into the repository, which its reader at npm does not have, but to files of its package", () => {
  for (const [file, own] of [[README, []], [HOOK_README, ["HOOK.md", "CHANGELOG.md"]]] as const) {
    const links = [...readFileSync(file, "utf8").matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    assert.ok(links.length > 0);
    assert.deepEqual(links.filter((link) => !link.startsWith("https://") && !(own as readonly string[]).includes(link)), []);
  }
});

/** The words of a table's first column that are spelled as code, without what stands in brackets. */
const named = (text: string): string[] => [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(?:await )?(?:kasir\.)?(\w+)/g)].map(([, name = ""]) => name));

test("the table of what the page can ask names every call that there is", async () => {
  const section = /^## What the page can ask\n([\s\S]*?)^## /m.exec(readFileSync(README, "utf8"))?.[1] ?? "";
  const page = await import("kasir");
  const elements = await import("kasir/elements");
  const calls = [...Object.keys(page), ...Object.keys(elements), ...Object.keys(await page.load())].filter((name) => name !== "KasirError");
  assert.deepEqual([...new Set(calls)].filter((name) => !named(section).includes(name)), []);
});

test("the kinds of product that the READMEs name are those that there are", () => {
  const generated = readFileSync(path.join(root, "pkg-template/kasir/src/generated.ts"), "utf8");
  const kinds = [.../type ProductKind =([^;]+);/.exec(generated)?.[1]?.matchAll(/"(\w+)"/g) ?? []].map(([, kind]) => kind);
  assert.ok(kinds.includes("pln_prepaid"));
  for (const file of [README, HOOK_README]) {
    const listed = /`pulsa`, `[^;:]*`other`/.exec(readFileSync(file, "utf8"))?.[0] ?? "";
    assert.deepEqual([...listed.matchAll(/`(\w+)`/g)].map(([, kind]) => kind), kinds, file);
  }
});

test("every command of the README is one of make's", () => {
  const made = /^\.PHONY: (.*)$/m.exec(readFileSync(path.join(root, "Makefile"), "utf8"))?.[1]?.split(" ") ?? [];
  const commands = [...readFileSync(README, "utf8").matchAll(/\bmake (\w+)`/g)].map(([, name = ""]) => name);
  assert.ok(commands.length > 5);
  assert.deepEqual(commands.filter((name) => !made.includes(name)), []);
});
