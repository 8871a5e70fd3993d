/** The generated TypeScript stands in the repository; this says when it no longer says what the shapes say. Run by `make lint`. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const fresh = path.join(root, "target/generated");
const committed = path.join(root, "pkg-template/kasir/src/generated");
const generate = ["run", "--quiet", "--locked", "--bin", "generate", "--"];

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).sort();

rmSync(fresh, { recursive: true, force: true });
execFileSync("cargo", [...generate, fresh], { cwd: root, stdio: "inherit" });
const all = [...new Set([...files(fresh), ...files(committed)])];
const differing = all.filter((file) => {
  if (!files(fresh).includes(file) || !files(committed).includes(file)) return true;
  return readFileSync(path.join(fresh, file), "utf8") !== readFileSync(path.join(committed, file), "utf8");
});
if (all.length === 0) throw new Error("the generator wrote no file");
if (differing.length > 0) {
  console.error(`out of date: ${differing.join(", ")}; this mends it: cargo ${generate.join(" ")} pkg-template/kasir/src/generated`);
  process.exitCode = 1;
}
