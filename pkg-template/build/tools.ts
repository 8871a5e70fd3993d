/** Where the repository is, and how its tools are run. */
import { execFileSync } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
export const run = (tool: string, ...args: string[]): void => {
  execFileSync(tool, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
};
