import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { stumbles } from "./axe.ts";
import { fillElectricity, fillTopup, pay } from "./orders.ts";
import { openStage, ready, stamp, tabTo, type Language, type Stage } from "./stage.ts";

const PAGES = ["/", "/topup", "/wallet", "/electricity", "/attraction", "/bus", "/margin", "/orders"];

/** A sentence that is shown; the page's own places for one are hidden until then. */
const WRONG = ".kasir-error:not([hidden])";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

describe("everyone can use it", () => {
  test("an empty top-up says at the number and at the cards what each of them lacks", async () => {
    const { page } = await stage.visit("/topup");
    await pay(page);
    await page.locator(".kasir-summary").waitFor();
    const told = ["Nomor HP belum diisi.", "Pilih dulu yang ingin dibeli."];
    assert.deepEqual(await page.locator(WRONG).allInnerTexts(), told);
    assert.equal(await page.locator('[data-kasir-error="value"]').innerText(), told[0]);
    assert.deepEqual(await page.locator(".kasir-summary a").allInnerTexts(), told);
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const path of PAGES) {
      test(`axe finds nothing serious on ${path} in ${scheme}`, async () => {
        const { page } = await stage.visit(path, scheme === "light" ? "id" : "en");
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        if (await page.locator("#panel summary").count()) await page.locator("#panel summary").click();
        assert.deepEqual(await stumbles(page), []);
      });
    }

    test(`axe finds nothing serious with every field wrong, and on a receipt, in ${scheme}`, async () => {
      const { page } = await stage.visit("/attraction");
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await pay(page);
      await page.locator(".kasir-summary").waitFor();
      assert.deepEqual(await stumbles(page), []);
      await page.goto(`${stage.demo.url}/electricity`);
      await ready(page);
      await fillElectricity(page);
      assert.deepEqual(await stumbles(page), []);
      await pay(page);
      await stamp(page, "success");
      assert.deepEqual(await stumbles(page), []);
      await page.goto(`${stage.demo.url}/orders`);
      await page.locator("#orders button").first().click();
      await stamp(page, "success");
      assert.deepEqual(await stumbles(page), []);
    });
  }

  for (const path of PAGES) {
    test(`${path} fits from 360 px to 1440 px without scrolling sideways`, async () => {
      const { page } = await stage.visit(path);
      for (const width of [360, 390, 768, 1024, 1280, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `at ${width}`);
      }
    });
  }
});

const EXPECTED: Record<Language, { count: RegExp; name: RegExp }> = {
  id: { count: /^Ada isian yang perlu diperbaiki: \d+$/, name: /Nama depan/ },
  en: { count: /^Some fields need to be corrected: \d+$/, name: /First name/i },
};

describe("what is wrong stands beside its field", () => {
  for (const language of ["id", "en"] as const) {
    test(`every issue is beside its field, described and in the summary (${language})`, async () => {
      const { page } = await stage.visit("/attraction", language);
      await pay(page);
      const summary = page.locator(".kasir-summary");
      await summary.waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.className), "kasir-summary");
      assert.match(await summary.locator("h2").innerText(), EXPECTED[language].count);
      const first = page.locator("#buyer_first_name");
      assert.equal(await first.getAttribute("aria-invalid"), "true");
      const described = (await first.getAttribute("aria-describedby"))?.split(" ") ?? [];
      const said = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
      const [told = "", hint] = said;
      assert.match(told, EXPECTED[language].name);
      assert.equal(hint, await page.locator("#buyer_first_name-hint").innerText());
      const links = await summary.locator("a").count();
      assert.equal(await page.locator(`.field ${WRONG}`).count(), links);
      await summary.locator("a", { hasText: told }).first().press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "buyer_first_name");
      await page.keyboard.type("Oim");
      assert.equal(await first.getAttribute("aria-invalid"), null);
      assert.equal(await page.locator("#buyer_first_name ~ .kasir-error").count(), 0);
    });
  }

  test("a field is checked when it is left, and cleared by the key that mends it", async () => {
    const { page } = await stage.visit("/topup");
    await tabTo(page, "#value");
    await page.keyboard.type("0812");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("#value").getAttribute("aria-invalid"), "true");
    await page.locator("#value").press("End");
    await page.keyboard.type("34567890");
    assert.equal(await page.locator("#value").getAttribute("aria-invalid"), null);
  });

  test("a missing seat is told at the seats, and forgiven when one is chosen", async () => {
    const { page } = await stage.visit("/bus");
    await pay(page);
    await page.locator("#seat-field > .kasir-error").waitFor();
    await page.locator("#seat-7").press("Space");
    assert.equal(await page.locator("#seat-field > .kasir-error").count(), 0);
    assert.equal(await page.locator("#order_name ~ .kasir-error").count(), 1);
  });

  test("a passenger's own field carries the passenger's own issue", async () => {
    const { page } = await stage.visit("/bus", "en");
    await page.locator("#seat-7").press("Space");
    await page.locator("#seat-8").press("Space");
    await page.locator("#passenger-8-dob").fill("31/02/1990");
    await page.locator("#passenger-8-dob").press("Tab");
    assert.equal(await page.locator("#passenger-8-dob").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator("#passenger-7-dob").getAttribute("aria-invalid"), null);
  });
});

describe("the panel for developers", () => {
  test("shows form, prepared body with marked placeholders, and answer", async () => {
    const { page } = await stage.visit("/topup");
    await page.locator("#panel summary").click();
    await fillTopup(page, "0812 3599 0001");
    assert.match(await page.locator("#panel-form").innerText(), /"product_code": "S10"/);
    const body = await page.locator("#panel-prepared").innerText();
    assert.match(body, /^POST \/v1\/open-api\/products\/buy\n/);
    assert.match(body, /"amount": "\d+ ◆"/);
    assert.match(body, /"value": "081235990001"/);
    await pay(page);
    await stamp(page, "success");
    assert.match(await page.locator("#panel-answer").innerText(), /"state": "success"/);
  });
});
