/** The scripts of a package. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type BuildOptions } from "esbuild";
import type { Manifest } from "./manifest.ts";
import { minified } from "./minified.ts";
import { root } from "./tools.ts";

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
export async function bundleForPages(source: string, dist: string): Promise<void> {
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
export async function bundleForServers(source: string, dist: string, manifest: Manifest): Promise<void> {
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
