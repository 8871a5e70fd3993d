import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "../..");

for (const exact of [false, true]) {
  test(`the hook's published types hold what types.ts says of them${exact ? ", under exactOptionalPropertyTypes" : ""}`, () => {
    const options = [
      "--ignoreConfig", "--noEmit", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", String(exact), "--verbatimModuleSyntax", "--target", "es2024",
      "--module", "nodenext", "--lib", "es2024,dom,dom.iterable", "--types", "node", "--skipLibCheck", "tests/hook/types.ts",
    ];
    const { status, stdout } = spawnSync(path.join(root, "node_modules/.bin/tsc"), options, { cwd: root, encoding: "utf8" });
    assert.equal(stdout, "");
    assert.equal(status, 0);
  });
}
