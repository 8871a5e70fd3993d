/**
 * The packager. `glue <package>` turns target/<package>.wasm into the files that the package's sources import from
 * ./core/; `package <package>` writes pkg/<package>, ready for `npm pack`.
 *
 * wasm-pack is not used here: one glue serves every consumer, embedded or fetched, and wasm-pack cannot lay out two
 * entries.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import binaryen from "binaryen";
import { build, type BuildOptions } from "esbuild";
import { minified } from "./minified.ts";

type Manifest = {
  name: string;
  exports: Record<string, string | { types?: string; default: string }>;
  dependencies?: Record<string, string>;
  files: string[];
};

const root = path.resolve(import.meta.dirname, "..");
const run = (tool: string, ...args: string[]): void => {
  execFileSync(tool, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
};

// By the compressed bytes: bodies left where they are and code built alike repeat one another.
const OPTIMISE = [
  "--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "-Oz", "--reorder-functions-by-name",
  "--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=6", "--skip-pass=memory-packing",
  "--skip-pass=local-cse",
];

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

function glue(name: string): void {
  const core = path.join(root, "pkg-template", name, "src/core");
  const bound = path.join(root, "target", `${name}-bound`);
  rmSync(bound, { recursive: true, force: true });
  mkdirSync(core, { recursive: true });
  const wasm = path.join(core, "core.wasm");
  if (name === "kasir") glueForPages(bound, core, wasm);
  else glueForServers(name, bound, core, wasm);
  writeFileSync(path.join(core, "bytes.js"), `export const bytes =\n  "${spelled(readFileSync(wasm))}";\n`);
  writeFileSync(path.join(core, "bytes.d.ts"), "/** The WebAssembly module for consumers that fetch nothing, a character each byte. */\nexport declare const bytes: string;\n");
}

/**
 * Bytes as a JavaScript text of plain ASCII, whatever a page says its characters are. Compressed it is a sixth smaller
 * than base64, which hides from the compression where bytes repeat one another.
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

// Binaryen's types leave out the view of a function that lets its body be replaced.
const { Function: functions } = binaryen as unknown as { Function: { setBody(body: number, code: number): void } };

/** A name without what it is instantiated with: dropping a result that could hold a fault runs all the same. */
function ownName(name: string): string {
  const shorter = name.replace(/(?<=[\w:])<[^<>]*>/g, "");
  return shorter === name ? name : ownName(shorter);
}

