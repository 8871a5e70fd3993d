/** The types of a package. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Manifest } from "./manifest.ts";
import { root, run } from "./tools.ts";

/** Writes the declarations that the entries reach, and no others: what is internal stays out of the package. */
export function declare(source: string, dist: string, manifest: Manifest): void {
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
