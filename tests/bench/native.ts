/**
 * The core in WebAssembly beside the same core built natively: from the walk's text to the body, both asked the very same
 * question. What the text and the body cost to cross is taken off by a question that crosses likewise and is refused.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { OperationId } from "kasir";
import * as glue from "../../pkg-template/kasir/src/core/kasir.js";
import { columnsOf, END } from "../../pkg-template/kasir/src/options.ts";
import { BODY, OPERATIONS } from "../../pkg-template/kasir/src/questions.ts";
import { readOperations } from "../../pkg-template/kasir/src/shape.ts";
import { quickWalk } from "../../pkg-template/kasir/src/walk.ts";
import { atMost } from "./bars.ts";
import { options } from "./contenders/kasir.ts";
import { cases } from "./inputs.ts";
import { batchOf, interleaved, median, ratio, type Batch } from "./rounds.ts";
import type { Job } from "./work.ts";

const root = path.resolve(import.meta.dirname, "../..");
const ROUNDS = 121;
/** No question of the core. */
const NOTHING = 255;

const OPERATION: Record<Job, OperationId> = { topUp: "klikoo.product_buy", booking: "klikoo.transport_block_seat", attraction: "klikoo.attraction_buy" };

interface Question {
  name: string;
  operation: OperationId;
  place: number;
  text: string;
  marks: number;
  body: string;
  today: number;
}

function questions(): Question[] {
  const operations = readOperations(glue.ask(OPERATIONS, 0, 0, END, undefined));
  return cases.map(({ name, job, input }) => {
    const operation = operations.get(OPERATION[job])?.();
    const walk = operation && quickWalk(input, operation);
    if (!walk) throw new Error(`no quick walk over ${name}`);
    const text = columnsOf(options[job]) + walk.text;
    const body: unknown = glue.ask(BODY, operation.place, walk.marks, text, undefined);
    if (typeof body !== "string") throw new Error(`no body of ${name}`);
    return { name, operation: OPERATION[job], place: operation.place, text, marks: walk.marks, body, today: Math.floor(Date.now() / 86_400_000) };
  });
}

interface Native {
  batch(place: number): Batch;
  close(): Promise<void>;
}

/** The native core, a process that answers each line with a time. */
async function startNative(file: string): Promise<Native> {
  const command = ["bench", "--quiet", "--locked", "--profile", "native", "--bench", "native", "--", file];
  const child = spawn("cargo", command, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    batch: (place) => async (times) => {
      child.stdin.write(`${place} ${times}\n`);
      const { value } = await lines.next();
      if (value === undefined) throw new Error("the native core ended early");
      return Number(value);
    },
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

const minus = (samples: readonly number[], others: readonly number[]): number[] => samples.map((sample, round) => sample - (others[round] ?? Number.NaN));

export async function native(): Promise<void> {
  glue.start(await WebAssembly.compile(readFileSync(path.join(root, "pkg/kasir/dist/core.wasm"))));
  const all = questions();
  mkdirSync(path.join(root, "target/bench"), { recursive: true });
  const file = path.join(root, "target/bench/questions.json");
  writeFileSync(file, JSON.stringify(all));
  const core = await startNative(file);
  console.log("\n| the core alone, walk to body, µs | native | WASM | with crossing | WASM to native | with crossing |\n|---|---:|---:|---:|---:|---:|");
  for (const [at, { name, place, text, marks, body }] of all.entries()) {
    const bytes = new TextEncoder().encode(body);
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
    const [natively = [], asked = [], refused = [], decoded = []] = await interleaved([
      core.batch(at),
      batchOf(() => glue.ask(BODY, place, marks, text, undefined)),
      batchOf(() => glue.ask(NOTHING, place, marks, text, undefined)),
      batchOf(() => decoder.decode(bytes)),
    ], ROUNDS);
    const alone = minus(minus(asked, refused), decoded);
    const [less, more] = [ratio(alone, natively), ratio(asked, natively)];
    const times = [natively, alone, asked].map((samples) => median(samples).toFixed(1));
    console.log(`| ${[name, ...times].join(" | ")} | ${less.toFixed(2)}× | ${more.toFixed(2)}× |`);
    atMost("aim", 2, `${name}, the core's time in WASM to its native time`, less);
  }
  await core.close();
}
