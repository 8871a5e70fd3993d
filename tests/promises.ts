/** What the packages promise to their users, each checked on the files that npm would publish. Run by `make lint`. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const packages = ["kasir", "kasir-hook"] as const;
type Package = (typeof packages)[number];

const at = (name: Package, file: string): string => path.join(root, "pkg", name, file);
const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest = (name: Package) => json(at(name, "package.json"));
const dist = (name: Package, ending: RegExp): string[] =>
  readdirSync(at(name, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => ending.test(file)).map((file) => at(name, `dist/${file}`));

/** The page's bytes as text: WASM keeps its strings readable, and so does the glue. */
const pageBytes = (): string =>
  dist("kasir", /\.(js|wasm)$/).filter((file) => !file.endsWith("index.js")).map((file) => readFileSync(file, "latin1")).join("\n");

test("kasir has no dependency of any kind", () => {
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies"]) {
    assert.equal(manifest("kasir")[kind], undefined, kind);
  }
});

test("kasir-hook depends on exactly the versions that are tested here", () => {
  const pinned = json(path.join(root, "package.json")).devDependencies;
  for (const [name, version] of Object.entries(manifest("kasir-hook").dependencies ?? {})) assert.equal(version, pinned[name], name);
});

test("kasir-hook imports its dependencies and node's own modules, and nothing else", async () => {
  const { metafile } = await build({
    entryPoints: dist("kasir-hook", /\.js$/), bundle: true, packages: "external", platform: "node", format: "esm", outdir: "unwritten", write: false, metafile: true,
  });
  const scripts = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map((imported) => imported.path));
  const types = dist("kasir-hook", /\.d\.ts$/).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/from "([^."][^"]*)"/g)].map(([, from = ""]) => from));
  const names = [...scripts, ...types].filter((from) => !from.startsWith("node:")).map((from) => from.split("/", from.startsWith("@") ? 2 : 1).join("/"));
  assert.deepEqual([...new Set(names)].sort(), Object.keys(manifest("kasir-hook").dependencies).sort());
});

for (const name of packages) {
  test(`${name} runs nothing when it is installed`, () => {
    assert.equal(manifest(name).scripts, undefined);
    assert.equal(manifest(name).bin, undefined);
  });

  test(`${name} publishes the files of its list and no other`, () => {
    const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--silent", `./pkg/${name}`], { cwd: root, encoding: "utf8" }));
    const files = packed.files.map((file: { path: string }) => file.path);
    const allowed = /^(package\.json|(README|HOOK|CHANGELOG)\.md|LICENSE-(MIT|APACHE)|dist\/[\w./-]+\.(d\.ts|js|js\.map|wasm))$/;
    assert.deepEqual(files.filter((file: string) => !allowed.test(file)), []);
    for (const file of ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "package.json"]) assert.ok(files.includes(file), file);
  });

  test(`${name} is an ES module only, with types first and engines named`, () => {
    const { type, sideEffects, engines, exports } = manifest(name);
    assert.deepEqual({ type, sideEffects }, { type: "module", sideEffects: false });
    assert.match(engines.node, /^>=(20\.19|22\.13)$/);
    for (const target of Object.values<string | Record<string, string>>(exports)) {
      if (typeof target === "object") assert.equal(Object.keys(target)[0], "types");
    }
  });

  test(`${name} shows no any in its types`, () => {
    const declarations = dist(name, /\.d\.ts$/).filter((file) => !file.endsWith("core/kasir.d.ts"));
    for (const file of declarations) assert.doesNotMatch(readFileSync(file, "utf8"), /[:<|,]\s*any\b/, path.relative(root, file));
  });

  test(`${name} says nothing when it is imported, without window, document or WebAssembly`, () => {
    const entries = Object.entries(manifest(name).exports).filter(([, target]) => typeof target === "object").map(([entry]) => entry.replace(/^\./, name));
    const script = `delete globalThis.WebAssembly; delete globalThis.navigator;
      for (const entry of ${JSON.stringify(entries)}) await import(entry);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root, encoding: "utf8" });
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
  });
}

test("a page that imports kasir and calls nothing carries nothing", async () => {
  for (const [entry, name] of [["kasir", "load"], ["kasir/web", "load"], ["kasir/elements", "defineElements"]]) {
    const stdin = { contents: `import { ${name} } from "${entry}";`, resolveDir: root };
    const result = await build({ stdin, bundle: true, minify: true, format: "esm", write: false, logLevel: "silent" });
    assert.equal(result.outputFiles[0]?.text.trim() ?? "", "");
  }
});

test("on a server the elements are defined by nobody, and that is no fault", () => {
  const script = `const { defineElements } = await import("kasir/elements"); console.log(defineElements({}));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root, encoding: "utf8" });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "undefined\n", stderr: "" });
});

test("the elements bring no copy of what they stand on", async () => {
  const elements = readFileSync(at("kasir", "dist/elements.js"), "utf8");
  assert.doesNotMatch(elements, /\bimport\b|WebAssembly|ERR_TRAP|\.wasm/);
  const own = `import { defineElements } from "kasir/elements"; import { bindForm, load } from "kasir/web";`;
  const bundle = async (use: string): Promise<string> => {
    const stdin = { contents: own + use, resolveDir: root };
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false, loader: { ".wasm": "empty" }, logLevel: "silent" });
    return outputFiles[0]?.text ?? "";
  };
  const [alone, both] = [await bundle("globalThis.own = { load, bindForm };"), await bundle("defineElements({ load, bindForm });")];
  assert.ok(alone.length > 5000, "the library is in it");
  // What a bundler needs to name things that stood in two files.
  const names = 100;
  assert.ok(both.length < alone.length + elements.length + names, `${both.length} is more than ${alone.length} and ${elements.length}`);
  assert.equal(both.split("wasm-unsafe-eval").length, alone.split("wasm-unsafe-eval").length);
});

test("the page's bytes hold no key, no secret's name and no module of the server", () => {
  const bytes = pageBytes();
  for (const word of ["-----BEGIN", "PRIVATE KEY", "client_secret", "clientSecret", "client_key", "access_token", "kasir-hook", "node:", "HMAC"]) {
    assert.ok(!bytes.includes(word), word);
  }
});

test("the page's bytes hold none of the hook build's operations", () => {
  const bytes = pageBytes();
  for (const word of ["transaction_detail", "transaction_history", "purchase_step", "purchaseStep", "judge_lookup", "judgeLookup"]) {
    assert.ok(!bytes.includes(word), word);
  }
  const hookWasm = readFileSync(path.join(root, "pkg-template/kasir-hook/src/core/core.wasm"), "latin1");
  assert.ok(hookWasm.includes("transaction_detail"), "the same search finds the word where it has to be");
});
