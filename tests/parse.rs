//! One value by itself, as `kasir.parse` gives it back. Known answers are the tables of `tests/fixtures/rules`.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::desk::Kept;
use kasir::parse::parse;
use kasir::plain::Plain;
use serde_json::{Value, json};

/// What a page gets, without the issues' sentences and paths.
fn parsed(kind: &str, text: &str, today: &str) -> Value {
    let options = json!({ "today": today }).to_string();
    let kept = Kept::new();
    let parsed = parse(kind, text, &support::options(&options), &kept).unwrap();
    let mut seen = serde_json::to_value(Plain::View(&parsed)).unwrap();
    let issues: Vec<&str> = parsed.issues.iter().map(|issue| issue.code).collect();
    seen["issues"] = json!(issues);
    seen
}

const TODAY: &str = "2024-07-01";

fn table(text: &str, list: &str) -> Vec<Value> {
    let mut table: Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(table[list].take()).unwrap()
}

#[test]
fn a_value_comes_with_its_parts_and_its_mask() {
    for (kind, text, expected) in [
        (
            "msisdn",
            "+62 812-3456-7890",
            json!({
                "value": "081234567890", "masked": "0812****7890", "issues": [],
                "parts": { "e164": "+6281234567890", "national": "81234567890", "operator": "Telkomsel", "brand": "Telkomsel" },
            }),
        ),
        ("wallet", "62817345544", json!({ "value": "0817345544", "masked": "0817****44", "issues": [], "parts": {} })),
        (
            "nik",
            "3515 1445 0868 0002",
            json!({
                "value": "3515144508680002", "masked": "3515********0002", "issues": [],
                "parts": { "gender": "female", "born": "1968-08-05", "age": "55", "province": "35" },
            }),
        ),
        (
            "bpjs",
            "88888 0194 4358 911",
            json!({
                "value": "8888801944358911", "masked": "8888********8911", "issues": [],
                "parts": {
                    "card": "0001944358911", "virtualAccount": "8888801944358911", "virtualAccountMandiri": "8988801944358911",
                },
            }),
        ),
        (
            "pln_token",
            "0261-7700-0180-1700-5627",
            json!({ "value": "02617700018017005627", "issues": [], "parts": { "grouped": "0261 7700 0180 1700 5627" } }),
        ),
        ("birth", "9/12/1996", json!({ "value": "1996-12-09", "issues": [], "parts": { "age": "27" } })),
        ("date", "9/12/1996", json!({ "value": "1996-12-09", "issues": [], "parts": {} })),
        ("passport", "a 1234567", json!({ "value": "A1234567", "masked": "A1****67", "issues": [], "parts": {} })),
        (
            "driver",
            "0110 5691 111",
            json!({ "value": "01105691111", "masked": "01*******11", "issues": [], "parts": {} }),
        ),
        ("name", "Siti Nurhaliza", json!({ "value": "Siti Nurhaliza", "issues": [], "parts": {} })),
        ("rupiah", "Rp 20.500,-", json!({ "value": "20500", "issues": [], "parts": {} })),
    ] {
        assert_eq!(parsed(kind, text, TODAY), expected, "{kind}");
        for part in expected["parts"].as_object().unwrap().keys() {
            assert!(
                include_str!("../pkg-template/kasir/src/types.ts").contains(&format!("  {part}?: string;")),
                "{part}"
            );
        }
    }
}

#[test]
fn advice_comes_with_a_value_and_a_refusal_without() {
    for (kind, text, value, code) in [
        ("passport", "testpassport", Some("testpassport"), "passport.malformed"),
        ("indonesian_passport", "AB123456", Some("AB123456"), "passport.unusual_for_indonesia"),
        ("indonesian_passport", "testpassport", Some("testpassport"), "passport.malformed"),
        ("driver", "ID-77a", Some("ID-77a"), "driver.unusual"),
        ("bpjs", "3174100912960001", Some("3174100912960001"), "bpjs.unusual"),
        ("wallet", "082812345678", Some("082812345678"), "msisdn.unknown_prefix"),
        ("wallet", "0218350123", None, "msisdn.not_mobile"),
        ("name", "12345", None, "name.malformed"),
        ("birth", "2024-07-02", None, "date.in_future"),
        ("birth", "1903-07-01", None, "date.too_old"),
        ("passport", "test\u{7}", None, "text.control_character"),
    ] {
        let parsed = parsed(kind, text, TODAY);
        assert_eq!((parsed["value"].as_str(), &parsed["issues"]), (value, &json!([code])), "{kind} {text}");
        assert!(value.is_some() || parsed["masked"].is_null(), "{kind} {text}");
    }
}

#[test]
fn a_broken_character_is_told_whatever_the_kind() {
    for kind in ["name", "driver", "passport", "msisdn"] {
        let expected = json!({ "issues": ["text.malformed"], "parts": {} });
        assert_eq!(parsed(kind, "Siti \u{fffd}", TODAY), expected, "{kind}");
    }
    // Its neighbours in Unicode and in UTF-8 are no broken characters.
    for name in ["Siti \u{fffc}", "Siti \u{effd}", "Siti \u{ff3d}"] {
        assert_eq!(parsed("name", name, TODAY)["value"], name);
    }
}

#[test]
fn ages_agree_with_their_table() {
    let ages = table(include_str!("fixtures/rules/calendar_day.json"), "ages");
    assert!(ages.len() > 20);
    for case in ages {
        let parsed = parsed("birth", case["birth"].as_str().unwrap(), case["on"].as_str().unwrap());
        let years = case["years"].as_u64().map(|years| years.to_string());
        assert_eq!(parsed["parts"]["age"].as_str(), years.as_deref(), "{case}: {parsed}");
    }
}

#[test]
fn cards_and_accounts_agree_with_their_table() {
    for case in table(include_str!("fixtures/rules/bpjs.json"), "cases") {
        let parsed = parsed("bpjs", case["input"].as_str().unwrap(), TODAY);
        assert_eq!(parsed["value"], case["value"], "{case}");
        for (part, known) in [
            ("card", "card"),
            ("virtualAccount", "virtual_account"),
            ("virtualAccountMandiri", "virtual_account_mandiri"),
        ] {
            assert_eq!(parsed["parts"][part], case["parts"][known], "{case}");
        }
    }
}

#[test]
fn identity_numbers_agree_with_their_table() {
    let cases = table(include_str!("fixtures/rules/nik.json"), "cases");
    let told = cases.iter().filter(|case| case["ok"] == true && case["context"].get("dob").is_none());
    assert!(told.clone().count() > 20);
    for case in told {
        let parts =
            &parsed("nik", case["input"].as_str().unwrap(), case["context"]["today"].as_str().unwrap())["parts"];
        assert_eq!(
            [&parts["born"], &parts["gender"], &parts["province"]],
            ["birth", "gender", "province"].map(|part| &case["parts"][part]),
            "{case}"
        );
    }
}
