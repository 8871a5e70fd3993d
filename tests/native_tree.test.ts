import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "..");
const WASM_CRATES = /^(wasm-bindgen|serde-wasm-bindgen|js-sys|web-sys|wasm-bindgen-test|wasm-bindgen-futures|console_error_panic_hook)\b/;

const tree = (...options: string[]): string[] =>
  execFileSync("cargo", ["tree", "--locked", "--prefix", "none", "--edges", "normal,build", ...options], { cwd: root, encoding: "utf8" }).split("\n");

for (const features of [[], ["--features", "hook"]]) {
  test(`the native core has no WASM crate in its tree (${features.join(" ") || "page build"})`, () => {
    assert.deepEqual(tree(...features).filter((line) => WASM_CRATES.test(line)), []);
  });
}

test("the same search finds them in the tree of the WASM build", () => {
  assert.ok(tree("--target", "wasm32-unknown-unknown").some((line) => WASM_CRATES.test(line)));
});
