// Written by `cargo run --bin generate` from the Rust tables; change those.

/** What can be wrong with an input. */
export type IssueCode =
  | "input.not_object"
  | "input.malformed"
  | "input.duplicate_key"
  | "input.too_large"
  | "input.too_deep"
  | "input.cyclic"
  | "input.unreadable"
  | "field.missing"
  | "field.unknown"
  | "field.wrong_type"
  | "field.not_yours"
  | "text.too_long"
  | "text.too_short"
  | "text.control_character"
  | "text.bidi_control"
  | "text.malformed"
  | "text.not_allowed"
  | "text.escape_sensitive"
  | "msisdn.not_phone"
  | "msisdn.too_short"
  | "msisdn.too_long"
  | "msisdn.not_mobile"
  | "msisdn.wrong_country"
  | "msisdn.unknown_prefix"
  | "msisdn.other_operator"
  | "msidn.not_phone"
  | "msidn.phone_required"
  | "amount.not_digits"
  | "amount.ambiguous"
  | "amount.has_decimals"
  | "amount.too_large"
  | "amount.zero"
  | "amount.below_cost"
  | "date.malformed"
  | "date.not_real_day"
  | "date.in_past"
  | "date.in_future"
  | "date.too_old"
  | "date.out_of_order"
  | "time.malformed"
  | "time.not_real"
  | "email.malformed"
  | "email.too_long"
  | "email.no_dot"
  | "country.unknown"
  | "dial_code.unknown"
  | "dial_code.other_country"
  | "locale.malformed"
  | "id_card.not_16_digits"
  | "id_card.looks_like_passport"
  | "id_card.not_nik"
  | "nik.not_16_digits"
  | "nik.not_real_day"
  | "nik.unknown_province"
  | "nik.serial_zero"
  | "nik.birth_differs"
  | "nik.gender_differs"
  | "passport.malformed"
  | "passport.unusual_for_indonesia"
  | "meter.not_11_or_12_digits"
  | "meter.not_customer_number"
  | "bpjs.malformed"
  | "bpjs.unusual"
  | "driver.unusual"
  | "reference.malformed"
  | "reference.not_uuid_v4"
  | "name.malformed"
  | "percentage.malformed"
  | "choice.unknown"
  | "number.not_integer"
  | "number.out_of_range"
  | "rows.too_many"
  | "rows.too_few"
  | "rows.duplicate"
  | "passenger.duplicate"
  | "customers.not_quantity"
  | "passengers.not_equal"
  | "trip.same_both_ways"
  | "inquiry.not_offered"
  | "inquiry.unsure"
  | "booking.key_missing"
  | "date.not_offered"
  | "trip.mismatch"
  | "trip.in_past"
  | "trip.return_too_early"
  | "seat.not_free"
  | "seat.not_enough";

/** Why the hook refuses a call. */
export type ProblemCode =
  | "signed_out"
  | "forbidden"
  | "not_paid"
  | "sold_out"
  | "order.taken"
  | "price.changed"
  | "intent.in_flight"
  | "intent.cancelled"
  | "intent.not_found"
  | "reference.missing"
  | "reference.malformed"
  | "reference.reused"
  | "input.invalid"
  | "input.too_large"
  | "media.unsupported"
  | "origin.forbidden"
  | "rate.limited"
  | "ledger.unavailable"
  | "authorize.unavailable"
  | "provider.unavailable"
  | "operation.unknown"
  | "method.not_allowed"
  | "route.unknown";

/** The state of a purchase. */
export type PurchaseState =
  | "accepted"
  | "sent"
  | "pending"
  | "held"
  | "success"
  | "failed"
  | "unknown"
  | "cancelled";

/** Why a purchase failed. */
export type FailureReason =
  | "destination"
  | "product"
  | "supplier"
  | "last_instalment"
  | "blocked"
  | "other";

/** What the buyer does next. */
export type NextKind =
  | "none"
  | "pay"
  | "wait"
  | "confirm"
  | "fix"
  | "buy_again"
  | "contact";

/** A line of a receipt. */
export type LineKey =
  | "product"
  | "destination"
  | "customer_name"
  | "power"
  | "price"
  | "quantity"
  | "token"
  | "serial"
  | "booking_departure"
  | "booking_return"
  | "seats"
  | "held_until"
  | "percentage"
  | "time"
  | "transaction"
  | "reference";

/** A kind of value that can be parsed by itself. */
export type ParseKind =
  | "msisdn"
  | "wallet"
  | "rupiah"
  | "nik"
  | "passport"
  | "indonesian_passport"
  | "name"
  | "date"
  | "birth"
  | "time"
  | "email"
  | "meter"
  | "pln_token"
  | "bpjs"
  | "driver"
  | "percentage"
  | "country"
  | "dial_code"
  | "locale"
  | "reference";

/** A kind of value that is grouped while it is typed. */
export type TypedKind =
  | "msisdn"
  | "rupiah"
  | "nik"
  | "passport"
  | "date"
  | "meter"
  | "pln_token";

