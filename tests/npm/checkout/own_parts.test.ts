/** The page's listeners and storage, and the calls that buy nothing. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { createCheckout } from "kasir";
import { entryFile } from "../fresh.ts";
import { BUY, FORM, hook, left, outcomeOf, page, storage, submit } from "./page.ts";
import { problem } from "./played_hook.ts";

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
