/**
 * `make size`: the bytes that a page loads, as a server sends them, the same for the peers of the bench, and where the
 * page's bytes go. Fails above the ceilings that the README's figures promise.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minified } from "../../pkg-template/build/minified.ts";
import { brotli, partsOf, printParts } from "./parts.ts";
import { scriptOwners } from "./script_owners.ts";
import { wasmOwners } from "./wasm_owners.ts";

type Sizes = { raw: number; gzip: number; brotli: number };

const root = path.resolve(import.meta.dirname, "../..");
const dist = (file: string): Buffer => readFileSync(path.join(root, "pkg/kasir/dist", file));
/** What a row of its own is not worth, in bytes. */
const SMALL = 60;

async function sizesOf(...files: Uint8Array[]): Promise<Sizes> {
  const sizes: Sizes = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    sizes.raw += file.length;
    sizes.gzip += gzipSync(file, { level: 9 }).length;
    sizes.brotli += await brotli(file);
  }
  return sizes;
}

async function bundled(contender: string): Promise<Uint8Array> {
  const entry = path.join(root, "tests/bench/contenders", `${contender}.ts`);
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", target: "es2022", write: false });
  return Buffer.from((await minified(result.outputFiles[0]?.text ?? "")).script);
}

/** The most bytes that the README allows each entry. */
function ceilings(): Map<string, number> {
  const promises = readFileSync(path.join(root, "README.md"), "utf8").matchAll(/at most ([\d.]+) KB brotli at\s+`([^`]+)`/g);
  const found = new Map([...promises].map(([, kilobytes, entry = ""]) => [entry, Number(kilobytes) * 1000]));
  if (!found.has("./web")) throw new Error("README.md promises no ceiling: its figures need the words: at most N KB brotli at `./web`");
  return found;
}

const [script, wasm] = [dist("web.js"), dist("core.wasm")];
const entries = new Map([
  ["./web", await sizesOf(script, wasm)], [".", await sizesOf(dist("index.js"))], ["./elements", await sizesOf(dist("elements.js"))],
]);
const rows: [string, Sizes | undefined][] = [
  ["`./web`: script", await sizesOf(script)],
  ["`./web`: WASM", await sizesOf(wasm)],
  ["**`./web`: together**", entries.get("./web")],
  ["`.`: one script, bytes embedded", entries.get(".")],
  ["`./elements`: besides one of them", entries.get("./elements")],
  ["zod + libphonenumber-js, three operations", await sizesOf(await bundled("zod"))],
  ["valibot + libphonenumber-js, three operations", await sizesOf(await bundled("valibot"))],
  ["ajv + hand-written, three operations", await sizesOf(await bundled("ajv"))],
];

console.log("| what a page loads, bytes | raw | gzip -9 | brotli 11 |\n|---|---:|---:|---:|");
for (const [name, sizes] of rows) {
  const cells = [sizes?.raw, sizes?.gzip, sizes?.brotli].map((bytes) => bytes?.toLocaleString("en-US"));
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
printParts("web.js", await partsOf(script, await scriptOwners(script)), SMALL);
printParts("core.wasm", await partsOf(wasm, wasmOwners(wasm)), SMALL);

console.log();
for (const [entry, limit] of ceilings()) {
  const bytes = entries.get(entry)?.brotli;
  if (bytes === undefined) throw new Error(`README.md promises a ceiling of ${entry}, which no page loads`);
  console.log(`${entry} is ${bytes <= limit ? "within" : "ABOVE"} the README's ceiling of ${limit.toLocaleString("en-US")} bytes brotli`);
  if (bytes > limit) process.exitCode = 1;
}
