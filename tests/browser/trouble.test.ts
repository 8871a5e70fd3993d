import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import { fillBus, fillTopup, pay } from "./orders.ts";
import { flat, openStage, paperText, pressOn, ready, stamp, typeInto, type Stage } from "./stage.ts";

const BUY = "/v1/open-api/products/buy";
const LOOK_UP = "/v1/open-api/transactions";
const NOT_SURE = { id: /Kami belum bisa memastikan apakah pembelian ini berhasil\. Jangan membeli lagi/, en: /do not buy again/i };

let stage: Stage;
before(async () => {
  // A token this short is never used twice, so a provider that is down is met before anything is sent.
  stage = await openStage({ providerMs: 1_200, ledgerMs: 200, sandbox: { tokenLifeSeconds: 4 } });
});
after(() => stage.close());
beforeEach(() => stage.demo.sandbox.reset());

const notice = async (page: Page) => flat(await page.locator("#notices").innerText());
const stageOf = (page: Page) => page.locator("body").getAttribute("data-stage");
const purchases = () => Object.values(stage.demo.sandbox.counts().purchasesPerReference).reduce((sum, one) => sum + one, 0);
const sentToBuy = () => stage.demo.sandbox.counts().requestsPerPath[BUY] ?? 0;

/** Holds the ledger's write lock as another process would. */
function lockLedger(): () => void {
  const other = new DatabaseSync(stage.demo.ledgerPath);
  other.exec("BEGIN IMMEDIATE");
  return () => {
    other.exec("ROLLBACK");
    other.close();
  };
}

