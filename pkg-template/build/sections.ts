/** Where the parts of a module's binary format stand (WebAssembly Core Specification, 5.5 Modules). */

export interface Section {
  id: number;
  /** Behind the section's head. */
  start: number;
  end: number;
}

/** A number in LEB128 and where it ends. */
export function leb(bytes: Uint8Array, at: number): [value: number, end: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

export function sections(wasm: Uint8Array): Section[] {
  const found: Section[] = [];
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = leb(wasm, at + 1);
    found.push({ id: wasm[at] ?? 0, start, end: start + size });
    at = start + size;
  }
  return found;
}

export const section = (wasm: Uint8Array, id: number): Section => {
  const found = sections(wasm).find((one) => one.id === id);
  if (!found) throw new Error(`the module has no section ${id}`);
  return found;
};

/** Where each function's body begins, in their order, and where the last one ends. */
export function bodies(wasm: Uint8Array): number[] {
  const { start, end } = section(wasm, 10);
  const [count, first] = leb(wasm, start);
  const starts = [first];
  for (let body = 0; body < count; body += 1) {
    const [size, code] = leb(wasm, starts.at(-1) ?? 0);
    starts.push(code + size);
  }
  if (starts.at(-1) !== end) throw new Error("the bodies do not fill the code section");
  return starts;
}