/** Leaves a trap of every body that never runs, so that the optimiser drops what those alone call. */
function silenced(bound: string): string {
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

/** The module with its functions beside their likes: named by their places there, they are sorted by their names. */
function amongLikes(wasm: Uint8Array): binaryen.Module {
  const module = binaryen.readBinary(wasm);
  const text = module.emitText();
  const names = [...text.matchAll(/\n \(func \$("[^"]*"|[^\s)]+)/g)].map(([, name = ""]) => name);
  const places = new Map(byLikeness(bodies(wasm)).map((index, place) => [names[index], String(place).padStart(4, "0")]));
  const ordered = binaryen.parseText(text.replace(/\$(?:"([^"]*)"|[^\s()"]+)/g, (whole, quoted: string | undefined) => {
    const place = places.get(whole.slice(1));
    return place === undefined ? whole : `$"${place} ${quoted ?? whole.slice(1)}"`;
  }));
  ordered.setFeatures(module.getFeatures());
  ordered.runPasses(["reorder-functions-by-name"]);
  return ordered;
}

/**
 * An order in which each body follows the one that it is most like: a compressor says again cheaply what it has said just
 * before. What is like what can be measured in several ways, and the compressor tells which is best.
 */
function byLikeness(bodies: Uint8Array[]): number[] {
  const orders = [4, 5, 6].flatMap((run) => [5, 10, 20, 40, 60, 80, 100].map((small) => chain(bodies, run, small)));
  const compressed = orders.map((order) => brotliCompressSync(Buffer.concat(order.map((index) => bodies[index] ?? new Uint8Array()))).length);
  return orders[compressed.indexOf(Math.min(...compressed))] ?? [];
}

/** Likeness is how many of both bodies' runs of so many bytes stand in either; that of `small` bodies counts for little. */
function chain(bodies: Uint8Array[], run: number, small: number): number[] {
  const left = new Map(bodies.map((body, index) => {
    const text = Buffer.from(body).toString("latin1");
    return [index, new Set(Array.from({ length: Math.max(0, text.length - run + 1) }, (_, at) => text.slice(at, at + run)))];
  }));
  const order: number[] = [];
  let [last, next] = [new Set<string>(), bodies.indexOf(bodies.reduce((one, other) => (other.length > one.length ? other : one)))];
  while (left.size > 0) {
    last = left.get(next) ?? last;
    order.push(next);
    left.delete(next);
    let most = -1;
    for (const [index, runs] of left) {
      let shared = 0;
      for (const one of runs) if (last.has(one)) shared += 1;
      const likeness = shared / (last.size + runs.size - shared + small);
      if (likeness > most) [most, next] = [likeness, index];
    }
  }
  return order;
}

/** The functions' bodies in their order. */
function bodies(wasm: Uint8Array): Uint8Array[] {
  let at = 8;
  const number = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  for (const CODE = 10; at < wasm.length; ) {
    const id = wasm[at++];
    const size = number();
    if (id === CODE) {
      return Array.from({ length: number() }, () => {
        const length = number();
        return wasm.subarray(at, (at += length));
      });
    }
    at += size;
  }
  throw new Error("the module has no code");
}

/**
 * The glue copies a text letter by letter up to the first one beyond ASCII. The browser's own encoder copies all of it
 * at once, 60 times faster on a booking of 500 passengers, and tells by `read` how far the memory went.
 */
const PASS = `function passStringToWasm0(arg, malloc, realloc) {
    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;
    const fill = (from, at) => cachedTextEncoder.encodeInto(arg.slice(from), getUint8ArrayMemory0().subarray(ptr + at, ptr + len));
    let { read, written } = fill(0, 0);
    if (read < arg.length) {
        ptr = realloc(ptr, len, len = written + (arg.length - read) * 3, 1) >>> 0;
        written += fill(read, written).written;
        ptr = realloc(ptr, len, written, 1) >>> 0;
    }
    WASM_VECTOR_LEN = written;
    return ptr;
}`;

function written(glue: string): string {
  const found = /function passStringToWasm0\(arg, malloc, realloc\) \{[^]*?\n\}/;
  if (!found.test(glue)) throw new Error("the glue passes its texts in another way now");
  return glue.replace(found, () => PASS);
}

/** The glue's views of an instance's memory, which another instance has anew. */
function memories(glue: string): string[] {
  const names = [...glue.matchAll(/^let (cached\w+Memory0) = null;$/gm)].map(([, name = ""]) => name);
  if (names.length === 0) throw new Error("the glue keeps no view of the memory any more");
  return names;
}

/**
 * What the glue leaves to its bundler; binaryen calls the one module of all imports `a`. Short names link with any
 * module, an older one from a cache among them, so the module carries a print of both files as an empty section's name.
 */
const start = (imports: [string, string, string][], memories: string[], print: string): string => `
export function start(module) {
    if (!WebAssembly.Module.customSections(module, "${print}").length) throw new Error("not the module of this script");
    const imports = { ${imports.map(([, long, short]) => `${short}: ${long}`).join(", ")} };
    wasm = new WebAssembly.Instance(module, { a: imports }).exports;
    ${memories.map((name) => `${name} = null;`).join(" ")}
    wasm.__wbindgen_start();
}
`;

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
} satisfies BuildOptions;

/** The page's package: each entry one minified file, since every byte and every request delays the form. */
async function bundleForPages(source: string, dist: string): Promise<void> {
  await build({
    ...shared,
    entryPoints: ["index.ts", "web.ts", "elements.ts"].map((entry) => path.join(source, entry)),
    outdir: dist,
    platform: "neutral",
    minify: true,
  });
  for (const entry of readdirSync(dist).filter((file) => file.endsWith(".js"))) {
    const file = path.join(dist, entry);
    writeFileSync(file, (await minified(readFileSync(file, "utf8"))).script);
  }
  cpSync(path.join(source, "core/core.wasm"), path.join(dist, "core.wasm"));
}

