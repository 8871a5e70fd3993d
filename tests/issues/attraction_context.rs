//! Attractions held against their detail: keys, options, days.

use serde_json::{Value, json};

use crate::base::attraction;
use crate::case::Case;
use crate::support;

const CUSTOMER: &str = "/customers/0/customer_booking_field";

fn text(key: &str) -> Value {
    json!({ "key": key, "type": "text" })
}

fn select(key: &str, codes: &[&str]) -> Value {
    let options: Vec<Value> = codes.iter().map(|code| json!({ "code": code, "name": "x" })).collect();
    json!({ "key": key, "type": "select", "list_option": options })
}

fn pair(key: &str, value: &str) -> Value {
    json!({ "key": key, "value": value })
}

/// A detail that the flawless input fits; made after the page's, whose `customer_booking_field` is `null`.
fn detail() -> Value {
    json!({
        "booking_field": [select("guideLang", &["en", "id"])],
        "customer_booking_field": [text("englishLastName"), { "key": "birth", "type": "date" }, text("passportNo")],
        "calendar": [{ "date": "2024-07-26", "is_full_day": true }, { "date": "2024-07-28" }],
        "start_date": "2024-07-20", "end_date": "2024-07-31",
    })
}

fn known(case: Case, detail: Value) -> Case {
    case.context(json!({ "attraction": detail }))
}

/// The detail with another value at a place.
fn with(at: &str, value: Value) -> Value {
    let mut detail = detail();
    support::pointer::set(&mut detail, at, value);
    detail
}

fn printed() -> Vec<Case> {
    let printed = support::fixture::<Value>("klikoo/attraction_buy/context/the_printed_detail.json")["data"].clone();
    let booked = |day: &str, guide: &str| {
        let case = attraction().set("/start_date", day).set("/end_date", day).set("/booking_field/0/value", guide);
        known(case, printed.clone())
    };
    let cantonese = "f26b2ad8-a02d-4173-aeb7-5ac610330b53";
    vec![
        booked("2024-07-31", cantonese),
        booked("2024-07-31", "7f8a8970-b031-4549-8fb6-9fbbef182b01"),
        booked("2024-07-31", "3b385b66-4cc1-4ac8-bcfc-311b21fa64af").error(
            "choice.unknown",
            "/booking_field/0/value",
            json!({}),
        ),
        booked("2024-08-01", cantonese).error("date.not_offered", "/start_date", json!({})).error(
            "date.not_offered",
            "/end_date",
            json!({}),
        ),
    ]
}

fn keys() -> Vec<Case> {
    let known = |case| known(case, detail());
    let second = format!("{CUSTOMER}/1/key");
    vec![
        known(attraction()),
        known(attraction()).form(),
        known(attraction().set("/booking_field/1", pair("meal", "rice"))).error(
            "field.unknown",
            "/booking_field/1/key",
            json!({}),
        ),
        known(attraction().set("/booking_field/0/key", "guidelang"))
            .error("field.unknown", "/booking_field/0/key", json!({}))
            .error("booking.key_missing", "/booking_field", json!({ "key": "guideLang" })),
        known(attraction().without("/booking_field")).form().error(
            "booking.key_missing",
            "/booking_field",
            json!({ "key": "guideLang" }),
        ),
        known(attraction().set("/booking_field", json!([]))).error(
            "booking.key_missing",
            "/booking_field",
            json!({ "key": "guideLang" }),
        ),
        // A list that was refused is told of as such and held against nothing; so is a pair.
        known(attraction().set("/booking_field", "en")).error(
            "field.wrong_type",
            "/booking_field",
            json!({ "expected": "array" }),
        ),
        known(attraction().without("/booking_field/0/value")).error(
            "field.missing",
            "/booking_field/0/value",
            json!({}),
        ),
        known(attraction().set(&second, "birthday")).error("field.unknown", &second, json!({})).error(
            "booking.key_missing",
            CUSTOMER,
            json!({ "key": "birth" }),
        ),
        known(attraction().without(CUSTOMER)).error("field.missing", CUSTOMER, json!({})),
        known(attraction().without("/customers"))
            .error("booking.key_missing", "/customers", json!({ "key": "englishLastName" }))
            .error("booking.key_missing", "/customers", json!({ "key": "birth" }))
            .error("booking.key_missing", "/customers", json!({ "key": "passportNo" })),
        // Each customer is asked, whatever the others have answered.
        known(attraction().set("/quantity", 2).set(
            "/customers/1",
            json!({ "customer_booking_field": [pair("birth", "1996-08-16"), pair("passportNo", "A1234567")] }),
        ))
        .error(
            "booking.key_missing",
            "/customers/1/customer_booking_field",
            json!({ "key": "englishLastName" }),
        ),
    ]
}

