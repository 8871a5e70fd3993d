/** The modules of both packages answer what the native build answers, byte for byte. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { type Kasir, load } from "kasir";
import { bytes } from "../../pkg-template/kasir-hook/src/core/bytes.js";
import * as hook from "../../pkg-template/kasir-hook/src/core/kasir.js";
import { type NativeCase, nativeCases } from "./native.ts";

let page: Kasir;

before(async () => {
  page = await load();
  hook.initSync({ module: Buffer.from(bytes, "latin1") });
});

const digest = createHash("sha256");
let answers = 0;
let objects = 0;

function same(given: unknown, native: string, what: NativeCase): void {
  const told = typeof given === "string" ? given : JSON.stringify(given);
  if (told !== native) assert.fail(`${told}\n  instead of\n${native}\n  for\n${JSON.stringify(what)}`);
  digest.update(told);
  answers += 1;
}

/** The page's browser does not tell where a text stops being JSON. */
const withoutPlace = (issues: string): string => issues.replace(/"params":\{"at":\d+\}/, '"params":{}');

/** The object of a JSON text, where nothing of the text is lost: no key that stands twice, no number spelled otherwise. */
function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function asksThePage(native: NativeCase): void {
  const { operation, options, input } = native;
  if (!page.operations.includes(operation)) return;
  same(page.prepare(operation, input, options), withoutPlace(native.prepared), native);
  same(page.parse(native.kind, native.value, options), native.parsed, native);
  const object = objectOf(input);
  if (object === undefined) return;
  objects += 1;
  same(page.prepare(operation, object, options), native.prepared, native);
  same(page.validate(operation, object, options), native.issues, native);
}

function asksForOutcomes({ operation, options, http, answer, outcome, shown }: NativeCase, native: NativeCase): void {
  if (!page.operations.includes(operation)) return;
  const { language, context } = options;
  const terms = { ...(language && { language }), ...(context && { context }) };
  same(page.readResponse(operation, { http, body: answer }, terms), outcome, native);
  const state = objectOf(answer);
  if (state && "state" in state && typeof state.state === "string") same(page.readResponse(operation, state, terms), shown, native);
}

function asksTheHook(native: NativeCase): void {
  const { operation, input, http, answer } = native;
  const options = JSON.stringify(native.options);
  same(hook.prepare(operation, input, options), native.prepared, native);
  same(hook.openCall(native.call, options), native.opened, native);
  same(hook.judge(operation, http, answer), native.judged, native);
  same(hook.judgeLookup(operation, input, http, answer), native.found, native);
  same(hook.receipt(operation, input), native.receipt, native);
}

test("the modules answer as the native build does", { timeout: 3_600_000 }, async (t) => {
  let cases = 0;
  for await (const native of nativeCases()) {
    cases += 1;
    asksThePage(native);
    asksForOutcomes(native, native);
    asksTheHook(native);
  }
  t.diagnostic(`${cases} cases, ${answers} answers alike, SHA-256 ${digest.digest("hex")}`);
  assert.ok(cases > 0 && objects > cases / 5, `${objects} objects of ${cases} cases`);
});
