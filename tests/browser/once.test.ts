import assert from "node:assert/strict";
import { after, beforeEach, before, describe, test } from "node:test";
import { fillTopup, pay } from "./orders.ts";
import { openStage, ready, stamp, tabTo, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.demo.sandbox.reset());

function boughtOnce(purchases = 1): void {
  const { purchasesPerReference, purchasesPerOrder, requestsPerReference, requestsPerPath, doublePurchases, repeatedOrders } = stage.demo.sandbox.counts();
  assert.equal(Object.keys(purchasesPerReference).length, purchases);
  assert.deepEqual([...new Set(Object.values(purchasesPerReference))], [1]);
  assert.deepEqual([...new Set(Object.values(purchasesPerOrder))], [1]);
  assert.deepEqual([...new Set(Object.values(requestsPerReference))], [1]);
  assert.equal(requestsPerPath["/v1/open-api/products/buy"], purchases);
  assert.equal(doublePurchases, 0);
  assert.equal(repeatedOrders, 0);
}

describe("one order is bought once", () => {
  test("a double click buys once", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await page.locator("#pay").dblclick();
    await stamp(page, "success");
    boughtOnce();
  });

  test("twenty clicks in one turn buy once", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await page.evaluate(() => {
      const button = document.getElementById("pay") as HTMLButtonElement;
      for (let click = 0; click < 20; click += 1) button.click();
    });
    await stamp(page, "success");
    boughtOnce();
  });

  test("twenty presses of Enter while it is under way buy once", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await tabTo(page, "#pay");
    for (let press = 0; press < 20; press += 1) await page.keyboard.press("Enter");
    await stamp(page, "success");
    boughtOnce();
  });

  test("a reload while the provider is still working takes the same purchase up again", async () => {
    stage.demo.sandbox.fault({ kind: "slow", path: "/v1/open-api/products/buy", ms: 2_000 });
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await pay(page);
    await page.waitForFunction(() => document.body.dataset["stage"] === "working");
    await page.waitForTimeout(400);
    await page.reload();
    await stamp(page, "success");
    assert.match(await page.locator("#notices").innerText(), /bukan membeli ulang/);
    boughtOnce();
  });

  test("a reload after the purchase shows the same receipt, not an empty form", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await pay(page);
    await stamp(page, "success");
    const order = await page.locator(".paper-order").first().innerText();
    await page.reload();
    await stamp(page, "success");
    assert.equal(await page.locator(".paper-order").first().innerText(), order);
    assert.equal(await page.locator("#pay").isVisible(), false);
    boughtOnce();
  });

  test("a reload in the moment of the press never buys twice", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await pay(page);
    await page.reload();
    await ready(page);
    await page.waitForFunction(() => document.body.dataset["stage"] !== "working");
    if ((await page.locator("body").getAttribute("data-stage")) === "form") {
      await fillTopup(page);
      await pay(page);
    }
    await stamp(page, "success");
    boughtOnce();
  });

  test("two tabs of one session that press at once buy once", async () => {
    const { page, context } = await stage.visit("/topup");
    const other = await context.newPage();
    await other.goto(`${stage.demo.url}/topup`);
    await ready(other);
    await fillTopup(page);
    await fillTopup(other);
    const press = (tab: typeof page) => tab.evaluate(() => document.getElementById("pay")?.click());
    await Promise.all([press(page), press(other)]);
    await Promise.any([stamp(page, "success"), stamp(other, "success")]);
    await page.waitForTimeout(1_000);
    boughtOnce();
  });

  test("a new order after a settled one is a new purchase", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page);
    await pay(page);
    await stamp(page, "success");
    await page.locator("#till-after .button-pay").click();
    await page.locator('body[data-stage="form"] #paper-body > *').first().waitFor();
    await fillTopup(page, "081235990001");
    await pay(page);
    await stamp(page, "success");
    boughtOnce(2);
  });
});
