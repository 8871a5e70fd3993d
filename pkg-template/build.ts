/**
 * The packager. `glue <package>` turns target/<package>.wasm into the files that the package's sources import from
 * ./core/; `package <package>` writes pkg/<package>, ready for `npm pack`.
 *
 * wasm-pack is not used here: one glue serves every consumer, embedded or fetched, and wasm-pack cannot lay out two
 * entries.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleForPages, bundleForServers } from "./build/bundles.ts";
import { declare } from "./build/declarations.ts";
import { glue } from "./build/glue.ts";
import type { Manifest } from "./build/manifest.ts";
import { root } from "./build/tools.ts";

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
