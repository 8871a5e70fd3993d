/** The demo shop's own server, without a browser: what its order list says, and whom its cookies let in. */
import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, test } from "node:test";
import { openDemo, type Demo } from "../../www/server/demo.ts";
import { createSessions } from "../../www/server/session.ts";

const FAILS = "081234990002";
const SUCCEEDS = "081234990001";

let demo: Demo;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "kasir-shop-"));
  demo = await openDemo({ port: 0, folder });
});
after(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

interface Buyer {
  cookie: string;
  get(path: string): Promise<Reply>;
  post(path: string, body: object, reference?: string): Promise<Reply>;
}

async function buyer(at = demo): Promise<Buyer> {
  const page = await fetch(`${at.url}/topup`);
  const cookie = page.headers.getSetCookie().find((one) => one.startsWith("kasir_shop="))?.split(";")[0] ?? "";
  return visitor(cookie, at);
}

function visitor(cookie: string, at = demo): Buyer {
  async function call(path: string, init: RequestInit): Promise<Reply> {
    const response = await fetch(`${at.url}${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  return {
    cookie,
    get: (path) => call(path, { headers: { cookie } }),
    post: (path, body, reference) => call(path, {
      method: "POST",
      headers: { cookie, "Content-Type": "application/json", ...(reference && { "Idempotency-Key": reference }) },
      body: JSON.stringify(body),
    }),
  };
}

interface Tried {
  reference: string;
  status: number;
  said: unknown;
}

async function tryToBuy(who: Buyer, basket: unknown, product_code: string, value: string): Promise<Tried> {
  const reference = randomUUID();
  const { status, body } = await who.post("/kasir/intents", { operation: "klikoo.product_buy", input: { product_code, value }, basket }, reference);
  return { reference, status, said: body["code"] ?? body["state"] };
}

const takeOrder = async (who: Buyer, leave = "nothing"): Promise<Record<string, unknown>> => (await who.post("/shop/orders", { aisle: "topup", leave })).body;
const listed = async (who: Buyer): Promise<unknown> => (await who.get("/shop/orders")).body;

describe("the purchase that stands for an order", () => {
  test("is the one that succeeded, with its own title and price, between one that failed and one that was refused", async () => {
    const who = await buyer();
    const { order } = await takeOrder(who);
    const failed = await tryToBuy(who, order, "S10", FAILS);
    assert.equal(failed.said, "failed");
    assert.equal((await takeOrder(who))["reference"], failed.reference);
    const bought = await tryToBuy(who, order, "S10", SUCCEEDS);
    assert.equal(bought.said, "success");
    const refused = await tryToBuy(who, order, "S50", SUCCEEDS);
    assert.deepEqual([refused.status, refused.said], [409, "order.taken"]);

    assert.deepEqual(await takeOrder(who), { order, reference: bought.reference, role: "buyer" });
    const [one, ...others] = (await listed(who)) as Record<string, unknown>[];
    assert.deepEqual(others, []);
    const label = demo.prices.products.find(({ code }) => code === "S10")?.label;
    assert.deepEqual([one?.["number"], one?.["reference"], one?.["price"]], [order, bought.reference, "11500"]);
    assert.deepEqual(one?.["title"], { id: label, en: label });
    assert.deepEqual(demo.sandbox.counts().requestsPerReference, { [failed.reference]: 1, [bought.reference]: 1 });
  });

  test("is the last that failed, where all did, and a new order leaves it behind", async () => {
    const who = await buyer();
    const { order } = await takeOrder(who);
    await tryToBuy(who, order, "S10", FAILS);
    const last = await tryToBuy(who, order, "S50", FAILS);
    assert.equal((await takeOrder(who))["reference"], last.reference);
    const [one] = (await listed(who)) as Record<string, unknown>[];
    assert.deepEqual([one?.["reference"], one?.["price"]], [last.reference, demo.prices.quote("klikoo.product_buy", { product_code: "S50" })?.set.selling_price]);
    assert.notEqual((await takeOrder(who, "settled"))["order"], order);
  });

  test("is none where every call was refused before it was claimed", async () => {
    const who = await buyer();
    const { order } = await takeOrder(who);
    const refused = await who.post("/kasir/intents", {
      operation: "klikoo.product_buy", input: { product_code: "S10", value: SUCCEEDS }, basket: order, expect: { selling_price: "1" },
    }, randomUUID());
    assert.equal(refused.body["code"], "price.changed");
    assert.equal((await takeOrder(who))["reference"], null);
    assert.deepEqual(await listed(who), []);
  });
});

describe("an order that the page has tampered with", () => {
  const hold = (trip: number, ...seats: string[]): object => ({
    product_code: "BUS",
    departure: {
      trip_id: trip,
      passengers: seats.map((seat_name, at) => ({ seat_name, name: "Sari Putri", dob: "1996-12-09", gender: "female", id_card_number: `317410491296000${at + 1}` })),
    },
    order_detail: { name: "Sari Putri", email: "sari@example.com", phone_number: "082122274139" },
  });

  async function told(operation: string, aisle: string, input: object): Promise<unknown> {
    const who = await buyer();
    const { order } = (await who.post("/shop/orders", { aisle, leave: "nothing" })).body;
    const { status, body } = await who.post("/kasir/intents", { operation, input, basket: order }, randomUUID());
    const issues = body["issues"] as { code: string; pointer: string }[] | undefined;
    return [status, body["code"] ?? body["state"], issues?.map(({ code, pointer }) => `${code} ${pointer}`)];
  }

  test("holds no seat that is taken", async () => {
    const [trip] = demo.prices.trips;
    const [taken, free] = [true, false].map((wanted) => trip?.seats.find((seat) => seat.taken === wanted)?.name ?? "");
    const before = demo.sandbox.counts().requests;
    assert.deepEqual(await told("klikoo.transport_block_seat", "bus", hold(trip?.id ?? 0, free ?? "", taken ?? "")), [
      422, "input.invalid", ["seat.not_free /departure/passengers/1/seat_name"],
    ]);
    assert.equal(demo.sandbox.counts().requests, before);
    assert.deepEqual(await told("klikoo.transport_block_seat", "bus", hold(trip?.id ?? 0, free ?? "")), [200, "held", undefined]);
  });

  test("books no day, option or question that the attraction does not have", async () => {
    const { product_code, booking_field, customer_booking_field, calendar, event_times } = demo.prices.attraction;
    const [guide] = booking_field;
    const answers = customer_booking_field.map(({ key, list_option }) => ({ key, value: list_option?.[0]?.code ?? (key === "birth" ? "1996-08-16" : "A1234567") }));
    const input = (day: string | undefined, guideLang: string | undefined, customer = answers): object => ({
      product_code, quantity: 1, start_date: day, end_date: day, event_time: event_times[0],
      booking_field: [{ key: guide?.key, value: guideLang }], customers: [{ customer_booking_field: customer }],
      buyer_first_name: "Oim", buyer_last_name: "Test", email: "oim@example.com", buyer_tel_country_code: "62", buyer_tel_number: "812990001",
      buyer_country: "id", state: "id", locale: "id",
    });
    const [day, option] = [calendar[0]?.date, guide?.list_option?.[0]?.code];
    const buy = (spoilt: object): Promise<unknown> => told("klikoo.attraction_buy", "attraction", spoilt);
    assert.deepEqual(await buy(input("2150-01-01", option)), [422, "input.invalid", ["date.not_offered /start_date", "date.not_offered /end_date"]]);
    assert.deepEqual(await buy(input(day, "fluent")), [422, "input.invalid", ["choice.unknown /booking_field/0/value"]]);
    assert.deepEqual(await buy(input(day, option, answers.slice(1))), [422, "input.invalid", ["booking.key_missing /customers/0/customer_booking_field"]]);
    assert.deepEqual(await buy(input(day, option)), [200, "success", undefined]);
  });
});

describe("the shop's cookie", () => {
  test("never stands in the ledger, only its SHA-256", async () => {
    const who = await buyer();
    const { order } = await takeOrder(who);
    const { reference } = await tryToBuy(who, order, "S10", SUCCEEDS);
    const value = who.cookie.slice("kasir_shop=".length);
    const ledger = new DatabaseSync(demo.ledgerPath, { readOnly: true });
    const tables = ledger.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all().map(({ name }) => String(name));
    const rows = tables.flatMap((table) => ledger.prepare(`SELECT * FROM "${table}"`).all());
    ledger.close();
    const row = rows.find((one) => Object.values(one).includes(reference));
    assert.ok(row && Object.values(row).includes(createHash("sha256").update(value).digest("base64url")), "the owner is the hash");
    const all = JSON.stringify(rows);
    for (const part of value.split(".")) assert.equal(all.includes(part), false);
  });

  test("opens no session where the shop did not give it out", async () => {
    const { cookie } = await buyer();
    const random = () => randomBytes(16).toString("base64url");
    const [name = "", mark = ""] = cookie.slice("kasir_shop=".length).split(".");
    for (const forged of [random(), `${random()}.${mark}`, `${name}.${randomBytes(32).toString("base64url")}`, `${name}.`, name]) {
      const stranger = visitor(`kasir_shop=${forged}`);
      assert.deepEqual(await stranger.get("/shop/orders"), { status: 401, body: { code: "signed_out" } }, forged);
      assert.deepEqual((await tryToBuy(stranger, "TOP-1", "S10", SUCCEEDS)).said, "signed_out", forged);
      const page = await fetch(`${demo.url}/topup`, { headers: { cookie: stranger.cookie } });
      const given = page.headers.getSetCookie().find((one) => one.startsWith("kasir_shop="));
      assert.ok(given && !given.includes(forged), "a page gives a cookie of its own");
    }
    assert.equal((await visitor(cookie).get("/shop/orders")).status, 200);
  });

  test("still opens the buyer's purchases after the shop was started anew", async () => {
    const own = mkdtempSync(join(tmpdir(), "kasir-shop-"));
    const first = await openDemo({ port: 0, folder: own });
    const before = await buyer(first);
    const { reference } = await tryToBuy(before, (await takeOrder(before))["order"], "S10", SUCCEEDS);
    await first.close();
    const second = await openDemo({ port: 0, folder: own });
    const read = await visitor(before.cookie, second).get(`/kasir/intents/${reference}`);
    assert.deepEqual([read.status, read.body["state"]], [200, "success"]);
    assert.equal((await (await buyer(second)).get(`/kasir/intents/${reference}`)).status, 404);
    await second.close();
    rmSync(own, { recursive: true, force: true });
  });

  test("of the session not seen for longest is the one whose session leaves when there are too many", () => {
    const sessions = createSessions({ key: randomBytes(32), most: 2 });
    const enter = () => new Headers({ cookie: sessions.open(new Headers()).cookie?.split(";")[0] ?? "" });
    const [first, second] = [enter(), enter()];
    const [one, two] = [sessions.find(first), sessions.find(second)];
    assert.equal(sessions.find(first), one);
    const third = enter();
    assert.equal(sessions.find(first), one);
    assert.ok(sessions.find(third));
    assert.notEqual(sessions.find(second), two);
    assert.equal(sessions.find(second)?.orders.size, 0);
  });
});
