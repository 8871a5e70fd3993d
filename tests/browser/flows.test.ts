import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fillAttraction, fillBus, fillElectricity, fillTopup, METER, pay, SLOW_METER, signInAndFillMargin, VISITORS } from "./orders.ts";
import { flat, openStage, paperText, pick, pressOn, ready, stamp, typeInto, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());

describe("from key presses to the receipt", () => {
  test("phone credit is bought and receipted in Indonesian", async () => {
    const { page, complaints } = await stage.visit("/topup");
    await fillTopup(page);
    assert.equal(await page.locator("#operator").innerText(), "Telkomsel");
    assert.match(await page.locator("#pay").innerText(), /Bayar Rp\s11\.500/);
    await pay(page);
    await stamp(page, "success");
    const paper = flat(await paperText(page));
    for (const part of ["LUNAS", "Pembelian Anda berhasil", "Telkomsel 10.000", "Rp 11.500", "Nomor seri"]) assert.ok(paper.includes(part), `${part} in ${paper}`);
    assert.deepEqual(complaints, []);
  });

  test("phone credit is bought and receipted in English", async () => {
    const { page, complaints } = await stage.visit("/topup", "en");
    await fillTopup(page, "+62 812-3456-7891");
    await pay(page);
    await stamp(page, "success");
    const paper = flat(await paperText(page));
    for (const part of ["PAID", "Telkomsel 10.000", "Rp 11.500", "Serial number"]) assert.ok(paper.includes(part), `${part} in ${paper}`);
    assert.doesNotMatch(paper, /Pembelian|Nomor/);
    assert.deepEqual(complaints, []);
  });

  test("electricity shows the customer's name before, and the 20 digits in groups of four after", async () => {
    const { page, complaints } = await stage.visit("/electricity");
    await fillElectricity(page, SLOW_METER);
    const customer = await page.locator("kasir-receipt [data-line=customer_name] dd").innerText();
    assert.notEqual(customer.trim(), "");
    assert.ok(flat(await paperText(page)).includes(customer));
    await pay(page);
    await page.locator('#paper[data-state="pending"]').waitFor();
    await stamp(page, "success");
    const groups = await page.locator(".token-digits span").allInnerTexts();
    assert.equal(groups.length, 5);
    for (const group of groups) assert.match(group.trim(), /^\d{4}$/);
    await pressOn(page, ".token button");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, groups.map((group) => group.trim()).join(""));
    assert.deepEqual(complaints, []);
  });

  test("electricity is not sold before the name was shown, and a changed number asks again", async () => {
    const { page } = await stage.visit("/electricity", "en");
    await pick(page, 'input[name="product_code"]', "#product-PLN50");
    await typeInto(page, "#check-value", METER);
    await pay(page);
    assert.match(await page.locator("#notices").innerText(), /Check the customer's name first/);
    await fillElectricity(page, METER, "PLN50");
    await typeInto(page, "#check-value", "01105691112");
    assert.equal(await page.locator("kasir-receipt dl").count(), 0);
    await pay(page);
    assert.match(await page.locator("#notices").innerText(), /Check the customer's name first/);
  });

  test("electricity asks for the name also before the till is open, and the till knows it then", async () => {
    const { context } = await stage.visit("/electricity", "en");
    const page = await context.newPage();
    let open = (): void => undefined;
    const opens = new Promise<void>((resolve) => (open = resolve));
    await page.route("**/shop/orders", async (route) => {
      await opens;
      await route.continue();
    });
    await page.goto(`${stage.demo.url}/electricity?lang=en`);
    await page.locator("#check-value").waitFor();
    await fillElectricity(page);
    const customer = await page.locator("kasir-receipt [data-line=customer_name] dd").innerText();
    await page.locator("#inquire").focus();
    open();
    await ready(page);
    assert.ok(flat(await paperText(page)).includes(customer));
    assert.equal(await page.evaluate(() => document.activeElement?.id), "inquire", "the till that opens takes no focus");
    await pay(page);
    await stamp(page, "success");
  });

  test("electricity keeps a name to the number that it was asked for, also where that is typed on meanwhile", async () => {
    stage.demo.sandbox.fault({ kind: "slow", path: "/v1/open-api/products/inquiry", ms: 1_500 });
    const { page, complaints } = await stage.visit("/electricity", "en");
    await pay(page);
    await page.locator("kasir-form .kasir-summary").waitFor();
    assert.equal(await page.locator("kasir-form .kasir-summary a").count(), 2);
    await pick(page, 'input[name="product_code"]', "#product-PLN50");
    await typeInto(page, "#check-value", METER);
    await pressOn(page, "#inquire");
    await page.locator("kasir-form [aria-busy=true]").waitFor();
    await typeInto(page, "#check-value", SLOW_METER);
    await page.locator("kasir-form form:not([aria-busy])").waitFor();
    assert.equal(await page.locator("kasir-receipt dl").count(), 0);
    await pay(page);
    assert.match(await page.locator("#notices").innerText(), /Check the customer's name first/);
    assert.deepEqual(complaints, []);
  });

  test("an e-wallet takes an amount of the buyer's own, at the shop's fee", async () => {
    const { page, complaints } = await stage.visit("/wallet");
    await pick(page, 'input[name="shop-brand"]', "#brand-DANA");
    await pick(page, 'input[name="product_code"]', "#product-DNOPEN");
    await typeInto(page, "#amount", "25.000");
    await typeInto(page, "#value", "0817345544");
    await pressOn(page, "#inquire");
    await page.locator(".inquiry-card").waitFor();
    assert.match(await page.locator("#pay").innerText(), /Rp\s26\.500/);
    await pay(page);
    await stamp(page, "success");
    assert.ok(flat(await paperText(page)).includes("Rp 26.500"));
    assert.deepEqual(complaints, []);
  });

  test("an attraction is booked for three visitors, after one was added and removed", async () => {
    const { page, complaints } = await stage.visit("/attraction", "en");
    await pressOn(page, "#add-customer");
    await pressOn(page, "#customers fieldset:nth-child(2) > button");
    assert.equal(await page.locator("#customers fieldset").count(), 1);
    await page.reload();
    await page.locator("#customer-0-passportNo").waitFor();
    await fillAttraction(page, VISITORS);
    assert.match(await page.locator("#pay").innerText(), /Rp\s48\.000/);
    await pay(page);
    await stamp(page, "success");
    const paper = flat(await paperText(page));
    for (const part of ["PAID", "Old Batavia walking tour × 3", "Rp 48.000"]) assert.ok(paper.includes(part), `${part} in ${paper}`);
    assert.deepEqual(complaints, []);
  });

  test("two bus seats end at a hold with a countdown", async () => {
    const { page, complaints } = await stage.visit("/bus");
    await fillBus(page, ["5", "6"]);
    assert.match(await page.locator("#pay").innerText(), /Rp\s196\.000/);
    await pay(page);
    await stamp(page, "held");
    const paper = flat(await paperText(page));
    for (const part of ["DITAHAN", "Ditahan sampai", "WIB", "Rp 196.000"]) assert.ok(paper.includes(part), `${part} in ${paper}`);
    const left = page.locator('[role="timer"]');
    const first = await left.innerText();
    assert.match(first, /^sisa \d+:\d\d$/);
    await page.waitForFunction((before) => document.querySelector('[role="timer"]')?.textContent !== before, first);
    assert.deepEqual(complaints, []);
  });

  test("the merchant saves the margin, a buyer may not", async () => {
    const { page, complaints } = await stage.visit("/margin", "en");
    await typeInto(page, "#updatePercentage", "1.4");
    await pay(page);
    await page.locator("#notices .notice-bad").waitFor();
    assert.equal(await page.locator(".stamp").count(), 0);
    await page.reload();
    await ready(page);
    complaints.length = 0;
    await signInAndFillMargin(page);
    await pay(page);
    await stamp(page, "success");
    const paper = flat(await paperText(page));
    for (const part of ["SAVED", "1.4"]) assert.ok(paper.includes(part), `${part} in ${paper}`);
    assert.deepEqual(complaints, []);
  });
});
