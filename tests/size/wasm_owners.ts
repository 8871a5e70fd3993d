/**
 * Which source file every byte of the page's module comes from. Code goes by the names of its functions, which the
 * packager leaves in another file; data by the texts that stand in the sources.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { bodies, leb, section, sections } from "../../pkg-template/build/sections.ts";

const root = path.resolve(import.meta.dirname, "../..");
const TABLES = "numbers and addresses in the data";
const FRAME = "types, imports and tables";

/** The same module with its names, which the packager leaves: the code has to be the published one, byte for byte. */
function namedLike(wasm: Uint8Array): Uint8Array {
  const named = readFileSync(path.join(root, "target/kasir-bound/named.wasm"));
  const code = (of: Uint8Array): Buffer => Buffer.from(of.subarray(section(of, 10).start, section(of, 10).end));
  if (!code(named).equals(code(wasm))) throw new Error("the module with names is not of the published one: make package writes both");
  return named;
}

/** The names of the functions, by their numbers, imports counted. */
function names(named: Uint8Array): Map<number, string> {
  const text = (start: number, end: number): string => Buffer.from(named.subarray(start, end)).toString();
  const found = new Map<number, string>();
  for (const { id, start, end } of sections(named)) {
    if (id !== 0) continue;
    const [length, title] = leb(named, start);
    if (text(title, title + length) !== "name") continue;
    for (let at = title + length; at < end; ) {
      const [size, inside] = leb(named, at + 1);
      if (named[at] === 1) {
        let [count, next] = leb(named, inside);
        for (; count > 0; count -= 1) {
          const [index, behind] = leb(named, next);
          const [letters, first] = leb(named, behind);
          found.set(index, text(first, first + letters));
          next = first + letters;
        }
      }
      at = inside + size;
    }
  }
  return found;
}

/** `kasir::rules::msisdn::judged` comes from src/rules/msisdn.rs, whatever it is instantiated with; the rest from a library. */
function sourceOf(name: string, files: ReadonlySet<string>): string {
  const own = /\bkasir((?:::\w+)+)/.exec(name)?.[1]?.split("::").slice(1) ?? [];
  for (let depth = own.length; depth > 0; depth -= 1) {
    const module = `src/${own.slice(0, depth).join("/")}`;
    for (const file of [`${module}.rs`, `${module}/mod.rs`]) if (files.has(file)) return file;
  }
  const library = /\b(core|alloc|std|serde\w*|talc|js_sys|elsa|getrandom|wasm_bindgen)\b/.exec(name)?.[1];
  if (library === "core" || library === "alloc" || library === "std") return "Rust's own library";
  return library ? `the crate ${library}` : "wasm-bindgen's own functions";
}

const UNESCAPED: Record<string, string> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

/** Every text of the sources with its file, the longest first, so that a short one does not claim a part of a long one. */
function literals(files: Iterable<string>): [text: string, file: string][] {
  const found: [string, string][] = [];
  for (const file of files) {
    const source = readFileSync(path.join(root, file), "utf8").replace(/^\s*\/\/.*$/gm, "");
    for (const [, written = ""] of source.matchAll(/"((?:[^"\\]|\\[^])*)"/g)) {
      const text = written
        .replace(/\\\n\s*/g, "")
        .replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
        .replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter);
      if (text.length > 2) found.push([Buffer.from(text).toString("latin1"), file]);
    }
  }
  return found.sort(([a], [b]) => b.length - a.length);
}

function claimTexts(wasm: Uint8Array, owners: string[], files: Iterable<string>): void {
  const { start, end } = section(wasm, 11);
  owners.fill(TABLES, start, end);
  const data = Buffer.from(wasm.subarray(start, end)).toString("latin1");
  for (const [text, file] of literals(files)) {
    for (let at = data.indexOf(text); at >= 0; at = data.indexOf(text, at + 1)) {
      for (let byte = start + at; byte < start + at + text.length; byte += 1) if (owners[byte] === TABLES) owners[byte] = file;
    }
  }
}

export function wasmOwners(wasm: Uint8Array): string[] {
  const files = new Set(globSync("src/**/*.rs", { cwd: root }));
  const owners = Array.from<string>({ length: wasm.length }).fill(FRAME);
  const named = names(namedLike(wasm));
  const starts = bodies(wasm);
  // Functions are all that it imports, and the numbers count them first.
  const [imported] = leb(wasm, section(wasm, 2).start);
  for (let body = 0; body + 1 < starts.length; body += 1) {
    owners.fill(sourceOf(named.get(body + imported) ?? "", files), starts[body], starts[body + 1]);
  }
  claimTexts(wasm, owners, files);
  return owners;
}
