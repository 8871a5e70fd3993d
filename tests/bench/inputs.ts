/** Good inputs in the order a page would build them, and bad ones that every contender has to refuse. */
import type { Job } from "./work.ts";

export type Passenger = Record<"seat_name" | "name" | "dob" | "gender" | "id_card_number", unknown>;
export type TopUp = Record<string, unknown>;
type Pair = { key: unknown; value: unknown };
type Customer = { customer_booking_field: Pair[] };
export type Attraction = { [key: string]: unknown; customers: Customer[] };
export type Booking = {
  [key: string]: unknown;
  order_detail: Record<string, unknown>;
  departure: { trip_id: unknown; passengers: Passenger[] };
};

export function topUp(): TopUp {
  return {
    product_code: "TSEL20",
    value: "0812 3456 7890",
    msidn: "+6281234567890",
    amount: "20500",
    selling_price: "21000",
    partner_reference_id: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb",
  };
}

const NAMES = ["Ni Luh Sari", "Bagus Pratama", "Siti Aminah", "Yohanes Tambunan", "Dewi Anggraini", "Muhammad Rizky", "Maria D'Costa"];

function passenger(index: number): Passenger {
  const woman = index % 2 === 1;
  const day = 1 + (index % 28);
  const month = 1 + (index % 12);
  const two = (number: number): string => String(number).padStart(2, "0");
  return {
    seat_name: String(index + 1),
    name: NAMES[index % NAMES.length],
    dob: `1996-${two(month)}-${two(day)}`,
    gender: woman ? "female" : "male",
    id_card_number: `317410${two(day + (woman ? 40 : 0))}${two(month)}96${String(index + 1).padStart(4, "0")}`,
  };
}

export function booking(passengers: number): Booking {
  return {
    product_code: "BUS",
    selling_price: "200000",
    partner_reference_no: "6d654219-d9b7-4e1a-8b51-99a5cafb11cb",
    order_detail: { name: "Pandu Putra", email: "pandu@contoh.co.id", phone_number: "082122274139" },
    departure: { trip_id: 188336, passengers: Array.from({ length: passengers }, (_, index) => passenger(index)) },
    return: null,
  };
}

function customer(index: number): Customer {
  const { name, dob } = passenger(index);
  const [first, ...others] = String(name).split(" ");
  return {
    customer_booking_field: [
      { key: "englishLastName", value: others.join(" ") },
      { key: "englishFirstName", value: first },
      { key: "birth", value: dob },
      { key: "nationality", value: "a2d9ee5e-2824-4239-b2d8-4f2d7ef6c338" },
      { key: "passportNo", value: `C${String(1_234_567 + index)}` },
    ],
  };
}

export function attraction(customers: number): Attraction {
  const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return {
    product_code: "ATTO-03",
    quantity: customers,
    start_date: dayIn(30),
    end_date: dayIn(31),
    event_time: "09:30",
    booking_field: [{ key: "guideLang", value: "3b385b66-4cc1-4ac8-bcfc-311b21fa64af" }],
    customers: Array.from({ length: customers }, (_, index) => customer(index)),
    buyer_first_name: "Pandu",
    buyer_last_name: "Putra",
    email: "pandu@contoh.co.id",
    buyer_tel_country_code: "62",
    buyer_tel_number: "812959293",
    buyer_country: "id",
    state: "Bali",
    locale: "en",
    amount: "150830",
    selling_price: "160000",
    partner_reference_id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  };
}

/** What JSON text and Go escape differently: compared for equal bytes, not timed. */
export function hardBooking(): Booking {
  const input = booking(2);
  input.order_detail["name"] = 'Pandu "P" & Putra <Putri>';
  for (const passenger of input.departure.passengers) passenger.name = "ꦥꦤ꧀ꦢꦸ 王 🚌 \u2028 \\";
  return input;
}

/** What is timed, with how many passengers or customers. */
export type Case = { name: string; job: Job; rows: number; input: unknown };

const counted = (count: number, noun: string): string => `${count.toLocaleString("en-US")} ${noun}${count > 1 ? "s" : ""}`;

export const cases: Case[] = [
  { name: "top-up", job: "topUp", rows: 0, input: topUp() },
  ...[1, 10, 50, 100, 500, 1000].map((rows): Case => ({ name: `bus, ${counted(rows, "passenger")}`, job: "booking", rows, input: booking(rows) })),
  ...[1, 10, 100].map((rows): Case => ({ name: `attraction, ${counted(rows, "customer")}`, job: "attraction", rows, input: attraction(rows) })),
];

type Bad = { job: Job; why: string; input: unknown };

