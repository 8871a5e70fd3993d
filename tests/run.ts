/**
 * `make test`: runs every part below, one after the other, and ends with one line that counts all their tests.
 * `node tests/run.ts hook sandbox` runs only the parts named.
 *
 * A part fails when a test fails, when its command fails, when it ran no test, and when a test was skipped.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, openSync, closeSync } from "node:fs";
import path from "node:path";

type Part = { name: string; command: string[]; env?: Record<string, string>; count: (output: string) => Count };
type Count = { passed: number; failed: number; skipped: number };

const root = path.resolve(import.meta.dirname, "..");
const logs = path.join(root, "target/test-logs");
const deadline = Date.now() + 25 * 60_000;

const node = (glob: string, ...options: string[]): string[] => [
  process.execPath, "--test", "--test-reporter=spec", "--test-timeout=300000", ...options, glob,
];

/** Cargo keeps one cdylib for all features: in one folder the two builds would undo each other on every run. */
const hookTarget = { CARGO_TARGET_DIR: path.join(root, "target/hook") };

const wasm = (where: string[], ...features: string[]): string[] => [
  "wasm-pack", "test", ...where, "--mode", "no-install", "--", "--locked", "--test", "wasm", ...features,
];

/** Optimised, with every check that a test has; the hook's build holds all of the page's too. */
const proof = ["cargo", "test", "--locked", "--profile", "proof", "--features", "hook", "--test", "properties"];
const wasmRunner = { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner" };

const parts: Part[] = [
  { name: "native", command: ["cargo", "test", "--locked"], count: rustCount },
  { name: "native-hook", command: ["cargo", "test", "--locked", "--features", "hook"], env: hookTarget, count: rustCount },
  { name: "wasm-node", command: wasm(["--node"]), count: rustCount },
  { name: "wasm-node-hook", command: wasm(["--node"], "--features", "hook"), env: hookTarget, count: rustCount },
  { name: "properties", command: proof, env: hookTarget, count: rustCount },
  { name: "wasm-properties", command: [...proof, "--target", "wasm32-unknown-unknown"], env: { ...hookTarget, ...wasmRunner }, count: rustCount },
  // The variable sends the very files that ran in Node to the browser, without a setting in each.
  { name: "wasm-chromium", command: wasm(["--headless", "--chrome"]), env: { WASM_BINDGEN_USE_BROWSER: "1" }, count: rustCount },
  { name: "npm", command: node("tests/npm/**/*.test.ts"), count: nodeCount },
  { name: "hook", command: node("tests/hook/**/*.test.ts"), count: nodeCount },
  { name: "sandbox", command: node("tests/sandbox/**/*.test.ts"), count: nodeCount },
  { name: "equality", command: node("tests/equality/*.test.ts"), count: nodeCount },
  { name: "repository", command: node("tests/*.test.ts"), count: nodeCount },
  { name: "consumers", command: node("tests/consumers/**/*.test.ts"), count: nodeCount },
  { name: "libraries", command: node("tests/libraries/**/*.test.ts"), count: nodeCount },
  { name: "browser", command: node("tests/browser/**/*.test.ts", "--test-concurrency=1"), count: nodeCount },
];

/** Sums the result lines of cargo test and of wasm-bindgen-test, which prints the same ones. */
function rustCount(output: string): Count {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    count.passed += Number(passed);
    count.failed += Number(failed);
    count.skipped += Number(ignored);
  }
  return count;
}

function nodeCount(output: string): Count {
  const figure = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  return { passed: figure("pass"), failed: figure("fail") + figure("cancelled"), skipped: figure("skipped") + figure("todo") };
}

function runToLog(part: Part, log: string): Promise<number | null> {
  const [program = "", ...args] = part.command;
  const file = openSync(log, "w");
  const env = { ...process.env, NO_COLOR: "1", CARGO_TERM_COLOR: "never", FORCE_COLOR: undefined, ...part.env };
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", file, file], detached: true });
  // The part's own process group: a browser or a server that it started ends with it.
  const end = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  };
  const timer = setTimeout(end, Math.max(deadline - Date.now(), 1000));
  const interrupted = (): void => {
    end();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  return new Promise((resolve) => {
    const finish = (code: number | null): void => {
      clearTimeout(timer);
      process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
      closeSync(file);
      resolve(code);
    };
    child.once("error", () => finish(null));
    child.once("close", finish);
  });
}

async function runPart(part: Part): Promise<Count> {
  const log = path.join(logs, `${part.name}.log`);
  const start = performance.now();
  const code = await runToLog(part, log);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const output = readFileSync(log, "utf8");
  const count = part.count(output);
  const reasons = [
    ...(count.failed > 0 ? [`${count.failed} failed`] : []),
    ...(count.skipped > 0 ? [`${count.skipped} skipped`] : []),
    ...(count.passed + count.failed === 0 ? ["ran no test"] : []),
    ...(code !== 0 ? [code === null ? "did not run to its end" : `exit code ${code}`] : []),
  ];
  console.log(`${reasons.length === 0 ? "ok  " : "FAIL"} ${part.name.padEnd(15)} ${`${count.passed} passed`.padStart(12)} ${seconds.padStart(7)} s  ${reasons.join(", ")}`);
  if (reasons.length === 0) return count;
  console.log(output.split("\n").slice(-80).join("\n"));
  console.log(`(all of it: ${path.relative(root, log)})`);
  return { ...count, failed: Math.max(count.failed, 1) };
}

const wanted = process.argv.slice(2);
const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name));
rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
const total = { passed: 0, failed: 0 };
for (const part of chosen) {
  const count = await runPart(part);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && chosen.length > 0 ? 0 : 1;
