//! Attractions: dates, customers, the buyer.

use serde_json::{Value, json};

use crate::base::attraction;
use crate::case::Case;

const CUSTOMER: &str = "/customers/0/customer_booking_field";

fn missing() -> Vec<Case> {
    let mut cases = Vec::new();
    for key in [
        "product_code",
        "quantity",
        "start_date",
        "end_date",
        "event_time",
        "buyer_first_name",
        "buyer_last_name",
        "email",
        "buyer_tel_country_code",
        "buyer_tel_number",
        "buyer_country",
        "state",
        "locale",
        "amount",
        "selling_price",
        "partner_reference_id",
    ] {
        let at = format!("/{key}");
        cases.push(attraction().without(&at).error("field.missing", &at, json!({})));
        cases.push(attraction().set(&at, " ").error("field.missing", &at, json!({})));
        cases.push(attraction().set(&at, Value::Null).error("field.missing", &at, json!({})));
        let params = json!({ "expected": if key == "quantity" { "integer" } else { "string" } });
        cases.push(attraction().set(&at, true).error("field.wrong_type", &at, params.clone()));
        cases.push(attraction().set(&at, json!([{}])).error("field.wrong_type", &at, params));
    }
    for key in ["booking_field", "customers"] {
        let at = format!("/{key}");
        cases.push(attraction().without(&at));
        cases.push(attraction().set(&at, Value::Null));
        for value in [json!("x"), json!(1), json!({ "key": "a" }), json!(false)] {
            cases.push(attraction().set(&at, value).error("field.wrong_type", &at, json!({ "expected": "array" })));
        }
    }
    cases
}

fn numbers_and_texts() -> Vec<Case> {
    let mut cases = Vec::new();
    for value in [json!("two"), json!("1.5"), json!(1.5), json!(-1), json!("-1"), json!("1e1")] {
        cases.push(attraction().set("/quantity", value).error("number.not_integer", "/quantity", json!({})));
    }
    for value in [json!(0), json!(1001), json!("0"), json!("99999999999999999999"), json!(9007199254740993u64)] {
        let params = json!({ "min": 1, "max": 1000 });
        cases.push(attraction().set("/quantity", value).error("number.out_of_range", "/quantity", params));
    }
    cases.push(attraction().set("/quantity", "01"));
    let long = |count| "ä".repeat(count);
    for key in ["buyer_first_name", "buyer_last_name"] {
        let at = format!("/{key}");
        cases.push(attraction().set(&at, long(100)));
        cases.push(attraction().set(&at, long(101)).error("text.too_long", &at, json!({ "max": 100 })));
        cases.push(attraction().set(&at, "12345").error("name.malformed", &at, json!({})));
        cases.push(attraction().set(&at, "Oim\nTest").error("text.control_character", &at, json!({})));
        cases.push(attraction().set(&at, "Tom & Jerry").advice("text.escape_sensitive", &at, json!({})));
        cases.push(attraction().set(&at, "ꦮꦪꦤ꧀ 李小龍 ☕️"));
    }
    cases.push(attraction().set("/state", long(101)).error("text.too_long", "/state", json!({ "max": 100 })));
    for (key, most) in [("key", 100), ("value", 200)] {
        let at = format!("/booking_field/0/{key}");
        cases.push(attraction().set(&at, long(most)));
        cases.push(attraction().set(&at, long(most + 1)).error("text.too_long", &at, json!({ "max": most })));
        cases.push(attraction().without(&at).error("field.missing", &at, json!({})));
    }
    cases
}

fn days_and_times() -> Vec<Case> {
    let mut cases = Vec::new();
    for (text, code) in [
        ("26 Juli 2024", "date.malformed"),
        ("26/07/24", "date.malformed"),
        ("2024-7-26", "date.malformed"),
        ("2025-02-29", "date.not_real_day"),
        ("31/04/2025", "date.not_real_day"),
        ("2024-06-30", "date.in_past"),
    ] {
        cases.push(attraction().set("/end_date", text).error(code, "/end_date", json!({})));
        cases.push(attraction().set("/start_date", text).error(code, "/start_date", json!({})));
    }
    cases.push(attraction().set("/start_date", "01/07/2024").set("/end_date", "1-7-2024"));
    let params = json!({ "start": "start_date" });
    cases.push(attraction().set("/end_date", "2024-07-25").error("date.out_of_order", "/end_date", params.clone()));
    let typed = attraction().set("/start_date", "2/8/2024").set("/end_date", "1/8/2024");
    cases.push(typed.error("date.out_of_order", "/end_date", params));
    for (text, code) in [
        ("930", "time.malformed"),
        ("9:30 AM", "time.malformed"),
        ("24:00", "time.not_real"),
        ("09:60", "time.not_real"),
    ] {
        cases.push(attraction().set("/event_time", text).error(code, "/event_time", json!({})));
    }
    cases.push(attraction().set("/event_time", "9.30"));
    cases
}

