/** The forms of this folder behind a server as strict as a shop's, in a real Chromium. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after } from "node:test";
import type { Locator, Page } from "playwright-core";
import { launchChromium, listenTo } from "../chromium.ts";

const here = import.meta.dirname;
const dist = path.resolve(here, "../../../pkg/kasir/dist");
const TYPES: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; form-action 'self'";

/** What the scripts of this folder put into the page for the tests. */
export interface Told {
  sent: Record<string, unknown>[];
  changes: object[];
  advice: { code: string; name: string }[];
  faults: string[];
}

export interface Site {
  /** A page in a context of its own; `policy` instead of the usual one, and `waits` for a module that takes its time. */
  visit(address: string, options?: { policy?: string; waits?: boolean }): Promise<Visit>;
}

export interface Visit {
  page: Page;
  /** What the console said beyond logs, and what was thrown. */
  complaints: string[];
  /** Lets the module through that a page of `waits` asked for. */
  letThrough(): void;
}

/** The site of a file's tests, which is there while they run. */
export function siteForTests(): Site {
  const opened = openSite();
  after(async () => (await opened).close());
  return { visit: async (...given) => (await opened).visit(...given) };
}

async function openSite(): Promise<Site & { close(): Promise<void> }> {
  let policy = POLICY;
  let held: Promise<void> = Promise.resolve();
  const answer = async ({ url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(url, "http://shop");
    const [, folder, file = ""] = /^\/(kasir|forms)\/([\w.]+)$/.exec(pathname) ?? [];
    response.setHeader("Content-Security-Policy", policy);
    if (pathname === "/sent") return void response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Terkirim</title>");
    if (!folder) return void response.writeHead(404).end();
    if (file === "core.wasm") await held;
    response.setHeader("Content-Type", TYPES[file.replace(/^.*\./, "")] ?? "text/plain");
    response.end(readFileSync(path.join(folder === "kasir" ? dist : here, file)));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchChromium();
  return {
    async visit(address, options = {}) {
      policy = options.policy ?? POLICY;
      let letThrough = (): void => undefined;
      held = options.waits ? new Promise((resolve) => (letThrough = resolve)) : Promise.resolve();
      const context = await browser.newContext({ locale: "id-ID" });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const complaints = listenTo(page);
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/forms/${address}`);
      return { page, complaints, letThrough };
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The form is checked from now on. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    try {
      return Boolean((globalThis as unknown as { bound: { read(): object } }).bound.read());
    } catch {
      return false;
    }
  });
}

/** Puts a form into the blank page and binds it. */
export async function bind(page: Page, markup: string, operation: string, options: object = {}): Promise<void> {
  await page.waitForFunction(() => "bind" in globalThis);
  await page.evaluate(([markup, operation, options]) => {
    (globalThis as unknown as { bind(...parts: unknown[]): void }).bind(markup, operation, options);
  }, [markup, operation, options] as const);
  await ready(page);
}

export const told = (page: Page): Promise<Told> => page.evaluate(() => (globalThis as unknown as { told: Told }).told);

/** The text of a control with its caret as `|`. */
export const shown = (control: Locator): Promise<string> =>
  control.evaluate((input: HTMLInputElement) => `${input.value.slice(0, input.selectionStart ?? 0)}|${input.value.slice(input.selectionEnd ?? 0)}`);
