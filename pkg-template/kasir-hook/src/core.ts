/** The hook build of the crate, embedded: the real `HookCore`. Pure functions; a trap costs the instance, not the process. */
import { bytes } from "./core/bytes.js";
import * as wasm from "./core/kasir.js";
import type {
  BuyerAnswer, HistoryFinding, HookCore, Issue, LookupFinding, NetzmeToken, OperationFacts, OpenedCall, OperationKind, Prepared, ProviderName, PurchaseState,
  PurchaseStep, Verdict,
} from "./hook_core.ts";

/** The look-ups that settle a Klikoo purchase; Netzme's settings have none. */
const LOOKUPS: Partial<Record<ProviderName, string>> = { klikoo: "klikoo.transaction_detail" };

let facts: Map<string, OperationFacts> | undefined;

/** Starts the embedded module; later calls find it running. */
export async function loadHookCore(): Promise<HookCore> {
  wasm.initSync({ module: Buffer.from(bytes, "base64") });
  return core;
}

function ask<Answer>(question: () => Answer): Answer {
  try {
    return question();
  } catch (cause) {
    if (typeof cause === "string") throw new TypeError(cause);
    wasm.__wbg_reset_state();
    throw cause;
  }
}

function readFacts(): Map<string, OperationFacts> {
  const operations = new Map<string, OperationFacts>();
  for (const line of ask(() => wasm.operations()).split("\n").filter((line) => line !== "")) {
    const [id = "", provider, kind, , , reference, shape = ""] = line.split("\t");
    const named = provider as ProviderName;
    operations.set(id, {
      id,
      provider: named,
      kind: kind as OperationKind,
      referenceField: reference || null,
      merchantFields: merchantFields(shape, reference ?? ""),
      lookup: kind === "query" || kind === "lookup" ? null : (LOOKUPS[named] ?? null),
    });
  }
  return operations;
}

/** `!` marks the keys that a form does not set; the reference among them is the checkout's. Inner keys are the form's. */
function merchantFields(shape: string, reference: string): string[] {
  const marked = [...shape.matchAll(/!(\w+)/g)].map(([, key]) => key as string);
  return marked.filter((key) => key !== reference);
}

const written = (options: object | undefined): string => (options === undefined ? "" : JSON.stringify(options));
const shown = (json: string | null): BuyerAnswer | null => (json === null ? null : (JSON.parse(json) as BuyerAnswer));

interface Judged extends Omit<Verdict, "answer"> {
  answer: string;
}

interface Found extends Omit<LookupFinding, "answer"> {
  answer: string | null;
}

interface Opened {
  operation: string;
  form: string;
  basket: string;
  expect: string | null;
  advice: Issue[];
}

const core: HookCore = {
  operation: (op) => (facts ??= readFacts()).get(op),

  openCall(text, options): OpenedCall {
    const opened = ask(() => wasm.openCall(text, written(options))) as Opened | { issues: Issue[] };
    if ("issues" in opened) return { ok: false, issues: opened.issues };
    const { expect, ...rest } = opened;
    return { ok: true, ...rest, expect: expect === null ? null : { selling_price: expect } };
  },

  prepare: (op, inputJson, options) => ask(() => wasm.prepare(op, inputJson, written(options))) as Prepared,

  judge(op, http, bodyText): Verdict {
    const judged = ask(() => wasm.judge(op, http ?? 0, http === null ? "" : bodyText)) as Judged;
    return { ...judged, answer: JSON.parse(judged.answer) as BuyerAnswer };
  },

  judgeLookup(op, sentBody, http, bodyText): LookupFinding {
    const found = ask(() => wasm.judgeLookup(op, sentBody, http ?? 0, bodyText)) as Found;
    return { ...found, answer: shown(found.answer) };
  },

  findInHistory: (reference, http, bodyText) => ask(() => wasm.findInHistory(reference, http ?? 0, bodyText)) as HistoryFinding,

  purchaseStep(state, event, attempt): PurchaseStep {
    const step = ask(() => wasm.purchaseStep(state ?? "", event, attempt));
    if (step === undefined) throw new TypeError(`no such state or event: ${state}, ${event}`);
    const [next, count, action] = step.split(" ");
    return { state: next as PurchaseState, attempt: Number(count), action: action as PurchaseStep["action"] };
  },

  receipt: (op, sentBody) => JSON.parse(ask(() => wasm.receipt(op, sentBody))) as Record<string, string>,

  netzmeToken(text): NetzmeToken | null {
    const read = ask(() => wasm.netzmeToken(text)) as (Omit<NetzmeToken, "expiresAt"> & { expiresAt: string | null }) | null;
    if (read === null) return null;
    const expiry = Number(read.expiresAt);
    return { ...read, expiresAt: Number.isFinite(expiry) && expiry > 0 ? expiry : null };
  },

  message: (problem, language) => ask(() => wasm.message(problem.code, written(problem.params ?? {}), language)),
};