fn buyers() -> Vec<Case> {
    let local = format!("{}@example.com", "a".repeat(65));
    let whole = format!("a@{}.id", ["b".repeat(63), "c".repeat(63), "d".repeat(63), "e".repeat(63)].join("."));
    let mut cases = vec![
        attraction().set("/email", local).error("email.too_long", "/email", json!({ "max": 64 })),
        attraction().set("/email", whole).error("email.too_long", "/email", json!({ "max": 254 })),
        attraction().set("/email", "buyer@localhost").advice("email.no_dot", "/email", json!({})),
        attraction().set("/email", "buyer@localhost").treat_as_error("typos").error(
            "email.no_dot",
            "/email",
            json!({}),
        ),
        attraction().set("/buyer_country", "xx").error("country.unknown", "/buyer_country", json!({})),
        attraction().set("/buyer_country", "Indonesia").error("country.unknown", "/buyer_country", json!({})),
        attraction().set("/buyer_country", "ID"),
        attraction().set("/buyer_tel_country_code", "999").error(
            "dial_code.unknown",
            "/buyer_tel_country_code",
            json!({}),
        ),
        attraction().set("/buyer_tel_country_code", "+62"),
        attraction().set("/buyer_country", "sg").advice(
            "dial_code.other_country",
            "/buyer_tel_country_code",
            json!({}),
        ),
        attraction().set("/buyer_country", "sg").treat_as_error(json!(["dial_code.other_country"])).error(
            "dial_code.other_country",
            "/buyer_tel_country_code",
            json!({}),
        ),
        attraction().set("/locale", "english").error("locale.malformed", "/locale", json!({})),
        attraction().set("/locale", "in_ID"),
    ];
    for text in ["buyer", "@example.com", "buyer@", "a@-b.c", "a b@c.id", "a@b..c", "a@b@c.id"] {
        cases.push(attraction().set("/email", text).error("email.malformed", "/email", json!({})));
    }
    let number = "/buyer_tel_number";
    for (dial, country, text, code, params) in [
        ("62", "id", "abc", "msisdn.not_phone", json!({})),
        ("62", "id", "812", "msisdn.too_short", json!({ "min": 9 })),
        ("62", "id", "81234567890123", "msisdn.too_long", json!({ "max": 12 })),
        ("62", "id", "+6591234567", "msisdn.wrong_country", json!({ "dial_code": 62 })),
        ("65", "sg", "912", "msisdn.too_short", json!({ "min": 4 })),
        ("65", "sg", "91234567891234", "msisdn.too_long", json!({ "max": 13 })),
        ("65", "sg", "+62 812 959 293", "msisdn.wrong_country", json!({ "dial_code": 65 })),
        ("65", "sg", "nine", "msisdn.not_phone", json!({})),
    ] {
        let case = attraction().set("/buyer_tel_country_code", dial).set("/buyer_country", country);
        cases.push(case.set(number, text).error(code, number, params));
    }
    cases
}

fn pair(key: &str, value: &str) -> Value {
    json!({ "key": key, "value": value })
}

fn customers() -> Vec<Case> {
    let customer = json!({ "customer_booking_field": [pair("englishLastName", "Test")] });
    let birth = format!("{CUSTOMER}/1/value");
    let passport = format!("{CUSTOMER}/2/value");
    let mut cases = vec![
        attraction().set("/customers/1", customer.clone()).advice(
            "customers.not_quantity",
            "/customers",
            json!({ "quantity": 1, "customers": 2 }),
        ),
        attraction().set("/customers/1", customer.clone()).treat_as_error("typos").error(
            "customers.not_quantity",
            "/customers",
            json!({ "quantity": 1, "customers": 2 }),
        ),
        attraction().set("/customers/1", customer.clone()).set("/quantity", 2),
        attraction().set("/customers", json!([])).error("rows.too_few", "/customers", json!({ "min": 1 })),
        attraction().set("/customers", vec![customer.clone(); 1000]).set("/quantity", 1000),
        attraction().set("/customers", vec![json!({}); 1001]).error(
            "rows.too_many",
            "/customers",
            json!({ "max": 1000 }),
        ),
        attraction().set(CUSTOMER, json!([])).error("rows.too_few", CUSTOMER, json!({ "min": 1 })),
        attraction().without(CUSTOMER).error("field.missing", CUSTOMER, json!({})),
        attraction().set("/customers/0/name", "x").error("field.unknown", "/customers/0/name", json!({})),
        attraction().set(&format!("{CUSTOMER}/0/kye"), "x").error(
            "field.unknown",
            &format!("{CUSTOMER}/0/kye"),
            json!({ "suggestion": "key" }),
        ),
        attraction().set("/booking_field/1", pair("guideLang", "id")).error(
            "rows.duplicate",
            "/booking_field/1/key",
            json!({ "first": 1 }),
        ),
        attraction().set(&format!("{CUSTOMER}/3"), pair("birth", "1996-08-16")).error(
            "rows.duplicate",
            &format!("{CUSTOMER}/3/key"),
            json!({ "first": 2 }),
        ),
        attraction().set(&passport, "testpassport").advice("passport.malformed", &passport, json!({})),
        attraction().set(&passport, "testpassport").treat_as_error("typos").error(
            "passport.malformed",
            &passport,
            json!({}),
        ),
        attraction().set(&passport, "a 123-4567"),
    ];
    for row in [json!(1), json!("x"), Value::Null, json!(true)] {
        let case = attraction().set("/customers/0", row);
        cases.push(case.error("field.wrong_type", "/customers/0", json!({ "expected": "object" })));
    }
    for (text, code, params) in [
        ("16 Agustus 1996", "date.malformed", json!({})),
        ("1996-02-30", "date.not_real_day", json!({})),
        ("2024-07-02", "date.in_future", json!({})),
        ("1903-06-30", "date.too_old", json!({ "max": 120 })),
    ] {
        cases.push(attraction().set(&birth, text).error(code, &birth, params));
    }
    cases.push(attraction().set(&birth, "16/08/1996"));
    cases
}

pub fn cases() -> Vec<Case> {
    [vec![attraction()], missing(), numbers_and_texts(), days_and_times(), buyers(), customers()]
        .into_iter()
        .flatten()
        .collect()
}
