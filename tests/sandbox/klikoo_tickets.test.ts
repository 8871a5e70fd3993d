import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { type Sandbox, createSandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";
import { KlikooClient, type Reply, klikooClient, topUp } from "./signed_client.ts";

let now = Date.parse("2026-11-22T10:00:00+07:00");
let sandbox: Sandbox;
let client: KlikooClient;

before(async () => {
  sandbox = await createSandbox({ clock: () => now, holdMs: 300_000 });
});
after(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  client = await klikooClient(sandbox, () => now);
});

function attraction(fields: Record<string, unknown> = {}): Promise<Reply> {
  return client.call("POST", "/v1/open-api/attractions/buy", {
    product_code: "ATTO-03", quantity: 1, buyer_first_name: "Oim", end_date: "2024-07-26", buyer_tel_number: "812959293",
    buyer_last_name: "Test", buyer_tel_country_code: "62", email: "buyer@example.com", locale: "en", buyer_country: "id",
    booking_field: [{ key: "guideLang", value: "3b385b66-4cc1-4ac8-bcfc-311b21fa64af" }], event_time: "09:30", state: "id",
    customers: [{ customer_booking_field: [{ value: "Test", key: "englishLastName" }, { value: "testpassport", key: "passportNo" }] }],
    start_date: "2024-07-26", amount: "15083", selling_price: "16000", partner_reference_id: randomUUID(), ...fields,
  });
}

function passenger(seat_name: string): Record<string, string> {
  return { seat_name, name: "Pandu", dob: "1996-12-09", gender: "male", id_card_number: "31741009219923332" };
}

function seats(names: string[], fields: Record<string, unknown> = {}): Promise<Reply> {
  return client.call("POST", "/v1/open-api/transports/block-seat", {
    product_code: "BUS", selling_price: "20000", partner_reference_no: randomUUID(),
    order_detail: { name: "Pandu", email: "order@example.com", phone_number: "082122274139" },
    departure: { trip_id: 188336, passengers: names.map(passenger) }, return: null, ...fields,
  });
}

function code(reply: Reply): string {
  return reply.json["response_code"];
}

test("the printed attraction order is accepted with the printed answer", async () => {
  const reply = await attraction();
  assert.equal(reply.http, 200);
  assert.equal(reply.text, '{"response_code":"200062000","response_message":"Sukses","data":{"transaction_id":"14429004","status":"WAITING","sn":""}}');
});

test("attraction fields are checked for presence and type, in the rows too", async () => {
  assert.equal(code(await attraction({ quantity: "1" })), "400066510");
  assert.equal(code(await attraction({ quantity: 1.5 })), "400066510");
  assert.equal(code(await attraction({ email: "" })), "400066512");
  assert.equal(code(await attraction({ booking_field: [{ key: "guideLang" }] })), "400066512");
  assert.equal(code(await attraction({ customers: [{ customer_booking_field: [{ key: "birth", value: 19960816 }] }] })), "400066510");
  assert.equal(code(await attraction({ customers: [{ customer_booking_field: null }], booking_field: null })), "200062000");
});

test("products are sold at their own endpoint only", async () => {
  assert.equal(code(await attraction({ product_code: "S10" })), "400066525");
  assert.equal(code(await attraction({ product_code: "ATTO-99" })), "404067003");
  assert.equal(code(await client.buy({ product_code: "ATTO-03" })), "400026525");
});

test("an attraction knows wallet, reference and magic telephone numbers", async () => {
  const reference = randomUUID();
  assert.equal(code(await attraction({ partner_reference_id: reference })), "200062000");
  assert.equal(code(await attraction({ partner_reference_id: reference })), "409066563");
  assert.equal(code(await attraction({ amount: "999999999" })), "422066558");
  assert.equal((await attraction({ buyer_tel_number: "812990001" })).json["data"].status, "SUCCESS");
  assert.equal(sandbox.counts().purchasesPerOrder["ATTO-03|812959293 2024-07-26 09:30|15083"], 1);
});

