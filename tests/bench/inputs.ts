/** Good inputs in the order a page would build them, and bad ones that every contender has to refuse. */
import type { Job } from "./work.ts";

export type Passenger = Record<"seat_name" | "name" | "dob" | "gender" | "id_card_number", unknown>;
export type TopUp = Record<string, unknown>;
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

/** What JSON text and Go escape differently: compared for equal bytes, not timed. */
export function hardBooking(): Booking {
  const input = booking(2);
  input.order_detail["name"] = 'Pandu "P" & Putra <Putri>';
  for (const passenger of input.departure.passengers) passenger.name = "ꦥꦤ꧀ꦢꦸ 王 🚌 \u2028 \\";
  return input;
}

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
];
