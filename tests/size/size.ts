/**
 * `make size`: the bytes that a page loads, as a server sends them, and the same for the peers of the bench.
 * Fails above the ceiling that the README's figures promise.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

type Sizes = { raw: number; gzip: number; brotli: number };

const root = path.resolve(import.meta.dirname, "../..");
const dist = (file: string): Buffer => readFileSync(path.join(root, "pkg/kasir/dist", file));

function sizesOf(...files: Uint8Array[]): Sizes {
  const sum = (measure: (file: Uint8Array) => number): number => files.reduce((total, file) => total + measure(file), 0);
  return {
    raw: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length),
  };
}

async function bundled(contender: string): Promise<Uint8Array> {
  const entry = path.join(root, "tests/bench/contenders", `${contender}.ts`);
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", target: "es2022", write: false });
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

function ceiling(): number {
  const promise = /at most (\d+) KB brotli at `\.\/web`/.exec(readFileSync(path.join(root, "README.md"), "utf8"));
  if (promise === null) throw new Error("README.md promises no ceiling: its figures need the words: at most N KB brotli at `./web`");
  return Number(promise[1]) * 1000;
}

const web = sizesOf(dist("web.js"), dist("core.wasm"));
const rows: [string, Sizes][] = [
  ["`./web`: script", sizesOf(dist("web.js"))],
  ["`./web`: WASM", sizesOf(dist("core.wasm"))],
  ["**`./web`: together**", web],
  ["`.`: one script, bytes embedded", sizesOf(dist("index.js"))],
  ["zod + libphonenumber-js, two operations", sizesOf(await bundled("zod"))],
  ["valibot + libphonenumber-js, two operations", sizesOf(await bundled("valibot"))],
  ["ajv + hand-written, two operations", sizesOf(await bundled("ajv"))],
];

console.log("| what a page loads, bytes | raw | gzip -9 | brotli 11 |\n|---|---:|---:|---:|");
for (const [name, { raw, gzip, brotli }] of rows) {
  console.log(`| ${name} | ${[raw, gzip, brotli].map((bytes) => bytes.toLocaleString("en-US")).join(" | ")} |`);
}
const limit = ceiling();
const verdict = web.brotli <= limit ? "within" : "ABOVE";
console.log(`\n./web is ${verdict} the README's ceiling of ${limit.toLocaleString("en-US")} bytes brotli`);
process.exitCode = web.brotli <= limit ? 0 : 1;
