// Pages and files: HTML with its sentences and kasir's words for the fields filled in, one Content-Security-Policy, and the built
// package under /kasir-npm/.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, load, type OperationId } from "kasir";
import en from "../sentences/en.js";
import id from "../sentences/id.js";
import type { Sentences } from "../sentences/sentences.d.ts";

export type Language = "id" | "en";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../pkg/kasir/dist", import.meta.url));
const SENTENCES: Record<Language, Sentences> = { id, en };
const PAGES = new Set(["index", "topup", "wallet", "electricity", "attraction", "bus", "margin", "orders"]);
/** What the form of a page asks for; of the wallets, the one that stands first, until another is chosen. */
const FORMS: Record<string, { operation: OperationId; context?: Context }> = {
  topup: { operation: "klikoo.product_buy", context: { product: { kind: "pulsa" } } },
  wallet: { operation: "klikoo.product_buy", context: { product: { kind: "ovo" } } },
  attraction: { operation: "klikoo.attraction_buy" },
  bus: { operation: "klikoo.transport_block_seat" },
  margin: { operation: "netzme.percentage_product" },
};
const PLAIN_PATH = /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*(?:\.[a-z0-9]+)+$/i;
const FOLDERS = /^\/(scripts|styles|sentences|images)\//;
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const IMPORT_MAP = JSON.stringify({ imports: { "kasir/web": "/kasir-npm/web.js", "kasir/elements": "/kasir-npm/elements.js" } });
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${createHash("sha256").update(IMPORT_MAP).digest("base64")}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const COMMON_HEADERS = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-cache" };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

function sentence(all: Sentences, key: string): string {
  let at: string | Sentences | undefined = all;
  for (const step of key.split(".")) at = typeof at === "object" ? at[step] : undefined;
  if (typeof at !== "string") throw new Error(`no sentence ${key}`);
  return at;
}

/** `{{label buyer_first_name}}` and `{{help email}}` are what kasir calls a field and says of it. */
async function fillFields(template: string, name: string, language: Language): Promise<string> {
  const { operation, context } = FORMS[name] ?? {};
  if (operation === undefined) return template;
  const fields = (await load()).fields(operation, { language, ...(context && { context }) });
  return template.replace(/\{\{(label|help) ([\w.]+)\}\}/g, (_, word: "label" | "help", name: string) => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`no field ${name}`);
    return escape(field[word]);
  });
}

function fill(template: string, language: Language): string {
  return template.replace(/\{\{([a-z_.]+)\}\}/g, (_, key: string) => escape(sentence(SENTENCES[language], key)));
}

export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (asked === "id" || asked === "en") return asked;
  return /(?:^|;\s*)lang=en(?:;|$)/.test(request.headers.get("cookie") ?? "") ? "en" : "id";
}

async function page(name: string, language: Language): Promise<string> {
  const files = ["layout", name, "till", "panel"].map((file) => readFile(join(HERE, "pages", `${file}.html`), "utf8"));
  const [layout = "", main = "", till = "", panel = ""] = await Promise.all(files);
  const here = name === "index" ? "/" : `/${name}`;
  const whole = layout.replace("[[main]]", () => main).replace("[[till]]", () => till).replace("[[panel]]", () => panel);
  return fill(await fillFields(whole, name, language), language)
    .replace("[[import_map]]", () => IMPORT_MAP)
    .replace("[[title]]", () => escape(sentence(SENTENCES[language], `${name}.title`)))
    .replaceAll("[[language]]", language)
    .replaceAll("[[page]]", name)
    .replaceAll("[[here]]", here)
    .replace(` href="${here}" data-nav`, ` href="${here}" aria-current="page"`)
    .replace(` hreflang="${language}"`, ` hreflang="${language}" aria-current="true"`);
}

async function file(folder: string, path: string): Promise<Response | null> {
  const type = TYPES[extname(path)];
  if (type === undefined || !PLAIN_PATH.test(path)) return null;
  const bytes = await readFile(join(folder, path)).catch(() => null);
  return bytes === null ? null : new Response(bytes, { headers: { ...COMMON_HEADERS, "Content-Type": type } });
}

/** A page, a file, or null where there is none. `cookie` goes out with pages only. */
export async function servePage(request: Request, cookie: string | null): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (pathname.startsWith("/kasir-npm/")) return file(PACKAGE, pathname.slice("/kasir-npm/".length));
  if (FOLDERS.test(pathname)) return file(HERE, pathname.slice(1));
  const name = pathname === "/" ? "index" : pathname.slice(1);
  if (!PAGES.has(name)) return null;
  const language = languageOf(request);
  const headers = new Headers({ ...COMMON_HEADERS, "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CONTENT_SECURITY_POLICY });
  if (cookie !== null) headers.append("Set-Cookie", cookie);
  headers.append("Set-Cookie", `lang=${language}; Path=/; SameSite=Lax`);
  return new Response(await page(name, language), { headers });
}
