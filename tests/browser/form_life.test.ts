/** A form that the browser sends and resets, what it is dressed with, and how destroy() leaves it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { marked } from "./forms/marks.ts";
import { bind, ready, siteForTests, told } from "./forms/site.ts";
import { fillTopup } from "./forms/topup.ts";

const site = siteForTests();

const OPTIONS = { context: { product: { kind: "pulsa" } } };

describe("what the browser does by itself", () => {
  test("a form without onSubmit is sent by the browser, and no listener hears of one that is not", async () => {
    const { page } = await site.visit("topup.html?native");
    await ready(page);
    await page.evaluate(() => {
      const { form, bound, bind } = globalThis as unknown as { form: HTMLFormElement; bound: { destroy(): void }; bind(): void };
      const hear = (holder: EventTarget) => holder.addEventListener("submit", () => document.body.append("heard "));
      bound.destroy();
      hear(form);
      bind();
      hear(form);
      hear(document);
    });
    await ready(page);
    await page.getByRole("button").click();
    await page.locator(".kasir-summary").waitFor();
    assert.equal(await page.getByText("heard").count(), 0);
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.waitForURL("**/sent");
  });

  test("a reset takes every mark away", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, '<form><input name="value"><button>Beli</button><button type="reset">Kosongkan</button></form>', "klikoo.product_buy");
    await page.getByRole("button", { name: "Beli" }).click();
    assert.equal((await marked(page.locator("input"))).invalid, "true");
    await page.getByRole("button", { name: "Kosongkan" }).click();
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
  });

  test("a reset that the page does not let happen takes none away", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, '<form><input name="value"><button>Beli</button><button type="reset">Kosongkan</button></form>', "klikoo.product_buy");
    await page.evaluate(() => document.querySelector("form")?.addEventListener("reset", (event) => event.preventDefault()));
    await page.getByRole("button", { name: "Beli" }).click();
    await page.getByRole("button", { name: "Kosongkan" }).press("Enter");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.deepEqual([(await marked(page.locator("input"))).invalid, await page.locator(".kasir-summary").count()], ["true", 1]);
  });

  test("a control's own element of the page takes part as its form association says", async () => {
    const { page } = await site.visit("blank.html");
    await page.waitForFunction(() => "bind" in globalThis);
    await page.evaluate(() => customElements.define("own-control", class extends HTMLElement {
      static formAssociated = true;
      connectedCallback(): void {
        this.attachInternals().setFormValue("0812");
      }
    }));
    await bind(page, '<form><own-control name="value"></own-control><p data-kasir-error="value"></p><button>Beli</button></form>', "klikoo.product_buy", OPTIONS);
    await page.getByRole("button").click();
    assert.match(await page.locator("p").innerText(), /kurang angka/);
    assert.deepEqual((await told(page)).faults, []);
  });
});

