//! What is wrong with an input as a whole, or with a value that JSON cannot hold.

use serde_json::json;

use crate::base::{attraction, buy, percentage, seats};
use crate::case::Case;

const FIRST: &str = "/product_code";

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for text in ["null", "1", "\"text\"", "true", "[]", "[{}]", " 7 "] {
        cases.push(buy().text(text).error("input.not_object", FIRST, json!({})));
        cases.push(buy().text(text).form().error("input.not_object", FIRST, json!({})));
    }
    for (text, at) in
        [("", 0), ("{", 1), ("{\"a\":}", 5), ("{} {}", 3), ("{'a':1}", 1), ("{\"a\":1,}", 7), ("\u{feff}{}", 0)]
    {
        cases.push(buy().text(text).error("input.malformed", FIRST, json!({ "at": at })));
    }
    // What the page prints under a comment is no JSON.
    let printed = "{\n  // the product\n  \"product_code\": \"PLN20\"\n}";
    cases.push(buy().text(printed).error("input.malformed", FIRST, json!({ "at": 4 })));
    let large = format!("{{\"product_code\":\"{}\"}}", "S".repeat(256 * 1024));
    cases.push(buy().text(&large).error("input.too_large", FIRST, json!({ "max": 262144 })));

    for (tag, code, params) in [
        ("!c", "input.cyclic", json!({})),
        ("!d", "input.too_deep", json!({ "max": 8 })),
        ("!g", "input.unreadable", json!({})),
        ("!l", "input.too_large", json!({ "max": 262144 })),
        ("!r", "rows.too_many", json!({ "max": 1000 })),
        ("!s", "text.malformed", json!({})),
    ] {
        cases.push(buy().tagged("\"S10\"", tag).error(code, FIRST, params.clone()));
        let value = buy().tagged("\"value\":\"081234567890\"", &format!("\"value\":{tag}"));
        cases.push(value.error(code, "/value", params));
    }
    cases.push(buy().tagged("\"S10\"", "!f").error("field.wrong_type", FIRST, json!({ "expected": "string" })));
    for (tag, code) in [("!c", "input.cyclic"), ("!g", "input.unreadable")] {
        let operation = "klikoo.product_buy";
        let whole = Case::of(operation, json!({ "whole": 1 })).tagged("{\"whole\":1}", tag);
        cases.push(whole.error(code, FIRST, json!({})));
    }
    let whole = Case::of("klikoo.product_buy", json!({ "whole": 1 })).tagged("{\"whole\":1}", "!l");
    cases.push(whole.error("input.too_large", FIRST, json!({ "max": 262144 })));
    let row = r#"{"key":"guideLang","value":"en"}"#;
    cases.push(attraction().tagged(row, "!g").error("input.unreadable", "/booking_field/0", json!({})));
    let passenger = "\"seat_name\":\"8\"";
    cases.push(seats().tagged(passenger, "\"seat_name\":!s").error(
        "text.malformed",
        "/departure/passengers/0/seat_name",
        json!({}),
    ));
    // Nobody but the page may write tags.
    let at = percentage_text().find("\"M_vz7jZK8F\"").unwrap_or_default();
    cases.push(percentage().written("\"M_vz7jZK8F\"", "!g").error(
        "input.malformed",
        "/merchantId",
        json!({ "at": at }),
    ));

    for lone in ["\\ud800", "\\udc00", "\\ud83d", "\\ude00\\ud83d", "x\\ud800y", "\\ud800\\u0041"] {
        let case = buy().written("\"value\":\"081234567890\"", &format!("\"value\":\"{lone}\""));
        cases.push(case.error("text.malformed", "/value", json!({})));
    }
    cases.push(buy().written("\"value\":\"081234567890\"", "\"value\":\"\\ud83d\\ude00\""));
    let odd_key = buy().written("\"value\":", "\"\\ud800\":1,\"value\":");
    cases.push(odd_key.error("field.unknown", "/\u{fffd}", json!({})));
    cases
}

fn percentage_text() -> String {
    json!({ "merchantId": "M_vz7jZK8F", "updatePercentage": "1.4" }).to_string()
}
