/** The shape of an operation's input, as the core spells it: `a;!b;c{d;e};f[g]`. `!` marks what a form must not set. */
export interface Shape {
  keys: string[];
  /** Whether the person at the form fills the key in. */
  typed: boolean[];
  /** The shape below a key: of an object, or of each row of a list. */
  below: ({ rows: boolean; shape: Shape } | null)[];
}

export interface Operation {
  id: string;
  provider: "klikoo" | "netzme";
  kind: string;
  method: string;
  path: string;
  /** Where the reference stands among the keys; −1 where the operation has none. */
  reference: number;
  shape: Shape;
}

/** Reads the core's table of operations. */
export function readOperations(table: string): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const line of table.split("\n")) {
    const [id, provider, kind, method, path, reference, spelled] = line.split("\t");
    if (id === undefined || kind === undefined || method === undefined || path === undefined || spelled === undefined) continue;
    const shape = readShape(spelled, { at: 0 });
    operations.set(id, {
      id, kind, method, path, shape,
      provider: provider as Operation["provider"],
      reference: reference ? shape.keys.indexOf(reference) : -1,
    });
  }
  return operations;
}

function readShape(text: string, cursor: { at: number }): Shape {
  const shape: Shape = { keys: [], typed: [], below: [] };
  for (;;) {
    const from = cursor.at;
    while (cursor.at < text.length && !";{}[]".includes(text[cursor.at] as string)) cursor.at++;
    const word = text.slice(from, cursor.at);
    shape.keys.push(word.replace("!", ""));
    shape.typed.push(!word.startsWith("!"));
    const mark = text[cursor.at];
    if (mark === "{" || mark === "[") {
      cursor.at++;
      shape.below.push({ rows: mark === "[", shape: readShape(text, cursor) });
      cursor.at++;
    } else {
      shape.below.push(null);
    }
    if (text[cursor.at] !== ";") return shape;
    cursor.at++;
  }
}
