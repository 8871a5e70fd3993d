/** React Hook Form and its own resolver for Standard Schemas, and the README's resolver: real packages, keys and Chromium. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { build } from "esbuild";
import { type Issue, type Kasir, load, type OperationId, schema, type SchemaOptions } from "kasir";
import { chromium, type Browser, type Page } from "playwright-core";
import type { Path, Resolver, ResolverOptions } from "react-hook-form";
import { listenTo } from "../browser/chromium.ts";
import { pressOn, tabTo, typeInto } from "../browser/stage.ts";
import { fresh } from "../npm/fresh.ts";
import { block } from "../readme_block.ts";
import { born, type Form, OPERATION, SENT, TERMS, TYPED } from "./orders.ts";

const root = path.resolve(import.meta.dirname, "../..");
const recipe = block("form library", "ts");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OWN = "the library's own resolver";
const RECIPE = "the README's resolver";
const SCRIPTS: Record<string, string> = {
  [OWN]: `
    import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
    import { schema } from "kasir";
    import { show } from "./seats_page.tsx";
    import { OPERATION, TERMS } from "./orders.ts";
    void show((onAdvice) => standardSchemaResolver(schema(OPERATION, { ...TERMS, onAdvice })));`,
  [RECIPE]: `
    ${recipe}
    import { show } from "./seats_page.tsx";
    import { OPERATION, TERMS } from "./orders.ts";
    void show((onAdvice) => kasirResolver(OPERATION, { ...TERMS, onAdvice }));`,
};
const DOB = "#departure\\.passengers\\.0\\.dob";
const CARD = "#departure\\.passengers\\.0\\.id_card_number";

const bundles = new Map<string, string>();
let folder: string;
let server: Server;
let browser: Browser;
let kasir: Kasir;

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: "tsx", resolveDir: import.meta.dirname }, bundle: true, minify: true, format: "esm", write: false, jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' }, logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

before(async () => {
  // Inside the repository, so that its imports find the packages by their names.
  mkdirSync(path.join(root, "target"), { recursive: true });
  folder = mkdtempSync(path.join(root, "target/recipe-"));
  writeFileSync(path.join(folder, "recipe.ts"), recipe);
  for (const [name, script] of Object.entries(SCRIPTS)) bundles.set(`/${encodeURIComponent(name)}.js`, await bundled(script));
  server = createServer(({ url = "" }, response) => {
    const script = bundles.get(url);
    response.setHeader("Content-Security-Policy", "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'");
    response.setHeader("Content-Type", script === undefined ? "text/html; charset=utf-8" : "text/javascript");
    response.end(script ?? `<!doctype html><html lang="id"><title>kasir</title><link rel="icon" href="data:,"><script type="module" src="${url}.js"></script></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-quic"] });
  kasir = await load();
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  page: Page;
  complaints: string[];
}

async function visit(resolver: string): Promise<Visit> {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listenTo(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(resolver)}`);
  await page.locator("form").waitFor();
  return { page, complaints };
}

/** Types the whole order, control by control, in the order of the page. */
async function fill(page: Page, order: Form): Promise<void> {
  const { passengers: [passenger], trip_id } = order.departure;
  const { gender, ...typed } = passenger ?? assert.fail();
  await typeInto(page, "#product_code", order.product_code);
  await typeInto(page, "#departure\\.trip_id", String(trip_id));
  for (const [key, text] of Object.entries(typed)) await typeInto(page, `#departure\\.passengers\\.0\\.${key}`, text);
  await tabTo(page, "#departure\\.passengers\\.0\\.gender");
  await page.keyboard.press("P");
  assert.equal(await page.locator("#departure\\.passengers\\.0\\.gender").inputValue(), gender);
  for (const [key, text] of Object.entries(order.order_detail)) await typeInto(page, `#order_detail\\.${key}`, text);
}

interface Shown {
  name: string;
  type: string | undefined;
  params: unknown;
  message: string | null;
}

/** Every error that the page shows. */
const shown = (page: Page): Promise<Shown[]> =>
  page.locator("strong:not(:empty)").evaluateAll((errors) => (errors as HTMLElement[]).map(({ id, dataset, textContent }) => ({
    name: id.replace(/-error$/, ""), type: dataset["type"], params: JSON.parse(dataset["params"] ?? "null"), message: textContent,
  })));

const printed = async (page: Page, output: string): Promise<unknown> => JSON.parse(await page.locator(output).innerText());
const sentence = (code: Issue["code"], params: Issue["params"] = {}): string => kasir.message({ code, params }, "id");

