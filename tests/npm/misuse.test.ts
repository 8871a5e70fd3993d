/** What a programmer gets wrong is thrown, with a code that says what to mend; loading can fail and be tried again. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { before, test } from "node:test";
import { bindForm, createCheckout, type Kasir, type KasirErrorCode, load, type Prepared, type PrepareOptions } from "kasir";
import { entryFile, fresh, moduleBytes } from "./fresh.ts";
import { samples } from "./known_answers.ts";

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

const misused = (code: KasirErrorCode) => (fault: unknown): boolean => {
  assert.ok(fault instanceof Error, String(fault));
  assert.deepEqual({ name: fault.name, code: (fault as { code?: unknown }).code }, { name: "KasirError", code });
  assert.ok(fault.message.startsWith(`${code}: `) && fault.message.length > code.length + 20, fault.message);
  return true;
};

const throws = (code: KasirErrorCode, ...calls: (() => unknown)[]): void => calls.forEach((call) => void assert.throws(call, misused(code)));

/** What JavaScript lets a caller pass. */
const any = <One>(value: unknown): One => value as One;

const cyclic: Record<string, unknown> = {};
cyclic["context"] = cyclic;
const NO_TEXT = [undefined, null, 5, {}, [], Symbol("x"), () => "x", Object.create(null)] as const;

test("an operation that does not exist is refused by every call", () => {
  for (const operation of ["", "klikoo.product_by", "klikoo.transaction_detail", "__proto__", "KLIKOO.PRODUCT_BUY", ...NO_TEXT]) {
    const named = any<"klikoo.product_buy">(operation);
    throws("ERR_UNKNOWN_OPERATION",
      () => kasir.prepare(named, {}), () => kasir.prepare(named, "{}"), () => kasir.validate(named, {}), () => kasir.validateField(named, "value", {}),
      () => kasir.fields(named), () => kasir.readResponse(named, ""), () => kasir.readResponse(named, { state: "success" }));
  }
});

test("a field that does not exist is refused", () => {
  for (const name of ["", "valu", "value.0", "departure", "value.", ".value", "__proto__", "value[0]", ...NO_TEXT]) {
    throws("ERR_UNKNOWN_FIELD", () => kasir.validateField("klikoo.product_buy", any(name), {}));
  }
  throws("ERR_UNKNOWN_FIELD", () => kasir.validateField("klikoo.transport_block_seat", "departure.0.passengers", {}));
  for (const name of ["departure", "departure.passengers", "departure.passengers.0", "departure.passengers.12.dob", "departure.passengers[12].dob"]) {
    assert.ok(Array.isArray(kasir.validateField("klikoo.transport_block_seat", name, {})));
  }
});

test("a kind of value that does not exist is refused", () => {
  for (const kind of ["", "phone", "MSISDN", ...NO_TEXT]) throws("ERR_UNKNOWN_KIND", () => kasir.parse(any(kind), "1"), () => kasir.formatAsYouType(any(kind), "1", 1));
  throws("ERR_UNKNOWN_KIND", () => kasir.formatAsYouType(any("email"), "1", 1));
});

test("a code or a language without a sentence is refused", () => {
  for (const code of ["", "field.mising", "ERR_TRAP", ...NO_TEXT]) throws("ERR_UNKNOWN_CODE", () => kasir.message(any({ code }), "id"));
  throws("ERR_UNKNOWN_CODE", () => kasir.message(any(undefined), "id"), () => kasir.message(any(null), "en"));
  for (const language of ["", "fr", "ID", ...NO_TEXT]) throws("ERR_BAD_OPTIONS", () => kasir.message({ code: "field.missing", params: {} }, any(language)));
  throws("ERR_BAD_OPTIONS", () => kasir.message({ code: "text.too_long", params: any(cyclic) }, "id"));
});

const BAD_OPTIONS: unknown[] = [
  null, "id", 5, true, [], () => ({}), Symbol("x"), cyclic, { today: "yesterday" }, { today: "2024-02-30" }, { today: "" }, { language: "fr" }, { language: "" },
  { treatAsError: "everything" }, { treatAsError: ["field.mising"] }, { treatAsError: {} }, { treatAsError: [null] }, { treatAsError: ["typos"] }, { treatAsError: "field.missing" }, { treatAsError: ["field.missing,field.unknown"] }, { language: ["en"] }, { context: { product: 5n } },
  ...["PULSA", "pulsa ", "colour", "", 5, {}, ["pulsa"], true].map((kind) => ({ context: { product: { kind } } })),
  { get language() { throw new Error("no"); } },
];

