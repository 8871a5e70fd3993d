/** Which source file every byte of the page's script comes from, by the source map of the same bundle made again. */
import { SourceMap } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { minified } from "../../pkg-template/build/minified.ts";

const root = path.resolve(import.meta.dirname, "../..");

export async function scriptOwners(script: Uint8Array): Promise<string[]> {
  const result = await build({
    absWorkingDir: root, entryPoints: ["pkg-template/kasir/src/web.ts"], outdir: "unwritten", write: false, sourcemap: "external",
    bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", platform: "neutral",
  });
  const [map, again] = [".js.map", ".js"].map((ending) => result.outputFiles.find((file) => file.path.endsWith(`web${ending}`)));
  if (!map || !again) throw new Error("esbuild writes no source map any more");
  const last = await minified(again.text, map.text);
  if (!Buffer.from(last.script).equals(script)) throw new Error("tests/size bundles web.js otherwise than pkg-template/build/bundles.ts");
  const sources = new SourceMap(JSON.parse(last.map));
  const owners: string[] = [];
  for (const [row, line] of last.script.split(/(?<=\n)/).entries()) {
    for (let column = 0; column < line.length; column += 1) {
      const entry = sources.findEntry(row, column);
      const owner = "originalSource" in entry ? path.relative(root, path.resolve(root, "unwritten", entry.originalSource)) : "the bundle";
      for (let byte = Buffer.byteLength(line.charAt(column)); byte > 0; byte -= 1) owners.push(owner);
    }
  }
  return owners;
}