for (const resolver of [OWN, RECIPE]) {
  test(`on React Hook Form with ${resolver} errors land at their fields alone; mended, the shop gets the normalised form`, async () => {
    const { page, complaints } = await visit(resolver);
    await pressOn(page, "button");
    await page.locator("strong:not(:empty)").first().waitFor();
    const asked = await page.locator("input[aria-required=true]").evaluateAll((inputs) => inputs.map(({ id }) => id));
    assert.equal(asked.length, 9);
    assert.deepEqual((await shown(page)).map(({ name }) => name), asked);
    assert.equal(await page.locator("#product_code:focus").count(), 1);

    await fill(page, born("31/02/1996"));
    await pressOn(page, "button");
    await page.locator(`${DOB}:focus`).waitFor();
    const [error, ...others] = await shown(page);
    assert.deepEqual([error?.name, error?.message, others], ["departure.passengers.0.dob", sentence("date.not_real_day"), []]);
    assert.deepEqual(await page.locator("[aria-invalid=true]").evaluateAll((inputs) => inputs.map(({ id }) => id)), ["departure.passengers.0.dob"]);
    assert.deepEqual(await printed(page, "#sent"), []);

    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("16/08/1996");
    await page.keyboard.press("Enter");
    await page.locator("#sent", { hasText: "{" }).waitFor();
    assert.deepEqual(await printed(page, "#sent"), [SENT]);
    assert.deepEqual(await shown(page), []);
    assert.deepEqual(await printed(page, "#advice"), []);
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test("advice stops nobody and is told", async () => {
  const { page, complaints } = await visit(OWN);
  await fill(page, born("17/08/1996"));
  await pressOn(page, "button");
  await page.locator("#sent", { hasText: "{" }).waitFor();
  assert.deepEqual(await printed(page, "#advice"), ["nik.birth_differs"]);
  assert.deepEqual(await shown(page), []);
  assert.deepEqual(complaints, []);
  await page.close();
});

test("the README's resolver keeps code and params", async () => {
  const { page } = await visit(RECIPE);
  await fill(page, born("31/12/1890"));
  await typeInto(page, CARD, "31741009219923332");
  await pressOn(page, "button");
  await page.locator("strong:not(:empty)").first().waitFor();
  assert.deepEqual(await shown(page), [
    { name: "departure.passengers.0.dob", type: "date.too_old", params: { max: 120 }, message: sentence("date.too_old", { max: 120 }) },
    { name: "departure.passengers.0.id_card_number", type: "id_card.not_16_digits", params: {}, message: sentence("id_card.not_16_digits") },
  ]);
  await page.close();
});

test("a form drawn from the fields alone has nothing that axe stumbles over, every autofill token among it", async () => {
  const { page } = await visit(OWN);
  // The policy of the page is for the page: axe comes past it, as a tool does.
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Record<"violations" | "passes", { id: string; nodes: object[] }[]>> } };
    return axe.run();
  });
  assert.deepEqual(violations.map(({ id }) => id), []);
  assert.equal(passes.find(({ id }) => id === "autocomplete-valid")?.nodes.length, 10);
  const tokens = await page.locator("input, select").evaluateAll((controls) => controls.map((control) => control.getAttribute("autocomplete")));
  assert.deepEqual(tokens, ["off", "off", "off", "section-0 name", "section-0 bday", "section-0 sex", "off", "name", "email", "tel-national"]);
  await page.close();
});

test("the README's resolver has at most 15 lines and compiles under strict rules", () => {
  assert.ok(recipe.trimEnd().split("\n").length <= 15);
  const file = path.join(folder, "use.ts");
  writeFileSync(file, `
    import { useForm } from "react-hook-form";
    import { type CodedError, kasirResolver } from "./recipe.ts";
    export function code(): string | undefined {
      const { formState: { errors } } = useForm({ resolver: kasirResolver("klikoo.transport_block_seat", { language: "en" }) });
      const error = errors.departure?.passengers?.[0]?.dob as CodedError | undefined;
      return error && \`\${error.type} \${error.params["max"]}\`;
    }
    // @ts-expect-error: no such operation
    kasirResolver("klikoo.product_bye");`);
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--allowImportingTsExtensions",
    "--verbatimModuleSyntax", "--target", "es2024", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2024,dom", "--types", ""];
  const { status, stdout } = spawnSync(path.join(root, "node_modules/.bin/tsc"), [...options, file], { cwd: root, encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

/** What a resolver gets beside the values; the names are those of mounted controls. */
const asked = (...names: Path<Form>[]): ResolverOptions<Form> => ({ fields: {}, shouldUseNativeValidation: false, names });

/** The README's resolver, word for word. */
async function readmes(): Promise<Resolver<Form>> {
  const { kasirResolver } = await import(path.join(folder, "recipe.ts")) as { kasirResolver(operation: OperationId, options: SchemaOptions): Resolver<Form> };
  return kasirResolver(OPERATION, TERMS);
}

test("of several issues of a field the first is its error", async () => {
  const order = structuredClone(TYPED);
  const [passenger] = order.departure.passengers;
  assert.ok(passenger);
  passenger.id_card_number = "317401560896";
  order.departure.passengers.push({ ...passenger, seat_name: "9" });
  const issues = kasir.validate(OPERATION, order, { ...TERMS, treatAsError: "typos" }).filter(({ path: [, , row] }) => row === 1);
  assert.deepEqual(issues.map(({ code }) => code), ["id_card.not_16_digits", "passenger.duplicate"]);
  for (const resolver of [standardSchemaResolver(schema(OPERATION, TERMS)), await readmes()]) {
    const { errors } = await resolver(order, undefined, asked());
    assert.deepEqual(errors.departure?.passengers?.[1]?.id_card_number?.message, sentence("id_card.not_16_digits"));
  }
});

test("a list without rows has its error at the list", async () => {
  const order = structuredClone(TYPED);
  order.departure.passengers = [];
  for (const resolver of [standardSchemaResolver(schema(OPERATION, TERMS)), await readmes()]) {
    const { errors } = await resolver(order, undefined, asked("departure.passengers.0.dob"));
    assert.equal(errors.departure?.passengers?.root?.message, sentence("rows.too_few", { min: 1 }));
  }
});

test("a resolver over a schema that nobody has loaded loads it and answers the same", async () => {
  const copy = await fresh();
  const resolver = standardSchemaResolver(copy.schema(OPERATION, TERMS));
  assert.deepEqual(await resolver(TYPED, undefined, asked()), { values: SENT, errors: {} });
  assert.deepEqual(await resolver(TYPED, undefined, asked()), { values: SENT, errors: {} });
});
