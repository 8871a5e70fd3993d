import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { bodyReadings, goEncode, minified } from "../../pkg-template/kasir-hook/src/sandbox/body_readings.ts";
import { GoSyntaxError, type GoValue, readGoJson } from "../../pkg-template/kasir-hook/src/sandbox/go_json.ts";

interface Vectors {
  go: string;
  vectors: { input_base64: string; output_base64: string | null; raw_base64: string | null }[];
}

const measured = JSON.parse(readFileSync(new URL("./go_reencoding/vectors.json", import.meta.url), "utf8")) as Vectors;

/** Go decodes these vectors into a map, so any other top-level value is an error there. */
function decodedIntoMap(bytes: Uint8Array): GoValue | null {
  try {
    const value = readGoJson(bytes);
    return value.kind === "object" || (value.kind === "word" && value.text === "null") ? value : null;
  } catch (error) {
    assert.ok(error instanceof GoSyntaxError);
    return null;
  }
}

function decoded(base64: string | null): string | null {
  return base64 === null ? null : Buffer.from(base64, "base64").toString("utf8");
}

test("the re-encoder writes byte for byte what real Go writes", () => {
  assert.ok(measured.vectors.length > 250);
  assert.match(measured.go, /^go1\.(1\d|2[01])/, "the vectors come from a Go before 1.22");
  for (const { input_base64, output_base64, raw_base64 } of measured.vectors) {
    const input = Buffer.from(input_base64, "base64");
    const value = decodedIntoMap(input);
    const written = (escapes: "go" | "raw"): string | null => (value === null ? null : goEncode(value, { release: "before_1_22", escapes }));
    assert.equal(written("go"), decoded(output_base64), input.toString("latin1"));
    assert.equal(written("raw"), decoded(raw_base64), input.toString("latin1"));
  }
});

interface EscapeFixture {
  go_marshal: string;
  go_raw: string;
}

test("the bodies of the escape fixtures agree under their own reading", () => {
  const folder = new URL("../fixtures/escapes/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(names.length > 20);
  for (const name of names) {
    const { go_marshal, go_raw } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as EscapeFixture;
    assert.equal(bodyReadings(Buffer.from(go_marshal), "go").differ, false, name);
    assert.equal(bodyReadings(Buffer.from(go_raw), "raw").differ, false, name);
    assert.equal(bodyReadings(Buffer.from(go_raw), "go").differ, go_raw !== go_marshal, name);
  }
});

test("the printed payload of the Digital Signature page has the printed hash", () => {
  const { hashes, differ } = bodyReadings(Buffer.from('{"account_number":true,"bank_code":"000"}'));
  assert.deepEqual(hashes, ["7791c19c8a1031a23713d71ef8d5a76c62beef20a5ed3b9c6731d108ac70af6e"]);
  assert.equal(differ, false);
});

test("the empty body has the hash of the empty string", () => {
  assert.deepEqual(bodyReadings(Buffer.alloc(0)), {
    hashes: ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"], differ: false,
  });
});

test("white space between tokens is removed and white space inside text is kept", () => {
  assert.equal(minified(Buffer.from('{ "a" :\t"x \\" y\\\\" ,\r\n"b": [ 1 , 2 ] }')).toString(), '{"a":"x \\" y\\\\","b":[1,2]}');
});

const AGREEING = [
  '{"a":"A \\u0026 B \\u003cc\\u003e"}', '{"a":"ꦤꦫꦮ 王小明 🎫 é"}', '{"a":"x\\u2028y\\u2029z"}', '{"a":"\\"\\\\/\'"}',
  '{"a":9007199254740991,"b":0,"c":null,"d":[{"e":true}]}', "{}", '{ "a" : 1 }',
];

for (const body of AGREEING) {
  test(`both readings agree on ${JSON.stringify(body)}`, () => assert.equal(bodyReadings(Buffer.from(body)).differ, false));
}

const DIFFERING: Record<string, string> = {
  "keys that are not sorted": '{"b":1,"a":2}',
  "keys that are not sorted inside an array": '{"a":[{"c":1,"b":2}]}',
  "a raw ampersand": '{"a":"A & B"}',
  "a raw line separator": '{"a":"\u2028"}',
  "an escape in capital hex digits": '{"a":"\\u003C"}',
  "an escaped slash": '{"a":"\\/"}',
  "an escaped letter": '{"a":"\\u00e9"}',
  "a fraction that is not needed": '{"a":1.0}',
  "an exponent": '{"a":1e3}',
  "an integer beyond 2^53 that rounds": '{"a":9007199254740993}',
  "an integer beyond 2^53 that happens to survive": '{"a":9007199254740994}',
  "a key that comes twice": '{"a":1,"a":1}',
  "a lone surrogate": '{"a":"\\ud800"}',
  "a backspace, which Go releases write in two ways": '{"a":"\\b"}',
  "a top level that is no object": "[1]",
};

for (const [what, body] of Object.entries(DIFFERING)) {
  test(`readings differ for ${what}`, () => assert.equal(bodyReadings(Buffer.from(body)).differ, true));
}

test("text that Go cannot decode is an error, never a crash", () => {
  for (const text of ["", "{", "nul", '{"a":}', "[".repeat(100_000), '{"a":"\u0001"}']) {
    assert.throws(() => readGoJson(Buffer.from(text)), GoSyntaxError, text.slice(0, 20));
  }
});
