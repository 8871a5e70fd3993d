/** The generated TypeScript stands in the repository; this says when it no longer says what the shapes say. Run by `make lint`. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const fresh = path.join(root, "target/generated");
const committed = "pkg-template/kasir/src";
const generate = ["run", "--quiet", "--locked", "--bin", "generate", "--"];

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
execFileSync("cargo", [...generate, fresh], { cwd: root, stdio: "inherit" });
const files = readdirSync(fresh);
if (files.length === 0) throw new Error("the generator wrote no file");
const stale = files.filter((file) => {
  const own = path.join(root, committed, file);
  return !existsSync(own) || readFileSync(own, "utf8") !== readFileSync(path.join(fresh, file), "utf8");
});
if (stale.length > 0) {
  console.error(`out of date: ${stale.join(", ")}; this mends it: cargo ${generate.join(" ")} ${committed}`);
  process.exitCode = 1;
}
