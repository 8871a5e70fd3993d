import assert from "node:assert/strict";
import { test } from "node:test";
import en from "../../www/sentences/en.js";
import id from "../../www/sentences/id.js";
import type { Sentences } from "../../www/sentences/sentences.d.ts";

function flatten(sentences: Sentences, prefix = ""): Map<string, string> {
  return new Map(Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)]));
}

const holes = (sentence: string) => [...sentence.matchAll(/\{[a-z]+\}/g)].map(([hole]) => hole).sort();

test("every sentence of the demo stands in both languages with the same holes", () => {
  const [indonesian, english] = [flatten(id), flatten(en)];
  assert.deepEqual([...english.keys()], [...indonesian.keys()]);
  for (const [key, sentence] of indonesian) assert.deepEqual(holes(english.get(key) ?? ""), holes(sentence), key);
});
