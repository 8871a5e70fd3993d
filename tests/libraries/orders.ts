/** One bus order as a person types it and as it is sent. */
import type { Forms, SchemaOptions } from "kasir";

export const OPERATION = "klikoo.transport_block_seat";
export const TERMS = { today: "2024-07-01" } satisfies SchemaOptions;
export type Form = Forms[typeof OPERATION];

/** The NIK tells the day of birth and the gender; the domain of an address has no case, its name has one. */
export const TYPED: Form = {
  product_code: "BUS",
  departure: {
    trip_id: "188336",
    passengers: [{ seat_name: "8", name: "Siti Nur'aini", dob: "16/08/1996", gender: "female", id_card_number: "3174 0156 0896 0001" }],
  },
  order_detail: { name: "Pandu", email: "Order@EXAMPLE.com", phone_number: "+62 821-2227-4139" },
};

export const SENT = {
  product_code: "BUS",
  departure: {
    trip_id: 188336,
    passengers: [{ seat_name: "8", name: "Siti Nur'aini", dob: "1996-08-16", gender: "female", id_card_number: "3174015608960001" }],
  },
  order_detail: { name: "Pandu", email: "Order@example.com", phone_number: "082122274139" },
  return: null,
};

/** The same order with another day of birth. */
export function born(dob: string): Form {
  const order = structuredClone(TYPED);
  for (const passenger of order.departure.passengers) passenger.dob = dob;
  return order;
}
