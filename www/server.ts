// Serves the demo on http://127.0.0.1:8787. PORT chooses another port, KASIR_DEMO_FOLDER keeps the ledger between runs.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDemo } from "./server/demo.ts";

const port = Number(process.env["PORT"] ?? 8787);
const folder = process.env["KASIR_DEMO_FOLDER"] ?? mkdtempSync(join(tmpdir(), "kasir-demo-"));
const demo = await openDemo({ port, folder });

console.log(`kasir demo: ${demo.url}`);
console.log(`ledger: ${demo.ledgerPath}`);
console.log(`provider sandbox: ${demo.sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
