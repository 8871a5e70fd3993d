/** The README's examples, word for word: the pages in Chromium, the hook as a process of its own, the sandbox behind it. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { transformSync } from "esbuild";
import { load } from "kasir";
import { createSandbox, type Sandbox } from "kasir-hook/sandbox";
import { chromium, type Browser } from "playwright-core";
import { block, blocks } from "./readme_block.ts";

const root = path.resolve(import.meta.dirname, "..");

const page = block("page in 15 lines", "html");
const form = block("form of your own", "html");
const elements = block("Elements", "html");
const hook = block("hook in 20 lines", "ts|js");

/** The function that formats a control of a framework's, called by a page as the README says. */
const typing = `<input id="phone"><output></output><script type="module">
  import { load } from "/vendor/kasir/web.js";
  ${transformSync(blocks("ts").find(({ text }) => text.includes("formatAsYouType"))?.text ?? "", { loader: "ts" }).code}
  const [input, output, kasir] = [document.querySelector("input"), document.querySelector("output"), await load()];
  for (const kind of ["input", "compositionend"]) input.addEventListener(kind, (event) => { output.textContent = formatted(kasir, "msisdn", event) ?? ""; });
  input.dataset.ready = "";
</script>`;

const PAGES: Record<string, string> = { "/": page, "/form": form, "/elements": elements, "/typing": typing };

let sandbox: Sandbox;
let shop: Server;
let hookProcess: ChildProcess;
let hookPort: number;
let browser: Browser;
let folder: string;

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswered(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(socket.end() !== undefined)).once("error", () => resolve(false));
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("the hook of the README does not listen on PORT");
}

async function startHook(): Promise<void> {
  // Inside the repository, so that its imports find the packages by their names.
  mkdirSync(path.join(root, "target"), { recursive: true });
  folder = mkdtempSync(path.join(root, "target/readme-"));
  writeFileSync(path.join(folder, "hook.ts"), hook);
  hookPort = await freePort();
  const { baseUrl, clientId, clientSecret, privateKey } = sandbox.klikoo;
  const env = {
    ...process.env,
    PORT: String(hookPort), KLIKOO_URL: baseUrl, KLIKOO_CLIENT_ID: clientId, KLIKOO_CLIENT_SECRET: clientSecret, KLIKOO_PRIVATE_KEY: privateKey,
  };
  hookProcess = spawn(process.execPath, ["hook.ts"], { cwd: folder, env, stdio: ["ignore", "inherit", "inherit"] });
  await untilAnswered(hookPort);
}

function toHook(incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url, headers } = incoming;
  const passed = request({ host: "127.0.0.1", port: hookPort, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.once("error", () => response.writeHead(502).end());
  incoming.pipe(passed);
}

/** What any shop's server does: its page, the package's files, the hook below /kasir. */
function serveShop(incoming: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(incoming.url ?? "/", "http://shop");
  if (pathname.startsWith("/kasir/")) return toHook(incoming, response);
  const file = /^\/vendor\/kasir\/(web\.js|elements\.js|core\.wasm)$/.exec(pathname)?.[1];
  if (file !== undefined) {
    response.setHeader("Content-Type", file.endsWith(".wasm") ? "application/wasm" : "text/javascript");
    response.end(readFileSync(path.join(root, "pkg/kasir/dist", file)));
  } else if (pathname in PAGES) {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>README</title>${PAGES[pathname]}`);
  } else response.writeHead(404).end();
}

before(async () => {
  sandbox = await createSandbox();
  await startHook();
  shop = createServer(serveShop);
  await listening(shop);
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-quic"] });
});

after(async () => {
  await browser?.close();
  shop?.close();
  shop?.closeAllConnections();
  hookProcess?.kill();
  await sandbox?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What the page says, one after the other, until it says the last. */
async function buy(destination: string, last: string): Promise<string[]> {
  const tab = await browser.newPage();
  const faults: string[] = [];
  tab.on("pageerror", (fault) => faults.push(fault.message));
  await tab.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
  await tab.locator("input[name=value]").fill(destination);
  const said: string[] = [];
  await tab.exposeFunction("said", (text: string) => said.push(text));
  await tab.evaluate(`new MutationObserver(() => said(document.querySelector("output").textContent)).observe(document.querySelector("output"), { childList: true })`);
  await tab.locator("button").click();
  await tab.locator("output", { hasText: last }).waitFor({ timeout: 30_000 }).catch(() => assert.fail(`the page said ${said.join("; ")}: ${faults.join("; ")}`));
  await tab.close();
  return said;
}

const purchases = (): number[] => Object.values(sandbox.counts().purchasesPerReference);

interface Said {
  status: number;
  reference: string;
  body: { code?: string; state?: string };
}

/** What another page than the README's could ask of its hook. */
async function post(product_code: string): Promise<Said> {
  const reference = randomUUID();
  const response = await fetch(`http://127.0.0.1:${hookPort}/kasir/intents`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": reference },
    body: JSON.stringify({ operation: "klikoo.product_buy", input: { product_code, value: "081234990001" }, basket: `order-${reference}` }),
  });
  return { status: response.status, reference, body: (await response.json()) as Said["body"] };
}

test("the examples are as short as the README says", () => {
  assert.ok(page.trimEnd().split("\n").length <= 15, "the page has at most 15 lines");
  assert.ok(hook.trimEnd().split("\n").length <= 20, "the hook has at most 20 lines");
});

