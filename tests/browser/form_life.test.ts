/** A form from the first line of the page's script to destroy(): before the module is there, without it, across a trap. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { marked } from "./forms/marks.ts";
import { bind, openSite, ready, shown, told, type Site } from "./forms/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** The numbers of the questions, in src/wasm/page.rs. */
const VALIDATE = 2;
const TYPE_IN = 13;
const MARK = 14;

const NO_WASM = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'";
const GOOD = '<input name="product_code" value="S10"><input name="value" value="081234567890">';
const OPTIONS = { context: { product: { kind: "pulsa" } } };

const noValidate = (page: Page): Promise<boolean> => page.locator("form").evaluate((form: HTMLFormElement) => form.noValidate);
const url = (page: Page): string => new URL(page.url()).pathname;

async function fillTopup(page: Page): Promise<void> {
  await page.locator("[value=S10]").check();
  await page.locator("#amount").fill("10000");
  await page.locator("#value").fill("081234567890");
}

describe("before the module is there", () => {
  test("a submission waits for it, and is made once", async () => {
    const { page, letThrough, complaints } = await site.visit("topup.html", { waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.getByRole("button").click();
    assert.deepEqual((await told(page)).sent, []);
    letThrough();
    await page.waitForFunction(() => (globalThis as unknown as { told: { sent: object[] } }).told.sent.length > 0);
    assert.deepEqual((await told(page)).sent, [{ values: { product_code: "S10", value: "081234567890", msidn: "", amount: "10000" }, prevented: true, button: "pay" }]);
    assert.equal(url(page), "/forms/topup.html");
    assert.deepEqual(complaints, []);
  });

  test("a wrong form that waits is told of, not sent, also where the browser would send it", async () => {
    const { page, letThrough } = await site.visit("topup.html?native", { waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await page.getByRole("button").click();
    letThrough();
    await page.locator(".kasir-summary").waitFor();
    assert.equal(url(page), "/forms/topup.html");
  });

  test("reading, checking and showing say what to do first", async () => {
    const { page } = await site.visit("topup.html", { waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    const codes = await page.evaluate(() => {
      const { bound } = globalThis as unknown as { bound: Record<string, (issues?: object[]) => void> };
      return ["read", "validate", "show"].map((name) => {
        try {
          return bound[name]?.([]);
        } catch (fault) {
          return (fault as { code: string }).code;
        }
      });
    });
    assert.deepEqual(codes, ["ERR_NOT_LOADED", "ERR_NOT_LOADED", "ERR_NOT_LOADED"]);
  });

  test("once it is loaded, a form can be read in the same breath as it is bound", async () => {
    const { page } = await site.visit("blank.html");
    await page.waitForFunction(() => "bind" in globalThis);
    const read = await page.evaluate(async (markup) => {
      const { load, bind } = globalThis as unknown as { load(): Promise<unknown>; bind(...parts: unknown[]): void };
      await load();
      bind(markup, "klikoo.product_buy");
      const { bound } = globalThis as unknown as { bound: { read(): object; validate(): { name: string }[] } };
      return [bound.read(), bound.validate().map(({ name }) => name)];
    }, '<form><input name="product_code" value="S10"><input name="value"></form>');
    assert.deepEqual(read, [{ product_code: "S10", value: "" }, ["value"]]);
  });

  test("a form that is left in the meantime stays as it was", async () => {
    const { page, letThrough } = await site.visit("topup.html", { waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await page.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
    letThrough();
    await page.evaluate(() => (globalThis as unknown as { load(): Promise<unknown> }).load());
    assert.equal(await page.evaluate(() => document.querySelector("main")?.outerHTML === (globalThis as unknown as { before: string }).before), true);
  });
});

describe("where the module cannot be had", () => {
  test("the fault is told, the browser checks again, and nothing is sent but by the page's own code", async () => {
    const { page } = await site.visit("topup.html", { policy: NO_WASM });
    await page.waitForFunction(() => (globalThis as unknown as { told?: { faults: string[] } }).told?.faults.length === 1);
    assert.equal(await noValidate(page), false);
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length === 2);
    const { sent, faults } = await told(page);
    assert.deepEqual({ sent, faults }, { sent: [], faults: ["ERR_WASM_UNAVAILABLE", "ERR_WASM_UNAVAILABLE"] });
    assert.equal(url(page), "/forms/topup.html");
  });

  test("a form that the browser sends is checked by the browser and sent", async () => {
    const { page } = await site.visit("topup.html?native", { policy: NO_WASM });
    await page.waitForFunction(() => (globalThis as unknown as { told?: { faults: string[] } }).told?.faults.length === 1);
    await page.locator("#value").evaluate((input: HTMLInputElement) => (input.required = true));
    await page.getByRole("button").click();
    assert.equal(url(page), "/forms/topup.html");
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.waitForURL("**/sent");
  });

  test("a submission that waited for it is made over again, for the browser to check", async () => {
    const { page, letThrough } = await site.visit("topup.html?native", { policy: NO_WASM, waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await page.getByRole("button").click();
    assert.equal(url(page), "/forms/topup.html");
    letThrough();
    await page.waitForURL("**/sent");
  });

  test("a fault that nobody asked for is thrown at the page", async () => {
    const { page, complaints } = await site.visit("blank.html");
    await page.waitForFunction(() => "bind" in globalThis);
    await page.evaluate((markup) => {
      (globalThis as unknown as { bind(...parts: unknown[]): void }).bind(markup, "klikoo.product_by", { without: ["onError"] });
    }, `<form>${GOOD}</form>`);
    await page.waitForFunction(() => !(globalThis as unknown as { form: HTMLFormElement }).form.noValidate);
    assert.deepEqual(complaints.map((line) => line.replace(/:(?! ERR).*$/s, "")), ["thrown: ERR_UNKNOWN_OPERATION"]);
  });
});

describe("a module that traps", () => {
  const trap = (page: Page, question: number, times = 1): Promise<void> =>
    page.evaluate(([question, times]) => void Object.assign((globalThis as unknown as { trapping: object }).trapping, { question, times }), [question, times] as const);
  const trapped = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { trapping: { trapped: number } }).trapping.trapped);

  test("costs one key stroke its format, and the next one works", async () => {
    const { page, complaints } = await site.visit("topup.html");
    await ready(page);
    await page.locator("#value").focus();
    await page.keyboard.type("0812");
    await trap(page, TYPE_IN);
    await page.keyboard.press("3");
    assert.deepEqual([await shown(page.locator("#value")), await trapped(page)], ["08123|", 1]);
    await page.keyboard.press("4");
    assert.deepEqual([await shown(page.locator("#value")), await trapped(page)], ["0812-34|", 1]);
    assert.deepEqual((await told(page)).faults, ["ERR_TRAP"]);
    assert.deepEqual(complaints, []);
  });

  for (const [what, question] of [["checking", VALIDATE], ["marking", MARK]] as const) {
    test(`while ${what} at a submission sends nothing, and the next submission works`, async () => {
      const { page, complaints } = await site.visit("topup.html?native");
      await ready(page);
      await trap(page, question);
      await page.getByRole("button").click();
      assert.equal(await trapped(page), 1);
      assert.deepEqual((await told(page)).faults, ["ERR_TRAP"]);
      assert.equal(url(page), "/forms/topup.html");
      await page.getByRole("button").click();
      assert.deepEqual([await page.locator(".kasir-summary").count(), await page.locator(".kasir-error").count()], [1, 2], "nothing is told twice");
      await fillTopup(page);
      await page.locator("#value").blur();
      await trap(page, VALIDATE);
      await page.getByRole("button").click();
      assert.equal(await trapped(page), 2);
      assert.equal(url(page), "/forms/topup.html");
      await page.getByRole("button").click();
      await page.waitForURL("**/sent");
      assert.deepEqual(complaints, []);
    });
  }

  test("while a mark is taken back leaves none behind", async () => {
    const { page } = await site.visit("topup.html");
    await ready(page);
    await page.getByRole("button").click();
    await trap(page, MARK);
    await page.evaluate(() => (globalThis as unknown as { bound: { show(issues: object[]): void } }).bound.show([])).catch(() => undefined);
    assert.equal(await trapped(page), 1);
    await page.evaluate(() => (globalThis as unknown as { bound: { show(issues: object[]): void } }).bound.show([]));
    assert.equal(await page.locator("[aria-invalid], :invalid, .kasir-error, .kasir-summary").count(), 0);
  });

  test("again and again leaves a form that works", async () => {
    const { page } = await site.visit("topup.html");
    await ready(page);
    await page.locator("#value").focus();
    for (const key of "081234567890") {
      await trap(page, TYPE_IN);
      await page.keyboard.press(key);
    }
    assert.deepEqual([await shown(page.locator("#value")), await trapped(page)], ["081234567890|", 12]);
    await page.keyboard.press("Backspace");
    assert.equal(await shown(page.locator("#value")), "0812-3456-789|");
  });
});

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
