/** createCheckout against a hook over real HTTP: one basket is bought once, and the buyer hears the truth about it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, test } from "node:test";
import { type Checkout, type CheckoutSettings, createCheckout, type Intent, load, type Outcome, type PurchaseState, type SubmitOptions, type SubmitResult } from "kasir";
import { entryFile } from "./fresh.ts";
import { PlayedHook, PlayedStorage, problem } from "./played_hook.ts";

const BUY = "klikoo.product_buy";
const NUMBER = "081234567890";
const FORM = { product_code: "TSEL20", value: "0812 3456 7890" };
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

let hook: PlayedHook;
let storage: PlayedStorage;

beforeEach(async () => {
  hook = new PlayedHook();
  storage = new PlayedStorage();
  await hook.open();
});

afterEach(() => hook.close());

/** Each is a page that was loaded anew: only the storage is the same. */
const page = (settings: Partial<CheckoutSettings> = {}): Checkout => createCheckout({ hook: hook.url, storage, ...settings });

const submit = (checkout: Checkout, options: Partial<SubmitOptions> = {}, form: object = FORM): Promise<SubmitResult> =>
  checkout.submit(BUY, form, { basket: "A-1", waitMs: 0, context: { product: { kind: "pulsa" } }, ...options });

function outcomeOf(result: SubmitResult): Outcome {
  assert.equal(result.kind, "outcome", JSON.stringify(result));
  return (result as Extract<SubmitResult, { kind: "outcome" }>).outcome;
}

function refusalOf(result: SubmitResult): Extract<SubmitResult, { kind: "refused" }> {
  assert.equal(result.kind, "refused", JSON.stringify(result));
  return result as Extract<SubmitResult, { kind: "refused" }>;
}

