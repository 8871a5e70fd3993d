//! Top-ups, bills and the inquiry before them.

use serde_json::{Value, json};

use crate::base::{buy, inquiry};
use crate::case::Case;

const CODE_LETTERS: &str = "A-Z a-z 0-9 - _ .";

fn missing() -> Vec<Case> {
    let mut cases = Vec::new();
    for base in [buy, inquiry] {
        for key in ["product_code", "value", "amount", "selling_price", "partner_reference_id"] {
            let at = format!("/{key}");
            cases.push(base().without(&at).error("field.missing", &at, json!({})));
            for blank in [Value::Null, json!(""), json!(" \t "), json!("\u{a0}")] {
                cases.push(base().set(&at, blank).error("field.missing", &at, json!({})));
            }
        }
        for blank in [Value::Null, json!(""), json!("  ")] {
            cases.push(base().set("/msidn", blank));
        }
        cases.push(base().without("/msidn"));
    }
    cases
}

fn wrong_types() -> Vec<Case> {
    let mut cases = Vec::new();
    let expected = json!({ "expected": "string" });
    for key in ["product_code", "value", "msidn", "partner_reference_id"] {
        let at = format!("/{key}");
        for value in [json!(1), json!(true), json!([]), json!({}), json!(["x"]), json!({ "a": 1 })] {
            cases.push(buy().set(&at, value).error("field.wrong_type", &at, expected.clone()));
        }
    }
    for key in ["amount", "selling_price"] {
        let at = format!("/{key}");
        for value in [json!(false), json!([1]), json!({})] {
            cases.push(buy().set(&at, value).error("field.wrong_type", &at, expected.clone()));
        }
    }
    // A price may be a number, as the pages' tables call it one.
    cases.push(buy().set("/amount", 10100).set("/selling_price", 10500));
    cases
}

fn amounts() -> Vec<Case> {
    let mut cases = Vec::new();
    for (text, code, params) in [
        ("sepuluh ribu", "amount.not_digits", json!({})),
        ("-1", "amount.not_digits", json!({})),
        ("1e3", "amount.not_digits", json!({})),
        ("20,500", "amount.ambiguous", json!({})),
        ("20.500,50", "amount.has_decimals", json!({})),
        ("9007199254740992", "amount.too_large", json!({ "max": 9007199254740991u64 })),
        ("0", "amount.zero", json!({})),
        ("000", "amount.zero", json!({})),
    ] {
        for key in ["amount", "selling_price"] {
            let at = format!("/{key}");
            cases.push(buy().set(&at, text).error(code, &at, params.clone()));
        }
    }
    // A point of JSON's never groups.
    for number in [json!(0.5), json!(20.125), json!(12.345), json!(0.125), json!(20500.25)] {
        cases.push(buy().set("/amount", number).error("amount.has_decimals", "/amount", json!({})));
    }
    cases.push(buy().set("/amount", json!(10100.0)).set("/selling_price", json!(10100.0)));
    cases.push(buy().set("/amount", json!(-5)).error("amount.not_digits", "/amount", json!({})));
    cases.push(buy().set("/amount", "Rp 10.100,00").set("/selling_price", "10.100"));
    cases.push(buy().set("/selling_price", "10099").advice("amount.below_cost", "/selling_price", json!({})));
    let strict = buy().set("/selling_price", "10099").treat_as_error(json!(["amount.below_cost"]));
    cases.push(strict.error("amount.below_cost", "/selling_price", json!({})));
    cases
}

