/** The order of a module's functions that compresses best. */
import { brotliCompressSync } from "node:zlib";
import binaryen from "binaryen";
import { bodies, leb } from "./sections.ts";

/** The module with its functions beside their likes: named by their places there, they are sorted by their names. */
export function amongLikes(wasm: Uint8Array): binaryen.Module {
  const module = binaryen.readBinary(wasm);
  const text = module.emitText();
  const names = [...text.matchAll(/\n \(func \$("[^"]*"|[^\s)]+)/g)].map(([, name = ""]) => name);
  const starts = bodies(wasm);
  const all = starts.slice(0, -1).map((start, body) => wasm.subarray(leb(wasm, start)[1], starts[body + 1]));
  if (names.length !== all.length) throw new Error("binaryen prints functions in another way now");
  const places = new Map(byLikeness(all).map((index, place) => [names[index], String(place).padStart(4, "0")]));
  const ordered = binaryen.parseText(text.replace(/\$(?:"([^"]*)"|[^\s()"]+)/g, (whole, quoted: string | undefined) => {
    const place = places.get(whole.slice(1));
    return place === undefined ? whole : `$"${place} ${quoted ?? whole.slice(1)}"`;
  }));
  ordered.setFeatures(module.getFeatures());
  ordered.runPasses(["reorder-functions-by-name"]);
  return ordered;
}

/**
 * An order in which each body follows the one that it is most like: a compressor says again cheaply what it has said just
 * before. What is like what can be measured in several ways, and the compressor tells which is best; another Node's
 * compressor may choose another.
 */
function byLikeness(bodies: Uint8Array[]): number[] {
  const orders = [4, 5, 6].flatMap((run) => [5, 10, 20, 40, 60, 80, 100].map((small) => chain(bodies, run, small)));
  const compressed = orders.map((order) => brotliCompressSync(Buffer.concat(order.map((index) => bodies[index] ?? new Uint8Array()))).length);
  return orders[compressed.indexOf(Math.min(...compressed))] ?? [];
}

/** Likeness is how many of both bodies' runs of so many bytes stand in either; that of `small` bodies counts for little. */
function chain(bodies: Uint8Array[], run: number, small: number): number[] {
  const left = new Map(bodies.map((body, index) => {
    const text = Buffer.from(body).toString("latin1");
    return [index, new Set(Array.from({ length: Math.max(0, text.length - run + 1) }, (_, at) => text.slice(at, at + run)))];
  }));
  const order: number[] = [];
  let [last, next] = [new Set<string>(), bodies.indexOf(bodies.reduce((one, other) => (other.length > one.length ? other : one)))];
  while (left.size > 0) {
    last = left.get(next) ?? last;
    order.push(next);
    left.delete(next);
    let most = -1;
    for (const [index, runs] of left) {
      let shared = 0;
      for (const one of runs) if (last.has(one)) shared += 1;
      const likeness = shared / (last.size + runs.size - shared + small);
      if (likeness > most) [most, next] = [likeness, index];
    }
  }
  return order;
}
