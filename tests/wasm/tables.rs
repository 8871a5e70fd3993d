//! The tables of single values through `parse` and through a form's field.

use kasir::rules::operators::operator;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{page, seen};

fn cases(text: &str) -> Vec<Value> {
    let mut table: Value = serde_json::from_str(text).expect("JSON");
    let cases: Vec<Value> = serde_json::from_value(table["cases"].take()).expect("cases");
    assert!(cases.len() > 100);
    cases
}

fn codes(issues: &Value, severity: &str) -> Vec<String> {
    let issues = issues.as_array().expect("issues").iter().filter(|issue| issue["severity"] == severity);
    issues.map(|issue| issue["code"].as_str().expect("a code").to_owned()).collect()
}

/// The value parsed as its case says.
fn parsed(kind: &str, case: &Value) -> Value {
    let options = json!({ "today": case["context"]["today"] });
    let options = if options["today"].is_null() { String::new() } else { options.to_string() };
    let parsed = seen(page::parse_value(kind, case["input"].as_str().expect("a text"), &options));
    let errors = codes(&parsed["issues"], "error");
    assert_eq!(errors.is_empty(), case["ok"] == true, "{case}: {parsed}");
    match case["value"].as_str() {
        Some(value) => assert_eq!(parsed["value"], value, "{case}"),
        None => assert_eq!(parsed["value"].is_string(), case["ok"] == true, "{case}"),
    }
    if let Some(code) = case["code"].as_str() {
        assert_eq!(errors, [code], "{case}");
    }
    parsed
}

#[wasm_bindgen_test]
fn mobile_numbers_agree_with_their_table() {
    for case in cases(include_str!("../fixtures/rules/msisdn.json")) {
        let parsed = parsed("msisdn", &case);
        let advice: Vec<String> = serde_json::from_value(case["advice"].clone()).unwrap_or_default();
        assert_eq!(codes(&parsed["issues"], "advice"), advice, "{case}");
        if let Some(e164) = case["parts"]["e164"].as_str() {
            assert_eq!(parsed["parts"]["e164"], e164, "{case}");
        }
        if let Some(name) = case["parts"]["operator"].as_str() {
            let told = operator(parsed["value"].as_str().expect("a number")).expect("an operator");
            assert_eq!(told.serves(name), Some(true), "{case}");
            assert_eq!(
                (&parsed["parts"]["operator"], &parsed["parts"]["brand"]),
                (&json!(told.name), &json!(told.brand))
            );
        }
    }
}

#[wasm_bindgen_test]
fn identity_numbers_agree_with_their_table() {
    for case in cases(include_str!("../fixtures/rules/nik.json")) {
        let parsed = parsed("nik", &case);
        let expected = &case["parts"];
        if case["ok"] == false || expected.is_null() {
            continue;
        }
        assert_eq!(parsed["parts"]["gender"], expected["gender"], "{case}");
        assert_eq!(parsed["parts"]["province"], expected["province"], "{case}");
        // A date of birth in the form can settle the century otherwise than the later day that is not to come.
        if case["context"].get("dob").is_none() {
            assert_eq!(parsed["parts"]["born"], expected["birth"], "{case}");
        }
    }
}

#[wasm_bindgen_test]
fn amounts_agree_with_their_table() {
    for case in cases(include_str!("../fixtures/rules/rupiah.json")) {
        parsed("rupiah", &case);
    }
}

/// A day in the field of a form that takes birthdays or travel days.
fn in_its_field(case: &Value, role: &str) {
    let (operation, name, form) = if role == "birth" {
        let form = json!({ "departure": { "passengers": [{ "dob": case["input"] }] } });
        ("klikoo.transport_block_seat", "departure.passengers.0.dob", form)
    } else {
        ("klikoo.attraction_buy", "start_date", json!({ "start_date": case["input"] }))
    };
    let options = json!({ "today": case["context"]["today"] }).to_string();
    let issues = page::issues_of(operation, name, &form.to_string(), &options);
    let errors = codes(&issues, "error");
    assert_eq!(errors.is_empty(), case["ok"] == true, "{case}: {issues}");
    if let Some(code) = case["code"].as_str() {
        assert_eq!(errors, [code], "{case}");
    }
}

#[wasm_bindgen_test]
fn days_agree_with_their_table() {
    for case in cases(include_str!("../fixtures/rules/calendar_day.json")) {
        match case["context"]["role"].as_str() {
            Some(role) => in_its_field(&case, role),
            None => {
                parsed("date", &case);
            }
        }
    }
}