test("options that cannot be read are refused by every call", () => {
  for (const bad of BAD_OPTIONS) {
    const options = any<object>(bad);
    throws("ERR_BAD_OPTIONS",
      () => kasir.prepare("klikoo.product_buy", {}, options), () => kasir.prepare("klikoo.product_buy", "{}", options),
      () => kasir.prepare("klikoo.product_buy", samples[1]?.input ?? {}, options),
      () => kasir.validate("klikoo.product_buy", {}, options), () => kasir.validateField("klikoo.product_buy", "value", {}, options),
      () => kasir.fields("klikoo.product_buy", options), () => kasir.readResponse("klikoo.product_buy", "{}", options),
      () => kasir.readResponse("klikoo.product_buy", { state: "success" }, options), () => kasir.parse("msisdn", "0812", options));
  }
});

test("a call without what it cannot do without says what that is", async () => {
  const told = (fault: unknown): string => (fault as Error).message;
  const said = [
    [() => bindForm(any(null), "klikoo.product_buy"), /bindForm a form/],
    [() => createCheckout(any({ url: "/kasir" })), /createCheckout a hook/],
    [() => createCheckout({ hook: "/kasir" }).submit("klikoo.product_buy", {}, any({})), /submit needs a basket/],
  ] as const;
  for (const [call, words] of said) await assert.rejects(async () => call(), (fault) => misused("ERR_BAD_OPTIONS")(fault) && words.test(told(fault)));
});

test("control characters in options and names change nothing else", () => {
  for (const control of ["\x1e", "\x1f", "\x1f\x1e{}"]) {
    throws("ERR_UNKNOWN_FIELD", () => kasir.validateField("klikoo.product_buy", any(`value${control}`), {}));
    throws("ERR_UNKNOWN_KIND", () => kasir.parse(any(`msisdn${control}`), "0812"), () => kasir.formatAsYouType(any(`msisdn${control}`), "0812", 0));
    throws("ERR_UNKNOWN_CODE", () => kasir.message(any({ code: `field.missing${control}` }), "id"));
    throws("ERR_BAD_OPTIONS",
      () => kasir.fields("klikoo.product_buy", { language: any(`id${control}`) }), () => kasir.fields("klikoo.product_buy", { today: `2024-07-01${control}` }),
      () => kasir.fields("klikoo.product_buy", { treatAsError: any(`typos${control}`) }));
    const outcome = kasir.readResponse("klikoo.product_buy", { state: "pending" }, { reference: `a${control}b`, state: "success", language: "en" });
    assert.deepEqual([outcome.reference, outcome.state], [`a${control.replace(/[\x1e\x1f]/g, " ")}b`, "success"]);
    const issues = (operator: string) =>
      kasir.validate("klikoo.product_buy", { product_code: "S20", value: "081234567890" }, { context: { product: { kind: "pulsa", operator } } });
    assert.deepEqual(issues(`X${control}`), issues("X"));
  }
});

test("options that say nothing are as good as none", () => {
  const plain = kasir.validate("klikoo.product_buy", { value: "0812" });
  for (const options of [{}, { language: undefined, today: undefined }, { treatAsError: [] }, { context: {} }, { context: { product: {}, trip: {}, returnTrip: { a: [1] } } }, any<object>({ context: null, today: null })]) {
    assert.deepEqual(kasir.validate("klikoo.product_buy", { value: "0812" }, options), plain);
  }
});

test("an option that has changed since the last call counts, whatever object it stands in", () => {
  const codes: string[] = ["reference.not_uuid_v4"];
  const product = { kind: "pulsa" as "pulsa" | "pln_postpaid", open: false };
  const options: PrepareOptions = { language: "en", treatAsError: any(codes), context: { product } };
  const { operation, input } = samples[1] as (typeof samples)[number];
  const asked = () => kasir.prepare(operation, { ...input, partner_reference_id: "1238" }, options);
  const told = (prepared: Prepared) => (prepared.ok ? prepared.advice : prepared.issues).map(({ code, severity, message }) => ({ code, severity, message }));
  const first = told(asked());
  assert.deepEqual([first[0]?.code, first[0]?.severity], ["reference.not_uuid_v4", "error"]);
  assert.deepEqual(told(asked()), first);
  codes[0] = "text.bidi_control";
  assert.equal(told(asked())[0]?.severity, "advice");
  options.language = "id";
  assert.notEqual(told(asked())[0]?.message, first[0]?.message);
  product.kind = "pln_postpaid";
  assert.ok(told(asked()).some(({ code }) => code.startsWith("meter.") || code.startsWith("pln")), JSON.stringify(told(asked())));
});

test("misuse leaves the library as it was", () => {
  for (const { operation, input, today, body } of samples) {
    const prepared = kasir.prepare(operation, input, { today });
    assert.equal(prepared.ok && prepared.request.body, body);
  }
});

