/** Copies of the package that nobody has loaded yet: each import with another query is another module. */
import { readFileSync } from "node:fs";
import path from "node:path";

const dist = path.resolve(import.meta.dirname, "../../pkg/kasir/dist");

export type Package = typeof import("kasir");

let copies = 0;

export const fresh = (entry: "index" | "web" = "index"): Promise<Package> =>
  import(`${path.join(dist, entry)}.js?copy=${++copies}`) as Promise<Package>;

export const entryFile = path.join(dist, "index.js");
export const moduleBytes = (): Buffer<ArrayBuffer> => readFileSync(path.join(dist, "core.wasm"));
