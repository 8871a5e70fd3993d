import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "../..");

for (const exact of [false, true]) {
  test(`the published types hold what types.ts says of them${exact ? ", under exactOptionalPropertyTypes" : ""}`, () => {
    const options = [
      "--ignoreConfig", "--noEmit", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", String(exact), "--verbatimModuleSyntax", "--target", "es2024",
      "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--types", "", "tests/npm/types.ts",
    ];
    const { status, stdout } = spawnSync(path.join(root, "node_modules/.bin/tsc"), options, { cwd: root, encoding: "utf8" });
    assert.equal(stdout, "");
    assert.equal(status, 0);
  });
}

/** The lines of a declaration file that an editor shows when it is pointed at, those of an interface by its name. */
function shownLines(file: string, ofInterface?: string): string[] {
  const text = readFileSync(path.join(root, "pkg/kasir/dist", file), "utf8");
  const body = ofInterface === undefined ? text : new RegExp(`^export interface ${ofInterface}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, "m").exec(text)?.[1];
  assert.ok(body, `${file} has ${ofInterface}`);
  return body.split("\n");
}

test("every call tells in an editor what it is for", () => {
  const starts = { entry: /^export declare (?:const|function) (\w+)/, member: /^ {4}(?:readonly )?(\w+)[?]?[(:<]/ };
  const places: [string, string?][] = [["index.d.ts"], ["web.d.ts"], ["elements.d.ts"], ["kasir.d.ts", "Kasir"], ["checkout.d.ts", "Checkout"], ["form.d.ts", "BoundForm"]];
  for (const [file, ofInterface] of places) {
    const lines = shownLines(file, ofInterface);
    const calls = lines.flatMap((line, at) => {
      const [, name] = (ofInterface === undefined ? starts.entry : starts.member).exec(line) ?? [];
      return name === undefined ? [] : [{ name, told: lines[at - 1]?.trimEnd().endsWith("*/") }];
    });
    assert.ok(calls.length > 0, file);
    assert.deepEqual(calls.filter(({ told }) => !told).map(({ name }) => `${file} ${name}`), []);
  }
});
