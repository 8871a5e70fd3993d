/**
 * `make fuzz`: every target for ten minutes, or `FUZZ_SECONDS`; two at a time where there are cores, or `FUZZ_JOBS`.
 * `node tests/fuzz/fuzz.ts json tape` takes only those. What has run its time is not run again until the sources change.
 *
 * `node tests/fuzz/fuzz.ts --keep` writes the shortest texts that reach what all known ones reach into tests/fuzz/corpus.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { sourcesHash } from "../proof/sources.ts";

const root = path.resolve(import.meta.dirname, "../..");
const work = path.join(root, "target/fuzz");
const kept = path.join(root, "tests/fuzz/corpus");
const progress = path.join(work, "progress.json");

const LONGEST = 4096;
const LONGEST_KEPT = 400;
const KEPT_BYTES = 6_000;

const names = [...readFileSync(path.join(root, "tests/fuzz/Cargo.toml"), "utf8").matchAll(/^name = "(\w+)"$/gm)].map(([, name]) => name as string);
const asked = process.argv.slice(2);
const chosen = names.filter((name) => !asked.some((word) => names.includes(word)) || asked.includes(name));
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 600);
const jobs = Number(process.env["FUZZ_JOBS"] ?? Math.min(2, availableParallelism()));

const corpus = (name: string): string => path.join(work, "corpus", name);
const binary = (name: string): string => path.join(work, "x86_64-unknown-linux-gnu/release", name);
const texts = (file: string): string[] => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : []);

/** The corpus that the repository keeps, and what earlier runs here have found. */
function seed(name: string): void {
  mkdirSync(corpus(name), { recursive: true });
  for (const text of texts(path.join(kept, `${name}.json`))) {
    writeFileSync(path.join(corpus(name), createHash("sha1").update(text).digest("hex")), text);
  }
}

interface Run {
  name: string;
  runs: number;
  reached: string;
  failure: string | null;
}

/** What stopped an earlier run is asked first: a failure stays one until it is mended, and then is a text like any other. */
function stopsStill(name: string): string | null {
  for (const file of readdirSync(work).filter((file) => new RegExp(`^${name}-(crash|timeout|oom)-`).test(file))) {
    const place = path.join(work, file);
    const { status, stderr } = spawnSync(binary(name), ["-timeout=20", "-rss_limit_mb=4096", place], { cwd: root, encoding: "utf8" });
    if (status !== 0) return `${path.relative(root, place)} stops it again\n${wordsOf(stderr)}`;
    renameSync(place, path.join(corpus(name), file));
  }
  return null;
}

/** The end of libFuzzer's output, without its progress and its stack. */
const wordsOf = (output: string): string => output.split("\n").filter((line) => !/^#\d|^\s+#\d/.test(line)).slice(-24).join("\n");

function fuzz(name: string): Promise<Run> {
  seed(name);
  const stopped = stopsStill(name);
  if (stopped !== null) return Promise.resolve({ name, runs: 0, reached: "", failure: stopped });
  const options = [`-max_total_time=${seconds}`, `-max_len=${LONGEST}`, "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1", `-artifact_prefix=${work}/${name}-`];
  const env = { ...process.env, RUST_BACKTRACE: "0" };
  const child = spawn(binary(name), [corpus(name), ...options], { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-100_000)));
  return new Promise((resolve) => child.once("close", (code) => {
    const runs = Number(/number_of_executed_units: (\d+)/.exec(output)?.[1] ?? 0);
    const reached = [...output.matchAll(/cov: (\d+) ft: (\d+) corp: (\d+)/g)].at(-1);
    const failure = code === 0 ? null : wordsOf(output);
    resolve({ name, runs, reached: reached ? `${reached[1]} edges, ${reached[3]} texts` : "", failure });
  }));
}

function tell({ name, runs, reached, failure }: Run, took: number): void {
  const speed = Math.round(runs / took).toLocaleString("en");
  console.log(`${failure === null ? "ok  " : "FAIL"} ${name.padEnd(16)} ${runs.toLocaleString("en").padStart(13)} runs ${took.toFixed(0).padStart(5)} s ${speed.padStart(8)} a second  ${reached}`);
  if (failure !== null) console.log(failure);
}

async function runAll(): Promise<boolean> {
  const hash = sourcesHash(["src", "tests/holds", "tests/properties", "tests/support", "tests/fixtures", "tests/fuzz/targets", "tests/fuzz/corpus", "tests/fuzz/Cargo.lock", "Cargo.toml"]);
  const found = existsSync(progress) ? (JSON.parse(readFileSync(progress, "utf8")) as { hash: string; done: Record<string, number> }) : { hash, done: {} };
  const done = found.hash === hash ? found.done : {};
  const waiting = chosen.filter((name) => (done[name] ?? 0) < seconds);
  for (const name of chosen) if (!waiting.includes(name)) console.log(`done ${name.padEnd(16)} ${done[name]} s without a finding, of the same sources`);
  let sound = true;
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const start = performance.now();
      const run = await fuzz(name);
      tell(run, (performance.now() - start) / 1000);
      if (run.failure === null) done[name] = seconds;
      else sound = false;
      writeFileSync(progress, JSON.stringify({ hash, done }));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return sound;
}

/** JSON in ASCII, so that nothing in the file is invisible. */
const written = (text: string): string => JSON.stringify(text).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Of the fewest texts that reach as much, which libFuzzer knows, as many of each length as make a small file. */
function keep(name: string): void {
  seed(name);
  const fewest = path.join(work, "fewest", name);
  rmSync(fewest, { recursive: true, force: true });
  mkdirSync(fewest, { recursive: true });
  const merged = spawnSync(binary(name), ["-merge=1", `-max_len=${LONGEST}`, fewest, corpus(name)], { cwd: root, stdio: "ignore" });
  if (merged.status !== 0) throw new Error(`${name} cannot be merged`);
  const all = readdirSync(fewest).map((file) => readFileSync(path.join(fewest, file))).filter((bytes) => bytes.length <= LONGEST_KEPT);
  const texts = all.map(String).filter((text, at) => Buffer.from(text).equals(all[at] as Buffer)).map(written).sort((left, right) => left.length - right.length || (left < right ? -1 : 1));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const list = texts.filter((_, at) => Math.floor((at * KEPT_BYTES) / bytes) !== Math.floor(((at + 1) * KEPT_BYTES) / bytes));
  mkdirSync(kept, { recursive: true });
  writeFileSync(path.join(kept, `${name}.json`), `[\n${list.join(",\n")}\n]\n`);
  console.log(`${name.padEnd(16)} ${list.length} of ${all.length} texts kept`);
}

const seeds = spawnSync("cargo", ["test", "--quiet", "--locked", "--features", "hook", "--test", "corpus", "every_known_answer_holds"], {
  cwd: root, env: { ...process.env, KASIR_SEEDS: path.join(work, "corpus"), CARGO_TARGET_DIR: path.join(root, "target/hook") }, stdio: ["ignore", "ignore", "inherit"],
});
if (seeds.status !== 0) process.exit(1);
// Safe code needs no sanitizer, and is twice as fast without.
const built = spawnSync("cargo", ["+nightly", "fuzz", "build", "--sanitizer", "none", "--fuzz-dir", "tests/fuzz", "--target-dir", "target/fuzz", ...(chosen.length === 1 ? chosen : [])], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(1);
if (asked.includes("--keep")) chosen.forEach(keep);
else process.exitCode = (await runAll()) ? 0 : 1;
