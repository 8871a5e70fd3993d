import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { after, before, describe, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { fillAttraction, fillBus, fillElectricity, fillTopup, pay, signInAndFillMargin, VISITORS } from "./orders.ts";
import { openStage, ready, stamp, type Stage } from "./stage.ts";

/** What must never reach a page: a name for the report, and the text. */
interface Secret {
  kind: string;
  text: string;
}

/** The headers that carry a token or a signature, as the hook sends them on its token calls and on its signed calls. */
const SENT_HEADERS = ["authorization", "open-api-signature", "x-signature", "x-authorization"];
const TOKEN_CALLS = /\/(access-token|get-token)$/;
const BUY = "/v1/open-api/products/buy";
const LOOK_UP = "/v1/open-api/transactions";
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;
const ORDER = /\b[A-Z]{3}-[0-9A-F]{10}\b/g;
const TOKEN_GROUPS = /(?:<span>\d{4} <\/span>){5}|\b\d{4}(?:[ -]?\d{4}){4}\b/g;
const PORT = /(?<=127\.0\.0\.1(?::|%3A))\d+/g;

let stage: Stage;
const sent: Secret[] = [];
const balances = new Set<number>();

/** Every request of the hook to a provider passes here: its token and signatures are what a page must not see. */
function remember(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  const call = TOKEN_CALLS.test(request.path) ? "token call" : "signed call";
  for (const name of SENT_HEADERS) {
    const value = request.getHeader(name);
    if (typeof value !== "string") continue;
    sent.push({ kind: `${name} of a ${call}`, text: value.replace(/^Bearer /, "") });
    if (name === "x-authorization") sent.push({ kind: "Netzme inner signature", text: innerSignature(value) });
  }
}

/** What a Netzme token carries inside: a part of the key of every signature. */
function innerSignature(token: string): string {
  const { signature } = JSON.parse(Buffer.from(token, "base64").toString("utf8")) as { signature: string };
  assert.ok(signature.length > 8);
  return signature;
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
    { kind: "Netzme client id", text: netzme.clientId },
    { kind: "Netzme client key", text: netzme.clientKey },
    { kind: "Netzme key pattern", text: netzme.clientKeyPattern },
    { kind: "a private key's first line", text: "-----BEGIN" },
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

/** The kinds of secret that stand in what a page saw, each with where it stands. */
function leaks(seen: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const note = (kind: string, text: string, at: number) => at >= 0 && found.set(kind, text.slice(Math.max(0, at - 60), at + 60));
  for (const text of seen) {
    for (const secret of secrets()) for (const spelling of spellings(secret)) note(secret.kind, text, text.indexOf(spelling));
    // What is drawn by lot may hold any digits.
    const figures = [UUID, MOMENT, ORDER, TOKEN_GROUPS, PORT].reduce((rest, drawn) => rest.replace(drawn, ""), text);
    for (const [kind, amount] of [...buyPrices().map((buy) => ["a buy price", buy] as const), ...[...balances].map((one) => ["the balance", one] as const)]) {
      for (const spelling of [String(amount), grouped(amount, "\\."), grouped(amount, ",")]) {
        note(kind, figures, figures.search(new RegExp(`(?<![\\d.,])${spelling}(?!\\d)`)));
      }
    }
  }
  return found;
}

const kindsIn = (seen: readonly string[]): string[] => [...leaks(seen).keys()];

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

/** No buyer's business, and no figure that could stand on a page by chance. */
const TOO_LOW = 6_173;

interface Flow {
  name: string;
  path: string;
  state: string;
  fill: typeof fillTopup;
  trouble?(): void;
}

const FLOWS: Flow[] = [
  { name: "phone credit", path: "/topup", state: "success", fill: fillTopup },
  { name: "electricity", path: "/electricity", state: "success", fill: fillElectricity },
  { name: "an attraction", path: "/attraction", state: "success", fill: (page) => fillAttraction(page, VISITORS) },
  { name: "bus seats", path: "/bus", state: "held", fill: (page) => fillBus(page, ["5", "6"]) },
  { name: "the margin", path: "/margin", state: "success", fill: signInAndFillMargin },
  { name: "a refusal because the merchant's wallet is too low", path: "/topup", state: "failed", fill: fillTopup, trouble: () => stage.demo.sandbox.setBalance(TOO_LOW) },
  {
    name: "a result that nobody knows yet", path: "/topup", state: "unknown", fill: fillTopup,
    trouble: () => {
      stage.demo.sandbox.fault({ kind: "status_500", path: BUY, accepted: true });
      stage.demo.sandbox.fault({ kind: "status_500", path: LOOK_UP, times: "always" });
    },
  },
];

/** A piece of text of every kind that must never reach a page, and the kinds whose own text it is. */
function plants(): Map<string, string> {
  const [balance] = balances;
  return new Map([
    ...secrets().map(({ kind, text }) => [kind, text] as const),
    ["a buy price", '"10187"'],
    ["the balance", `${balance}`],
  ]);
}

describe("what a page sees", () => {
  for (const { name, path, state, fill, trouble } of FLOWS) {
    test(`${name}: the page loads, sends and is answered nothing that is the merchant's own`, async () => {
      stage.demo.sandbox.reset();
      trouble?.();
      balances.add(stage.demo.sandbox.balance());
      const { page, context } = await stage.visit(path);
      const seen = watch(context);
      await page.reload();
      await ready(page);
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
      assert.deepEqual([...leaks(all)], []);
      await context.close();
    });
  }

  test("every kind of secret was seen on its way to a provider or is known from the settings", () => {
    assert.deepEqual([...plants().keys()].sort(), [
      "Klikoo client id", "Klikoo client secret", "Klikoo private key", "Netzme client id", "Netzme client key", "Netzme inner signature",
      "Netzme key pattern", "Netzme private key", "a buy price", "a private key's first line", "authorization of a signed call",
      "open-api-signature of a signed call", "open-api-signature of a token call", "the balance", "x-authorization of a signed call",
      "x-signature of a signed call", "x-signature of a token call",
    ]);
  });

  test("a planted secret is found, each kind of it in a page's answer, plain and in other spellings", async () => {
    const { page, context } = await stage.visit("/topup");
    let body = "";
    await context.route("**/shop/shelf/planted", (route) => route.fulfill({ body, contentType: "application/json" }));
    for (const [kind, text] of plants()) {
      const seen = watch(context);
      body = `{"note":[${text.startsWith('"') ? text : JSON.stringify(text)}]}`;
      await page.evaluate(() => fetch("/shop/shelf/planted").then((response) => response.text()));
      assert.deepEqual(kindsIn(await seen()), [kind], body);
    }
    const [token = "", signature = ""] = ["authorization of a signed call", "open-api-signature of a signed call"].map((kind) => plants().get(kind));
    assert.deepEqual(kindsIn([`/x?token=${encodeURIComponent(token)}`]), ["authorization of a signed call"]);
    assert.deepEqual(kindsIn([Buffer.from(signature).toString("base64")]), ["open-api-signature of a signed call"]);
    assert.deepEqual(kindsIn(["Rp10.187"]), ["a buy price"]);
    assert.deepEqual(kindsIn([`{"current_balance":${[...balances][0]}}`]), ["the balance"]);
    // A token's group and the demo's port are drawn by lot, and may be a price's digits.
    assert.deepEqual(kindsIn(['{"sn":"5690-5231-9443-8114-1283","text":"5690 5231 9443 8114 1283"}', "http://127.0.0.1:50561/topup"]), []);
    assert.deepEqual(kindsIn(['{"sn":"5690-5231-9443"}']), ["a buy price"]);
  });
});