/** The hook's package: readable files, since an integrator steps through them; its dependencies stay imports. */
async function bundleForServers(source: string, dist: string, manifest: Manifest): Promise<void> {
  const entries = Object.values(manifest.exports)
    .map((target) => (typeof target === "string" ? target : target.default))
    .filter((target) => target.endsWith(".js"))
    .map((target) => path.join(source, target.replace(/^\.\/dist\//, "").replace(/\.js$/, ".ts")));
  await build({
    ...shared,
    entryPoints: entries,
    outbase: source,
    outdir: dist,
    platform: "node",
    packages: "external",
    splitting: true,
    sourcemap: true,
    chunkNames: "shared-[hash]",
  });
  for (const file of readdirSync(dist).filter((file) => file.endsWith(".js.map"))) leaveBytesOut(path.join(dist, file));
}

/** The embedded module is no source that anybody steps through, and would double the package. */
function leaveBytesOut(file: string): void {
  const map = JSON.parse(readFileSync(file, "utf8")) as { sources: string[]; sourcesContent: (string | null)[] };
  map.sourcesContent = map.sourcesContent.map((text, index) => (map.sources[index]?.endsWith("/core/bytes.js") ? null : text));
  writeFileSync(file, JSON.stringify(map));
}

/** Writes the declarations that the entries reach, and no others: what is internal stays out of the package. */
function declare(source: string, dist: string, manifest: Manifest): void {
  const scratch = path.join(root, "target", `${manifest.name}-declarations`);
  rmSync(scratch, { recursive: true, force: true });
  run("tsc", "-p", path.dirname(source), "--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--sourceMap", "false",
    "--outDir", scratch);
  const glue = "core/kasir.d.ts";
  mkdirSync(path.join(scratch, "core"), { recursive: true });
  cpSync(path.join(source, glue), path.join(scratch, glue));

  const entries = Object.values(manifest.exports).flatMap((target) => (typeof target === "object" && target.types ? [target.types] : []));
  const reached = new Set(entries.map((entry) => entry.replace(/^\.\/dist\//, "")));
  for (const file of reached) {
    // tsc leaves the `.ts` of relative imports as it stands, which a consumer's tsc would refuse.
    const text = readFileSync(path.join(scratch, file), "utf8").replace(RELATIVE_IMPORT, "$1.js$2");
    for (const [, specifier] of text.matchAll(/["'](\.{1,2}\/[^"']+)\.js["']/g)) {
      reached.add(path.posix.join(path.posix.dirname(file), `${specifier}.d.ts`));
    }
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    writeFileSync(path.join(dist, file), text);
  }
}

const RELATIVE_IMPORT = /((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+)\.ts(["'])/g;

async function packageUp(name: string): Promise<void> {
  const template = path.join(root, "pkg-template", name);
  const source = path.join(template, "src");
  const pack = path.join(root, "pkg", name);
  const dist = path.join(pack, "dist");
  const manifest = JSON.parse(readFileSync(path.join(template, "package.json"), "utf8")) as Manifest;

  rmSync(pack, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  declare(source, dist, manifest);
  if (name === "kasir") await bundleForPages(source, dist);
  else await bundleForServers(source, dist, manifest);

  const own = path.join(template, "README.md");
  cpSync(existsSync(own) ? own : path.join(root, "README.md"), path.join(pack, "README.md"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(path.join(root, licence), path.join(pack, licence));
  for (const extra of manifest.files.filter((file) => existsSync(path.join(template, file)))) {
    cpSync(path.join(template, extra), path.join(pack, extra), { recursive: true });
  }
  // Last: the manifest is what make compares with the sources, so an interrupted run leaves none.
  writeFileSync(path.join(pack, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  report(name, dist);
}

function report(name: string, dist: string): void {
  const bytes = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(path.join(dist, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  console.log(`pkg/${name}: ${Math.round(bytes / 1024)} KiB in dist`);
}

const [command, name] = process.argv.slice(2);
if (name !== "kasir" && name !== "kasir-hook") throw new Error("usage: build.ts glue|package kasir|kasir-hook");
if (command === "glue") glue(name);
else if (command === "package") await packageUp(name);
else throw new Error(`no such command: ${command}`);
