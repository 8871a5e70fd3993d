/** The native build's answers, as tests/equality/native_answers.rs gives them. */
import { spawn } from "node:child_process";
import path from "node:path";
import type { Language, OperationId, ParseKind, TypedKind } from "kasir";

const root = path.resolve(import.meta.dirname, "../..");

/** What was asked of the page and of the hook, with the answers, each as JSON text; the options are JSON text too. */
export interface NativeCase {
  operation: OperationId;
  options: string;
  input: string;
  page: {
    prepared: string;
    issues: string;
    normalised: string;
    fields: string;
    kind: ParseKind;
    value: string;
    parsed: string;
    http: number;
    answer: string;
    outcome: string;
    /** What the hook shows a buyer of the answer, and what the page makes of that. */
    buyers: string;
    shown: string;
    typedKind: TypedKind;
    text: string;
    caret: number;
    edit: string;
    typed: string;
    code: string;
    language: Language;
    sentence: string;
  };
  hook: {
    call: string;
    opened: string;
    judged: string;
    /** A purchase that is looked up: its operation, its body, and the transaction's detail. */
    bought: OperationId;
    sent: string;
    http: number;
    detail: string;
    found: string;
    reference: string;
    pageHttp: number;
    page: string;
    inHistory: string;
    receipt: string;
    sentReceipt: string;
    token: string;
    netzmeToken: string;
  };
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
