/** What a page knows of an attraction or a trip is held against the form, and what it does not know is not. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Context, type Issue, type Kasir, load, schema } from "kasir";
import { printedAnswer, requestsOf, TODAY } from "./known_answers.ts";

let kasir: Kasir;

before(async () => {
  kasir = await load();
});

const ATTRACTION = "klikoo.attraction_buy";
const SEATS = "klikoo.transport_block_seat";
type Input = Record<string, unknown>;

const sample = (operation: typeof ATTRACTION | typeof SEATS): Input =>
  structuredClone(requestsOf(operation).find(({ name }) => name.endsWith("the_printed_sample"))?.input ?? {});

/** Codes, places and params of the errors, by every way in: an object, its text, the form. */
function errors(operation: typeof ATTRACTION | typeof SEATS, input: Input, context: Context, today = TODAY): unknown[] {
  const told = (issues: Issue[]): unknown[] =>
    issues.filter(({ severity }) => severity === "error").map(({ code, pointer, params }) => [code, pointer, params]);
  const prepared = kasir.prepare(operation, input, { today, context });
  const byText = kasir.prepare(operation, JSON.stringify(input), { today, context });
  assert.deepEqual(byText, prepared);
  const found = told(prepared.ok ? prepared.advice : prepared.issues);
  assert.deepEqual(told(kasir.validate(operation, input, { today, context })), found);
  return found;
}

const booking = (day: string, guide: string): Input =>
  ({ ...sample(ATTRACTION), start_date: day, end_date: day, booking_field: [{ key: "guideLang", value: guide }] });
const hold = (trip_id: number, ...seats: string[]): Input => {
  const input = sample(SEATS) as { departure: { passengers: Input[] } };
  const [passenger] = input.departure.passengers;
  return { ...input, departure: { trip_id, passengers: seats.map((seat_name, at) => ({ ...passenger, id_card_number: `C${at}234567`, seat_name })) } };
};

test("the printed detail of an attraction takes its own day and option, and no others", () => {
  const context = { attraction: printedAnswer(ATTRACTION) };
  assert.deepEqual(errors(ATTRACTION, booking("2024-07-31", "f26b2ad8-a02d-4173-aeb7-5ac610330b53"), context), []);
  assert.deepEqual(errors(ATTRACTION, booking("2024-08-01", "Cantonese"), context), [
    ["date.not_offered", "/start_date", {}], ["date.not_offered", "/end_date", {}], ["choice.unknown", "/booking_field/0/value", {}],
  ]);
});

test("the printed detail of a trip takes its own seat, and no others", () => {
  const context = { trip: printedAnswer(SEATS) };
  const day = "2024-05-01";
  assert.deepEqual(errors(SEATS, hold(188328, "19"), context, day), []);
  assert.deepEqual(errors(SEATS, hold(188328, "19"), context, "2024-05-02"), [["trip.in_past", "/departure/trip_id", {}]]);
  assert.deepEqual(errors(SEATS, hold(188336, "8"), context, day), [["trip.mismatch", "/departure/trip_id", {}]]);
  assert.deepEqual(errors(SEATS, hold(188328, "19", "20", "21", "22"), context, day), [
    ["seat.not_enough", "/departure/passengers", { available: 3 }],
    ...[1, 2, 3].map((row) => ["seat.not_free", `/departure/passengers/${row}/seat_name`, {}]),
  ]);
});

test("a key that is left out is named in params and sentence, and one that is not asked for is told", () => {
  const attraction = { booking_field: [{ key: "guideLang" }, { key: "meal" }], customer_booking_field: [{ key: "birth" }] };
  const input = { ...sample(ATTRACTION), booking_field: [{ key: "guideLang", value: "id" }, { key: "hotel", value: "x" }] };
  const prepared = kasir.prepare(ATTRACTION, input, { today: TODAY, language: "en", context: { attraction } });
  assert.ok(!prepared.ok);
  const found = prepared.issues.filter(({ severity }) => severity === "error");
  assert.deepEqual(found.map(({ code, pointer, name, params }) => [code, pointer, name, params]), [
    ["booking.key_missing", "/booking_field", "booking_field", { key: "meal" }],
    ["field.unknown", "/booking_field/1/key", "booking_field.1.key", {}],
    // All of the sample's but the third, which is the birth.
    ...[0, 1, 3, 4].map((row) => ["field.unknown", `/customers/0/customer_booking_field/${row}/key`, `customers.0.customer_booking_field.${row}.key`, {}]),
  ]);
  const [missing] = found;
  assert.equal(missing?.message, "This attraction asks for more: meal. Please fill it in.");
  assert.equal(kasir.message({ code: "booking.key_missing", params: { key: "meal" } }, "id"), "Atraksi ini meminta isian lain: meal. Silakan isi.");
});

