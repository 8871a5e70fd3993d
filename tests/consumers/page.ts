/** Serves a folder with one Content-Security-Policy on 127.0.0.1 and reads what the page in Chromium shows. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";

type Visit = { folder: string; policy: string; script?: string; page?: string };

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

let browser: Promise<Browser> | undefined;

function launched(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser ??= chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

function serve({ folder, policy, script }: Visit): Promise<Server> {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? "/", "http://page").pathname;
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Content-Type", TYPES[path.extname(file)] ?? "text/html");
    if (file === "/") return response.end(`<!doctype html><title>kasir</title><output></output><script type="module" src="${script}"></script>`);
    try {
      return response.end(readFileSync(path.join(folder, path.normalize(file))));
    } catch {
      return response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function shownBy(visit: Visit): Promise<string> {
  const server = await serve(visit);
  const page = await (await launched()).newPage();
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (line) => faults.push(line.text()));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${visit.page ?? "/"}`);
    const output = page.locator("output:not(:empty)");
    await output.waitFor({ state: "attached", timeout: 15_000 }).catch(() => {
      throw new Error(`the page showed nothing: ${faults.join("; ")}`);
    });
    return (await output.textContent()) ?? "";
  } finally {
    await page.close();
    server.close();
  }
}
