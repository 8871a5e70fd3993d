/**
 * The packages as their users meet them: packed, installed from the tarballs into an empty project, and run by Node,
 * by bundlers and by a plain page under a strict Content-Security-Policy.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { build } from "esbuild";
import { build as buildByVite } from "vite";
import { closeBrowser, shownBy } from "./page.ts";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(path.join(os.tmpdir(), "kasir-consumers-"));
const inScratch = (...parts: string[]): string => path.join(scratch, ...parts);
const NO_EVAL = "default-src 'none'; script-src 'self'";
const EMBEDDED = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const FETCHED = `${EMBEDDED}; connect-src 'self'`;

const EXPECTED = {
  body:
    '{"amount":"20500","msidn":"081234567890","partner_reference_id":"6d654219-d9b7-4e1a-8b51-99a5cafb11cb",' +
    '"product_code":"TSEL20","selling_price":"21000","value":"081234567890"}',
  refused: [["amount"]],
};

before(async () => {
  cpSync(path.join(import.meta.dirname, "project"), scratch, { recursive: true });
  const packed = await run("npm", ["pack", "--silent", "--pack-destination", scratch, "./pkg/kasir", "./pkg/kasir-hook"], { cwd: root });
  const tarballs = packed.stdout.trim().split("\n").map((file) => `./${file}`);
  await run("npm", ["install", "--silent", "--no-fund", "--no-audit", "--prefer-offline", ...tarballs], { cwd: scratch });
});

after(async () => {
  await closeBrowser();
  rmSync(scratch, { recursive: true, force: true });
});

async function printed(node: string, file: string): Promise<unknown> {
  const { stdout, stderr } = await run(node, [file], { cwd: scratch });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const oldestNode = (): string => {
  const node = process.env["NODE_OLDEST"];
  assert.ok(node, "NODE_OLDEST names a Node 20; make test sets it");
  return node;
};

test("the oldest Node imports the package", async () => {
  assert.deepEqual(await printed(oldestNode(), "embedded.js"), EXPECTED);
});

test("the oldest Node requires the package from CommonJS", async () => {
  assert.deepEqual(await printed(oldestNode(), "required.cjs"), EXPECTED);
});

test("the current Node imports the package", async () => {
  assert.deepEqual(await printed(process.execPath, "embedded.js"), EXPECTED);
});

test("the current Node requires the package from CommonJS", async () => {
  assert.deepEqual(await printed(process.execPath, "required.cjs"), EXPECTED);
});

test("the hook's entries import and answer", async () => {
  assert.deepEqual(await printed(process.execPath, "hook.js"), { status: 401, code: "signed_out", adapters: true });
});

test("a plain page loads ./web under a strict policy", async () => {
  assert.deepEqual(JSON.parse(await shownBy({ folder: scratch, script: "/plain.js", policy: FETCHED })), EXPECTED);
});

test("a page whose policy forbids WebAssembly gets a code, not a broken script", async () => {
  const policy = `${NO_EVAL}; connect-src 'self'`;
  assert.equal(await shownBy({ folder: scratch, script: "/plain.js", policy }), "ERR_WASM_UNAVAILABLE");
});

test("esbuild bundles the embedded entry into one file that fetches nothing", async () => {
  const outfile = inScratch("bundled", "bundle.js");
  await build({ entryPoints: [inScratch("embedded-page.js")], bundle: true, minify: true, format: "esm", outfile, logLevel: "warning" });
  assert.deepEqual(readdirSync(inScratch("bundled")), ["bundle.js"]);
  assert.deepEqual(JSON.parse(await shownBy({ folder: inScratch("bundled"), script: "/bundle.js", policy: EMBEDDED })), EXPECTED);
});

for (const [entry, policy, modules] of [["embedded", EMBEDDED, 0], ["web", FETCHED, 1], ["elements", FETCHED, 1]] as const) {
  test(`Vite builds the ${entry} entry with ${modules} WASM files beside it`, async () => {
    const outDir = inScratch(`vite-${entry}`);
    await buildByVite({ root: scratch, logLevel: "error", build: { outDir, rolldownOptions: { input: inScratch(`${entry}.html`) } } });
    assert.equal(readdirSync(path.join(outDir, "assets")).filter((file) => file.endsWith(".wasm")).length, modules);
    assert.deepEqual(JSON.parse(await shownBy({ folder: outDir, page: `/${entry}.html`, policy })), EXPECTED);
  });
}

for (const resolution of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
  test(`a strict TypeScript consumer compiles with ${resolution.at(-1)}`, async () => {
    await run(path.join(root, "node_modules/.bin/tsc"), ["-p", scratch, ...resolution]).catch((fault: { stdout: string }) => {
      assert.fail(fault.stdout);
    });
  });
}
