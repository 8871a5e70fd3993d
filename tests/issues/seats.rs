//! Bus seats: trips, passengers, who orders.

use serde_json::{Value, json};

use crate::base::seats;
use crate::case::Case;

const FIRST: &str = "/departure/passengers/0";
const SECOND: &str = "/departure/passengers/1";

/// The outbound trip only.
fn one_way() -> Case {
    seats().without("/return")
}

fn missing() -> Vec<Case> {
    let mut cases = vec![seats(), one_way(), seats().set("/return", Value::Null)];
    for at in [
        "/product_code",
        "/selling_price",
        "/partner_reference_no",
        "/departure/trip_id",
        "/departure/passengers",
        "/order_detail/name",
        "/order_detail/email",
        "/order_detail/phone_number",
    ] {
        cases.push(one_way().without(at).error("field.missing", at, json!({})));
        cases.push(one_way().set(at, Value::Null).error("field.missing", at, json!({})));
    }
    for key in ["seat_name", "name", "dob", "gender", "id_card_number"] {
        let at = format!("{SECOND}/{key}");
        cases.push(one_way().without(&at).error("field.missing", &at, json!({})));
        cases.push(one_way().set(&at, " ").error("field.missing", &at, json!({})));
        cases.push(one_way().set(&at, 1).error("field.wrong_type", &at, json!({ "expected": "string" })));
    }
    // Each field of an object that was left out is told: they are what a person can fill in.
    for left_out in [one_way().without("/order_detail"), one_way().set("/order_detail", Value::Null)] {
        let keys = ["name", "email", "phone_number"].map(|key| format!("/order_detail/{key}"));
        cases.push(keys.iter().fold(left_out, |case, at| case.error("field.missing", at, json!({}))));
    }
    cases.push(one_way().set("/departure", json!({})).error("field.missing", "/departure/trip_id", json!({})).error(
        "field.missing",
        "/departure/passengers",
        json!({}),
    ));
    for (at, expected) in [
        ("/departure", "object"),
        ("/return", "object"),
        ("/order_detail", "object"),
        ("/departure/passengers", "array"),
    ] {
        for value in [json!("x"), json!(1), json!(true)] {
            cases.push(one_way().set(at, value).error("field.wrong_type", at, json!({ "expected": expected })));
        }
    }
    cases.push(one_way().set("/departure/passengers", json!([])).error(
        "rows.too_few",
        "/departure/passengers",
        json!({ "min": 1 }),
    ));
    cases
}

fn trips_and_orders() -> Vec<Case> {
    let trip = "/departure/trip_id";
    let range = json!({ "min": 1, "max": 9007199254740991u64 });
    vec![
        one_way().set(trip, "188336"),
        one_way().set(trip, 9007199254740991u64),
        one_way().set(trip, 0).error("number.out_of_range", trip, range.clone()),
        one_way().set(trip, 9007199254740992u64).error("number.out_of_range", trip, range.clone()),
        one_way().written("188336", "18446744073709551616").error("number.out_of_range", trip, range),
        one_way().set(trip, "JKT").error("number.not_integer", trip, json!({})),
        one_way().written("188336", "188336.0").error("number.not_integer", trip, json!({})),
        one_way().written("188336", "1e5").error("number.not_integer", trip, json!({})),
        one_way().set(trip, json!([])).error("field.wrong_type", trip, json!({ "expected": "integer" })),
        one_way().set("/order_detail/phone_number", "021-8350123"),
        one_way().set("/order_detail/phone_number", "08001234567").error(
            "msisdn.not_phone",
            "/order_detail/phone_number",
            json!({}),
        ),
        one_way().set("/order_detail/phone_number", "0812").error(
            "msisdn.too_short",
            "/order_detail/phone_number",
            json!({ "min": 10 }),
        ),
        one_way().set("/order_detail/email", "order").error("email.malformed", "/order_detail/email", json!({})),
        one_way().set("/order_detail/name", "...").error("name.malformed", "/order_detail/name", json!({})),
        one_way().set("/order_detail/phone", "1").error("field.unknown", "/order_detail/phone", json!({})),
        one_way().set("/order_detail/nama", "1").error(
            "field.unknown",
            "/order_detail/nama",
            json!({ "suggestion": "name" }),
        ),
        one_way().set("/amount", "1").error("field.unknown", "/amount", json!({})),
        one_way().set("/partner_reference_id", "1").error(
            "field.unknown",
            "/partner_reference_id",
            json!({ "suggestion": "partner_reference_no" }),
        ),
    ]
}