test("nothing answers before load, and the error says so", async () => {
  const { newReference, load: loadCopy } = await fresh();
  throws("ERR_NOT_LOADED", () => newReference());
  await loadCopy();
  assert.match(newReference(), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test("load takes bytes, a view, a module, a response, a promise of one, an address", async (t) => {
  const bytes = moduleBytes();
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "application/wasm" }).end(bytes));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/core.wasm`;
  const answer = (type: string): Response => new Response(bytes, { headers: { "content-type": type } });
  const sources = [
    bytes, new Uint8Array(bytes).buffer, await WebAssembly.compile(bytes), answer("application/wasm"), answer("text/plain"),
    Promise.resolve(answer("application/wasm")), address, new URL(address),
  ];
  for (const source of sources) {
    const loaded = await (await fresh()).load(source);
    assert.equal(loaded.operations.length, 5);
  }
});

test("loading twice is one promise and one compilation", async (t) => {
  const copy = await fresh();
  const compile = t.mock.method(WebAssembly, "compile");
  const first = copy.load();
  assert.equal(copy.load(), first);
  assert.equal(copy.load(moduleBytes()), first);
  assert.equal(await first, await copy.load());
  assert.equal(compile.mock.callCount(), 1);
});

/** The module with another print than the script's, which is the last thing in it. */
function anotherVersion(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(moduleBytes());
  bytes[bytes.length - 1] = bytes.at(-1) === 65 ? 66 : 65;
  return bytes;
}

test("a load that failed is tried again", async () => {
  const copy = await fresh();
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  for (const [source, code] of [
    [new Response("no", { status: 404 }), "ERR_LOAD_FAILED"],
    ["http://127.0.0.1:1/core.wasm", "ERR_LOAD_FAILED"],
    [Promise.reject(new Error("offline")), "ERR_LOAD_FAILED"],
    [any<Response>(5), "ERR_LOAD_FAILED"],
    // A module of something else compiles, but is not this one.
    [empty, "ERR_LOAD_FAILED"],
    // Another version's module would link, since the names on both sides are short.
    [anotherVersion(), "ERR_LOAD_FAILED"],
  ] as const) {
    await assert.rejects(copy.load(source), misused(code));
    throws("ERR_NOT_LOADED", () => copy.newReference());
  }
  // A web page in place of the module: the server's fault, not the browser's.
  await assert.rejects(copy.load(new TextEncoder().encode("<!doctype html>")), misused("ERR_LOAD_FAILED"));
  assert.equal((await copy.load(moduleBytes())).operations.length, 5);
});

/** Runs a script in a Node of its own; it prints JSON. */
function inNode(script: string, ...flags: string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, "--input-type=module", "--eval", script], { encoding: "utf8" });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const TRY = `const kasir = await import(${JSON.stringify(entryFile)});
  const code = (fault) => fault.code ?? String(fault);
  const { load, newReference, createCheckout, schema } = kasir;`;

test("without WebAssembly the import is safe and load says what is missing", () => {
  const script = `${TRY}
    const checkout = createCheckout({ hook: "/kasir", fetch: () => { throw new Error("sent"); } });
    const codes = [
      await load().catch(code),
      await load().catch(code),
      await checkout.submit("klikoo.product_buy", {}, { basket: "1" }).catch(code),
      await schema("klikoo.product_buy")["~standard"].validate({}).catch(code),
    ];
    try { newReference(); } catch (fault) { codes.push(code(fault)); }
    console.log(JSON.stringify(codes));`;
  const unavailable = "ERR_WASM_UNAVAILABLE";
  const expected = [unavailable, unavailable, unavailable, unavailable, "ERR_NOT_LOADED"];
  assert.deepEqual(inNode(script, "--jitless"), expected);
  assert.deepEqual(inNode(`delete globalThis.WebAssembly; ${script}`), expected);
});

test("an import does nothing: no output, no compilation, no global, no storage, no request", () => {
  const script = `
    const touched = [];
    for (const name of ["localStorage", "fetch", "crypto", "document", "window"]) {
      Object.defineProperty(globalThis, name, { configurable: true, get: () => { touched.push(name); return undefined; } });
    }
    for (const name of ["compile", "instantiate", "Module", "Instance"]) {
      Object.defineProperty(WebAssembly, name, { get: () => { touched.push(name); return undefined; } });
    }
    const before = Reflect.ownKeys(globalThis).length;
    await import(${JSON.stringify(entryFile)});
    await import(${JSON.stringify(entryFile.replace("index", "web"))});
    console.log(JSON.stringify({ touched, added: Reflect.ownKeys(globalThis).length - before }));`;
  assert.deepEqual(inNode(script), { touched: [], added: 0 });
});
