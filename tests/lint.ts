/** `make lint`: formatting, clippy, types, documentation and packaging promises. Every check runs; all failures are shown. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

type Check = { name: string; command: string[]; env?: Record<string, string> };

const root = path.resolve(import.meta.dirname, "..");
const packed = path.join(root, "target/packed");
const wasm = ["--target", "wasm32-unknown-unknown"];
const hook = ["--features", "hook"];
/** As in tests/run.ts: two sets of features in one folder would undo each other on every run. */
const hookTarget = { CARGO_TARGET_DIR: path.join(root, "target/hook") };
const clippy = (...options: string[]): string[] => ["cargo", "clippy", "--quiet", "--locked", "--all-targets", "--test", "properties", ...options, "--", "-D", "warnings"];
const doc = (...options: string[]): string[] => ["cargo", "doc", "--quiet", "--locked", "--no-deps", "--lib", ...options];
const tarball = (name: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(root, "pkg", name, "package.json"), "utf8")) as { version: string };
  return path.join(packed, `${name}-${version}.tgz`);
};

const checks: Check[] = [
  { name: "cargo fmt", command: ["cargo", "fmt", "--check"] },
  { name: "clippy, native", command: clippy() },
  { name: "clippy, native, hook", command: clippy("--test", "native_answers", ...hook), env: hookTarget },
  { name: "clippy, wasm", command: clippy(...wasm) },
  { name: "clippy, wasm, hook", command: clippy(...wasm, ...hook), env: hookTarget },
  { name: "rustdoc", command: doc(...hook), env: { ...hookTarget, RUSTDOCFLAGS: "-D warnings" } },
  ...["pkg-template/kasir", "pkg-template/kasir-hook", "tests", "www"].map((project) => ({
    name: `tsc, ${project}`, command: ["tsc", "-p", project],
  })),
  { name: "generated types are up to date", command: [process.execPath, "tests/generated.ts"] },
  { name: "npm pack", command: ["npm", "pack", "--silent", "--pack-destination", packed, "./pkg/kasir", "./pkg/kasir-hook"] },
  ...["kasir", "kasir-hook"].flatMap((name) => [
    { name: `publint, ${name}`, command: ["publint", "run", "--strict", tarball(name)] },
    // The packages are ESM only on purpose: Node 20.19 and newer can require() them.
    { name: `attw, ${name}`, command: ["attw", tarball(name), "--profile", "node16", "--no-definitely-typed", "--ignore-rules", "cjs-resolves-to-esm",
      ...(name === "kasir" ? ["--exclude-entrypoints", "./core.wasm"] : [])] },
  ]),
  { name: "packaging promises", command: [process.execPath, "--test", "--test-reporter=spec", "tests/promises.ts"] },
];

rmSync(packed, { recursive: true, force: true });
mkdirSync(packed, { recursive: true });
let failures = 0;
for (const { name, command, env } of checks) {
  const start = performance.now();
  const [program = "", ...args] = command;
  const result = spawnSync(program, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
  const ok = result.status === 0;
  console.log(`${ok ? "ok  " : "FAIL"} ${name.padEnd(36)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
  if (ok) continue;
  failures += 1;
  console.log(`${result.error?.message ?? ""}${result.stdout}${result.stderr}`.split("\n").slice(0, 60).join("\n"));
}
console.log(failures === 0 ? `${checks.length} checks, all hold` : `${failures} of ${checks.length} checks failed`);
process.exitCode = failures === 0 ? 0 : 1;