fn passengers() -> Vec<Case> {
    let at = |key: &str| format!("{FIRST}/{key}");
    let mut cases = vec![
        one_way().set(&at("seat_name"), "8".repeat(21)).error("text.too_long", &at("seat_name"), json!({ "max": 20 })),
        one_way().set(&at("name"), "1").error("name.malformed", &at("name"), json!({})),
        one_way().set(&at("gender"), "pria").error(
            "choice.unknown",
            &at("gender"),
            json!({ "allowed": ["male", "female"] }),
        ),
        one_way().set(&at("gender"), "Male"),
        one_way().set(&at("dob"), "2024-07-02").error("date.in_future", &at("dob"), json!({})),
        one_way().set(&at("dob"), "2024-07-01").advice("nik.birth_differs", &at("id_card_number"), json!({})),
        one_way().set(&at("dob"), "1903-06-30").error("date.too_old", &at("dob"), json!({ "max": 120 })),
        one_way().set(&at("dob"), "9-12-96").error("date.malformed", &at("dob"), json!({})),
        one_way().set(&at("dob"), "30/02/1996").error("date.not_real_day", &at("dob"), json!({})),
        one_way().set(&at("dob"), "1996-12-10").advice("nik.birth_differs", &at("id_card_number"), json!({})),
        one_way().set(&at("gender"), "female").advice("nik.gender_differs", &at("id_card_number"), json!({})),
        one_way()
            .set(&at("gender"), "female")
            .set(&at("dob"), "1996-12-10")
            .treat_as_error(json!(["nik.birth_differs", "nik.gender_differs"]))
            .error("nik.birth_differs", &at("id_card_number"), json!({}))
            .error("nik.gender_differs", &at("id_card_number"), json!({})),
        one_way().set(&at("id_card_number"), "x".repeat(33)).error(
            "text.too_long",
            &at("id_card_number"),
            json!({ "max": 32 }),
        ),
        one_way().set(&at("id_card_number"), "A1234567").advice(
            "id_card.looks_like_passport",
            &at("id_card_number"),
            json!({}),
        ),
        one_way().set(&at("id_card_number"), "3174 1009 1296 0001"),
    ];
    for (text, code) in [
        ("31741009219923332", "id_card.not_16_digits"),
        ("kartu", "id_card.not_16_digits"),
        ("9974100912960001", "id_card.not_nik"),
        ("3174103002960001", "id_card.not_nik"),
        ("3174100912960000", "id_card.not_nik"),
    ] {
        let text = if code == "id_card.not_16_digits" && text == "kartu" { "kartu keluarga" } else { text };
        cases.push(one_way().set(&at("id_card_number"), text).advice(code, &at("id_card_number"), json!({})));
        let strict = one_way().set(&at("id_card_number"), text).treat_as_error("typos");
        cases.push(strict.error(code, &at("id_card_number"), json!({})));
    }
    cases
}

fn repeats_and_counts() -> Vec<Case> {
    let seat = format!("{SECOND}/seat_name");
    let card = format!("{SECOND}/id_card_number");
    let twin = json!({ "seat_name": "10", "name": "Pandu", "dob": "1996-12-09", "gender": "male", "id_card_number": "3174100912960001" });
    vec![
        one_way().set(&seat, "8").error("rows.duplicate", &seat, json!({ "first": 1 })),
        one_way().set("/departure/passengers/2", twin.clone()).advice(
            "passenger.duplicate",
            "/departure/passengers/2/id_card_number",
            json!({ "first": 1 }),
        ),
        one_way().set("/departure/passengers/2", twin).treat_as_error("typos").error(
            "passenger.duplicate",
            "/departure/passengers/2/id_card_number",
            json!({ "first": 1 }),
        ),
        one_way().set(&card, "3174 1009 1296 0001").advice("passenger.duplicate", &card, json!({ "first": 1 })).advice(
            "nik.gender_differs",
            &card,
            json!({}),
        ),
        seats().without("/return/passengers/1").advice(
            "passengers.not_equal",
            "/return/passengers",
            json!({ "departure": 2, "return": 1 }),
        ),
        seats().without("/return/passengers/1").treat_as_error(json!(["passengers.not_equal"])).error(
            "passengers.not_equal",
            "/return/passengers",
            json!({ "departure": 2, "return": 1 }),
        ),
        seats().set("/return/passengers/1/seat_name", "8").error(
            "rows.duplicate",
            "/return/passengers/1/seat_name",
            json!({ "first": 1 }),
        ),
        // A list that is not there is told of as such and compared with nothing.
        seats().without("/return/passengers").error("field.missing", "/return/passengers", json!({})),
        seats().set("/departure/passengers", "x").error(
            "field.wrong_type",
            "/departure/passengers",
            json!({ "expected": "array" }),
        ),
        seats().set("/return/trip_id", "188336").advice("trip.same_both_ways", "/return/trip_id", json!({})),
        seats().set("/return/trip_id", 188336).treat_as_error("typos").error(
            "trip.same_both_ways",
            "/return/trip_id",
            json!({}),
        ),
        seats()
            .without("/departure/trip_id")
            .without("/return/trip_id")
            .error("field.missing", "/departure/trip_id", json!({}))
            .error("field.missing", "/return/trip_id", json!({})),
        seats().without("/return/trip_id").error("field.missing", "/return/trip_id", json!({})),
    ]
}

pub fn cases() -> Vec<Case> {
    [missing(), trips_and_orders(), passengers(), repeats_and_counts()].into_iter().flatten().collect()
}
