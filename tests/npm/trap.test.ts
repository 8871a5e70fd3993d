/** A module that traps costs its instance and one call: the next call works, and nothing piles up. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import binaryen from "binaryen";
import type { Kasir } from "kasir";
import { fresh, moduleBytes } from "./fresh.ts";
import { samples } from "./known_answers.ts";
import { collectGarbage, watchInstances } from "./memory.ts";

const watch = watchInstances();

/** The number of the question for a sentence, in src/wasm/page.rs. */
const MESSAGE = 9;

/** Question, operation, number, a text's address and length, and a control: no other export takes so many. */
const PARAMS = 6;

// Binaryen's types leave out the view of a function that lets its body be replaced.
const { Function: view } = binaryen as unknown as { Function(reference: number): { body: number; params: number } };

/** The package's own module, whose one export traps whenever it is asked that question. */
function trapping(question: number): Uint8Array<ArrayBuffer> {
  const { BulkMemory, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } = binaryen.Features;
  const module = binaryen.readBinary(moduleBytes());
  module.setFeatures(BulkMemory | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt);
  const asking = Array.from({ length: module.getNumExports() }, (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)))
    .filter(({ kind }) => kind === binaryen.ExternalFunction)
    .map(({ value }) => view(module.getFunction(value)))
    .find(({ params }) => binaryen.expandType(params).length === PARAMS);
  assert.ok(asking);
  const isIt = module.i32.eq(module.local.get(0, binaryen.i32), module.i32.const(question));
  asking.body = module.block(null, [module.if(isIt, module.unreachable()), asking.body], binaryen.auto);
  const bytes = new Uint8Array(module.emitBinary());
  module.dispose();
  return bytes;
}

let kasir: Kasir;
let newReference: () => string;

before(async () => {
  const copy = await fresh();
  ({ newReference } = copy);
  kasir = await copy.load(trapping(MESSAGE));
});

const trap = (): unknown => kasir.message({ code: "field.missing" as const, params: {} }, "id");
const isTrap = { name: "KasirError", code: "ERR_TRAP" };

function works(): void {
  for (const { operation, input, today, body } of samples) {
    const prepared = kasir.prepare(operation, input, { today });
    assert.equal(prepared.ok && prepared.request.body, body);
    assert.ok(kasir.validate(operation, {}).length > 0);
  }
}

test("a trap is thrown as a code with its cause, and the next call works", () => {
  works();
  assert.throws(trap, (fault: Error) => {
    assert.ok(fault.cause instanceof WebAssembly.RuntimeError);
    assert.match(fault.message, /next call works/);
    return true;
  });
  works();
  assert.throws(trap, isTrap);
  assert.throws(trap, isTrap);
  assert.match(newReference(), /^[\da-f-]{36}$/);
  works();
});

test("a trap anywhere between two key strokes is not felt at the next one", () => {
  for (let length = 1; length <= 12; length++) {
    assert.throws(trap, isTrap);
    const { issues } = kasir.parse("msisdn", "081234567890".slice(0, length));
    assert.equal(issues.length > 0, length < 10, `${length} digits`);
  }
});

test("a thousand traps in a row leave the memory flat", async (t) => {
  const round = (times: number): void => {
    for (let number = 0; number < times; number++) {
      assert.throws(trap, isTrap);
      works();
    }
  };
  round(100);
  const before = await collectGarbage();
  const instances = watch.count();
  round(1_000);
  const grown = (await collectGarbage()) - before;
  assert.equal(watch.count() - instances, 1_000, "each trap costs one instance");
  t.diagnostic(`${(grown / 1024).toFixed(0)} KiB more after 1000 traps; a new instance starts with ${watch.newest().buffer.byteLength / 1024} KiB`);
  assert.ok(grown < 4 * 1024 * 1024, `${grown} bytes more`);
});