function badTopUp(why: string, change: (input: TopUp) => void): Bad {
  const input = topUp();
  change(input);
  return { job: "topUp", why, input };
}

function badBooking(why: string, change: (input: Booking, first: Passenger) => void): Bad {
  const input = booking(3);
  change(input, input.departure.passengers[0] as Passenger);
  return { job: "booking", why, input };
}

function badAttraction(why: string, change: (input: Attraction, fields: Pair[]) => void): Bad {
  const input = attraction(2);
  change(input, input.customers[0]?.customer_booking_field as Pair[]);
  return { job: "attraction", why, input };
}

const setValue = (fields: Pair[], key: string, value: unknown): void => {
  for (const pair of fields) if (pair.key === key) pair.value = value;
};

export const bad: Bad[] = [
  badTopUp("no product", (input) => delete input["product_code"]),
  badTopUp("a number for a price", (input) => (input["selling_price"] = 21000.5)),
  badTopUp("a price with letters", (input) => (input["amount"] = "20k")),
  badTopUp("a negative price", (input) => (input["amount"] = "-20500")),
  badTopUp("a destination too short for a mobile number", (input) => (input["value"] = "08123")),
  badTopUp("a landline as the destination", (input) => (input["value"] = "0218350123")),
  badTopUp("an unknown key", (input) => (input["produk"] = "TSEL20")),
  badTopUp("a control character", (input) => (input["product_code"] = "TSEL\u000020")),
  badTopUp("no reference", (input) => (input["partner_reference_id"] = "")),
  { job: "topUp", why: "a list instead of an object", input: [] },
  badBooking("an address without @", (input) => (input.order_detail["email"] = "pandu.contoh.co.id")),
  badBooking("an address with blanks", (input) => (input.order_detail["email"] = "pandu @contoh.co.id")),
  badBooking("30 February", (_, first) => (first.dob = "1996-02-30")),
  badBooking("a day of birth to come", (_, first) => (first.dob = "2199-01-01")),
  badBooking("a gender that is none of the two", (_, first) => (first.gender = "m")),
  badBooking("17 id card digits", (_, first) => (first.id_card_number = "31741009219923332")),
  badBooking("a lone surrogate in a name", (_, first) => (first.name = "Pandu \ud800")),
  badBooking("one seat twice", (_, first) => (first.seat_name = "2")),
  badBooking("no passenger", (input) => (input.departure.passengers = [])),
  badBooking("a trip number with a fraction", (input) => (input.departure.trip_id = 1.5)),
  badBooking("no departure", (input) => delete (input as Record<string, unknown>)["departure"]),
  badAttraction("three tickets for two customers", (input) => (input["quantity"] = 3)),
  badAttraction("no ticket", (input) => (input["quantity"] = 0)),
  badAttraction("half a ticket", (input) => (input["quantity"] = 1.5)),
  badAttraction("an end before the start", (input) => (input["end_date"] = new Date().toISOString().slice(0, 10))),
  badAttraction("a visit last year", (input) => (input["start_date"] = "2024-07-26")),
  badAttraction("a visit on 31 April", (input) => (input["start_date"] = "2099-04-31")),
  badAttraction("24 o'clock", (input) => (input["event_time"] = "24:00")),
  badAttraction("a country that is none", (input) => (input["buyer_country"] = "xx")),
  badAttraction("a calling code that is none", (input) => (input["buyer_tel_country_code"] = "21")),
  badAttraction("a telephone number that is too short", (input) => (input["buyer_tel_number"] = "8129")),
  badAttraction("a language by its name", (input) => (input["locale"] = "english")),
  badAttraction("a price with letters", (input) => (input["amount"] = "150k")),
  badAttraction("no reference", (input) => (input["partner_reference_id"] = "")),
  badAttraction("an unknown key", (input) => (input["guide"] = "en")),
  badAttraction("no first name", (input) => delete input["buyer_first_name"]),
  badAttraction("a customer without fields", (input) => (input.customers = [{ customer_booking_field: [] }, ...input.customers.slice(1)])),
  badAttraction("a key twice", (_, fields) => fields.push({ key: "birth", value: "1996-02-01" })),
  badAttraction("a day of birth that is none", (_, fields) => setValue(fields, "birth", "1996-02-30")),
  badAttraction("a passport that is none", (_, fields) => setValue(fields, "passportNo", "testpassport")),
  badAttraction("a control character in a value", (_, fields) => setValue(fields, "nationality", "id\u0000")),
  badAttraction("a number for a value", (_, fields) => setValue(fields, "nationality", 62)),
];
