/** The modules of both packages answer what the native build answers, byte for byte. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import { type Answer, type Issue, type Kasir, load, type PrepareOptions, type Problem, schema } from "kasir";
import { bytes } from "../../pkg-template/kasir-hook/src/core/bytes.js";
import * as hook from "../../pkg-template/kasir-hook/src/core/kasir.js";
import { type NativeCase, nativeCases } from "./native.ts";

let page: Kasir;

before(async () => {
  page = await load();
  hook.initSync({ module: Buffer.from(bytes, "base64") });
});

const digest = createHash("sha256");
let answers = 0;

/** What the cases came to: equal refusals alone would say little. */
const reached = new Map<string, number>();
const count = (place: string): void => void reached.set(place, (reached.get(place) ?? 0) + 1);

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

function asksOfInputs(native: NativeCase, options: PrepareOptions): void {
  const { operation, input, page: of } = native;
  same(page.prepare(operation, input, options), withoutPlace(of.prepared), native);
  if (of.prepared.startsWith('{"ok":true')) count(`ready ${operation}`);
  same(page.fields(operation, options), of.fields, native);
  const object = objectOf(input);
  if (object === undefined) return;
  count("object");
  same(page.prepare(operation, object, options), of.prepared, native);
  same(page.validate(operation, object, options), of.issues, native);
  const checked = schema(operation, options)["~standard"].validate(object);
  if (checked instanceof Promise || !("value" in checked)) return;
  count(`normalised ${operation}`);
  same(checked.value, JSON.stringify(JSON.parse(of.normalised)), native);
}

function asksOfTexts(native: NativeCase, options: PrepareOptions): void {
  const { kind, value, parsed, typedKind, text, caret, edit, typed, code, language, sentence } = native.page;
  same(page.parse(kind, value, options), parsed, native);
  if ("value" in (JSON.parse(parsed) as object)) count(`accepted ${kind}`);
  same(page.formatAsYouType(typedKind, text, caret, edit), typed, native);
  if (objectOf(typed) && (JSON.parse(typed) as { text: string }).text !== text) count(`grouped ${typedKind}`);
  same(page.message({ code, params: {} } as Pick<Issue, "code" | "params"> | Problem, language), sentence, native);
}

function asksForOutcomes(native: NativeCase, { language, context }: PrepareOptions): void {
  const { operation, page: { http, answer, outcome, buyers, shown } } = native;
  const terms = { ...(language && { language }), ...(context && { context }) };
  same(page.readResponse(operation, { http, body: answer }, terms), outcome, native);
  const state = objectOf(buyers);
  if (state === undefined) return;
  same(page.readResponse(operation, state as Answer, terms), shown, native);
  count(`shown ${(state as { state: string }).state}`);
}

function asksTheHook(native: NativeCase): void {
  const { operation, input, options, page: { prepared, http, answer }, hook: of } = native;
  same(hook.prepare(operation, input, options), prepared, native);
  same(hook.openCall(of.call, options), of.opened, native);
  const opened = /^\{"operation":"([\w.]+)","form"/.exec(of.opened)?.[1];
  if (opened !== undefined) count(`opened ${opened}`);
  same(hook.judge(operation, http, answer), of.judged, native);
  same(hook.judgeLookup(of.bought, of.sent, of.http, of.detail), of.found, native);
  count(`look-up ${(JSON.parse(of.found) as { finding: string }).finding}`);
  same(hook.findInHistory(of.reference, of.pageHttp, of.page), of.inHistory, native);
  count(`history ${(JSON.parse(of.inHistory) as { finding: string }).finding}`);
  same(hook.receipt(operation, input), of.receipt, native);
  same(hook.receipt(of.bought, of.sent), of.sentReceipt, native);
  if (of.sentReceipt.includes("*")) count("receipt masked");
  same(hook.netzmeToken(of.token), of.netzmeToken, native);
  if (of.netzmeToken !== "null") count("token");
}

const KINDS = [
  "msisdn", "wallet", "rupiah", "nik", "passport", "name", "date", "birth", "time", "email", "meter", "pln_token", "bpjs", "driver", "percentage", "country",
  "dial_code", "locale", "reference",
];
const TYPED = ["msisdn", "rupiah", "nik", "date", "meter", "pln_token"];
const FORMS = ["klikoo.product_inquiry", "klikoo.product_buy", "klikoo.attraction_buy", "klikoo.transport_block_seat"];
const STATES = ["success", "pending", "held", "failed", "unknown"];
const FINDINGS = ["found", "absent", "inconclusive"];
const PLACES = [
  "object", "receipt masked", "token", ...KINDS.map((kind) => `accepted ${kind}`), ...TYPED.map((kind) => `grouped ${kind}`), ...STATES.map((state) => `shown ${state}`),
  ...["look-up", "history"].flatMap((question) => FINDINGS.map((finding) => `${question} ${finding}`)),
  ...["ready", "normalised", "opened"].flatMap((what) => FORMS.map((form) => `${what} ${form}`)),
];

test("the modules answer as the native build does", { timeout: 3_600_000 }, async (t) => {
  let cases = 0;
  for await (const native of nativeCases()) {
    cases += 1;
    const options = objectOf(native.options);
    if (page.operations.includes(native.operation) && options !== undefined) {
      asksOfInputs(native, options);
      asksOfTexts(native, options);
      asksForOutcomes(native, options);
    }
    asksTheHook(native);
  }
  t.diagnostic(`${cases} cases, ${answers} answers alike, SHA-256 ${digest.digest("hex")}`);
  t.diagnostic([...reached].sort().map(([place, times]) => `${place}: ${times}`).join(", "));
  const seldom = PLACES.filter((place) => (reached.get(place) ?? 0) < Math.floor(cases / 2000));
  assert.ok(cases > 0 && seldom.length === 0, `hardly reached by ${cases} cases: ${seldom.join(", ")}`);
});