test("the hook's own README shows the same example", () => {
  assert.ok(readFileSync(path.join(root, "pkg-template/kasir-hook/README.md"), "utf8").includes(hook));
});

test("a mistyped number is told beside the form in kasir's own sentence, and nothing is bought", async () => {
  const kasir = await load();
  const sentence = kasir.message({ code: "msisdn.too_short", params: { min: 10 } }, "id");
  assert.match(sentence, /kurang angka/);
  assert.deepEqual(await buy("0812", sentence), [sentence]);
  assert.deepEqual(purchases(), []);
});

test("a good number is bought once and the buyer reads at once that it is under way, then that it succeeded", async () => {
  const kasir = await load();
  const pending = kasir.readResponse("klikoo.product_buy", { state: "pending" }, { language: "id" }).message;
  const { message, next } = kasir.readResponse("klikoo.product_buy", { state: "success" }, { language: "id" });
  assert.match(message, /berhasil/);
  const last = `${message} ${next.text}`;
  assert.deepEqual(await buy("0812 3456 7890", last), [pending, message, last]);
  assert.deepEqual(purchases(), [1]);
});

test("another product is refused and not bought, while a purchase that was made can be read", async () => {
  const refused = await post("S50");
  assert.deepEqual([refused.status, refused.body.code], [409, "sold_out"]);
  assert.deepEqual(purchases(), [1]);
  const sold = await post("S10");
  assert.deepEqual([sold.status, sold.body.state], [200, "success"]);
  assert.deepEqual(purchases(), [1, 1]);
  const read = await fetch(`http://127.0.0.1:${hookPort}/kasir/intents/${sold.reference}`);
  assert.deepEqual([read.status, ((await read.json()) as Said["body"]).state], [200, "success"]);
});

test("a form of one's own is formatted, told what is wrong and bought from", async () => {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/form`);
  const kasir = await load();
  await tab.locator("button").click();
  await tab.locator(".kasir-summary").waitFor();
  assert.equal(await tab.locator(".kasir-summary a").count(), 2);
  await tab.locator("[name=value]").focus();
  await tab.keyboard.type("081234567890");
  assert.equal(await tab.locator("[name=value]").inputValue(), "0812-3456-7890");
  assert.equal(await tab.locator("output").textContent(), "Telkomsel");
  await tab.locator("[type=radio]").check();
  await tab.locator("button").click();
  const { message } = kasir.readResponse("klikoo.product_buy", { state: "success" }, { language: "id" });
  await tab.locator("[role=status]", { hasText: message }).waitFor();
  assert.deepEqual(purchases(), [1, 1, 1]);
});

test("a form that is drawn is told what is wrong, buys and shows the receipt", async () => {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/elements`);
  const kasir = await load();
  await tab.getByRole("button", { name: "Beli pulsa 10.000" }).click();
  await tab.locator(".kasir-summary").waitFor();
  assert.equal(await tab.locator(".kasir-summary a").count(), 1);
  await tab.getByLabel("Nomor HP", { exact: true }).focus();
  await tab.keyboard.type("081234567890");
  assert.equal(await tab.locator("[name=value]").inputValue(), "0812-3456-7890");
  await tab.keyboard.press("Enter");
  const { message } = kasir.readResponse("klikoo.product_buy", { state: "success" }, { language: "id" });
  await tab.locator("kasir-receipt[data-state=success][role=status]", { hasText: message }).waitFor();
  assert.deepEqual(purchases(), [1, 1, 1, 1]);
});

test("a control of a framework's is formatted by the README's function: typed, deleted over a separator, pasted, composed", async () => {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/typing`);
  const input = tab.locator("input[data-ready]");
  await input.focus();
  const shown = async (): Promise<unknown> => input.evaluate((control: HTMLInputElement) => [control.value, control.selectionStart]);
  await tab.keyboard.type("08123456");
  assert.deepEqual(await shown(), ["0812-3456", 9]);
  assert.equal(await tab.locator("output").textContent(), "Telkomsel");
  for (let step = 0; step < 4; step += 1) await tab.keyboard.press("ArrowLeft");
  await tab.keyboard.press("Backspace");
  assert.deepEqual(await shown(), ["0813-456", 3]);
  await tab.keyboard.type("9");
  assert.deepEqual(await shown(), ["0819-3456", 4]);
  await tab.keyboard.press("Delete");
  assert.deepEqual(await shown(), ["0819-456", 5]);
  await input.selectText();
  await tab.keyboard.insertText("+62 (812) 3456.7890");
  assert.deepEqual(await shown(), ["+62 812-3456-7890", 17]);
  await input.selectText();
  const session = await tab.context().newCDPSession(tab);
  await session.send("Input.imeSetComposition", { text: "08123", selectionStart: 5, selectionEnd: 5 });
  assert.deepEqual(await shown(), ["08123", 5]);
  await session.send("Input.insertText", { text: "08123" });
  assert.deepEqual(await shown(), ["0812-3", 6]);
  // What the browser fills in elsewhere takes no focus.
  await tab.evaluate(() => {
    const control = document.querySelector("input") as HTMLInputElement;
    control.blur();
    control.value = "081234567890";
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
  assert.equal(await input.inputValue(), "0812-3456-7890");
  assert.equal(await tab.evaluate(() => document.activeElement?.localName), "body");
  await tab.close();
});
