import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import type { Allowed } from "../../pkg-template/kasir-hook/src/authorize.ts";
import { bought, openRig, seen, shopkeeper, stopSandbox } from "./rig.ts";

after(stopSandbox);

const seats = (...names: string[]) => ({
  product_code: "BUS",
  order_detail: { name: "Siti Rahma", email: "siti@contoh.id", phone_number: "081234567890" },
  departure: {
    trip_id: 188328,
    passengers: names.map((seat_name) => ({ seat_name, name: "Siti Rahma", dob: "1990-03-14", gender: "female", id_card_number: "3174095403900001" })),
  },
});
const hold = { operation: "klikoo.transport_block_seat" };
const busShop = (call: Parameters<typeof shopkeeper>[0]) => ({ ...(shopkeeper(call) as Allowed), set: { selling_price: "20000" } });

test("seats are held until their time, then the hold fails by itself and the order is free again", async () => {
  const rig = await openRig({ authorize: busShop });
  const reference = randomUUID();
  const held = await rig.post(seats("7"), { ...hold, reference, basket: "trip-1", expect: { selling_price: "20000" } });
  assert.equal(held.status, 200);
  assert.equal(held.body.state, "held");
  assert.equal((held.body["receipt"] as { seats?: string }).seats, "7");
  assert.doesNotMatch(JSON.stringify(held.body), /3174095403900001|1990-03-14|siti@/);
  assert.equal((await rig.post(seats("8"), { ...hold, basket: "trip-1" })).body.code, "order.taken");
  rig.forward(10 * 60_000 + 1000);
  const expired = await rig.get(reference);
  assert.equal(expired.body.state, "failed");
  assert.deepEqual(expired.body["answer"], { state: "failed" });
  assert.equal((await rig.post(seats("8"), { ...hold, basket: "trip-1" })).body.state, "held");
  assert.equal(seen(rig, reference), 1);
  await rig.close();
});

test("a hold whose answer was lost is found again, and a person is told that its end is not known", async () => {
  const rig = await openRig({ authorize: busShop });
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "garbage", path: "/v1/open-api/transports/block-seat", accepted: true });
  assert.equal((await rig.post(seats("9"), { ...hold, reference })).body.state, "unknown");
  rig.forward(6000);
  const found = await rig.get(reference);
  assert.equal(found.body.state, "held");
  assert.equal((await rig.hook.attention())[0]?.attention, "hold.end_unknown");
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

