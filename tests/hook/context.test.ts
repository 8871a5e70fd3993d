/** What the shop's `authorize` knows of an attraction or a trip is held against the page's input before anything is sent. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { load, type Context as PageContext } from "kasir";
import type { Allowed } from "../../pkg-template/kasir-hook/src/authorize.ts";
import { type Context, PRODUCT_KINDS } from "../../pkg-template/kasir-hook/src/hook_core.ts";
import { openRig, type Rig, shopkeeper, stopSandbox } from "./rig.ts";

after(stopSandbox);

const printed = (file: string): object =>
  (JSON.parse(readFileSync(path.join(import.meta.dirname, "../fixtures/klikoo", file), "utf8")) as { data: object }).data;

const selling = (set: Record<string, string | undefined>, context: unknown) => (call: Parameters<typeof shopkeeper>[0]): Allowed =>
  ({ ...(shopkeeper(call) as Allowed), set, context: context as Context });

interface Refusal {
  status: number;
  issues: unknown[];
  asked: number;
}

async function refused(rig: Rig, operation: string, input: object): Promise<Refusal> {
  const { status, body } = await rig.post(input, { operation });
  assert.equal(body.code, "input.invalid", JSON.stringify(body));
  const issues = (body["issues"] as { code: string; pointer: string; params: object }[]).map(({ code, pointer, params }) => [code, pointer, params]);
  return { status, issues, asked: rig.sandbox.counts().requests };
}

/** Two days ahead, so that no day of it has passed on any clock. */
const leaves = new Date(Date.now() + 2 * 86_400_000).toISOString().replace(/\.\d+Z$/, "+07:00");
const seats = (trip_id: number, ...names: string[]) => ({
  product_code: "BUS",
  order_detail: { name: "Siti Rahma", email: "siti@contoh.id", phone_number: "081234567890" },
  departure: {
    trip_id,
    passengers: names.map((seat_name, at) => ({ seat_name, name: "Siti Rahma", dob: "1990-03-14", gender: "female", id_card_number: `317409540390000${at + 1}` })),
  },
});

test("a seat that the shop's trip does not have, or that is taken, is not held", async () => {
  const trip = {
    ...printed("transport_block_seat/context/the_printed_trip.json"), depart_time: leaves,
    seats: [{ name: "19" }, { name: "20", taken: true }, { name: 21 }],
  };
  const rig = await openRig({ authorize: selling({ selling_price: "20000" }, { trip }) });
  const hold = "klikoo.transport_block_seat";
  assert.deepEqual(await refused(rig, hold, seats(188328, "20", "22", "21")), {
    status: 422, asked: 0,
    issues: [["seat.not_free", "/departure/passengers/0/seat_name", {}], ["seat.not_free", "/departure/passengers/1/seat_name", {}]],
  });
  assert.deepEqual(await refused(rig, hold, seats(188329, "19")), { status: 422, asked: 0, issues: [["trip.mismatch", "/departure/trip_id", {}]] });
  const crowd = await refused(rig, hold, seats(188328, "19", "21", "23", "24"));
  assert.deepEqual(crowd.issues[0], ["seat.not_enough", "/departure/passengers", { available: 3 }]);
  assert.equal((await rig.post(seats(188328, "19", "21"), { operation: hold })).body.state, "held");
  await rig.close();
});

const tickets = (guide: string) => ({
  product_code: "ATTO-03", quantity: 1, buyer_first_name: "Ana", buyer_last_name: "Test", buyer_tel_country_code: "62", buyer_tel_number: "812959293",
  email: "ana@contoh.id", locale: "id", buyer_country: "id", state: "id", booking_field: [{ key: "guideLang", value: guide }],
  event_time: "09:30", start_date: leaves.slice(0, 10), end_date: leaves.slice(0, 10), customers: [{ customer_booking_field: [{ key: "englishFirstName", value: "Ana" }] }],
});

test("an option and a day that the shop's attraction does not have are not booked", async () => {
  const detail = printed("attraction_buy/context/the_printed_detail.json");
  const known = { ...detail, calendar: [{ date: leaves.slice(0, 10) }], start_date: leaves.slice(0, 10), end_date: leaves.slice(0, 10) };
  const set = { amount: "15083", selling_price: "16000" };
  const rig = await openRig({ authorize: selling(set, { attraction: known }) });
  const buy = "klikoo.attraction_buy";
  assert.deepEqual(await refused(rig, buy, tickets("3b385b66-4cc1-4ac8-bcfc-311b21fa64af")), {
    status: 422, asked: 0, issues: [["choice.unknown", "/booking_field/0/value", {}]],
  });
  assert.deepEqual(await refused(rig, buy, { ...tickets("x"), booking_field: null }), {
    status: 422, asked: 0, issues: [["booking.key_missing", "/booking_field", { key: "guideLang" }]],
  });
  assert.equal((await rig.post(tickets("f26b2ad8-a02d-4173-aeb7-5ac610330b53"), { operation: buy })).body.state, "pending");
  await rig.close();

  const over = await openRig({ authorize: selling(set, { attraction: { ...detail, end_date: "2024-08-01" } }) });
  const { issues } = await refused(over, buy, tickets("f26b2ad8-a02d-4173-aeb7-5ac610330b53"));
  assert.deepEqual(issues, [["date.not_offered", "/start_date", {}], ["date.not_offered", "/end_date", {}]]);
  await over.close();
});