/** A kind of product. */
export type ProductKind =
  | "pulsa"
  | "pln_prepaid"
  | "pln_postpaid"
  | "ovo"
  | "gopay"
  | "dana"
  | "wallet"
  | "maxim"
  | "bpjs"
  | "other";

/** What a field holds. */
export type FieldKind =
  | "bpjs"
  | "choice"
  | "country"
  | "date"
  | "destination"
  | "dial_code"
  | "driver"
  | "email"
  | "id_card"
  | "integer"
  | "locale"
  | "meter"
  | "msisdn"
  | "name"
  | "percentage"
  | "product_code"
  | "reference"
  | "rupiah"
  | "subscriber"
  | "text"
  | "time";

/** An on-screen keyboard (HTML Living Standard, inputmode). */
export type InputMode =
  | "decimal"
  | "email"
  | "numeric"
  | "tel"
  | "text";

/** A format while typing. */
export type FieldFormat =
  | "date"
  | "meter"
  | "msisdn"
  | "nik"
  | "rupiah";

/** The params of an issue, by its code; a code that is not here has none. */
export interface IssueParams {
  "input.malformed": { at?: number };
  "input.too_large": { max?: number };
  "input.too_deep": { max?: number };
  "field.unknown": { suggestion?: string };
  "field.wrong_type": { expected?: string };
  "text.too_long": { max?: number };
  "text.too_short": { min?: number };
  "text.not_allowed": { allowed?: string };
  "msisdn.too_short": { min?: number };
  "msisdn.too_long": { max?: number };
  "msisdn.wrong_country": { dial_code?: number };
  "msisdn.other_operator": { operator?: string; expected?: string };
  "amount.too_large": { max?: number };
  "date.too_old": { max?: number };
  "date.out_of_order": { start?: string };
  "email.too_long": { max?: number };
  "meter.not_11_or_12_digits": { meter?: number };
  "choice.unknown": { allowed?: string[] };
  "number.out_of_range": { min?: number; max?: number };
  "rows.too_many": { max?: number };
  "rows.too_few": { min?: number };
  "rows.duplicate": { first?: number };
  "passenger.duplicate": { first?: number };
  "customers.not_quantity": { quantity?: number; customers?: number };
  "passengers.not_equal": { departure?: number; return?: number };
  "booking.key_missing": { key?: string };
  "seat.not_enough": { available?: number };
}

/** An operation. */
export type OperationId =
  | "klikoo.product_inquiry"
  | "klikoo.product_buy"
  | "klikoo.attraction_buy"
  | "klikoo.transport_block_seat"
  | "netzme.percentage_product";

/** What an operation does to money and stock. */
export type OperationKind =
  | "query"
  | "setting"
  | "hold"
  | "purchase";


/** What a person fills in for klikoo.product_inquiry. */
export interface KlikooProductInquiryForm {
  /** Product code. */
  product_code: string;
  /** Destination number. */
  value: string;
  /** Customer's mobile number. */
  msidn?: string;
  /** Amount. */
  amount?: string | number;
}

/** The whole input of klikoo.product_inquiry. */
export interface KlikooProductInquiryInput {
  /** Product code. */
  product_code: string;
  /** Destination number. */
  value: string;
  /** Customer's mobile number. */
  msidn?: string;
  /** Amount. */
  amount: string | number;
  /** Selling price. */
  selling_price: string | number;
  /** Reference. */
  partner_reference_id: string;
}

/** What a person fills in for klikoo.product_buy. */
export interface KlikooProductBuyForm {
  /** Product code. */
  product_code: string;
  /** Destination number. */
  value: string;
  /** Customer's mobile number. */
  msidn?: string;
  /** Amount. */
  amount?: string | number;
}

/** The whole input of klikoo.product_buy. */
export interface KlikooProductBuyInput {
  /** Product code. */
  product_code: string;
  /** Destination number. */
  value: string;
  /** Customer's mobile number. */
  msidn?: string;
  /** Amount. */
  amount: string | number;
  /** Selling price. */
  selling_price: string | number;
  /** Reference. */
  partner_reference_id: string;
}

/** What a person fills in for klikoo.attraction_buy. */
export interface KlikooAttractionBuyForm {
  /** Product code. */
  product_code: string;
  /** Number of tickets. */
  quantity: string | number;
  /** Start date. */
  start_date: string;
  /** End date. */
  end_date: string;
  /** Time of visit. */
  event_time: string;
  /** Booking details. */
  booking_field?: {
    /** Name of the detail. */
    key: string;
    /** Detail. */
    value: string;
  }[];
  /** Visitor details. */
  customers?: {
    /** Visitor's detail. */
    customer_booking_field: {
      /** Name of the detail. */
      key: string;
      /** Detail. */
      value: string;
    }[];
  }[];
  /** First name. */
  buyer_first_name: string;
  /** Last name. */
  buyer_last_name: string;
  /** E-mail address. */
  email: string;
  /** Country calling code. */
  buyer_tel_country_code: string;
  /** Telephone number. */
  buyer_tel_number: string;
  /** Country. */
  buyer_country: string;
  /** State or region. */
  state: string;
  /** Ticket language. */
  locale: string;
  /** Amount. */
  amount?: string | number;
}