test("the printed seats are held until a moment in Jakarta's time", async () => {
  const reply = await seats(["8"]);
  assert.equal(reply.http, 201);
  assert.equal(reply.text, '{"response_code":"201052001","response_message":"Berhasil dibuat","data":{"transaction_id":"14429004","status":"WAITING","expired_at":"2026-11-22T10:05:00+07:00"}}');
  assert.equal(sandbox.balance(), 1_000_000);
});

test("a return journey may be null, left out or like the departure", async () => {
  assert.equal(code(await seats(["1"], { return: undefined })), "201052001");
  assert.equal(code(await seats(["2"], { return: { trip_id: 188337, passengers: [passenger("2")] } })), "201052001");
  assert.equal(code(await seats(["3"], { return: { trip_id: 188337, passengers: [] } })), "400056512");
  assert.equal(code(await seats(["4"], { return: "none" })), "400056510");
});

test("seat fields are checked for presence and type", async () => {
  assert.equal(code(await seats([])), "400056512");
  assert.equal(code(await seats(["8"], { departure: { trip_id: "188336", passengers: [passenger("8")] } })), "400056510");
  assert.equal(code(await seats(["8"], { departure: { trip_id: 188336, passengers: [{ ...passenger("8"), dob: "" }] } })), "400056512");
  assert.equal(code(await seats(["8"], { partner_reference_no: undefined })), "400056512");
  assert.equal(code(await seats(["8"], { product_code: "TRAIN" })), "404057003");
});

test("a held seat is refused with an invented answer until the hold runs out", async () => {
  const { transaction_id } = (await seats(["8", "9"])).json["data"];
  const refused = await seats(["9", "10"]);
  assert.equal(code(refused), "400056525");
  assert.equal(refused.invented, true);
  assert.equal(code(await seats(["9"], { departure: { trip_id: 1, passengers: [passenger("9")] } })), "201052001");
  assert.equal(code(await seats(["11", "11"])), "400056525");
  now += 300_000;
  const { data } = (await client.call("GET", `/v1/open-api/transactions/${transaction_id}`)).json;
  assert.equal(data.status, "FAILED");
  assert.equal(code(await seats(["9", "10"])), "201052001");
});

test("a reference of a hold is refused the second time", async () => {
  const partner_reference_no = randomUUID();
  assert.equal(code(await seats(["8"], { partner_reference_no })), "201052001");
  assert.equal(code(await seats(["9"], { partner_reference_no })), "409056563");
  assert.equal(sandbox.counts().requestsPerReference[partner_reference_no], 2);
});

test("book pays for a hold once and gives booking codes", async () => {
  const { transaction_id } = (await seats(["8", "9"])).json["data"];
  const book = (): Promise<Reply> => client.call("POST", "/v1/open-api/transports/book", { transaction_id });
  const reply = await book();
  assert.match(reply.text, /^\{"response_code":"201052001","response_message":"Berhasil dibuat","data":\{"transaction_id":"14429004","status":"SUCCESS","booking_codes":\{"departure":"[A-Z2-9]{8}","return":""\}\}\}$/);
  assert.equal(sandbox.balance(), 964_000);
  const again = await book();
  assert.equal(again.invented, true);
  assert.equal(sandbox.balance(), 964_000);
  now += 3_600_000;
  await client.fetchToken();
  assert.equal((await client.call("GET", `/v1/open-api/transactions/${transaction_id}`)).json["data"].status, "SUCCESS");
});

test("book refuses what is no hold", async () => {
  const { transaction_id } = (await client.buy(topUp())).json["data"];
  assert.equal(code(await client.call("POST", "/v1/open-api/transports/book", { transaction_id })), "404057005");
  assert.equal(code(await client.call("POST", "/v1/open-api/transports/book", { transaction_id: "1" })), "404057005");
  assert.equal(code(await client.call("POST", "/v1/open-api/transports/book", {})), "400056512");
});