const tickets = {
  product_code: "ATTO-03", quantity: 1, buyer_first_name: 'Ana "A & B" <c>', buyer_last_name: "ꦱꦫꦶ 王 🍜 \u2028", buyer_tel_country_code: "62",
  buyer_tel_number: "812959293", email: "ana@contoh.id", locale: "id", buyer_country: "id", state: "id",
  booking_field: [{ key: "guideLang", value: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb" }], event_time: "09:30", start_date: "2030-07-26", end_date: "2030-07-26",
  customers: [{ customer_booking_field: [{ key: "englishFirstName", value: "Ana" }] }],
};

test("a body with quotes, angle brackets, ampersands, Javanese, Chinese, an emoji and U+2028 carries a signature that both readings accept", async () => {
  const rig = await openRig({ authorize: (call) => ({ ...(shopkeeper(call) as Allowed), set: { amount: "15083", selling_price: "16000" } }) });
  const reference = randomUUID();
  const reply = await rig.post(tickets, { operation: "klikoo.attraction_buy", reference });
  assert.equal(reply.body.state, "pending", JSON.stringify(reply.body));
  assert.equal(bought(rig, reference), 1);
  assert.equal(rig.sandbox.counts().readings_differ, 0);
  await rig.close();
});

const open = { product_code: "DNOPEN", value: "081234567890", amount: "20000" };

test("the buyer names the amount only of a product that the shop calls open, and the shop's amount is what is sent", async () => {
  const shop = (context: object | undefined) => (call: Parameters<typeof shopkeeper>[0]): Allowed =>
    ({ ...(shopkeeper(call) as Allowed), context, set: { amount: String(Number(call.input?.["amount"] ?? 0) + 500), selling_price: "21500" } });
  const closed = await openRig({ authorize: shop(undefined) });
  const refused = await closed.post(open);
  assert.equal(refused.status, 422);
  assert.equal((refused.body["issues"] as { code: string }[])[0]?.code, "field.not_yours");
  assert.equal(closed.sandbox.counts().requests, 0);
  await closed.close();

  const rig = await openRig({ authorize: shop({ product: { kind: "dana", open: true } }) });
  const reply = await rig.post(open);
  assert.equal(reply.body.state, "pending", JSON.stringify(reply.body));
  assert.equal(rig.sandbox.transactions()[0]?.amount, 20500);
  const cheeky = await rig.post({ ...open, selling_price: "1" });
  assert.equal((cheeky.body["issues"] as { code: string }[])[0]?.code, "field.not_yours");
  await rig.close();
});

test("an amount that only the page named is never bought", async () => {
  const forgetful = (call: Parameters<typeof shopkeeper>[0]): Allowed =>
    ({ ...(shopkeeper(call) as Allowed), context: { product: { kind: "dana", open: true } }, set: { selling_price: "10000" } });
  const rig = await openRig({ authorize: forgetful });
  const reply = await rig.post({ ...open, amount: "900000" });
  assert.equal(reply.status, 503);
  assert.equal(reply.body["code"], "authorize.unavailable");
  assert.equal(rig.sandbox.counts().requests, 0);
  await rig.close();
});

test("a buyer who changes the language replays the same purchase", async () => {
  const rig = await openRig({ authorize: (call) => ({ ...(shopkeeper(call) as Allowed), set: { amount: "15083", selling_price: "16000" } }) });
  const reference = randomUUID();
  const first = await rig.post(tickets, { operation: "klikoo.attraction_buy", reference });
  const again = await rig.post({ ...tickets, locale: tickets.locale === "id" ? "en" : "id" }, { operation: "klikoo.attraction_buy", reference });
  assert.equal(first.body.state, "pending", JSON.stringify(first.body));
  assert.equal(again.body.state, "pending", JSON.stringify(again.body));
  assert.equal(bought(rig, reference), 1);
  await rig.close();
});

test("what the shop knows of a product makes the destination right before it is sent", async () => {
  const rig = await openRig({ authorize: (call) => ({ ...(shopkeeper(call) as Allowed), context: { product: { kind: "pulsa" } } }) });
  await rig.post({ product_code: "S10", value: "+62 812-3456-7890" });
  assert.equal(rig.sandbox.transactions()[0]?.destination, "081234567890");
  await rig.close();
});

test("a setting whose answer was lost stays unknown and goes to a person: nothing looks it up, nothing repeats it", async () => {
  const rig = await openRig({
    authorize: (call) => ({ allow: "now", owner: "merchant", role: "merchant", order: call.basket || "m", set: { merchantId: rig.sandbox.netzme.merchants[0] } }),
  });
  const reference = randomUUID();
  rig.sandbox.fault({ kind: "garbage", path: "/public/api/ppob/v1/percentage-product", accepted: true });
  const lost = await rig.post({ updatePercentage: "1.4" }, { operation: "netzme.percentage_product", reference });
  assert.equal(lost.body.state, "unknown");
  rig.forward(6000);
  assert.equal((await rig.get(reference)).body.state, "unknown");
  assert.equal((await rig.hook.attention())[0]?.attention, "lookup.no_way");
  assert.equal(rig.sandbox.counts().requestsPerPath["/public/api/ppob/v1/percentage-product"], 1);
  await rig.close();
});

test("Netzme's HMAC key without the separator before the path is a setting, and the wrong setting is refused", async () => {
  const rig = await openRig({ authorize: () => ({ allow: "now", owner: "merchant", role: "merchant", set: { merchantId: rig.sandbox.netzme.merchants[0] } }) });
  const hook = rig.another({ providers: { netzme: { ...rig.sandbox.netzme, separatorBeforePath: false } } });
  const ask = { operation: "netzme.percentage_product", route: "/queries" };
  assert.equal((await rig.post({ updatePercentage: "1.4" }, ask)).body.state, "success");
  assert.equal((await rig.post({ updatePercentage: "1.4" }, { ...ask, hook })).body.state, "failed");
  assert.equal(rig.sandbox.counts().requestsPerPath["/public/api/ppob/v1/percentage-product"], 2, "a refused signature is no reason to ask again");
  await rig.close();
});
