import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { createHook } from "../../pkg-template/kasir-hook/src/index.ts";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import type { HookOptions } from "../../pkg-template/kasir-hook/src/options.ts";

const folder = mkdtempSync(path.join(tmpdir(), "kasir-options-"));
const ledger = sqliteLedger(path.join(folder, "ledger.sqlite"));
const { privateKey: pem } = generateKeyPairSync("rsa", {
  modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" },
});
const klikoo = { baseUrl: "https://api.example/klikoo-b2b", clientId: "id", clientSecret: "a secret that nobody sees", privateKey: pem };
const netzme = { baseUrl: "https://api.example", clientId: "id", clientKey: "key", clientKeyPattern: "||", privateKey: pem, merchants: ["M_1"] };
const good: HookOptions = { providers: { klikoo, netzme }, ledger, authorize: () => ({ allow: false, code: "forbidden" }), reconcileEvery: 0 };

after(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function fault(change: object): { code: string; message: string } {
  try {
    createHook({ ...good, ...change } as HookOptions);
  } catch (thrown) {
    return thrown as { code: string; message: string };
  }
  return { code: "none", message: "" };
}

test("options that are complete make a hook", () => {
  assert.equal(fault({}).code, "none");
  assert.equal(fault({ basePath: "/api/pay" }).code, "none");
  assert.equal(fault({ providers: { klikoo: { ...klikoo, baseUrl: "http://127.0.0.1:9/x" } } }).code, "none");
  const bare = pem.replace(/-----[A-Z ]+-----|\n/g, "");
  assert.equal(fault({ providers: { netzme: { ...netzme, privateKey: bare } } }).code, "none");
});

const missing: Record<string, object> = {
  authorize: { authorize: undefined }, ledger: { ledger: undefined }, providers: { providers: {} }, "providers at all": { providers: undefined },
  clientSecret: { providers: { klikoo: { ...klikoo, clientSecret: "" } } }, merchants: { providers: { netzme: { ...netzme, merchants: [] } } },
  privateKey: { providers: { klikoo: { ...klikoo, privateKey: undefined } } },
};
for (const [name, change] of Object.entries(missing)) {
  test(`${name} left out is ERR_OPTION_MISSING`, () => assert.equal(fault(change).code, "ERR_OPTION_MISSING"));
}

const unknown: Record<string, object> = {
  "a slip in an option's name": { authorise: () => {} }, "a slip in a provider's name": { providers: { kliko: klikoo } },
  "a slip inside a provider": { providers: { klikoo: { ...klikoo, clientsecret: "x" } } }, "a slip in time-outs": { timeouts: { total: 5 } },
  "a slip in limits": { limits: { adress: false } },
};
for (const [name, change] of Object.entries(unknown)) {
  test(`${name} is ERR_OPTION_UNKNOWN`, () => assert.equal(fault(change).code, "ERR_OPTION_UNKNOWN"));
}

const invalid: Record<string, object> = {
  "plain http to another machine": { providers: { klikoo: { ...klikoo, baseUrl: "http://api.example" } } },
  "a base URL with a password": { providers: { klikoo: { ...klikoo, baseUrl: "https://a:b@api.example" } } },
  "a base URL with a query": { providers: { klikoo: { ...klikoo, baseUrl: "https://api.example?x=1" } } },
  "any origin": { allowedOrigins: ["*"] }, "an origin with a path": { allowedOrigins: ["https://a.example/"] },
  "a base path that ends in a slash": { basePath: "/kasir/" }, "a base path without a slash": { basePath: "kasir" },
  "money rows kept for less than 400 days": { rowDays: 30 }, "a negative time": { timeouts: { totalMs: -1 } },
  "a fraction": { receiptDays: 1.5 }, "a seal key that is too short": { seal: { key: "c2hvcnQ=" } },
  "another method case": { providers: { klikoo: { ...klikoo, methodCase: "title" } } },
  "a rate of nothing": { limits: { address: { points: 0, seconds: 60 } } },
};
for (const [name, change] of Object.entries(invalid)) {
  test(`${name} is ERR_OPTION_INVALID`, () => assert.equal(fault(change).code, "ERR_OPTION_INVALID"));
}

test("a key that is no RSA key is ERR_KEY_UNREADABLE, and no message shows it", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256", privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
  for (const privateKey of ["top secret text", pem.slice(0, 300), ec.privateKey]) {
    const { code, message } = fault({ providers: { klikoo: { ...klikoo, privateKey } } });
    assert.equal(code, "ERR_KEY_UNREADABLE");
    assert.ok(!message.includes(privateKey.slice(0, 20)));
    assert.doesNotMatch(message, /nobody sees/);
  }
});

test("in a page the hook refuses to exist", () => {
  Object.assign(globalThis, { window: {}, document: {} });
  try {
    assert.equal(fault({}).code, "ERR_HOOK_IN_BROWSER");
  } finally {
    delete (globalThis as Record<string, unknown>)["window"];
    delete (globalThis as Record<string, unknown>)["document"];
  }
});

test("a ledger in memory is no ledger", () => {
  for (const file of [":memory:", "", "file::memory:?cache=shared"]) {
    assert.throws(() => sqliteLedger(file), { code: "ERR_LEDGER_NOT_DURABLE" });
  }
});
