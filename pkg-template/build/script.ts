/** The script of wasm-bindgen's glue, in fewer bytes. */

/**
 * The glue copies a text letter by letter up to the first one beyond ASCII. The browser's own encoder copies all of it
 * at once, 60 times faster on a booking of 500 passengers, and tells by `read` how far the memory went.
 */
const PASS = `function passStringToWasm0(arg, malloc, realloc) {
    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;
    const fill = (from, at) => cachedTextEncoder.encodeInto(arg.slice(from), getUint8ArrayMemory0().subarray(ptr + at, ptr + len));
    let { read, written } = fill(0, 0);
    if (read < arg.length) {
        ptr = realloc(ptr, len, len = written + (arg.length - read) * 3, 1) >>> 0;
        written += fill(read, written).written;
        ptr = realloc(ptr, len, written, 1) >>> 0;
    }
    WASM_VECTOR_LEN = written;
    return ptr;
}`;

export function written(glue: string): string {
  const found = /function passStringToWasm0\(arg, malloc, realloc\) \{[^]*?\n\}/;
  if (!found.test(glue)) throw new Error("the glue passes its texts in another way now");
  return glue.replace(found, () => PASS);
}

/** The glue's views of an instance's memory, which another instance has anew. */
export function memories(glue: string): string[] {
  const names = [...glue.matchAll(/^let (cached\w+Memory0) = null;$/gm)].map(([, name = ""]) => name);
  if (names.length === 0) throw new Error("the glue keeps no view of the memory any more");
  return names;
}

/**
 * What the glue leaves to its bundler; binaryen calls the one module of all imports `a`. Short names link with any
 * module, an older one from a cache among them, so the module carries a print of both files as an empty section's name.
 */
export const start = (imports: [string, string, string][], memories: string[], print: string): string => `
export function start(module) {
    if (!WebAssembly.Module.customSections(module, "${print}").length) throw new Error("not the module of this script");
    const imports = { ${imports.map(([, long, short]) => `${short}: ${long}`).join(", ")} };
    wasm = new WebAssembly.Instance(module, { a: imports }).exports;
    ${memories.map((name) => `${name} = null;`).join(" ")}
    wasm.__wbindgen_start();
}
`;
