/**
 * `make proof`: every property with a million cases, natively and in WASM, and as many answers of both modules beside the
 * native build's. `KASIR_CASES=50000 node tests/proof/proof.ts` asks for fewer; `… masks` runs only what has that in its name.
 *
 * Each property is a step of its own: a run that was broken off goes on with what it had not proved, unless a source has
 * changed since. The cases are those of the seed that is told first, or of `KASIR_SEED`; a step that has failed is asked
 * again with the seed that it failed with, until it no longer does.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { sourcesHash } from "./sources.ts";

const root = path.resolve(import.meta.dirname, "../..");
const cases = process.env["KASIR_CASES"] ?? "1000000";
const jobs = Number(process.env["KASIR_JOBS"] ?? availableParallelism());
const wanted = process.argv[2] ?? "";
const seed = process.env["KASIR_SEED"] ?? String(Date.now());
const env: NodeJS.ProcessEnv = {
  ...process.env, KASIR_CASES: cases, CARGO_TARGET_DIR: path.join(root, "target/hook"), RUST_BACKTRACE: "0", NO_COLOR: "1",
};

interface Step {
  name: string;
  command: string[];
}

interface Ended {
  seconds: number;
  output: string;
  sound: boolean;
}

/** What is known of the steps: the seconds of those that were proved, the seeds of those that failed. */
interface Progress {
  hash: string;
  done: Record<string, number>;
  failed: Record<string, string>;
}

/** The file of the properties' build. */
function built(...target: string[]): string {
  const options = ["test", "--locked", "--no-run", "--profile", "proof", "--features", "hook", "--test", "properties", "--message-format", "json", ...target];
  const messages = execFileSync("cargo", options, { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
  type Message = { reason?: string; target?: { name?: string }; executable?: string | null; filenames?: string[] };
  const all = messages.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Message);
  const artifact = all.find((message) => message.reason === "compiler-artifact" && message.target?.name === "properties");
  const file = artifact?.executable ?? artifact?.filenames?.find((name) => name.endsWith(".wasm"));
  if (file === undefined) throw new Error("cargo has built no properties");
  return file;
}

function steps(): Step[] {
  const native = built();
  const wasm = built("--target", "wasm32-unknown-unknown");
  const list = execFileSync(native, ["--list", "--format", "terse"], { encoding: "utf8" });
  const names = [...list.matchAll(/^(.+): test$/gm)].map(([, name]) => name as string);
  return [
    ...names.map((name) => ({ name: `native ${name}`, command: [native, "--exact", name] })),
    ...names.map((name) => ({ name: `WASM   ${name}`, command: ["wasm-bindgen-test-runner", wasm, "--exact", name] })),
    { name: "equal answers of modules and native build", command: [process.execPath, "--test", "--test-reporter=spec", "tests/equality/equality.test.ts"] },
  ].filter(({ name }) => name.includes(wanted));
}

function run({ command: [program = "", ...args] }: Step, seed: string): Promise<Ended> {
  const start = performance.now();
  const child = spawn(program, args, { cwd: root, env: { ...env, KASIR_SEED: seed }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-200_000)));
  return new Promise((resolve) => {
    const end = (code: number | null): void => {
      // A filter that meets no property would prove nothing.
      const sound = code === 0 && /\b1 passed|^ℹ pass 1$/m.test(output);
      resolve({ seconds: (performance.now() - start) / 1000, output, sound });
    };
    child.once("error", () => end(null)).once("close", end);
  });
}

// A count of its own each: a short run leaves what a long one has proved.
const progress = path.join(root, `target/proof-${cases}.json`);
const hash = sourcesHash(["src", "tests", "pkg-template", "Cargo.toml", "Cargo.lock"]);
const found = existsSync(progress) ? (JSON.parse(readFileSync(progress, "utf8")) as Progress) : undefined;
const done = found?.hash === hash ? found.done : {};
const failed = found?.failed ?? {};
const all = steps();
const waiting = all.filter(({ name }) => !(name in done)).sort((left, right) => Number(right.name in failed) - Number(left.name in failed));
const count = Number(cases).toLocaleString("en");
console.log(`KASIR_SEED=${seed}`);
if (waiting.length < all.length) console.log(`${all.length - waiting.length} of ${all.length} were proved before`);
let failures = 0;

async function proves(step: Step, seed: string): Promise<boolean> {
  const { seconds, output, sound } = await run(step, seed);
  console.log(`${sound ? "ok  " : "FAIL"} ${step.name.padEnd(84)} ${count.padStart(10)} cases ${seconds.toFixed(1).padStart(8)} s${sound ? "" : `  KASIR_SEED=${seed}`}`);
  if (sound) {
    done[step.name] = seconds;
    delete failed[step.name];
  } else {
    failures += 1;
    failed[step.name] = seed;
    console.log(output.split("\n").slice(-60).join("\n"));
  }
  return sound;
}

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const before = failed[step.name];
    if (before === undefined || before === seed || (await proves(step, before))) await proves(step, seed);
    mkdirSync(path.dirname(progress), { recursive: true });
    writeFileSync(progress, JSON.stringify({ hash, done, failed } satisfies Progress));
  }
}

await Promise.all(Array.from({ length: jobs }, work));
const total = all.reduce((sum, { name }) => sum + (done[name] ?? 0), 0);
console.log(failures > 0 ? `${failures} of ${all.length} failed` : `${all.length} of ${all.length} proved with ${count} cases each, ${Math.round(total / 60)} minutes of work`);
process.exitCode = failures > 0 || all.length === 0 ? 1 : 0;
