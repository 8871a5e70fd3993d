/** The one WebAssembly instance: compiled by load(), replaced after a trap. Nothing happens at import. */
import * as core from "./core/kasir.js";
import { KasirError, type KasirErrorCode } from "./errors.ts";
import type { Source } from "./types.ts";

let running = false;

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
  if (running) return;
  if (typeof WebAssembly !== "object") throw new KasirError("ERR_WASM_UNAVAILABLE");
  try {
    const module = await compiled(source());
    if (running) return;
    // The glue keeps whatever it is given, so another module would stay for good.
    if (!WebAssembly.Module.exports(module).some(({ name }) => name === "intentStep")) throw new Error("not the module of kasir");
    core.initSync({ module });
    running = true;
  } catch (cause) {
    throw new KasirError(compiles() ? "ERR_LOAD_FAILED" : "ERR_WASM_UNAVAILABLE", cause);
  }
}

/** Whether the smallest module compiles here: a policy that forbids WebAssembly and a damaged file give one and the same error. */
function compiles(): boolean {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Calls the core. A fault comes as its code; a trap costs the instance and never the page. */
export function ask<Answer>(question: (instance: typeof core) => Answer): Answer {
  if (!running) throw new KasirError("ERR_NOT_LOADED");
  try {
    return question(core);
  } catch (cause) {
    if (typeof cause === "string") throw new KasirError(cause as KasirErrorCode);
    core.__wbg_reset_state();
    throw new KasirError("ERR_TRAP", cause);
  }
}
