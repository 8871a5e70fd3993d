import assert from "node:assert/strict";
import { after, test } from "node:test";
import { loadHookCore } from "../../pkg-template/kasir-hook/src/core.ts";
import { PROBLEM_CODES, problemResponse, problemStatus } from "../../pkg-template/kasir-hook/src/problem.ts";
import { openRig, stopSandbox } from "./rig.ts";

after(stopSandbox);

test("every problem has a status and a sentence in both languages", async () => {
  const core = await loadHookCore();
  for (const code of PROBLEM_CODES) {
    assert.ok(problemStatus(code) >= 400);
    const titles = [];
    for (const language of ["id", "en"] as const) {
      const { title, status } = await problemResponse({ code }, core, language).json() as { title: string; status: number };
      assert.equal(status, problemStatus(code));
      assert.ok(title.length > 10 && title !== code, code);
      titles.push(title);
    }
    assert.notEqual(titles[0], titles[1]);
  }
});

test("issues are told in the language that the page asks for, with their place", async () => {
  const rig = await openRig();
  const told = async (language: string) =>
    ((await rig.post({ product_code: "PLN20" }, { headers: { "Accept-Language": language } })).body["issues"] as { message: string; pointer: string }[])[0];
  const [id, en] = [await told("id"), await told("en")];
  assert.equal(id?.pointer, "/value");
  assert.equal(en?.pointer, "/value");
  assert.notEqual(id?.message, en?.message);
  await rig.close();
});
