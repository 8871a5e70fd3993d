/** A module without what never runs. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import binaryen from "binaryen";

// What is linked and never runs, by its name; a page would pay 3 KB for it. A panic ends in the same trap without its
// message, which nobody hears in WebAssembly. Should one of them run after all, it is ERR_TRAP: the tests of npm kasir
// and of the hook ask these very modules everything.
const SILENT = [
  /rust_begin_unwind|panicking::|core\[\w+\]::fmt::|core\[\w+\]::any::/,
  /raw_vec::(capacity_overflow|handle_error)|handle_alloc_error|rust_oom|__wbindgen_throw/,
  // Closures and promises, which never cross here, and the maps and faults that plain data never makes.
  /closures::_::invoke|js_sys::futures/,
  /js_sys::Map/,
  /serde_wasm_bindgen::error/,
];
// Whoever calls these has something to format, which a silenced body cannot do.
const FORMATTING = /^<?(core|alloc)\[\w+\]::fmt::/;

// What only those would have said, the places of their faults among it.
const UNHEARD = new RegExp([
  String.raw`index\.crates\.io-[\w./-]+?\.rs|/rustc/[0-9a-f]{40}/[\w/]+\.rs`,
  "called `Option::unwrap_throw\\(\\)` on a `None` value|Map key is not a string and cannot be an object key",
  "closure invoked recursively or after being dropped|Tried to shrink to a larger capacity|capacity overflow",
  "RefCell already (mutably )?borrowed",
].join("|"), "g");

// Binaryen's types leave out the view of a function that lets its body be replaced.
const { Function: functions } = binaryen as unknown as { Function: { setBody(body: number, code: number): void } };

/** A name without what it is instantiated with: dropping a result that could hold a fault runs all the same. */
function ownName(name: string): string {
  const shorter = name.replace(/(?<=[\w:])<[^<>]*>/g, "");
  return shorter === name ? name : ownName(shorter);
}

/** Leaves a trap of every body that never runs, so that the optimiser drops what those alone call. */
export function silenced(bound: string): string {
  const file = path.join(bound, "kasir_bg.wasm");
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(readFileSync(file));
  const unmet = new Set(SILENT);
  const dumb = new Set<string>();
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const body = module.getFunctionByIndex(index);
    const { name, module: imported } = binaryen.getFunctionInfo(body);
    const met = SILENT.find((names) => names.test(ownName(name)));
    if (!met || imported) continue;
    unmet.delete(met);
    dumb.add(name);
    functions.setBody(body, module.unreachable());
  }
  if (unmet.size > 0) throw new Error(`nothing is named ${[...unmet].join(", ")} any more`);
  const formatting = called(module.emitText()).filter((name) => dumb.has(name) && FORMATTING.test(name));
  if (formatting.length > 0) throw new Error(`something formats by ${formatting.join(", ")}, which would trap`);
  writeFileSync(file, muted(module.emitBinary()));
  return file;
}

/** The names that any body calls. */
function called(text: string): string[] {
  const names = text.matchAll(/\(call \$("[^"]*"|[^\s)]+)/g);
  return [...names].map(([, name = ""]) => name.replace(/^"|"$/g, "").replace(/\\([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}

/** Blanks what is never heard; every address stays. */
function muted(wasm: Uint8Array): Uint8Array {
  const bytes = Buffer.from(wasm);
  for (const { 0: text, index } of bytes.toString("latin1").matchAll(UNHEARD)) bytes.fill(0, index, index + text.length);
  return bytes;
}