/** The whole input of klikoo.attraction_buy. */
export interface KlikooAttractionBuyInput {
  /** Product code. */
  product_code: string;
  /** Number of tickets. */
  quantity: string | number;
  /** Start date. */
  start_date: string;
  /** End date. */
  end_date: string;
  /** Time of visit. */
  event_time: string;
  /** Booking details. */
  booking_field?: {
    /** Name of the detail. */
    key: string;
    /** Detail. */
    value: string;
  }[];
  /** Visitor details. */
  customers?: {
    /** Visitor's detail. */
    customer_booking_field: {
      /** Name of the detail. */
      key: string;
      /** Detail. */
      value: string;
    }[];
  }[];
  /** First name. */
  buyer_first_name: string;
  /** Last name. */
  buyer_last_name: string;
  /** E-mail address. */
  email: string;
  /** Country calling code. */
  buyer_tel_country_code: string;
  /** Telephone number. */
  buyer_tel_number: string;
  /** Country. */
  buyer_country: string;
  /** State or region. */
  state: string;
  /** Ticket language. */
  locale: string;
  /** Amount. */
  amount: string | number;
  /** Selling price. */
  selling_price: string | number;
  /** Reference. */
  partner_reference_id: string;
}

/** What a person fills in for klikoo.transport_block_seat. */
export interface KlikooTransportBlockSeatForm {
  /** Product code. */
  product_code: string;
  /** Outbound trip. */
  departure: {
    /** Trip number. */
    trip_id: string | number;
    /** Passenger details. */
    passengers: {
      /** Seat. */
      seat_name: string;
      /** Passenger's name. */
      name: string;
      /** Date of birth. */
      dob: string;
      /** Gender. */
      gender: "male" | "female" | (string & {});
      /** Identity card number (NIK). */
      id_card_number: string;
    }[];
  };
  /** Return trip. */
  return?: {
    /** Trip number. */
    trip_id: string | number;
    /** Passenger details. */
    passengers: {
      /** Seat. */
      seat_name: string;
      /** Passenger's name. */
      name: string;
      /** Date of birth. */
      dob: string;
      /** Gender. */
      gender: "male" | "female" | (string & {});
      /** Identity card number (NIK). */
      id_card_number: string;
    }[];
  } | null;
  /** Contact person. */
  order_detail: {
    /** Contact name. */
    name: string;
    /** E-mail address. */
    email: string;
    /** Contact mobile number. */
    phone_number: string;
  };
}

/** The whole input of klikoo.transport_block_seat. */
export interface KlikooTransportBlockSeatInput {
  /** Product code. */
  product_code: string;
  /** Outbound trip. */
  departure: {
    /** Trip number. */
    trip_id: string | number;
    /** Passenger details. */
    passengers: {
      /** Seat. */
      seat_name: string;
      /** Passenger's name. */
      name: string;
      /** Date of birth. */
      dob: string;
      /** Gender. */
      gender: "male" | "female" | (string & {});
      /** Identity card number (NIK). */
      id_card_number: string;
    }[];
  };
  /** Return trip. */
  return?: {
    /** Trip number. */
    trip_id: string | number;
    /** Passenger details. */
    passengers: {
      /** Seat. */
      seat_name: string;
      /** Passenger's name. */
      name: string;
      /** Date of birth. */
      dob: string;
      /** Gender. */
      gender: "male" | "female" | (string & {});
      /** Identity card number (NIK). */
      id_card_number: string;
    }[];
  } | null;
  /** Contact person. */
  order_detail: {
    /** Contact name. */
    name: string;
    /** E-mail address. */
    email: string;
    /** Contact mobile number. */
    phone_number: string;
  };
  /** Selling price. */
  selling_price: string | number;
  /** Reference. */
  partner_reference_no: string;
}

/** What a person fills in for netzme.percentage_product. */
export interface NetzmePercentageProductForm {
  /** Margin percentage. */
  updatePercentage: string | number;
}

/** The whole input of netzme.percentage_product. */
export interface NetzmePercentageProductInput {
  /** Merchant ID. */
  merchantId: string;
  /** Margin percentage. */
  updatePercentage: string | number;
}

/** The form of every operation. */
export interface Forms {
  "klikoo.product_inquiry": KlikooProductInquiryForm;
  "klikoo.product_buy": KlikooProductBuyForm;
  "klikoo.attraction_buy": KlikooAttractionBuyForm;
  "klikoo.transport_block_seat": KlikooTransportBlockSeatForm;
  "netzme.percentage_product": NetzmePercentageProductForm;
}

/** The input of every operation. */
export interface Inputs {
  "klikoo.product_inquiry": KlikooProductInquiryInput;
  "klikoo.product_buy": KlikooProductBuyInput;
  "klikoo.attraction_buy": KlikooAttractionBuyInput;
  "klikoo.transport_block_seat": KlikooTransportBlockSeatInput;
  "netzme.percentage_product": NetzmePercentageProductInput;
}