test("the page and the hook are told the same of one context", async () => {
  const kasir = await load();
  const trip: PageContext["trip"] = { id: 188328, available_seat: "1", depart_time: leaves, seats: [{ name: "19" }, { name: "20", taken: true }] };
  const known: PageContext = { trip, attraction: { booking_field: [{ key: "guideLang", type: "select", list_option: [{ code: "id" }] }, { key: "meal" }] } };
  const context: Context = known;
  const orders = [
    ["klikoo.transport_block_seat", seats(188328, "20", "19"), { selling_price: "20000" }],
    ["klikoo.attraction_buy", tickets("en"), { amount: "15083", selling_price: "16000" }],
  ] as const;
  for (const [operation, input, set] of orders) {
    const rig = await openRig({ authorize: selling(set, context) });
    const issues = kasir.validate(operation, input, { context: known, treatAsError: "typos" });
    assert.ok(issues.length > 1);
    assert.deepEqual((await rig.post(input, { operation })).body["issues"], issues);
    await rig.close();
  }
});

test("a context that tells nothing stops nothing, and one that JSON cannot hold buys nothing", async () => {
  for (const context of [null, 5, "x", [], { trip: null }, { trip: 5 }, { trip: { seats: [null], id: [] } }, { trip: [[[]]], attraction: "x" }]) {
    const rig = await openRig({ authorize: selling({ selling_price: "20000" }, context) });
    assert.equal((await rig.post(seats(188328, "19"), { operation: "klikoo.transport_block_seat" })).body.state, "held", JSON.stringify(context));
    await rig.close();
  }
  const cyclic: Record<string, unknown> = {};
  cyclic["trip"] = { seats: [cyclic] };
  for (const context of [cyclic, { trip: { id: 5n } }]) {
    const rig = await openRig({ authorize: selling({ selling_price: "20000" }, context) });
    const reply = await rig.post(seats(188328, "19"), { operation: "klikoo.transport_block_seat" });
    assert.deepEqual([reply.status, reply.body.code, rig.sandbox.counts().requests], [503, "authorize.unavailable", 0]);
    assert.ok(rig.log.some(({ event }) => event === "authorize.answer_unreadable"));
    await rig.close();
  }
});

test("a kind of product that there is not, or a product that is none, buys nothing: the rules of its kind would not be asked", async () => {
  for (const [context, told] of [
    [{ product: { kind: "PULSA" } }, "context.product.kind"], [{ product: { kind: "Pulsa Telkomsel" } }, "context.product.kind"],
    [{ product: "pulsa" }, "context.product"], [{ product: ["pulsa"] }, "context.product"], [{ kind: "pulsa" }, "context.kind"],
    [{ context: { product: { kind: "pulsa" } } }, "context.context"],
  ] as const) {
    const rig = await openRig({ authorize: selling({ amount: "10300", selling_price: "11500" }, context as object) });
    const reply = await rig.post({ product_code: "S10", value: "0812" });
    assert.deepEqual([reply.status, reply.body.code, rig.sandbox.counts().requests], [503, "authorize.unavailable", 0]);
    assert.ok(rig.log.some(({ event, code }) => event === "authorize.set_invalid" && code === told), JSON.stringify(rig.log));
    await rig.close();
  }
});

test("a merchant's field that is undefined is one that is not set", async () => {
  const rig = await openRig({ authorize: selling({ amount: "10300", selling_price: "11500", merchantId: undefined }, { product: { kind: "pulsa" } }) });
  assert.equal((await rig.post({ product_code: "S10", value: "081234567890" })).status, 202);
  await rig.close();
});

test("every kind of product that the page knows is known to the hook, and no other", async () => {
  const kinds = /type ProductKind =([^;]+);/.exec(readFileSync(path.join(import.meta.dirname, "../../pkg-template/kasir/src/generated.ts"), "utf8"))?.[1];
  assert.deepEqual([...(kinds ?? "").matchAll(/"(\w+)"/g)].map(([, kind]) => kind), [...PRODUCT_KINDS]);
});
