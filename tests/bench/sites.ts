/** Two built sites with one form each, and the small server in front of them: minified, compressed, never cached. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

export interface Site {
  name: string;
  /** By their names; `index.html` is the page. */
  files: Map<string, Uint8Array>;
}

export interface Server {
  address(site: Site): string;
  close(): void;
}

const root = path.resolve(import.meta.dirname, "../..");
const TYPES: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm" };

/** The destination is too short. */
const FORM = `<form>
<label>Produk <input name="product_code" value="S10"></label>
<label>Nomor HP <input name="value" value="0812 345" inputmode="tel" autocomplete="tel-national"></label>
<label>Nomor pelanggan <input name="msidn" value="+62 812-3456-7890" inputmode="tel"></label>
<button>Beli pulsa 10.000</button>
</form>`;

const pageOf = (head: string, script: string): string =>
  `<!doctype html>\n<html lang="id">\n<meta charset="utf-8">\n<title>Pulsa</title>\n<link rel="icon" href="data:,">\n${head}${FORM}\n${script}\n`;

async function bundled(page: string): Promise<Uint8Array> {
  const entry = path.join(import.meta.dirname, "pages", `${page}.ts`);
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", target: "es2022", write: false });
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

/** A site whose one script is the bundle of that page; kasir's preloads its module, as the README advises. */
export async function siteOf(name: "kasir" | "valibot"): Promise<Site> {
  const script = '<script type="module" src="app.js"></script>';
  const files = new Map<string, Uint8Array>([["index.html", Buffer.from(pageOf("", script))], ["app.js", await bundled(name)]]);
  if (name === "kasir") {
    const preload = '<link rel="preload" href="core.wasm" as="fetch" type="application/wasm" crossorigin>\n';
    files.set("index.html", Buffer.from(pageOf(preload, script)));
    files.set("core.wasm", readFileSync(path.join(root, "pkg/kasir/dist/core.wasm")));
  }
  return { name, files };
}

export async function serve(sites: readonly Site[]): Promise<Server> {
  const answers = new Map<string, Uint8Array>();
  for (const { name, files } of sites) for (const [file, bytes] of files) answers.set(`/${name}/${file}`, brotliCompressSync(bytes));
  const server = createServer((request, response) => {
    const url = (request.url ?? "").replace(/\/$/, "/index.html");
    const body = answers.get(url);
    if (!body) return void response.writeHead(404).end();
    const type = TYPES[path.extname(url).slice(1)] ?? "";
    response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Content-Length": body.length, "Cache-Control": "no-store" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: ({ name }) => `http://127.0.0.1:${port}/${name}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