describe("destroy", () => {
  test("leaves the page as it was found, and hears nothing any more", async () => {
    const { page, complaints } = await site.visit("topup.html");
    await ready(page);
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await page.getByRole("button").click();
    assert.equal(await page.locator(".kasir-summary a").count(), 3);
    const after = await page.evaluate(() => {
      (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy();
      return document.querySelector("main")?.outerHTML;
    });
    assert.equal(after, await page.evaluate(() => (globalThis as unknown as { before: string }).before));
    assert.equal(await page.locator(":invalid").count(), 0);
    await page.locator("#value").fill("");
    await page.locator("#value").focus();
    await page.keyboard.type("08123");
    assert.equal(await page.locator("#value").inputValue(), "08123");
    await page.getByRole("button").click();
    await page.waitForURL("**/sent");
    assert.deepEqual(complaints, []);
  });

  test("is done by the next binding of the form, and the one before has no say any more", async () => {
    const { page } = await site.visit("topup.html");
    await ready(page);
    await page.locator("#value").fill("0812");
    await page.locator("#value").blur();
    await page.evaluate(() => {
      const { bound, bind } = globalThis as unknown as { bound: { destroy(): void; show(issues: object[]): void }; bind(): void };
      bind();
      bound.destroy();
      bound.show([{ name: "amount", message: "Terlalu banyak.", severity: "error" }]);
    });
    await ready(page);
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
    assert.equal(await page.locator("form").evaluate((form: HTMLFormElement) => form.noValidate), true);
    await page.locator("#value").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual([await page.locator(".kasir-summary").count(), await page.locator(".kasir-summary a, .kasir-error").count()], [1, 5]);
    await fillTopup(page);
    await page.keyboard.press("Enter");
    assert.equal((await told(page)).sent.length, 1);
    const after = await page.evaluate(() => {
      (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy();
      return document.querySelector("main")?.outerHTML;
    });
    assert.equal(after, await page.evaluate(() => (globalThis as unknown as { before: string }).before));
  });

  test("leaves nothing behind that waited for the pointer", async () => {
    const { page, complaints } = await site.visit("topup.html");
    await ready(page);
    await page.evaluate(() => document.querySelector("h1")?.addEventListener("click", () => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy()));
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await page.locator("h1").click();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
    assert.deepEqual(complaints, []);
  });

  test("keeps what the merchant had set, and the form can be bound again", async () => {
    const { page } = await site.visit("blank.html");
    const markup = `<form novalidate="novalidate" autocomplete="off">
      <input name="value" id="own" autocomplete="tel" inputmode="none" aria-invalid="false" aria-describedby="hint  other" required="">
      <input name="msidn"> <output for="own">?</output><p data-kasir-error="value"><b>Server</b></p><button>Beli</button>
    </form>`;
    await bind(page, markup, "klikoo.product_buy", OPTIONS);
    const before = await page.evaluate((markup) => Object.assign(document.createElement("main"), { innerHTML: markup }).outerHTML, markup);
    for (let round = 0; round < 2; round += 1) {
      assert.equal(await page.locator("[name=msidn]").getAttribute("autocomplete"), null, "the whole form has it off");
      await page.locator("#own").fill("0812");
      await page.getByRole("button").click();
      assert.equal((await marked(page.locator("#own"))).invalid, "true");
      await page.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
      assert.equal(await page.locator("main").evaluate(({ outerHTML }) => outerHTML), before);
      await page.evaluate((options) => {
        const { bind, form } = globalThis as unknown as { bind(...parts: unknown[]): void; form: HTMLFormElement };
        bind(form.outerHTML, "klikoo.product_buy", options);
      }, OPTIONS);
      await ready(page);
    }
  });

  test("what is dressed follows what the page learns of its product, but for what the merchant has set", async () => {
    const { page } = await site.visit("topup.html");
    await ready(page);
    const dressed = () => page.locator("#value, [name=msidn]").evaluateAll((controls) => controls.map((control) => control.getAttribute("autocomplete")));
    assert.deepEqual(await dressed(), ["tel-national", "off"]);
    await page.evaluate(() => (document.body.dataset["product"] = "maxim"));
    await page.locator("#value").focus();
    assert.deepEqual(await dressed(), ["off", "off"]);
    await page.evaluate(() => (document.body.dataset["product"] = "gopay"));
    await page.locator("#amount").focus();
    assert.deepEqual(await dressed(), ["tel-national", "off"]);
  });

  test("a field that need not be filled in any more is not called so any more, but for what the merchant has set", async () => {
    const { page } = await site.visit("topup.html");
    await ready(page);
    const required = () => page.locator("#value, [name=msidn]").evaluateAll((controls) => controls.map((control) => control.getAttribute("aria-required")));
    const product = async (kind: string) => {
      await page.evaluate((kind) => (document.body.dataset["product"] = kind), kind);
      await page.locator("#value").focus();
      await page.locator("#amount").focus();
    };
    await product("bpjs");
    assert.deepEqual(await required(), ["true", "true"]);
    await product("pulsa");
    assert.deepEqual(await required(), ["true", null]);
    await page.locator("[name=msidn]").evaluate((input) => input.setAttribute("aria-required", "false"));
    await product("bpjs");
    assert.deepEqual(await required(), ["true", "false"]);
    await page.locator("[name=msidn]").evaluate((input) => input.setAttribute("aria-required", "true"));
    await product("pulsa");
    assert.deepEqual(await required(), ["true", "true"]);
  });

  test("what is dressed is what the merchant left open", async () => {
    const { page } = await site.visit("blank.html");
    await bind(page, `<form>
      <input name="order_detail.name" autocomplete="off"> <input name="order_detail.email" type="email" required> <input name="order_detail.phone_number">
      <input name="departure.passengers.0.gender" type="radio"> <input name="departure.passengers.0.dob"> <input name="note"> <input name="product_code" type="hidden">
    </form>`, "klikoo.transport_block_seat");
    assert.deepEqual(await page.locator("input").evaluateAll((inputs) => inputs.map((input) => input.outerHTML.replace(/<input name="[\w.]+" ?|>/g, ""))), [
      'autocomplete="off" inputmode="text" aria-required="true"', 'type="email" required="" autocomplete="email"', 'autocomplete="tel-national" inputmode="tel" aria-required="true"',
      'type="radio"', 'autocomplete="section-departure.passengers.0 bday" inputmode="numeric" aria-required="true"', "", 'type="hidden"',
    ]);
  });
});