/** An intent that an earlier page left behind. */
function left(intent: Partial<Intent> = {}): Intent {
  const whole: Intent = { reference: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb", operation: BUY, basket: "A-1", progress: "asked", since: 1, ...intent };
  storage.text = JSON.stringify([whole]);
  return whole;
}

const rowOf = (state: string): { state: string; answer: null; receipt: null; input: string } =>
  ({ state, answer: null, receipt: null, input: JSON.stringify({ product_code: "TSEL20", value: NUMBER, msidn: NUMBER }) });

describe("what is sent", () => {
  test("a form with errors sends nothing and keeps nothing", async () => {
    const checkout = page();
    const result = await submit(checkout, {}, { product_code: "TSEL20", value: " " });
    assert.ok(result.kind === "invalid" && result.issues.length > 0 && result.issues.every(({ severity }) => severity === "error"));
    assert.equal((await submit(checkout, {}, { ...FORM, msidn: "rumah" })).kind, "invalid", "a slip of the finger counts as an error");
    for (const nothing of [null, "", 5, []]) assert.equal((await submit(checkout, {}, nothing as unknown as object)).kind, "invalid");
    assert.deepEqual([hook.received, storage.written, checkout.pending()], [[], [], []]);
  });

  test("a good form is one POST of its fields, spelled for the wire, with a version 4 UUID as its key", async () => {
    const more = { amount: "1", selling_price: "1", partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb", coupon: "GRATIS", constructor: "x" };
    const result = await submit(page(), { expect: { selling_price: "21000" } }, { ...FORM, ...more });
    const outcome = outcomeOf(result);
    assert.deepEqual([outcome.state, outcome.transactionId, outcome.serial], ["success", "14429004", "223731"]);
    assert.equal(hook.methods(), "POST");
    const [{ path, key, body, headers } = assert.fail()] = hook.received;
    assert.equal(path, "/intents");
    assert.match(key ?? "", UUID);
    assert.equal(outcome.reference, key);
    assert.equal(headers["content-type"], "application/json");
    assert.deepEqual(body, { operation: BUY, input: { product_code: "TSEL20", value: NUMBER, msidn: NUMBER }, basket: "A-1", expect: { selling_price: "21000" } });
  });

  test("without an expected price none is sent", async () => {
    await submit(page());
    assert.deepEqual(Object.keys(hook.received[0]?.body ?? {}), ["operation", "input", "basket"]);
  });

  test("an open amount is the form's where the context says so", async () => {
    await submit(page(), { context: { product: { kind: "pulsa", open: true } } }, { ...FORM, amount: "Rp 20.500" });
    assert.deepEqual(hook.received[0]?.body?.["input"], { amount: "20500", product_code: "TSEL20", value: NUMBER, msidn: NUMBER });
  });

  test("headers of the page's own come from a list or from a function asked before each call", async () => {
    let asked = 0;
    hook.faults.push("drop_before");
    await submit(page({ headers: async () => ({ "x-csrf": `t${++asked}` }) }), { waitMs: 1_500 });
    assert.deepEqual(hook.received.map(({ headers }) => headers["x-csrf"]), ["t1", "t2", "t3"]);
    await submit(page({ headers: [["x-csrf", "list"]] }), { basket: "B-1" });
    assert.equal(hook.received.at(-1)?.headers["x-csrf"], "list");
  });

  test("an address with or without a slash at its end, and the page's own fetch, are used", async () => {
    const asked: string[] = [];
    const own: typeof fetch = (address, init) => {
      asked.push(String(address));
      assert.deepEqual([init?.credentials, init?.cache, init?.redirect], ["same-origin", "no-store", "error"]);
      return fetch(address, init);
    };
    await submit(page({ hook: new URL(`${hook.url}/`), fetch: own }));
    assert.deepEqual(asked, [`${hook.url}/intents`]);
  });

  test("a redirect is not followed", async () => {
    hook.faults.push({ status: 307, body: "", headers: { location: `${hook.url}/elsewhere` } });
    assert.equal(outcomeOf(await submit(page())).state, "unknown");
    assert.equal(hook.methods(), "POST");
  });

  test("the storage never holds what was typed", async () => {
    hook.states = ["sent", "pending", "success"];
    await submit(page(), { waitMs: 2_500 }, { ...FORM, msidn: "0856 7777 8888" });
    assert.ok(storage.written.length >= 3);
    for (const text of storage.written) assert.doesNotMatch(text, /81234567890|3456 7890|8567777|7777 8888|TSEL20/);
    assert.deepEqual(Object.keys(JSON.parse(storage.written[0] ?? "[]")[0]).sort(), ["basket", "operation", "progress", "reference", "since"]);
  });
});

describe("one basket is bought once", () => {
  test("twenty clicks at once are one POST and one answer", async () => {
    hook.faults.push(async (usual) => (await new Promise((resolve) => setTimeout(resolve, 50)), usual()));
    const checkout = page();
    const results = await Promise.all(Array.from({ length: 20 }, () => submit(checkout)));
    assert.equal(hook.posts().length, 1);
    for (const result of results) assert.equal(result, results[0]);
  });

  test("a second click while the first is followed changes nothing", async () => {
    hook.states = ["sent", "pending", "success"];
    const checkout = page();
    const first = submit(checkout, { waitMs: 5_000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = submit(checkout, { waitMs: 5_000 });
    assert.deepEqual([outcomeOf(await first).state, outcomeOf(await second).state], ["success", "success"]);
    assert.equal(hook.posts().length, 1);
  });

  test("another basket is another purchase, even with the same form", async () => {
    const checkout = page();
    await Promise.all([submit(checkout), submit(checkout, { basket: "A-2" })]);
    assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 2);
  });

  test("a page that dies in mid-call leaves the reference, and the next page uses it", async () => {
    let dead: string | null = null;
    hook.faults.push((usual) => {
      dead = storage.text;
      return usual();
    });
    await submit(page());
    assert.ok(dead, "kept before the call");
    storage.text = dead;
    const result = await submit(page());
    assert.equal(outcomeOf(result).state, "success");
    const [first, second] = hook.posts();
    assert.equal(first?.key, second?.key);
    assert.equal(hook.rows.size, 1);
  });

  test("a purchase whose row was seen is only asked about after a reload", async () => {
    hook.states = ["pending"];
    const first = outcomeOf(await submit(page()));
    assert.deepEqual([first.state, first.next.kind], ["pending", "wait"]);
    hook.states = ["success"];
    const checkout = page();
    assert.deepEqual(checkout.pending().map(({ reference, state }) => [reference, state]), [[first.reference, "pending"]]);
    assert.equal(outcomeOf(await submit(checkout)).reference, first.reference);
    assert.equal(hook.methods(), "POST GET");
    assert.deepEqual(checkout.pending(), []);
  });

  test("a settled basket can be bought again under a new reference", async () => {
    const checkout = page();
    const [one, two] = [outcomeOf(await submit(checkout)), outcomeOf(await submit(checkout))];
    assert.notEqual(one.reference, two.reference);
  });

  test("an unreachable hook leaves the outcome unknown and the intent kept; the next submit uses its reference", async () => {
    hook.faults.push("drop_before");
    const checkout = page();
    const result = await submit(checkout);
    const unknown = outcomeOf(result);
    assert.deepEqual([unknown.state, unknown.next.kind, checkout.pending().length], ["unknown", "wait", 1]);
    const done = outcomeOf(await submit(checkout));
    assert.deepEqual([done.state, done.reference], ["success", unknown.reference]);
    assert.deepEqual(hook.posts().map(({ key }) => key), [unknown.reference, unknown.reference]);
  });

  test("a POST that arrived and was not answered is found by asking", async () => {
    hook.faults.push("drop_after");
    const outcome = outcomeOf(await submit(page(), { waitMs: 3_000 }));
    assert.equal(outcome.state, "success");
    assert.equal(hook.methods(), "POST GET");
  });

  test("a POST that never arrived is posted again, with the same reference", async () => {
    hook.faults.push("drop_before");
    const outcome = outcomeOf(await submit(page(), { waitMs: 3_000 }));
    assert.equal(outcome.state, "success");
    assert.equal(hook.methods(), "POST GET POST");
    assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 1);
  });

  test("a form that changed after an unanswered call shows the earlier purchase and posts no other", async () => {
    for (const state of ["sent", "pending", "unknown", "success", "held", "accepted"]) {
      const { reference } = left({ reference: crypto.randomUUID() });
      hook.rows.set(reference, rowOf(state));
      hook.received.length = 0;
      const outcome = outcomeOf(await submit(page(), {}, { ...FORM, value: "0856 1111 2222" }));
      assert.deepEqual([outcome.state, outcome.reference], [state, reference]);
      assert.equal(hook.methods(), "POST GET", state);
    }
  });

  test("a purchase that failed makes room for a new reference", async () => {
    for (const form of [FORM, { ...FORM, value: "0856 1111 2222" }]) {
      const { reference } = left({ reference: crypto.randomUUID() });
      hook.rows.set(reference, rowOf("failed"));
      hook.received.length = 0;
      const outcome = outcomeOf(await submit(page(), {}, form));
      assert.equal(outcome.state, "success");
      assert.notEqual(outcome.reference, reference);
      assert.deepEqual(hook.posts().at(-1)?.key, outcome.reference);
    }
  });

  test("a purchase that fails while it is followed is told, not bought anew", async () => {
    hook.states = ["pending", "failed"];
    const outcome = outcomeOf(await submit(page(), { waitMs: 2_000 }));
    assert.equal(outcome.state, "failed");
    assert.equal(hook.posts().length, 1);
  });

  test("a cancelled reference makes room, whether a POST or a look tells it", async () => {
    for (const progress of ["asked", "seen"]) {
      const { reference } = left({ reference: crypto.randomUUID(), progress });
      hook.rows.set(reference, rowOf("cancelled"));
      const outcome = outcomeOf(await submit(page()));
      assert.equal(outcome.state, "success", progress);
      assert.notEqual(outcome.reference, reference);
    }
  });

  test("a row that was seen and is gone is cancelled at the hook before the basket is bought anew", async () => {
    const { reference } = left({ progress: "seen", state: "pending" });
    const outcome = outcomeOf(await submit(page()));
    assert.equal(hook.methods(), "GET DELETE POST");
    assert.notEqual(outcome.reference, reference);
    assert.equal(hook.rows.get(reference)?.state, "cancelled");
  });

  test("a row that belongs to somebody else now is not bought again", async () => {
    const { reference } = left({ progress: "seen" });
    hook.faults.push(problem(404, "intent.not_found"), problem(404, "intent.not_found"));
    assert.equal(refusalOf(await submit(page())).code, "intent.not_found");
    assert.equal(hook.methods(), "GET DELETE");
    assert.equal(page().pending()[0]?.reference, reference);
  });
});

describe("what the hook refuses", () => {
  const CODES = { signed_out: 401, forbidden: 403, not_paid: 402, sold_out: 409, "order.taken": 409, "rate.limited": 429, "ledger.unavailable": 503, "provider.unavailable": 503 } as const;

  test("a first call that is refused drops the intent and carries a sentence in the page's language", async () => {
    const kasir = await load();
    for (const [code, status] of Object.entries(CODES)) {
      for (const language of ["id", "en"] as const) {
        hook.faults.push(problem(status, code));
        const checkout = page({ language });
        assert.deepEqual(await submit(checkout), { kind: "refused", code, message: kasir.message({ code: code as keyof typeof CODES }, language) });
        assert.deepEqual(checkout.pending(), []);
      }
    }
    assert.equal(hook.methods(), "POST ".repeat(16).trim());
    assert.equal(new Set(hook.posts().map(({ key }) => key)).size, 16);
  });

  test("a changed price is carried", async () => {
    hook.faults.push(problem(409, "price.changed", { price: "22000" }));
    const result = refusalOf(await submit(page({ language: "en" }), { expect: { selling_price: "21000" } }));
    assert.deepEqual([result.code, result.price], ["price.changed", "22000"]);
    assert.match(result.message, /price/);
  });

  test("issues of the hook's own are given like those of the page", async () => {
    const issues = [{ code: "field.missing", path: ["value"], name: "value", pointer: "/value", severity: "error", params: {}, message: "Isi." }];
    hook.faults.push(problem(422, "input.invalid", { issues }));
    const checkout = page();
    assert.deepEqual(await submit(checkout), { kind: "invalid", issues });
    assert.deepEqual(checkout.pending(), []);
  });

  test("a refusal after an unanswered call is looked into: what had arrived is shown", async () => {
    hook.faults.push("drop_after");
    await submit(page());
    hook.faults.push(problem(409, "sold_out"));
    const outcome = outcomeOf(await submit(page()));
    assert.equal(outcome.state, "success");
    assert.equal(hook.methods(), "POST POST GET");
    assert.equal(hook.rows.size, 1);
  });

  test("a refusal after an unanswered call keeps the intent while nobody can tell", async () => {
    for (const look of [problem(503, "ledger.unavailable"), problem(404, "intent.not_found"), "drop_before"] as const) {
      const { reference } = left({ reference: crypto.randomUUID() });
      hook.faults.push(problem(503, "ledger.unavailable"), look);
      const checkout = page();
      assert.equal(refusalOf(await submit(checkout)).code, "ledger.unavailable");
      assert.deepEqual(checkout.pending().map((intent) => intent.reference), [reference]);
      assert.equal(outcomeOf(await submit(checkout)).reference, reference);
    }
  });

  test("a code that this page does not know is a refusal with a sentence", async () => {
    hook.faults.push(problem(418, "hook.from_the_future"));
    const { code, message } = refusalOf(await submit(page()));
    assert.equal(code, "hook.from_the_future");
    assert.ok(message.length > 10);
  });
});

describe("what is no word of the hook's", () => {
  const GARBAGE: [string, { status: number; body: unknown; headers?: Record<string, string> }][] = [
    ["a gateway's page", { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>", headers: { "content-type": "text/html" } }],
    ["a gateway's JSON", { status: 502, body: { code: "signed_out", message: "Bad Gateway" } }],
    ["a refusal without a code", { status: 403, body: { title: "no" }, headers: { "content-type": "application/problem+json" } }],
    ["a refusal whose code is a number", problem(403, 5)],
    ["a problem that is a list", { status: 500, body: [], headers: { "content-type": "application/problem+json" } }],
    ["a login page", { status: 200, body: "<!doctype html><title>Masuk</title>", headers: { "content-type": "text/html" } }],
    ["nothing", { status: 200, body: "" }],
    ["null", { status: 200, body: "null" }],
    ["a number", { status: 200, body: "5" }],
    ["an empty object", { status: 200, body: {} }],
    ["half an object", { status: 200, body: '{"reference":' }],
    ["a state without a reference", { status: 200, body: { state: "success" } }],
    ["a state that is a number", { status: 200, body: { state: 200, reference: "x" } }],
    ["somebody else's row", { status: 200, body: { state: "success", reference: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", answer: null, receipt: null } }],
  ];

  for (const [name, answer] of GARBAGE) {
    test(`${name} leaves the outcome unknown and the intent kept`, async () => {
      hook.faults.push(answer);
      const checkout = page();
      const outcome = outcomeOf(await submit(checkout));
      assert.equal(outcome.state, "unknown");
      assert.equal(checkout.pending().length, 1);
      assert.equal(outcomeOf(await submit(checkout)).reference, outcome.reference);
    });
  }

  test("a row with garbage inside is shown by its state", async () => {
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    for (const inside of [{}, { operation: "klikoo.nothing" }, { operation: 5, answer: "SUCCESS", receipt: "x" }, { answer: [], receipt: [] }, { answer: { state: 5, data: "x" }, receipt: 7 },
      { answer: "deep" }, { answer: { http: 200, body: '{"response_code":"200022000","data":{"status":"SUCCESS"}}' }, receipt: null }]) {
      for (const state of ["failed", "pending"] as PurchaseState[]) {
        const row = (): string => JSON.stringify({ ...inside, reference: hook.received.at(-1)?.key, state }).replace('"deep"', `{"data":${deep}}`);
        hook.faults.push(() => ({ status: 200, body: row() }));
        const outcome = outcomeOf(await submit(page({ language: "en" }), { basket: crypto.randomUUID() }));
        assert.equal(outcome.state, state);
        assert.ok(outcome.message.length > 0 && outcome.provider === undefined);
      }
    }
  });

  test("a state that this page does not know is followed, not believed", async () => {
    hook.faults.push(() => ({ status: 200, body: { reference: hook.received.at(-1)?.key, state: "perhaps" } }));
    const checkout = page();
    assert.equal(outcomeOf(await submit(checkout)).state, "unknown");
    assert.equal(checkout.pending().length, 1);
  });

  test("a hook that nobody can find never makes a call throw", async () => {
    for (const address of ["http://127.0.0.1:1/kasir", "no address at all", "file:///kasir", "https://"]) {
      const checkout = createCheckout({ hook: address, storage: new PlayedStorage() });
      assert.equal(outcomeOf(await submit(checkout)).state, "unknown");
      assert.deepEqual(await checkout.cancel("6d654219-d9b7-4e1a-8b51-99a5cafb11cb"), { cancelled: false });
    }
    const failing = page({ headers: () => { throw new Error("no token"); } });
    assert.equal(outcomeOf(await submit(failing)).state, "unknown");
    assert.equal(hook.received.length, 0);
  });
});

describe("following", () => {
  test("every change is told once, in its order", async () => {
    hook.states = ["sent", "sent", "pending", "success"];
    const told: string[] = [];
    const outcome = outcomeOf(await submit(page(), { waitMs: 10_000, onChange: ({ state }) => told.push(state) }));
    assert.equal(outcome.state, "success");
    assert.deepEqual(told, ["sent", "pending", "success"]);
    assert.equal(hook.methods(), "POST GET GET GET");
  });

  test("waitMs 0 asks once", async () => {
    hook.states = ["pending"];
    const start = performance.now();
    assert.equal(outcomeOf(await submit(page())).state, "pending");
    assert.ok(performance.now() - start < 400);
    assert.equal(hook.received.length, 1);
  });

  test("the hook's Retry-After is heeded", async () => {
    hook.states = ["pending", "success"];
    hook.faults.push((usual) => ({ ...usual(), headers: { "retry-after": "1" } }));
    const start = performance.now();
    assert.equal(outcomeOf(await submit(page(), { waitMs: 5_000 })).state, "success");
    assert.ok(performance.now() - start >= 1_000);
    hook.states = ["pending"];
    hook.faults.push((usual) => ({ ...usual(), headers: { "retry-after": "60" } }));
    assert.equal(outcomeOf(await submit(page(), { waitMs: 5_000, basket: "B" })).state, "pending", "longer than the page wants to wait");
  });

  test("accepted and held end the following and stay kept", async () => {
    for (const state of ["accepted", "held"]) {
      hook.states = [state];
      const checkout = page();
      assert.equal(outcomeOf(await submit(checkout, { basket: state, waitMs: 5_000 })).state, state);
      assert.ok(checkout.pending().some((intent) => intent.state === state));
    }
    assert.equal(hook.received.length, 2);
  });

  test("an abort ends the following at once and keeps the intent", async () => {
    hook.states = ["pending"];
    const abort = new AbortController();
    const checkout = page();
    const submitted = submit(checkout, { waitMs: 60_000, signal: abort.signal });
    setTimeout(() => abort.abort(), 200);
    assert.equal(outcomeOf(await submitted).state, "pending");
    assert.equal(checkout.pending().length, 1);
  });

  test("an abort in mid-call leaves the outcome unknown and the intent kept", async () => {
    const abort = new AbortController();
    hook.faults.push(async (usual) => {
      abort.abort();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return usual();
    });
    const checkout = page();
    assert.equal(outcomeOf(await submit(checkout, { waitMs: 60_000, signal: abort.signal })).state, "unknown");
    assert.equal(outcomeOf(await submit(checkout)).state, "success");
    assert.equal(hook.rows.size, 1);
    assert.equal(outcomeOf(await submit(page(), { basket: "B", waitMs: 60_000, signal: AbortSignal.abort() })).state, "unknown");
  });

  test("a page loaded anew resumes what it finds", async () => {
    hook.states = ["pending"];
    const { reference = "" } = outcomeOf(await submit(page()));
    hook.states = ["pending", "success"];
    const checkout = page({ language: "en" });
    const told: string[] = [];
    const outcome = await checkout.resume(reference, { waitMs: 5_000, onChange: ({ state }) => told.push(state) });
    assert.deepEqual([outcome.state, outcome.reference, outcome.operation, told], ["success", reference, BUY, ["success"]]);
    assert.deepEqual(checkout.pending(), []);
    await assert.rejects(checkout.resume(reference), { code: "ERR_UNKNOWN_REFERENCE" });
  });

  test("resuming what never arrived cancels it at the hook, so that it cannot arrive late", async () => {
    const { reference } = left();
    const checkout = page();
    const outcome = await checkout.resume(reference, { waitMs: 0 });
    assert.deepEqual([outcome.state, outcome.next.kind], ["cancelled", "buy_again"]);
    assert.equal(hook.methods(), "GET DELETE");
    assert.deepEqual(checkout.pending(), []);
    assert.equal((await fetch(`${hook.url}/intents`, { method: "POST", headers: { "idempotency-key": reference }, body: "{}" })).status, 410);
  });

  test("resuming with the hook away says unknown and keeps the intent", async () => {
    const { reference } = left();
    for (const fault of ["drop_before", problem(401, "signed_out"), problem(503, "authorize.unavailable")] as const) {
      hook.faults.push(fault);
      assert.equal((await page().resume(reference, { waitMs: 0 })).state, "unknown");
    }
    assert.equal(page().pending().length, 1);
  });
});

describe("cancelling", () => {
  test("what was not sent is given up, and a submit makes a new reference", async () => {
    const { reference } = left();
    const checkout = page();
    assert.deepEqual(await checkout.cancel(reference), { cancelled: true, state: "cancelled" });
    assert.deepEqual(checkout.pending(), []);
    assert.notEqual(outcomeOf(await submit(checkout)).reference, reference);
  });

  test("what is on its way stays, and its state is told", async () => {
    const { reference } = left();
    hook.rows.set(reference, rowOf("sent"));
    const checkout = page();
    assert.deepEqual(await checkout.cancel(reference), { cancelled: false, state: "sent" });
    assert.equal(checkout.pending().length, 1);
  });

  test("an odd reference is asked about as it is, never as another path", async () => {
    assert.deepEqual(await page().cancel("../queries?x=1"), { cancelled: true, state: "cancelled" });
    assert.equal(hook.received[0]?.path, "/intents/..%2Fqueries%3Fx%3D1");
  });
});

describe("the page's own parts", () => {
  test("listeners hear what is kept, until they are taken off", async () => {
    hook.states = ["pending", "success"];
    const checkout = page();
    const heard: (string | undefined)[] = [];
    const stop = checkout.subscribe((intents) => heard.push(intents.map(({ progress, state }) => `${progress} ${state ?? "-"}`).join()));
    await submit(checkout, { waitMs: 3_000 });
    assert.deepEqual(heard, ["asked -", "seen pending", ""]);
    stop();
    await submit(checkout, { basket: "B" });
    assert.equal(heard.length, 3);
  });

  test("a listener that throws is reported like any other and stops no purchase", () => {
    const script = `
      import { createCheckout } from ${JSON.stringify(entryFile)};
      const faults = [];
      process.on("uncaughtException", (fault) => faults.push(fault.message));
      const fetch = async (address, { headers }) => Response.json({ reference: new Headers(headers).get("idempotency-key"), state: "success", answer: null, receipt: null });
      const checkout = createCheckout({ hook: "http://shop.example", fetch });
      checkout.subscribe(() => { throw new Error("listener"); });
      const result = await checkout.submit("${BUY}", ${JSON.stringify(FORM)}, { basket: "A-1", onChange() { throw new Error("onChange"); } });
      console.log(JSON.stringify([result.outcome.state, checkout.pending().length, faults]));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.deepEqual(JSON.parse(stdout), ["success", 0, ["listener", "onChange", "listener"]]);
  });

  test("a storage that throws is replaced by memory: twice the same basket is still one purchase", async () => {
    const refuses = (): never => {
      throw new DOMException("no", "QuotaExceededError");
    };
    for (const broken of [{ getItem: refuses, setItem: refuses }, { getItem: () => null, setItem: refuses }, { getItem: () => "[]", setItem: refuses }]) {
      const checkout = page({ storage: broken });
      hook.states = ["pending"];
      hook.received.length = 0;
      const basket = crypto.randomUUID();
      const first = outcomeOf(await submit(checkout, { basket }));
      assert.equal(checkout.pending().length, 1);
      hook.states = ["success"];
      assert.deepEqual([outcomeOf(await submit(checkout, { basket })).reference, hook.methods()], [first.reference, "POST GET"]);
      assert.deepEqual(checkout.pending(), []);
    }
  });

  test("a storage full of garbage is as good as an empty one", async () => {
    const reference = "6d654219-d9b7-4e1a-8b51-99a5cafb11cb";
    const whole = { reference, operation: BUY, basket: "A-1", progress: "asked", since: 1 };
    const GARBAGE = ["", "{", "null", "5", "{}", '"x"', "[null,5,[],{}]", JSON.stringify([{ reference }]), JSON.stringify([{ ...whole, progress: 5 }]), JSON.stringify([{ ...whole, basket: null }]),
      JSON.stringify([{ ...whole, reference: "a\nb" }]), JSON.stringify([{ ...whole, reference: "../../x" }]), JSON.stringify([{ ...whole, operation: {} }])];
    for (const text of GARBAGE) {
      storage.text = text;
      const checkout = page();
      assert.deepEqual(checkout.pending(), [], text);
      const outcome = outcomeOf(await submit(checkout));
      assert.equal(outcome.state, "success", text);
      assert.notEqual(outcome.reference, reference);
    }
    left({ progress: "somewhere" });
    assert.equal(outcomeOf(await submit(page())).reference, reference, "a progress of nobody counts as asked");
  });

  test("without a storage of its own a page keeps its intents in memory", async () => {
    hook.states = ["pending"];
    const checkout = createCheckout({ hook: hook.url });
    await submit(checkout);
    assert.equal(checkout.pending().length, 1);
  });
});

describe("queries", () => {
  const ASK = "klikoo.product_inquiry";
  const asked = { product_code: "PLN20", value: "01105691111" };

  test("a query is one POST without a key, and keeps nothing", async () => {
    const result = await page().query(ASK, { ...asked, selling_price: "1" }, { basket: "A-1" });
    assert.ok(result.kind === "outcome" && result.outcome.state === "success");
    assert.ok(result.outcome.lines.some(({ text }) => text === "SITI"));
    const [{ path, key, body } = assert.fail()] = hook.received;
    assert.deepEqual([path, key, storage.written], ["/queries", undefined, []]);
    assert.deepEqual(body, { operation: ASK, input: { ...asked, msidn: asked.value }, basket: "A-1" });
  });

  test("a form with errors asks nothing", async () => {
    assert.equal((await page().query(ASK, { product_code: "PLN20", value: "1" })).kind, "invalid");
    assert.equal(hook.received.length, 0);
  });

  test("a refusal is carried, silence is said to be harmless", async () => {
    hook.faults.push(problem(429, "rate.limited"), problem(422, "input.invalid", { issues: [] }), "drop_before", { status: 200, body: "{}" });
    const checkout = page({ language: "en" });
    const [refused, invalid, dropped, garbage] = [await checkout.query(ASK, asked), await checkout.query(ASK, asked), await checkout.query(ASK, asked), await checkout.query(ASK, asked)];
    assert.ok(refused.kind === "refused" && refused.code === "rate.limited");
    assert.equal(invalid.kind, "invalid");
    for (const silent of [dropped, garbage]) {
      assert.ok(silent.kind === "outcome" && silent.outcome.state === "unknown");
      assert.match(silent.outcome.message, /Nothing was bought/);
    }
  });
});
