/** One of several processes that claim the same references on one ledger file. */
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import { row } from "./ledger_suite.ts";

const [file = "", ...references] = process.argv.slice(2);
const ledger = sqliteLedger(file);
const keys = await ledger.open();
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString("hex");
const claims = await Promise.all(references.map((reference) => ledger.claim(row({ reference }))));
await ledger.close();
process.send?.({ won: claims.filter(({ kind }) => kind === "won").length, key: hex(keys.seal), fingerprint: hex(keys.fingerprint) });
process.disconnect?.();
