//! The merchant's margin.

use serde_json::{Value, json};

use crate::base::percentage;
use crate::case::Case;

pub fn cases() -> Vec<Case> {
    let at = "/updatePercentage";
    let mut cases = vec![
        percentage(),
        percentage().set("/merchantId", "M".repeat(65)).error("text.too_long", "/merchantId", json!({ "max": 64 })),
        percentage().set("/merchantId", 1).error("field.wrong_type", "/merchantId", json!({ "expected": "string" })),
        percentage().set("/merchantID", "M").error(
            "field.unknown",
            "/merchantID",
            json!({ "suggestion": "merchantId" }),
        ),
        percentage().set("/type", "X").error("field.unknown", "/type", json!({})),
        percentage().set(at, true).error("field.wrong_type", at, json!({ "expected": "string" })),
        percentage().without("/merchantId").form(),
        percentage().without(at).form().error("field.missing", at, json!({})),
        percentage().written("\"1.4\"", "1e2").error("percentage.malformed", at, json!({})),
    ];
    for key in ["/merchantId", at] {
        cases.push(percentage().without(key).error("field.missing", key, json!({})));
        cases.push(percentage().set(key, Value::Null).error("field.missing", key, json!({})));
    }
    for text in ["satu", "1e2", "01", ".5", "5.", "-0", "+1", "1.2.3", "1,234,567", "1234567890123456", "1.4%"] {
        cases.push(percentage().set(at, text).error("percentage.malformed", at, json!({})));
    }
    cases
}
