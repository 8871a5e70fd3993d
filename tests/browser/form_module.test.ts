/** A form before the module is there, without it, and across a trap. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { ready, shown, siteForTests, told } from "./forms/site.ts";
import { fillTopup } from "./forms/topup.ts";

const site = siteForTests();

/** The numbers of the questions, in src/wasm/page.rs. */
const VALIDATE = 2;
const TYPE_IN = 13;
const MARK = 14;

const NO_WASM = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; form-action 'self'";
const GOOD = '<input name="product_code" value="S10"><input name="value" value="081234567890">';

const noValidate = (page: Page): Promise<boolean> => page.locator("form").evaluate((form: HTMLFormElement) => form.noValidate);
const url = (page: Page): string => new URL(page.url()).pathname;

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

  test("a submission that waits is given up by a step back", async () => {
    const { page, letThrough } = await site.visit("topup.html", { waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.locator("form").evaluate((form) => {
      form.addEventListener("submit", (event) => event.preventDefault());
      form.insertAdjacentHTML("beforeend", '<button id="back" formnovalidate>Kembali</button>');
    });
    await page.locator("#back").click();
    letThrough();
    await ready(page);
    await page.waitForTimeout(300);
    assert.deepEqual((await told(page)).sent, []);
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
    await page.evaluate(() => (globalThis as unknown as { load(): Promise<unknown> }).load());
    assert.deepEqual(complaints.map((line) => line.replace(/:(?! ERR).*$/s, "")), ["thrown: ERR_UNKNOWN_OPERATION"]);
  });
});

describe("a fault of the page's own", () => {
  test("in what it knows, while the form is dressed, costs nothing but that, and nothing is sent unchecked", async () => {
    const { page } = await site.visit("topup.html?native");
    await ready(page);
    await page.evaluate(() => {
      const { bound, bind } = globalThis as unknown as { bound: { destroy(): void }; bind(): void };
      bound.destroy();
      const { body } = document;
      Object.defineProperty(document, "body", { configurable: true, get: () => { throw new Error("not yet"); } });
      bind();
      globalThis.setTimeout(() => Object.defineProperty(document, "body", { value: body }));
    });
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length === 1);
    await ready(page);
    assert.deepEqual((await told(page)).faults, ["Error: not yet"]);
    assert.equal(await noValidate(page), true);
    await page.locator("#value").focus();
    assert.equal(await page.locator("#value").getAttribute("autocomplete"), "tel-national", "dressed at the next occasion");
    await page.keyboard.type("0812");
    await page.getByRole("button").click();
    assert.deepEqual([url(page), await page.locator(".kasir-error").count()], ["/forms/topup.html", 2]);
    await fillTopup(page);
    await page.getByRole("button").click();
    await page.waitForURL("**/sent");
  });

  test("who binds what is no form is told so at once", async () => {
    const { page } = await site.visit("blank.html");
    assert.deepEqual(await page.evaluate(async (script) => {
      const { bindForm } = (await import(script)) as { bindForm(form: Element | null, operation: string): void };
      return [null, document.body, document.createElement("fieldset")].map((element) => {
        try {
          return bindForm(element, "klikoo.product_buy");
        } catch (fault) {
          return (fault as { code: string }).code;
        }
      });
    }, "/kasir/web.js"), ["ERR_BAD_OPTIONS", "ERR_BAD_OPTIONS", "ERR_BAD_OPTIONS"]);
  });

  test("in the operation's name sends nothing, also where the browser would send it", async () => {
    const { page } = await site.visit("blank.html");
    await page.waitForFunction(() => "bind" in globalThis);
    await page.evaluate((markup) => (globalThis as unknown as { bind(...parts: unknown[]): void }).bind(markup, "klikoo.product_by", { without: ["onSubmit"] }), `<form action="/sent">${GOOD}<button>Beli</button></form>`);
    await page.waitForFunction(() => (globalThis as unknown as { told: { faults: string[] } }).told.faults.length === 1);
    await page.evaluate(() => (globalThis as unknown as { form: HTMLFormElement }).form.requestSubmit());
    assert.deepEqual([url(page), (await told(page)).faults], ["/forms/blank.html", ["ERR_UNKNOWN_OPERATION", "ERR_UNKNOWN_OPERATION"]]);
  });

  test("of a module that fails once the form is left as it was found is nobody's", async () => {
    const { page, letThrough } = await site.visit("topup.html", { policy: NO_WASM, waits: true });
    await page.waitForFunction(() => "bound" in globalThis);
    await page.evaluate(() => (globalThis as unknown as { bound: { destroy(): void } }).bound.destroy());
    letThrough();
    assert.equal(await page.evaluate(() => (globalThis as unknown as { load(): Promise<unknown> }).load().catch(({ code }: { code: string }) => code)), "ERR_WASM_UNAVAILABLE");
    assert.deepEqual((await told(page)).faults, []);
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