fn options() -> Vec<Case> {
    let value = "/booking_field/0/value";
    let nation = with("/customer_booking_field/3", select("nationality", &["ID", "MY"]));
    let from = |code: &str| attraction().set(&format!("{CUSTOMER}/3"), pair("nationality", code));
    let asked = |field: Value| with("/booking_field/0", field);
    vec![
        known(attraction().set(value, "fr"), detail()).error("choice.unknown", value, json!({})),
        known(attraction().set(value, "fr"), detail()).form().error("choice.unknown", value, json!({})),
        known(attraction().set(value, "EN"), detail()).error("choice.unknown", value, json!({})),
        known(attraction().set(value, " id "), detail()),
        known(from("MY"), nation.clone()),
        known(from("SG"), nation).error("choice.unknown", &format!("{CUSTOMER}/3/value"), json!({})),
        known(
            attraction().set(value, "7"),
            asked(json!({ "key": " guideLang ", "type": "select", "list_option": [{ "code": 7 }, { "code": " 8 " }] })),
        ),
        // Only a `select` is known to take none but its options, and only where each of them can be read.
        known(
            attraction().set(value, "fr"),
            asked(json!({ "key": "guideLang", "type": "text", "list_option": [{ "code": "en" }] })),
        ),
        known(
            attraction().set(value, "fr"),
            asked(json!({ "key": "guideLang", "type": "select", "list_option": [{ "code": "en" }, { "name": "x" }] })),
        ),
        known(attraction().set(value, "fr"), asked(json!({ "key": "guideLang", "type": "select", "list_option": [] }))),
        known(
            attraction().set(value, "fr"),
            asked(json!({ "key": "guideLang", "type": "select", "list_option": null })),
        ),
    ]
}

fn days() -> Vec<Case> {
    let mut cases = Vec::new();
    let between = |from: &str, to: &str| attraction().set("/start_date", from).set("/end_date", to);
    let unlisted = with("/calendar", json!([]));
    for (day, detail) in [
        ("2024-07-27", detail()),
        ("27/7/2024", detail()),
        ("2024-07-19", unlisted.clone()),
        ("2024-08-01", unlisted.clone()),
        ("2024-07-31", detail()),
    ] {
        for (case, at) in [(between(day, "2024-07-28"), "/start_date"), (between("2024-07-26", day), "/end_date")] {
            let told = known(case, detail.clone()).error("date.not_offered", at, json!({}));
            let too_early =
                at == "/end_date" && day < "2024-07-26" || at == "/start_date" && day > "2024-07-28" && day.len() == 10;
            cases.push(if too_early {
                told.error("date.out_of_order", "/end_date", json!({ "start": "start_date" }))
            } else {
                told
            });
        }
    }
    cases.push(known(between("2024-07-26", "28-07-2024"), detail()));
    cases.push(known(between("2024-07-20", "2024-07-31"), unlisted));
    cases.push(known(between("2024-06-30", "2024-07-26"), detail()).error("date.in_past", "/start_date", json!({})));
    cases.push(known(between("2024-07-27", "2024-07-28"), json!({ "calendar": detail()["calendar"] })).error(
        "date.not_offered",
        "/start_date",
        json!({}),
    ));
    cases
}

/// What leaves something out, or has something else in its place, does not tell.
fn unknown() -> Vec<Case> {
    let booked = || {
        attraction().set("/start_date", "2025-01-01").set("/end_date", "2025-01-01").set("/booking_field/0/value", "?")
    };
    let mut details = vec![json!(null), json!(5), json!("x"), json!(true), json!([]), json!({}), json!([detail()])];
    for key in ["booking_field", "customer_booking_field", "calendar", "start_date", "end_date"] {
        for odd in [
            json!(null),
            json!(7),
            json!(""),
            json!("soon"),
            json!("0001-01-01"),
            json!(false),
            json!([]),
            json!([null]),
            json!([5, "x"]),
            json!([{}]),
            json!({}),
            json!([[[]]]),
        ] {
            details.push(json!({ key: odd }));
        }
    }
    details.push(json!({ "booking_field": [{ "key": "guideLang" }, { "key": null }], "calendar": [{ "date": "2024-07-26" }, { "date": "soon" }] }));
    details.push(json!({ "booking_field": [{ "key": "guideLang" }, { "key": " " }], "calendar": [{ "date": "2024-07-26" }, null] }));
    details.into_iter().map(|detail| known(booked(), detail)).collect()
}

pub fn cases() -> Vec<Case> {
    [printed(), keys(), options(), days(), unknown()].into_iter().flatten().collect()
}
