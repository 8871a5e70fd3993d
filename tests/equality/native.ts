/** The native build's answers, as tests/equality/native_answers.rs gives them. */
import { spawn } from "node:child_process";
import path from "node:path";
import type { OperationId, ParseKind, PrepareOptions } from "kasir";

const root = path.resolve(import.meta.dirname, "../..");

/** What was asked, and behind it the answers, each as JSON text. */
export interface NativeCase {
  operation: OperationId;
  options: PrepareOptions;
  input: string;
  kind: ParseKind;
  value: string;
  http: number;
  answer: string;
  call: string;
  prepared: string;
  issues: string;
  parsed: string;
  outcome: string;
  shown: string;
  opened: string;
  judged: string;
  found: string;
  receipt: string;
}

/** `KASIR_CASES` many, 20,000 unless it says otherwise. */
export async function* nativeCases(): AsyncGenerator<NativeCase> {
  const command = ["test", "--quiet", "--locked", "--profile", "proof", "--features", "hook", "--test", "native_answers"];
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(root, "target/hook") };
  const native = spawn("cargo", command, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => native.once("close", resolve));
  let rest = "";
  // Not node:readline, to which U+2028 ends a line.
  for await (const chunk of native.stdout.setEncoding("utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("{")) yield JSON.parse(line) as NativeCase;
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the native build ended with ${code}`);
}
