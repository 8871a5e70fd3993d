/** A process of its own that buys, tells when the row is committed, and is killed. */
import { createHook } from "../../pkg-template/kasir-hook/src/index.ts";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import { nodeTransport } from "../../pkg-template/kasir-hook/src/transports/node.ts";

const { file, klikoo, reference, moment, input } = JSON.parse(process.env["RIG"] ?? "{}");
const wire = nodeTransport();
const hook = createHook({
  providers: { klikoo },
  ledger: sqliteLedger(file),
  reconcileEvery: 0,
  timeouts: { totalMs: 3000 },
  authorize: () => ({ allow: "now", owner: "buyer-1" }),
  transport: {
    async send(request) {
      if (!request.url.endsWith("/buy")) return wire.send(request);
      process.stdout.write("committed\n");
      return moment === "before the provider" ? new Promise(() => setInterval(() => {}, 1000)) : wire.send(request);
    },
  },
});
await hook.purchase(reference, { operation: "klikoo.product_buy", input }, {
  allow: "now", owner: "buyer-1", set: { amount: "10300", selling_price: "11500" },
});
