import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { after, before, describe, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { fillAttraction, fillBus, fillElectricity, fillTopup, pay, signInAndFillMargin, VISITORS } from "./orders.ts";
import { openStage, stamp, type Stage } from "./stage.ts";

/** What must never reach a page: a name for the report, and the text. */
interface Secret {
  kind: string;
  text: string;
}

const SENT_HEADERS = ["authorization", "open-api-signature", "auth-signature", "x-signature", "x-authorization", "client-secret"];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

let stage: Stage;
const sent: Secret[] = [];
const balances = new Set<number>();

/** Every request of the hook to a provider passes here: its token and signatures are what a page must not see. */
function remember(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  for (const name of SENT_HEADERS) {
    const value = request.getHeader(name);
    if (typeof value === "string") sent.push({ kind: `header ${name}`, text: value.replace(/^Bearer /, "") });
  }
}

before(async () => {
  subscribe("http.client.request.start", remember);
  stage = await openStage();
});
after(async () => {
  unsubscribe("http.client.request.start", remember);
  await stage.close();
});

function pemLines(kind: string, pem: string): Secret[] {
  return pem.split("\n").filter((line) => line.length > 40 && !line.startsWith("-----")).map((text) => ({ kind, text }));
}

function secrets(): Secret[] {
  const { klikoo, netzme } = stage.demo.sandbox;
  return [
    { kind: "Klikoo client secret", text: klikoo.clientSecret },
    { kind: "Klikoo client id", text: klikoo.clientId },
    { kind: "Netzme client key", text: netzme.clientKey },
    { kind: "Netzme key pattern", text: netzme.clientKeyPattern },
    { kind: "a private key", text: "-----BEGIN" },
    ...pemLines("Klikoo private key", klikoo.privateKey),
    ...pemLines("Netzme private key", netzme.privateKey),
    ...sent,
  ];
}

function buyPrices(): number[] {
  const { products, attraction } = stage.demo.prices;
  return [...products.map(({ buy }) => buy).filter((buy) => buy !== null), ...[1, 2, 3].map((tickets) => attraction.buy * tickets), 61_379, 61_379 * 2];
}

function spellings({ text }: Secret): string[] {
  return [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text), Buffer.from(text).toString("base64").replace(/=+$/, "")];
}

function grouped(amount: number, separator: string): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** The kinds of secret that stand in what a page saw. */
function leaks(seen: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of seen) {
    for (const secret of secrets()) if (spellings(secret).some((spelling) => text.includes(spelling))) found.add(secret.kind);
    // A random reference or a moment may hold any digits.
    const figures = text.replace(UUID, "").replace(MOMENT, "");
    const shows = (amount: number) =>
      [String(amount), grouped(amount, "\\."), grouped(amount, ",")].some((spelling) => new RegExp(`(?<![\\d.,])${spelling}(?!\\d)`).test(figures));
    if (buyPrices().some(shows)) found.add("a buy price");
    if ([...balances].some(shows)) found.add("the balance");
  }
  return [...found];
}

/** Everything the pages of a context send, load and are answered. */
function watch(context: BrowserContext): () => Promise<string[]> {
  const seen: string[] = [];
  const loading: Promise<unknown>[] = [];
  context.on("request", (request) => {
    seen.push(request.url(), request.postData() ?? "");
    loading.push(request.allHeaders().then((headers) => seen.push(JSON.stringify(headers)), () => undefined));
  });
  context.on("response", (response) => {
    loading.push(response.allHeaders().then((headers) => seen.push(JSON.stringify(headers)), () => undefined));
    loading.push(response.body().then((bytes) => seen.push(bytes.toString("utf8"), bytes.toString("latin1")), () => undefined));
  });
  return async () => {
    await Promise.all(loading);
    return seen;
  };
}

const FLOWS = [
  { path: "/topup", state: "success", fill: fillTopup },
  { path: "/electricity", state: "success", fill: fillElectricity },
  { path: "/attraction", state: "success", fill: (page) => fillAttraction(page, VISITORS) },
  { path: "/bus", state: "held", fill: (page) => fillBus(page, ["5", "6"]) },
  { path: "/margin", state: "success", fill: signInAndFillMargin },
] satisfies { path: string; state: string; fill: typeof fillTopup }[];

describe("what a page sees", () => {
  for (const { path, state, fill } of FLOWS) {
    test(`${path} loads, sends and is answered nothing that is the merchant's own`, async () => {
      balances.add(stage.demo.sandbox.balance());
      const { page, context } = await stage.visit(path);
      const seen = watch(context);
      await page.reload();
      await page.locator("body[data-stage]").waitFor();
      await fill(page);
      await pay(page);
      await stamp(page, state);
      balances.add(stage.demo.sandbox.balance());
      await page.locator("#panel summary").click();
      const own = await page.evaluate(() => [document.documentElement.outerHTML, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]);
      await page.goto(`${stage.demo.url}/orders`);
      await page.locator("#orders .state").first().waitFor();
      const all = [...(await seen()), ...own];
      assert.ok(all.length > 30, "the page was watched");
      assert.ok(all.some((text) => text.startsWith("\0asm")), "the module's bytes were watched");
      assert.ok(sent.length > 0, "tokens and signatures are known");
      assert.deepEqual(leaks(all), []);
    });
  }

  test("a planted secret of every kind is found", async () => {
    const { klikoo, netzme } = stage.demo.sandbox;
    const token = sent.find(({ kind }) => kind === "header authorization")?.text ?? "";
    const signature = sent.find(({ kind }) => kind === "header open-api-signature")?.text ?? "";
    const plants: [string, string][] = [
      ["Klikoo client secret", JSON.stringify({ note: klikoo.clientSecret })],
      ["Klikoo private key", JSON.stringify({ key: klikoo.privateKey })],
      ["Netzme client key", JSON.stringify({ key: netzme.clientKey })],
      ["header authorization", `{"token":"${token}"}`],
      ["header open-api-signature", `{"log":"${Buffer.from(signature).toString("base64")}"}`],
      ["a buy price", '{"amount":"10187"}'],
      ["a buy price", '{"text":"Rp10.187"}'],
      ["the balance", `{"current_balance":${[...balances][0]}}`],
    ];
    for (const [kind, body] of plants) {
      const { page, context } = await stage.visit("/topup");
      const seen = watch(context);
      await context.route("**/shop/shelf/planted", (route) => route.fulfill({ body, contentType: "application/json" }));
      await page.evaluate(() => fetch("/shop/shelf/planted").then((response) => response.text()));
      assert.ok(leaks(await seen()).includes(kind), `${kind} in ${body}`);
      await context.close();
    }
  });
});