test("a schema and a single field are held against the context too", async () => {
  const trip = { seats: [{ name: "1" }, { name: "8", taken: true }] };
  const options = { today: TODAY, context: { trip } };
  const form = { ...hold(188336, "8") };
  const result = await schema(SEATS, options)["~standard"].validate(form);
  const codes = (issues: readonly Issue[] = []): string[] => issues.map(({ code }) => code);
  assert.ok(codes(result.issues as Issue[]).includes("seat.not_free"));
  assert.deepEqual(codes(kasir.validateField(SEATS, "departure.passengers.0.seat_name", form, options)), ["seat.not_free"]);
  assert.deepEqual(kasir.validateField(SEATS, "departure.passengers.0.seat_name", hold(188336, "1"), options), []);
});

test("only what is read of an answer crosses; the rest may be anything", () => {
  const unread = (answer: object): object =>
    Object.defineProperty({ ...answer, big: "x".repeat(1_000_000), more: [1n] }, "prices", { enumerable: true, get: () => assert.fail("read") });
  const trip = unread({ id: 188336, seats: [unread({ name: "8" })] });
  assert.deepEqual(errors(SEATS, hold(188336, "8"), { trip }), []);
  assert.deepEqual(errors(SEATS, hold(188336, "9"), { trip }), [["seat.not_free", "/departure/passengers/0/seat_name", {}]]);
  const attraction = unread({ calendar: [unread({ date: "2024-07-27" })] });
  assert.equal(errors(ATTRACTION, sample(ATTRACTION), { attraction }).length, 2);
});

test("an answer that tells nothing, or something else, stands in nobody's way", () => {
  const odd: unknown[] = [null, undefined, "", " ", true, [], {}, [[]], () => ({}), Symbol("x"), new Map(), NaN, { toJSON: () => undefined }];
  const answers = odd.flatMap((value) => [
    value, { id: value, available_seat: value, depart_time: value, seats: value }, { seats: [{ name: "1" }, value, { name: value }] },
    { booking_field: value, customer_booking_field: value, calendar: value, start_date: value, end_date: value },
    { booking_field: [value], customer_booking_field: [{ key: "birth" }, { key: value }], calendar: [{ date: "2030-01-01" }, { date: value }] },
  ]);
  for (const answer of [...answers, 0, 5, "x", "\x1e\x1f\x07\v"]) {
    const context = { attraction: answer, trip: answer, returnTrip: answer } as Context;
    assert.deepEqual(errors(ATTRACTION, sample(ATTRACTION), context), []);
    assert.deepEqual(errors(SEATS, hold(188336, "8"), context), []);
  }
});

test("what JSON cannot hold is the page's fault", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic["seats"] = [cyclic];
  for (const trip of [cyclic, { id: 5n }, { get seats(): never { throw new Error("no"); } }]) {
    assert.throws(() => kasir.validate(SEATS, {}, { context: { trip: trip as object } }), { name: "KasirError", code: "ERR_BAD_OPTIONS" });
  }
  assert.deepEqual(errors(SEATS, hold(188336, "8"), { trip: { id: 188336 } }), []);
});

/** How long it takes, in milliseconds. */
function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const rows = <Row>(count: number, row: (at: number) => Row): Row[] => Array.from({ length: count }, (_, at) => row(at));

const COSTS: Record<string, (listed: number, asked: number) => number> = {
  "seats and passengers"(listed, asked) {
    const trip = { seats: rows(listed, (at) => ({ name: `${at}A` })) };
    const [passenger] = (sample(SEATS)["departure"] as { passengers: Input[] }).passengers;
    const passengers = rows(asked, (at) => ({ ...passenger, seat_name: `${at}A`, id_card_number: `317410091296${String(at + 1).padStart(4, "0")}` }));
    const input = { ...sample(SEATS), departure: { trip_id: 188336, passengers } };
    return timed(() => kasir.prepare(SEATS, input, { today: TODAY, context: { trip: listed > 0 ? trip : undefined } }));
  },
  "options and customers"(listed, asked) {
    const list_option = rows(listed, (at) => ({ code: `3b385b66-4cc1-4ac8-bcfc-${at}`, name: "x" }));
    const attraction = { customer_booking_field: [{ key: "nationality", type: "select", list_option }] };
    const customers = rows(asked, (at) => ({ customer_booking_field: [{ key: "nationality", value: list_option[at]?.code ?? "x" }] }));
    return timed(() => kasir.prepare(ATTRACTION, { ...sample(ATTRACTION), quantity: asked, customers }, { today: TODAY, context: { attraction } }));
  },
};

// A square is a million steps in every run; a busy machine may spoil most runs and not all of them.
for (const [what, cost] of Object.entries(COSTS)) {
  test(`a thousand ${what} each cost what they cost by themselves, and no square`, () => {
    const best = [Infinity, Infinity, Infinity];
    const holds = ([lists, inputs, both] = best as [number, number, number]): boolean => both < 3 * (lists + inputs);
    const times = (): number[] => [cost(1000, 10), cost(0, 1000), cost(1000, 1000)];
    for (let run = 0; run < 7 || (run < 60 && !holds()); run++) times().forEach((time, at) => (best[at] = Math.min(best[at] as number, time)));
    assert.ok(holds(), `${best.map((time) => time.toFixed(2)).join(", ")} ms: lists, inputs, both`);
  });
}
