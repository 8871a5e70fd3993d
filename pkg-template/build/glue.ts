/** The files that a package's sources import from ./core/, out of target/<package>.wasm. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import binaryen from "binaryen";
import { amongLikes } from "./order.ts";
import { memories, start, written } from "./script.ts";
import { silenced } from "./silenced.ts";
import { root, run } from "./tools.ts";

// By the compressed bytes: bodies left where they are and code built alike repeat one another.
const OPTIMISE = [
  "--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "-Oz", "--reorder-functions-by-name",
  "--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=6", "--skip-pass=memory-packing",
  "--skip-pass=local-cse",
];

export function glue(name: string): void {
  const core = path.join(root, "pkg-template", name, "src/core");
  const bound = path.join(root, "target", `${name}-bound`);
  rmSync(bound, { recursive: true, force: true });
  mkdirSync(core, { recursive: true });
  const wasm = path.join(core, "core.wasm");
  if (name === "kasir") glueForPages(bound, core, wasm);
  else glueForServers(name, bound, core, wasm);
  // A server's file stays one that an integrator can read and search; a page's counts its bytes.
  const [text, way] = name === "kasir" ? [spelled(readFileSync(wasm)), "a character each byte"] : [readFileSync(wasm).toString("base64"), "in base64"];
  writeFileSync(path.join(core, "bytes.js"), `export const bytes =\n  "${text}";\n`);
  writeFileSync(path.join(core, "bytes.d.ts"), `/** The WebAssembly module for consumers that fetch nothing, ${way}. */\nexport declare const bytes: string;\n`);
}

/**
 * Bytes as a JavaScript text, compressed a sixth smaller than base64, which hides from the compression where bytes repeat
 * one another. Plain ASCII as it is published; a minifier of the page's own may write the characters themselves, which
 * every module script is read with, and a classic script on a page in UTF-8.
 */
const spelled = (bytes: Buffer): string =>
  bytes.toString("latin1").replace(/[^ !#-[\]-~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);

/** The hook's glue brings its start and, for the time after a trap, its reset. */
function glueForServers(name: string, bound: string, core: string, wasm: string): void {
  run("wasm-bindgen", `target/${name}.wasm`, "--target", "web", "--omit-default-module-path", "--remove-producers-section",
    "--experimental-reset-state-function", "--out-name", "kasir", "--out-dir", bound);
  writeFileSync(path.join(core, "kasir.js"), written(readFileSync(path.join(bound, "kasir.js"), "utf8")));
  cpSync(path.join(bound, "kasir.d.ts"), path.join(core, "kasir.d.ts"));
  run("wasm-opt", ...OPTIMISE, "--strip-target-features", silenced(bound), "-o", wasm);
}

/**
 * The page takes the half of the bundlers' glue that neither fetches nor starts anything: its own script does both in
 * fewer bytes. Names on both sides are short, for no compression shortens a hash. encodeInto is wherever the reference
 * types are that this module uses.
 */
function glueForPages(bound: string, core: string, wasm: string): void {
  run("wasm-bindgen", "target/kasir.wasm", "--target", "bundler", "--remove-producers-section", "--encode-into", "always",
    "--out-name", "kasir", "--out-dir", bound);
  const named = path.join(bound, "named.wasm");
  const map = execFileSync("wasm-opt", [...OPTIMISE, "--minify-imports-and-exports-and-modules", "-g", silenced(bound), "-o", named], { cwd: root });
  binaryen.setDebugInfo(true);
  const ordered = amongLikes(readFileSync(named));
  // The names stay in one of both, for who asks where the bytes come from.
  writeFileSync(named, ordered.emitBinary());
  binaryen.setDebugInfo(false);
  writeFileSync(wasm, ordered.emitBinary());
  const { imports, exports } = JSON.parse(map.toString()) as { imports: [string, string, string][]; exports: [string, string][] };
  const short = new Map(exports);
  const glue = written(readFileSync(path.join(bound, "kasir_bg.js"), "utf8"));
  const print = createHash("sha256").update(glue).update(readFileSync(wasm)).digest("base64url").slice(0, 8);
  appendFileSync(wasm, Buffer.concat([Buffer.from([0, print.length + 1, print.length]), Buffer.from(print)]));
  const script = (glue + start(imports, memories(glue), print)).replace(/(?<=\bwasm\.)\w+/g, (long) => {
    const name = short.get(long);
    if (name === undefined) throw new Error(`no short name for ${long}`);
    return name;
  });
  writeFileSync(path.join(core, "kasir.js"), script);
  cpSync(path.join(bound, "kasir.d.ts"), path.join(core, "kasir.d.ts"));
  appendFileSync(path.join(core, "kasir.d.ts"), "\n/** Starts an instance, which answers from now on. */\nexport function start(module: WebAssembly.Module): void;\n");
}
