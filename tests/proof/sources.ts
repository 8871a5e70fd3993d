/** What the long runs go on from: a run that was broken off counts as long as the sources are the same. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

function files(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).sort().flatMap((name) => files(path.join(place, name)));
}

/** One hash of all files at those places. */
export function sourcesHash(places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => files(path.join(root, place)))) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