describe("before anything was sent", () => {
  for (const [language, sentence] of [["id", /Penyedia sedang tidak bisa dihubungi\. Belum ada yang dibeli/], ["en", /nothing (has been|was) bought/i]] as const) {
    test(`a provider that is down is told as nothing bought (${language}), and the same press buys once it is back`, async () => {
      const { page } = await stage.visit("/topup", language);
      await fillTopup(page, language === "id" ? "081201990001" : "081202990001");
      await stage.demo.sandbox.stop();
      try {
        await pay(page);
        await page.locator("#notices .notice-bad").waitFor();
        assert.match(await notice(page), sentence);
        assert.equal(await stageOf(page), "form");
      } finally {
        await stage.demo.sandbox.start();
      }
      assert.equal(purchases(), 0);
      await pay(page);
      await stamp(page, "success");
      assert.equal(purchases(), 1);
    });
  }

  for (const [language, sentence] of [["id", /Catatan toko sedang tidak bisa dibuka\. Permintaan ini tidak diteruskan/], ["en", /not (been )?(passed on|forwarded|sent)/i]] as const) {
    test(`a ledger that cannot be written is told as not sent (${language}), and nothing reaches the provider`, async () => {
      const { page } = await stage.visit("/topup", language);
      await fillTopup(page, language === "id" ? "081203990001" : "081204990001");
      const unlock = lockLedger();
      await pay(page);
      await page.locator("#notices .notice-bad").waitFor();
      assert.match(await notice(page), sentence);
      assert.equal(sentToBuy(), 0);
      unlock();
      await pay(page);
      await stamp(page, "success");
      assert.equal(purchases(), 1);
    });
  }

  test("a changed price is shown and agreed to before it is paid", async () => {
    const { page } = await stage.visit("/topup", "en");
    await fillTopup(page, "081205990001", "S20");
    stage.demo.prices.change("S20", 22_300);
    await pay(page);
    await page.locator("#notices .notice-bad").waitFor();
    assert.match(await notice(page), /changed from Rp 21\.500 to Rp 22\.300\. Nothing has been bought/);
    assert.match(flat(await page.locator("#pay").innerText()), /Rp 22\.300/);
    assert.match(flat(await paperText(page)), /Rp 22\.300/);
    assert.equal(sentToBuy(), 0);
    await pressOn(page, "#notices .button-pay");
    await stamp(page, "success");
    assert.match(flat(await paperText(page)), /Rp 22\.300/);
    stage.demo.prices.change("S20", 21_500);
  });

  for (const [language, sentence] of [["id", /Kursi ini tidak tersedia\. Pilih kursi lain/], ["en", /This seat is not free\. Please choose another seat/]] as const) {
    test(`a seat that is taken is refused by the page, whatever its markup was made to say (${language})`, async () => {
      const { page } = await stage.visit("/bus", language);
      await fillBus(page, ["5", "6"]);
      await page.evaluate(() => ((document.querySelector('[name="departure.passengers.6.seat_name"]') as HTMLInputElement).value = "3"));
      await pay(page);
      await page.locator(".kasir-summary").waitFor();
      assert.match(flat(await page.locator(".kasir-summary").innerText()), sentence);
      assert.equal(await stageOf(page), "form");
      assert.equal(stage.demo.sandbox.counts().requests, 0);
    });
  }

  for (const missing of ["core.wasm", "web.js"]) {
    test(`a page whose ${missing} does not arrive says so, and that nothing was bought`, async () => {
      const context = await stage.browser.newContext();
      await context.route(`**/kasir-npm/${missing}`, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${stage.demo.url}/topup`);
      await page.locator("#load-failed").waitFor();
      assert.match(await page.locator("#load-failed").innerText(), /tidak dapat dimuat.*Belum ada yang dibeli/);
      await context.close();
    });
  }

  test("a session that is gone is told as such", async () => {
    const { page, context } = await stage.visit("/topup");
    await fillTopup(page, "081206990001");
    await context.clearCookies();
    await pay(page);
    await page.locator("#notices .notice-bad").waitFor();
    assert.match(await notice(page), /sesi Anda sudah berakhir/);
    assert.equal(sentToBuy(), 0);
    await Promise.all([page.waitForEvent("load"), pressOn(page, "#notices button")]);
    await ready(page);
    await fillTopup(page, "081206990001");
    await pay(page);
    await stamp(page, "success");
    assert.equal(sentToBuy(), 1);
  });
});

describe("after it was sent", () => {
  const TROUBLES = [
    { name: "a 500 after the provider accepted", fault: { kind: "status_500", accepted: true } },
    { name: "garbage after the provider accepted", fault: { kind: "garbage", accepted: true } },
    { name: "an answer slower than the hook waits", fault: { kind: "slow", ms: 4_000 } },
    { name: "a connection dropped after accepting", fault: { kind: "drop_after_accept" } },
    { name: "an empty answer after accepting", fault: { kind: "empty", accepted: true } },
  ] as const;

  for (const [index, { name, fault }] of TROUBLES.entries()) {
    for (const language of ["id", "en"] as const) {
      test(`${name} is told as not known (${language}), never re-sent, and settled once the provider answers again`, async () => {
        const { page } = await stage.visit("/topup", language);
        stage.demo.sandbox.fault({ ...fault, path: BUY });
        stage.demo.sandbox.fault({ kind: "status_500", path: LOOK_UP, times: "always" });
        await fillTopup(page, `0812345601${index}${language === "id" ? 1 : 2}`);
        await pay(page);
        await stamp(page, "unknown");
        assert.match(flat(await page.locator(".outcome").innerText()), NOT_SURE[language]);
        assert.equal(await page.locator("#pay").isVisible(), false);
        await page.waitForTimeout(900);
        assert.equal(sentToBuy(), 1);
        stage.demo.sandbox.clearFaults();
        await stamp(page, "success");
        assert.equal(sentToBuy(), 1);
        assert.equal(purchases(), 1);
      });
    }
  }

  test("a connection broken before the provider read anything stays not known until a person decides", async () => {
    const { page } = await stage.visit("/topup");
    stage.demo.sandbox.fault({ kind: "down", path: BUY });
    await fillTopup(page, "081234560201");
    await pay(page);
    await stamp(page, "unknown");
    await page.waitForTimeout(900);
    await stamp(page, "unknown");
    assert.equal(purchases(), 0);
    const reference = /[0-9a-f-]{36}/.exec(await paperText(page))?.[0] ?? "";
    await stage.demo.hook.resolve(reference, { state: "failed", name: "Sari", note: "Klikoo has no such transaction" });
    await stamp(page, "failed");
    assert.match(flat(await page.locator(".outcome").innerText()), /tidak ada yang dibeli/);
  });

  test("a ledger that locks while the provider works loses nothing: the verdict is written later", async () => {
    const { page } = await stage.visit("/topup");
    stage.demo.sandbox.fault({ kind: "slow", path: BUY, ms: 800 });
    await fillTopup(page, "081234560202");
    await pay(page);
    await page.waitForFunction(() => document.body.dataset["stage"] === "working");
    await page.waitForTimeout(400);
    const unlock = lockLedger();
    await page.waitForTimeout(1_500);
    unlock();
    await stamp(page, "success");
    assert.equal(sentToBuy(), 1);
    assert.equal(purchases(), 1);
  });

  test("a wrong number is told, mended in the form and bought under a new order", async () => {
    const { page } = await stage.visit("/topup");
    await fillTopup(page, "081234990010");
    await pay(page);
    await stamp(page, "failed");
    assert.equal(await page.locator("#paper .total").count(), 0);
    assert.match(flat(await page.locator(".outcome").innerText()), /Nomor tujuan tidak dikenal, jadi tidak ada yang dibeli/);
    const first = /TOP-\w+/.exec(await paperText(page))?.[0];
    await pressOn(page, "#till-after .button-pay");
    await typeInto(page, "#value", "081219990001");
    await pay(page);
    await stamp(page, "success");
    assert.notEqual(/TOP-\w+/.exec(await paperText(page))?.[0], first);
    assert.equal(purchases(), 1);
  });

  test("a purchase that waits and then fails ends as failed, in English", async () => {
    const { page } = await stage.visit("/topup", "en");
    await fillTopup(page, "081234990003");
    await pay(page);
    await stamp(page, "pending");
    await stamp(page, "failed");
    assert.match(flat(await page.locator(".outcome").innerText()), /nothing was bought/i);
  });

  test("a seat that another buyer holds is not held twice", async () => {
    const [one, other] = [await stage.visit("/bus"), await stage.visit("/bus")];
    await fillBus(one.page, ["13"]);
    await fillBus(other.page, ["13"]);
    await pay(one.page);
    await stamp(one.page, "held");
    await pay(other.page);
    await stamp(other.page, "failed");
    assert.equal(purchases(), 1);
  });

  const LOST = [
    {
      name: "a call that never reached the shop is told as not known, and as given up and not bought once the shop is back",
      arrives: false, state: "cancelled", bought: 0, told: /Pembelian dibatalkan sebelum dikirim\. Tidak ada yang dibeli\./,
    },
    {
      name: "a call whose answers were lost is told as not known, and with its receipt once the shop is back",
      arrives: true, state: "success", bought: 1, told: /Pembelian Anda berhasil\. Terima kasih!/,
    },
  ];
  for (const { name, arrives, state, bought, told } of LOST) {
    test(name, async () => {
      const { page, context } = await stage.visit("/topup");
      await fillTopup(page, "081234990001");
      await context.route("**/kasir/**", async (route) => {
        if (arrives) await route.fetch();
        await route.abort();
      });
      await pay(page);
      await stamp(page, "unknown");
      assert.equal(await stageOf(page), "receipt");
      assert.match(flat(await page.locator(".outcome").innerText()), NOT_SURE.id);
      assert.equal(await page.locator("#pay").isVisible(), false);
      await context.unroute("**/kasir/**");
      await stamp(page, state);
      assert.equal(await stageOf(page), "receipt");
      assert.match(flat(await page.locator(".outcome").innerText()), told);
      assert.equal(sentToBuy(), bought);
      assert.equal(purchases(), bought);
      await page.reload();
      await page.locator("body[data-stage]").waitFor();
      assert.equal(purchases(), bought);
    });
  }
});
