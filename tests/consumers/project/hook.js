import { createHook } from "kasir-hook";
import { sqliteLedger } from "kasir-hook/sqlite";
import * as node from "kasir-hook/node";
import { createSandbox } from "kasir-hook/sandbox";

const sandbox = await createSandbox({});
const hook = createHook({
  providers: { klikoo: sandbox.klikoo },
  ledger: sqliteLedger("purchases.sqlite"),
  authorize: async () => ({ allow: false, code: "signed_out" }),
});
const reply = await hook.fetch(new Request("http://127.0.0.1/kasir/intents/6d654219-d9b7-4e1a-8b51-99a5cafb11cb"));
console.log(JSON.stringify({ status: reply.status, code: (await reply.json()).code, adapters: Object.keys(node).length > 0 }));
await hook.close();
await sandbox.close();
