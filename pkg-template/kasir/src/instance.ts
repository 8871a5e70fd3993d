/** The one WebAssembly instance: compiled by load(), replaced after a trap. Nothing is compiled at import. */
import * as glue from "./core/kasir.js";
import { FAULTS, KasirError } from "./errors.ts";
import type { Source } from "./types.ts";

let module: WebAssembly.Module | undefined;

async function compiled(source: Source): Promise<WebAssembly.Module> {
  const given: unknown = await source;
  if (given instanceof WebAssembly.Module) return given as WebAssembly.Module;
  if (typeof given === "string" || given instanceof URL) return fetched(await fetch(given));
  if (given instanceof Response) return fetched(given);
  return WebAssembly.compile(given as BufferSource);
}

async function fetched(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // compileStreaming insists on the media type, which small servers get wrong.
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** Compiles and starts the module. A failure leaves nothing behind, so that the next try is a first try. */
export async function start(source: () => Source): Promise<void> {
  if (module) return;
  if (typeof WebAssembly !== "object") throw new KasirError("ERR_WASM_UNAVAILABLE");
  try {
    const arrived = await compiled(source());
    if (module) return;
    glue.start(arrived);
    module = arrived;
  } catch (cause) {
    throw new KasirError(compiles() ? "ERR_LOAD_FAILED" : "ERR_WASM_UNAVAILABLE", cause);
  }
}

export const isStarted = (): boolean => module !== undefined;

/** Whether the smallest module compiles here: a policy that forbids WebAssembly and a damaged file give one and the same error. */
function compiles(): boolean {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Asks the core. A fault comes as its number; a trap costs the instance and never the page. */
export function ask<Answer>(question: number, text: string, operation = 0, number = 0, control?: Element): Answer {
  if (!module) throw new KasirError("ERR_NOT_LOADED");
  let answer: unknown;
  try {
    answer = glue.ask(question, operation, number, text, control);
  } catch (cause) {
    try {
      glue.start(module);
    } catch {
      // Without memory for another instance the next call tries again.
    }
    throw new KasirError("ERR_TRAP", cause);
  }
  if (typeof answer === "number") throw new KasirError(FAULTS[answer] ?? "ERR_TRAP");
  return answer as Answer;
}
