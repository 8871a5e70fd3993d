import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { MAGIC_DESTINATIONS, type Sandbox, createSandbox } from "../../pkg-template/kasir-hook/src/sandbox/index.ts";
import { KlikooClient, type Reply, klikooClient, topUp } from "./signed_client.ts";

let now = Date.parse("2026-11-22T10:00:00+07:00");
let sandbox: Sandbox;
let client: KlikooClient;

before(async () => {
  sandbox = await createSandbox({ clock: () => now, settleAfterMs: 1_000, slowMs: 50 });
});
after(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  client = await klikooClient(sandbox, () => now);
});

function inquire(fields: Record<string, unknown> = {}): Promise<Reply> {
  const printed = { msidn: "01105691111", amount: "20500", product_code: "PLN20", selling_price: "21000", value: "01105691111", partner_reference_id: "42323-42234-44226-96273" };
  return client.call("POST", "/v1/open-api/products/inquiry", { ...printed, ...fields });
}

function detail(id: string): Promise<Reply> {
  return client.call("GET", `/v1/open-api/transactions/${id}`);
}

test("the printed inquiry gets the printed answer, and again with the same reference", async () => {
  for (let time = 0; time < 2; time += 1) {
    assert.equal(
      (await inquire()).text,
      '{"response_code":"200022000","response_message":"Sukses","data":{"product_name":"PLN 20.000","amount":20500,"total":20546,"product_code":"PLN20","customer_number":"01105691111","customer_name":"BAHARRUDIN1","power_capacity":"R1/2200VA"}}',
    );
  }
  assert.deepEqual(sandbox.counts().purchasesPerReference, {});
});

test("a wallet inquiry has no power capacity", async () => {
  const { data } = (await inquire({ product_code: "OVO10", value: "0817345544", amount: "73500" })).json;
  assert.deepEqual(Object.keys(data), ["product_name", "amount", "total", "product_code", "customer_number", "customer_name"]);
  assert.equal(data.total, 73546);
});

test("the printed failing number gets the printed biller error", async () => {
  const reply = await inquire({ value: "01105601111" });
  assert.equal(reply.http, 503);
  assert.equal(reply.text, '{"response_code":"503029998","response_message":"CUSTID not recognized. Biller throws exception. Err:5110","data":{"customer_number":"01105601111"}}');
});

test("a product outside the five providers cannot be inquired", async () => {
  const reply = await inquire({ product_code: "S10" });
  assert.equal(reply.json["response_code"], "400026525");
  assert.equal(reply.invented, true);
});

test("an unknown product is refused as 7003", async () => {
  assert.equal((await client.buy({ product_code: "NOPE" })).text, '{"data":null,"response_code":"404027003","response_message":"Produk tidak ditemukan"}');
});

const FIELDS = ["amount", "msidn", "partner_reference_id", "product_code", "selling_price", "value"];

for (const field of FIELDS) {
  test(`${field} left out, null, empty or of another type is refused`, async () => {
    const body = topUp();
    delete body[field];
    assert.equal((await client.call("POST", "/v1/open-api/products/buy", body)).json["response_code"], "400026512");
    assert.equal((await client.buy({ [field]: null })).json["response_code"], "400026512");
    assert.equal((await client.call("POST", "/v1/open-api/products/buy", { ...topUp(), [field]: "" })).json["response_code"], "400026512");
    assert.equal((await client.call("POST", "/v1/open-api/products/buy", { ...topUp(), [field]: 1 })).json["response_code"], "400026510");
  });
}

test("an amount that is not digits is refused as 6510", async () => {
  assert.equal((await client.buy({ amount: "Rp 10.300" })).json["response_code"], "400026510");
});

