import assert from "node:assert/strict";
import { test } from "node:test";
import { loadHookCore } from "../../pkg-template/kasir-hook/src/core.ts";

test("a state or an event that the machine does not know throws: nothing is sent on half an answer", async () => {
  const core = await loadHookCore();
  assert.deepEqual(core.purchaseStep(null, "send", 0), { state: "sent", attempt: 1, action: "forward" });
  assert.throws(() => core.purchaseStep(null, "deliver" as never, 0), TypeError);
  assert.throws(() => core.purchaseStep("paid", "send", 0), TypeError);
});
