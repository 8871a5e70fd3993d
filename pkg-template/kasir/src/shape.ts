/** The shape of an operation's input, as the core spells it: `a;!b;c{d;e};f[g]`. */
import type { OperationKind } from "./generated.ts";

export interface Shape {
  /** Whether it is of each row of a list, not of an object. */
  rows: boolean;
  keys: string[];
  /** The shape below a key. */
  below: (Shape | null)[];
}

export interface Operation {
  id: string;
  /** Its place in the core's table, by which the core is asked. */
  place: number;
  provider: "klikoo" | "netzme";
  kind: OperationKind;
  method: string;
  path: string;
  /** Where the reference stands among the keys; −1 where the operation has none. */
  reference: number;
  shape: Shape;
  /** What the names of its controls look like, rows by their numbers. */
  names: RegExp;
}

/** What the marks of a spelled shape say of a name. */
const NAMED: Record<string, string> = { "!": "", ";": "|", "{": "(\\.(", "}": "))?", "[": "(\\.\\d+)?(\\.(", "]": "))?" };

/** Reads the core's table of operations; each of them once it is asked for, since a page sells one thing at a time. */
export function readOperations(table: string): Map<string, () => Operation> {
  const lines = table.trim().split("\n").map((line, place): [string, () => Operation] => {
    const [id, provider, kind, method, path, reference, spelled] = line.split("\t") as [string, Operation["provider"], OperationKind, string, string, string, string];
    let operation: Operation | undefined;
    const read = (): Operation => {
      const shape = readShape(spelled.match(/\w+|[{}[\]]/g) as string[], false);
      const names = new RegExp(`^(${spelled.replace(/\W/g, (mark) => NAMED[mark] as string)})$`);
      return { id, place, provider, kind, method, path, shape, names, reference: shape.keys.indexOf(reference) };
    };
    return [id, () => (operation ??= read())];
  });
  return new Map(lines);
}

/** Takes the words of one shape, up to the bracket that ends it. */
function readShape(words: string[], rows: boolean): Shape {
  const shape: Shape = { rows, keys: [], below: [] };
  for (let word = words.shift(); word && word !== "}" && word !== "]"; word = words.shift()) {
    if (word === "{" || word === "[") shape.below[shape.below.length - 1] = readShape(words, word === "[");
    else shape.below[shape.keys.push(word) - 1] = null;
  }
  return shape;
}
