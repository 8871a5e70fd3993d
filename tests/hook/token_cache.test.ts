import assert from "node:assert/strict";
import { test } from "node:test";
import { tokenCache } from "../../pkg-template/kasir-hook/src/token_cache.ts";

function issuer(lifeMs = 900_000) {
  let now = 1_000_000;
  let count = 0;
  let fail = false;
  const cache = tokenCache(async () => {
    await new Promise(setImmediate);
    if (fail) throw new Error("down");
    count += 1;
    return { token: `token-${count}`, expiresAt: now + lifeMs };
  }, () => now);
  return { cache, pass: (ms: number) => (now += ms), fetched: () => count, failing: (on: boolean) => (fail = on) };
}

test("however many wait, one refresh is under way", async () => {
  const { cache, fetched } = issuer();
  const tokens = await Promise.all(Array.from({ length: 50 }, () => cache.get("")));
  assert.deepEqual(new Set(tokens), new Set(["token-1"]));
  assert.equal(fetched(), 1);
});

test("a token serves until a minute before it expires", async () => {
  const { cache, pass } = issuer();
  await cache.get("");
  pass(839_999);
  assert.equal(await cache.get(""), "token-1");
  pass(1);
  assert.equal(await cache.get(""), "token-2");
});

test("tokens of different scopes are different tokens", async () => {
  const { cache } = issuer();
  assert.notEqual(await cache.get("M_1"), await cache.get("M_2"));
});

test("a refused token is dropped, but not the one that took its place", async () => {
  const { cache } = issuer();
  const first = await cache.get("");
  cache.forget("", first);
  const second = await cache.get("");
  assert.notEqual(second, first);
  cache.forget("", first);
  assert.equal(await cache.get(""), second);
});

test("a failed refresh is tried again by the next call, and meanwhile a token that still lives serves", async () => {
  const { cache, pass, failing } = issuer();
  failing(true);
  await assert.rejects(cache.get(""));
  failing(false);
  assert.equal(await cache.get(""), "token-1");
  failing(true);
  pass(850_000);
  assert.equal(await cache.get(""), "token-1");
  pass(46_000);
  await assert.rejects(cache.get(""));
});

test("a token call that fails before it begins is tried again by the next caller", async () => {
  let broken = true;
  const cache = tokenCache(() => {
    if (broken) throw new Error("not signed");
    return Promise.resolve({ token: "token-1", expiresAt: 2_000_000 });
  }, () => 1_000_000);
  await assert.rejects(cache.get(""), /not signed/);
  broken = false;
  assert.equal(await cache.get(""), "token-1");
});