test("a reference is refused the second time, until the sandbox forgets", async () => {
  const reference = randomUUID();
  assert.equal((await client.buy({ partner_reference_id: reference })).http, 201);
  const again = await client.buy({ partner_reference_id: reference });
  assert.equal(again.http, 409);
  assert.equal(again.text, '{"data":null,"response_code":"409026563","response_message":"ReferenceNo sudah digunakan, silahkan gunakan reference_no yang lain"}');
  assert.equal(sandbox.counts().doublePurchases, 0);
  sandbox.forgetReferences();
  assert.equal((await client.buy({ partner_reference_id: reference })).http, 201);
  const counts = sandbox.counts();
  assert.equal(counts.requestsPerReference[reference], 3);
  assert.equal(counts.purchasesPerReference[reference], 2);
  assert.equal(counts.purchasesPerOrder["S10|081234567890|10300"], 2);
  assert.equal(counts.doublePurchases, 1);
  assert.equal(counts.repeatedOrders, 1);
  sandbox.forgetReferences(false);
  assert.equal((await client.buy({ partner_reference_id: reference })).http, 409);
});

test("the wallet is debited at success, not before, and refuses what it cannot bear", async () => {
  sandbox.setBalance(20_000);
  const { transaction_id } = (await client.buy()).json["data"];
  assert.equal(sandbox.balance(), 20_000);
  assert.equal((await client.buy()).text, '{"data":null,"response_code":"422026558","response_message":"Dompet tidak cukup"}');
  now += 1_000;
  assert.equal(sandbox.balance(), 9_700);
  const { data } = (await detail(transaction_id)).json;
  assert.equal(data.beginning_balance, "20000");
  assert.equal(data.current_balance, "9700");
});

