/** The forms of ./forms under axe-core, in every state that a person can bring them to. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stumbles } from "./axe.ts";
import { ready, siteForTests } from "./forms/site.ts";

const site = siteForTests();

describe("axe finds nothing serious", () => {
  for (const width of [1280, 390]) {
    test(`in a form that is untouched, being typed in, left wrong, submitted wrong and mended, ${width} px wide`, async () => {
      const { page } = await site.visit("topup.html");
      await page.setViewportSize({ width, height: 800 });
      await ready(page);
      assert.deepEqual(await stumbles(page), [], "untouched");
      await page.locator("#value").focus();
      await page.keyboard.type("0812");
      assert.deepEqual(await stumbles(page), [], "being typed in");
      await page.keyboard.press("Tab");
      assert.equal(await page.locator("[aria-invalid=true]").count(), 1);
      assert.deepEqual(await stumbles(page), [], "left wrong");
      await page.getByRole("button").click();
      assert.equal(await page.locator(".kasir-summary a").count(), 3);
      assert.deepEqual(await stumbles(page), [], "submitted wrong");
      await page.locator("#value").fill("081234567890");
      await page.locator("#amount").fill("10000");
      assert.deepEqual(await stumbles(page), [], "mended in part");
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });

    test(`in rows that came and went, submitted wrong, ${width} px wide`, async () => {
      const { page } = await site.visit("bus.html");
      await page.setViewportSize({ width, height: 800 });
      await ready(page);
      await page.getByRole("button").click();
      assert.deepEqual(await stumbles(page), [], "no row");
      for (const number of [7, 8, 9]) await page.getByLabel(`Kursi ${number}`).check();
      await page.getByLabel("Kursi 8").uncheck();
      await page.getByRole("button").click();
      assert.equal(await page.locator(".kasir-summary a").count(), 11);
      assert.deepEqual(await stumbles(page), [], "two rows");
    });
  }
});