fn lengths_and_letters() -> Vec<Case> {
    let long = "9".repeat(65);
    let mut cases = vec![
        buy().set("/product_code", long.clone()).error("text.too_long", "/product_code", json!({ "max": 64 })),
        buy().set("/product_code", "S 10").error(
            "text.not_allowed",
            "/product_code",
            json!({ "allowed": CODE_LETTERS }),
        ),
        buy().set("/product_code", "Ś10").error(
            "text.not_allowed",
            "/product_code",
            json!({ "allowed": CODE_LETTERS }),
        ),
        buy().set("/value", long.clone()).error("text.too_long", "/value", json!({ "max": 64 })),
        buy().set("/msidn", long.clone()).error("text.too_long", "/msidn", json!({ "max": 64 })),
        buy().set("/partner_reference_id", long).error("reference.malformed", "/partner_reference_id", json!({})),
        buy().set("/partner_reference_id", "order 7").error("reference.malformed", "/partner_reference_id", json!({})),
        buy().set("/partner_reference_id", "order\u{e9}7").error(
            "reference.malformed",
            "/partner_reference_id",
            json!({}),
        ),
        buy().set("/partner_reference_id", "1238").advice("reference.not_uuid_v4", "/partner_reference_id", json!({})),
        buy().set("/partner_reference_id", "1238").treat_as_error("typos").error(
            "reference.not_uuid_v4",
            "/partner_reference_id",
            json!({}),
        ),
    ];
    for control in ["\u{0}", "\u{7}", "\u{1f}", "\u{7f}", "\u{85}", "\u{9f}", "A\u{feff}"] {
        let text = format!("0812{control}34567890");
        cases.push(buy().set("/value", text.clone()).error("text.control_character", "/value", json!({})));
        cases.push(buy().set("/msidn", text).error("text.control_character", "/msidn", json!({})));
    }
    // Among digits alone it is dropped.
    cases.push(buy().set("/value", "08123\u{202e}45").set("/msidn", "0812\u{feff}34567890"));
    cases.push(buy().set("/value", "08123\u{202e}4X").advice("text.bidi_control", "/value", json!({})));
    let strict = buy().set("/value", "08123\u{202e}4X").treat_as_error("typos");
    cases.push(strict.error("text.bidi_control", "/value", json!({})));
    for text in ["a<b", "a>b", "a&b", "a\u{2028}b", "a\u{2029}b"] {
        cases.push(buy().set("/value", text).advice("text.escape_sensitive", "/value", json!({})));
    }
    cases
}

fn inquiries() -> Vec<Case> {
    let mut cases = vec![
        inquiry(),
        inquiry().set("/product_code", "S10").advice("inquiry.unsure", "/product_code", json!({})),
        inquiry().set("/product_code", "S10").treat_as_error(json!(["inquiry.unsure"])).error(
            "inquiry.unsure",
            "/product_code",
            json!({}),
        ),
        inquiry().set("/product_code", "POSTPAIDPLN").set("/value", "520060000000").error(
            "inquiry.not_offered",
            "/product_code",
            json!({}),
        ),
    ];
    for (kind, value) in
        [("pulsa", "081234567890"), ("wallet", "081234567890"), ("bpjs", "8888801433177155"), ("other", "1")]
    {
        let case = inquiry().set("/value", value).product(json!({ "kind": kind }));
        cases.push(case.error("inquiry.not_offered", "/product_code", json!({})));
    }
    for (kind, value) in [
        ("pln_prepaid", "01105691111"),
        ("ovo", "081234567890"),
        ("gopay", "081234567890"),
        ("dana", "081234567890"),
        ("maxim", "12345678"),
    ] {
        cases.push(inquiry().set("/product_code", "S10").set("/value", value).product(json!({ "kind": kind })));
    }
    cases
}

fn keys() -> Vec<Case> {
    let mut cases = Vec::new();
    for (key, suggestion) in [
        ("msisdn", Some("msidn")),
        ("phone", Some("msidn")),
        ("phone_number", Some("msidn")),
        ("ammount", Some("amount")),
        ("Amount", Some("amount")),
        ("selling_pirce", Some("selling_price")),
        ("partner_reference_no", Some("partner_reference_id")),
        ("reference", Some("partner_reference_id")),
        ("colour", None),
        ("__proto__", None),
        ("constructor", None),
        ("", None),
        ("a/b~c", None),
    ] {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        let params = suggestion.map_or(json!({}), |suggestion| json!({ "suggestion": suggestion }));
        if !key.is_empty() {
            cases.push(buy().set(&pointer, "1").error("field.unknown", &pointer, params));
            cases.push(buy().set(&pointer, "1").form());
        }
    }
    let twice = "\"value\":\"081234567890\"";
    for again in [twice, "\"value\":null", "\"value\":{}", "\"v\\u0061lue\":\"1\""] {
        let case = buy().written(twice, &format!("{twice},{again}"));
        cases.push(case.error("input.duplicate_key", "/value", json!({})));
    }
    cases
}

pub fn cases() -> Vec<Case> {
    [missing(), wrong_types(), amounts(), lengths_and_letters(), inquiries(), keys()].into_iter().flatten().collect()
}