test("a purchase waits, then succeeds, and the detail has the printed order", async () => {
  const reference = randomUUID();
  const { transaction_id } = (await client.buy({ partner_reference_id: reference })).json["data"];
  assert.equal((await detail(transaction_id)).json["data"].status, "WAITING");
  now += 1_000;
  const reply = await detail(transaction_id);
  assert.equal(reply.invented, false);
  assert.deepEqual(Object.keys(reply.json["data"]), [
    "transaction_id", "status", "partner_reference_id", "amount", "transaction_time", "reason", "product_id", "product_name",
    "sn", "value", "customer_name", "current_balance", "beginning_balance", "product_code",
  ]);
  const { status, amount, reason, sn, transaction_time, partner_reference_id } = reply.json["data"];
  assert.deepEqual({ status, amount, reason, partner_reference_id }, { status: "SUCCESS", amount: "10300", reason: "", partner_reference_id: reference });
  assert.match(sn, /^\d{20}$/);
  assert.match(transaction_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});

test("electricity brings a token of 20 digits", async () => {
  const { transaction_id } = (await client.buy({ product_code: "PLN20", amount: "20500", value: "01105691111" })).json["data"];
  now += 1_000;
  const { sn, customer_name } = (await detail(transaction_id)).json["data"];
  assert.match(sn, /^[1-9]\d{19}$/);
  assert.equal(customer_name, "BAHARRUDIN1");
});

test("an unknown transaction is refused as 7005", async () => {
  for (const id of ["14429999", "x", "14429004.0", "-1"]) {
    assert.equal((await detail(id)).json["response_code"], "404027005", id);
  }
});

test("a control call settles by reference or id, in any direction", async () => {
  const reference = randomUUID();
  const { transaction_id } = (await client.buy({ partner_reference_id: reference, value: "081234990004" })).json["data"];
  now += 60_000;
  assert.equal((await detail(transaction_id)).json["data"].status, "WAITING");
  assert.equal(sandbox.settle(reference, "SUCCESS", { sn: "SN 1/2" }), true);
  assert.equal((await detail(transaction_id)).json["data"].sn, "SN 1/2");
  assert.equal(sandbox.balance(), 989_700);
  assert.equal(sandbox.settle(transaction_id, "FAILED", { reason: "reversed" }), true);
  const { status, reason } = (await detail(transaction_id)).json["data"];
  assert.deepEqual({ status, reason }, { status: "FAILED", reason: "reversed" });
  assert.equal(sandbox.balance(), 1_000_000);
  assert.equal(sandbox.settle("nothing", "SUCCESS"), false);
  assert.throws(() => sandbox.settle(reference, "DONE" as "SUCCESS"), TypeError);
});

test("the history finds by reference and pages, and is marked as invented", async () => {
  const reference = randomUUID();
  await client.buy({ partner_reference_id: reference });
  await client.buy();
  await client.buy();
  const path = "/v1/open-api/transactions";
  const found = await client.call("GET", `${path}?page=1&limit=50&q=${reference}`);
  assert.equal(found.invented, true);
  assert.equal(found.json["data"].length, 1);
  assert.deepEqual(Object.keys(found.json["data"][0]).slice(0, 3), ["created_at", "sn", "value"]);
  assert.equal(found.json["data"][0].partner_reference_id, reference);
  assert.equal(found.json["data"][0].transaction_id, "14429004");
  assert.deepEqual(found.json["meta"], { current_page: 1, previous_page: 0, next_page: 0, total_pages: 1, total_rows: 1, per_page: 50 });
  const second = await client.call("GET", `${path}?page=2&limit=2`, "", { signedPath: path });
  assert.equal(second.json["data"].length, 1);
  assert.equal(second.json["meta"].total_rows, 3);
  assert.equal((await client.call("GET", `${path}?page=1`)).json["response_code"], "400026512");
  assert.equal((await client.call("GET", `${path}?page=0&limit=x`)).json["response_code"], "400026510");
  const later = new Date(now + 60_000).toISOString().slice(0, 19);
  assert.equal((await client.call("GET", `${path}?page=1&limit=9&from=${later}`)).json["data"].length, 0);
});

async function bought(number: string): Promise<{ reply: Reply | null; booked: boolean }> {
  const reference = randomUUID();
  const reply = await client.buy({ value: number, partner_reference_id: reference }).catch(() => null);
  return { reply, booked: sandbox.counts().purchasesPerReference[reference] === 1 };
}

const MAGIC: Record<string, { booked: boolean; http: number | null; sees?: RegExp }> = {
  "990001": { booked: true, http: 201, sees: /"SUCCESS","sn":"\d{20}"/ },
  "990002": { booked: true, http: 201, sees: /"FAILED"/ },
  "990003": { booked: true, http: 201, sees: /"WAITING"/ },
  "990004": { booked: true, http: 201, sees: /"WAITING"/ },
  "990005": { booked: false, http: 500, sees: /500029999.*Harap hubungi admin/ },
  "990006": { booked: true, http: 200, sees: /<<<$/ },
  "990007": { booked: true, http: 201, sees: /"WAITING"/ },
  "990008": { booked: true, http: null },
  "990009": { booked: false, http: 503, sees: /503029998.*customer_number/ },
  "990010": { booked: false, http: 404, sees: /404027011/ },
  "990011": { booked: false, http: 404, sees: /404027012/ },
  "990012": { booked: false, http: 404, sees: /404027009/ },
  "990013": { booked: false, http: 503, sees: /503029991/ },
  "990014": { booked: true, http: 500, sees: /500029999/ },
  "990015": { booked: true, http: 201, sees: /"PROCESSING"/ },
  "990016": { booked: true, http: 201, sees: /"data":null/ },
  "990017": { booked: true, http: 502, sees: /<html>/ },
  "990018": { booked: true, http: 200, sees: /^$/ },
  "990019": { booked: false, http: 404, sees: /404027002/ },
  "990020": { booked: true, http: null },
};

test("every magic destination is pinned here", () => assert.deepEqual(Object.keys(MAGIC), Object.keys(MAGIC_DESTINATIONS)));

for (const [suffix, expected] of Object.entries(MAGIC)) {
  test(`a destination that ends in ${suffix} ${MAGIC_DESTINATIONS[suffix]?.does}`, async () => {
    const { reply, booked } = await bought(`081234${suffix}`);
    assert.equal(reply?.http ?? null, expected.http);
    if (expected.sees !== undefined) assert.match(reply?.text ?? "", expected.sees);
    assert.equal(booked, expected.booked);
  });
}

test("what waits then fails says why, and is not debited", async () => {
  const { reply } = await bought("081234990003");
  now += 1_000;
  const { status, reason } = (await detail(reply?.json["data"].transaction_id)).json["data"];
  assert.equal(status, "FAILED");
  assert.notEqual(reason, "");
  assert.equal(sandbox.balance(), 1_000_000);
});

test("an inquiry is refused only by destinations that are wrong in themselves", async () => {
  assert.equal((await inquire({ value: "14500990010" })).json["response_code"], "404027011");
  assert.equal((await inquire({ value: "14500990008" })).http, 200);
  assert.equal((await inquire({ value: "14500990005" })).http, 200);
});
