import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { sqliteLedger } from "../../pkg-template/kasir-hook/src/ledgers/sqlite.ts";
import { ledgerSuite, row } from "./ledger_suite.ts";

const folder = mkdtempSync(path.join(tmpdir(), "kasir-ledger-"));
const newFile = () => path.join(folder, `${randomUUID()}.sqlite`);
after(() => rmSync(folder, { recursive: true }));

ledgerSuite("sqlite", async () => {
  const file = newFile();
  return [sqliteLedger(file), sqliteLedger(file)];
});

test("the ledger writes ahead, flushes in full, and is readable for its owner only", async () => {
  const file = newFile();
  const ledger = sqliteLedger(file);
  await ledger.open();
  await ledger.claim(row());
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}.key`]) {
    assert.equal(statSync(name).mode & 0o777, 0o600, name);
  }
  const reader = new DatabaseSync(file, { readOnly: true });
  assert.equal(reader.prepare("PRAGMA journal_mode").get()?.["journal_mode"], "wal");
  assert.equal(reader.prepare("PRAGMA integrity_check").get()?.["integrity_check"], "ok");
  reader.close();
  await ledger.close();
});

test("the claims of one turn share one commit, and one bad row among them spoils no other", async () => {
  const file = newFile();
  const ledger = sqliteLedger(file);
  await ledger.open();
  const before = statSync(`${file}-wal`).size;
  await ledger.claim(row());
  const one = statSync(`${file}-wal`).size - before;
  await Promise.all(Array.from({ length: 50 }, () => ledger.claim(row())));
  const fifty = statSync(`${file}-wal`).size - before - one;
  assert.ok(fifty < one * 25, `${fifty} bytes for fifty, ${one} for one`);

  const bad = ledger.claim(row({ state: "nonsense" as never }));
  const good = ledger.claim(row());
  await assert.rejects(bad);
  assert.deepEqual(await good, { kind: "won" });
  await ledger.close();
});

test("a ledger that was closed, or written by a newer version, refuses", async () => {
  const file = newFile();
  const ledger = sqliteLedger(file);
  await ledger.open();
  await ledger.close();
  await assert.rejects(ledger.claim(row()));
  const newer = new DatabaseSync(file);
  newer.exec("PRAGMA user_version = 99");
  newer.close();
  assert.throws(() => sqliteLedger(file), { code: "ERR_OPTION_INVALID" });
});

test("a seal key of the wrong length is refused, and never replaced", async () => {
  const file = newFile();
  writeFileSync(`${file}.key`, "short");
  const ledger = sqliteLedger(file);
  await assert.rejects(ledger.open(), { code: "ERR_KEY_UNREADABLE" });
  assert.equal(readFileSync(`${file}.key`, "utf8"), "short");
  await ledger.close();
});

test("four processes that start at once on a new ledger agree on its keys, and each of 100 references is claimed once", async () => {
  const file = newFile();
  const references = Array.from({ length: 100 }, () => randomUUID());
  const children = Array.from({ length: 4 }, () => fork(new URL("claiming_process.ts", import.meta.url), [file, ...references]));
  const reports = await Promise.all(children.map(async (child) => {
    const [report] = (await once(child, "message")) as [{ won: number; key: string; fingerprint: string }];
    await once(child, "exit");
    return report;
  }));
  assert.equal(reports.reduce((sum, { won }) => sum + won, 0), 100);
  assert.equal(new Set(reports.map(({ key, fingerprint }) => key + fingerprint)).size, 1);
  assert.ok(existsSync(`${file}.key`));
});
