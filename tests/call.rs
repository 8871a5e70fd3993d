//! A browser's call as the hook opens it: nothing of it is trusted.
//!
//! `cargo test --features hook --test call`

#![cfg(all(feature = "hook", not(target_arch = "wasm32")))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::call::{Opened, Unopened, open};
use kasir::input::MAX_BYTES;
use serde_json::{Value, json};
use support::pointer;

fn call() -> Value {
    json!({
        "operation": "klikoo.product_buy",
        "input": { "product_code": "S10", "value": "+62 812-3456-7890" },
        "basket": "order-7",
        "expect": { "selling_price": "10500" },
    })
}

fn opened(call: &Value, options: &str) -> Opened {
    open(&call.to_string(), &support::options(options)).unwrap_or_else(|unopened| panic!("{unopened:?}"))
}

fn told(result: Result<Opened, Unopened>) -> Vec<(&'static str, String)> {
    let Err(unopened) = result else { panic!("it was opened") };
    unopened.issues.into_iter().map(|issue| (issue.code, issue.path.pointer)).collect()
}

fn refused(call: &Value) -> Vec<(&'static str, String)> {
    told(open(&call.to_string(), &support::options("")))
}

fn one(code: &'static str, pointer: &str) -> Vec<(&'static str, String)> {
    vec![(code, pointer.to_owned())]
}

#[test]
fn a_call_is_opened_into_its_parts() {
    let opened = opened(&call(), "");
    assert_eq!(opened.operation, "klikoo.product_buy");
    assert_eq!((opened.basket.as_str(), opened.expect.as_deref()), ("order-7", Some("10500")));
    assert_eq!(opened.form, r#"{"msidn":"081234567890","product_code":"S10","value":"081234567890"}"#);
    assert!(opened.advice.is_empty());
}

#[test]
fn two_spellings_of_one_purchase_have_one_form() {
    let form = |input: Value| {
        let mut call = call();
        call["input"] = input;
        opened(&call, "").form
    };
    let first = form(json!({ "product_code": "S10", "value": "081234567890" }));
    for input in [
        json!({ "value": " 0812 3456 7890 ", "product_code": "S10" }),
        json!({ "value": "+62 (0)812 3456 7890", "msidn": "081234567890", "product_code": "S10" }),
        json!({ "value": "+6281234567890", "msidn": "", "product_code": " S10" }),
        json!({ "value": "+6281234567890", "msidn": null, "product_code": "S10", "amount": null, "selling_price": " " }),
    ] {
        let mut with_kind = call();
        with_kind["input"] = input.clone();
        let options = r#"{"context":{"product":{"kind":"pulsa"}}}"#;
        assert_eq!(opened(&with_kind, options).form, first, "{input}");
    }
    assert_ne!(form(json!({ "product_code": "S10", "value": "081234567891" })), first);
}

#[test]
fn what_is_beside_the_input_leaves_the_form_as_it_is() {
    let mut other = call();
    other["basket"] = json!("order-8");
    other["expect"] = json!({ "selling_price": 9900 });
    assert_eq!(opened(&other, "").form, opened(&call(), "").form);
    assert_eq!(opened(&other, "").expect.as_deref(), Some("9900"));
    assert_eq!(opened(&call(), r#"{"escapes":"raw","language":"en"}"#).form, opened(&call(), "").form);
}

#[test]
fn a_price_may_be_left_out() {
    let mut call = call();
    call["expect"] = Value::Null;
    assert_eq!(opened(&call, "").expect, None);
    pointer::remove(&mut call, "/expect");
    assert_eq!(opened(&call, "").expect, None);
}

#[test]
fn only_what_buys_or_holds_needs_a_basket() {
    let margin = json!({ "updatePercentage": "1.4" });
    let empty = [None, Some(Value::Null), Some(json!(""))];
    for (operation, input) in
        [("klikoo.product_inquiry", call()["input"].clone()), ("netzme.percentage_product", margin)]
    {
        for basket in &empty {
            let mut call = json!({ "operation": operation, "input": input });
            basket.iter().for_each(|basket| call["basket"] = basket.clone());
            assert_eq!(opened(&call, "").basket, "", "{operation}");
        }
    }
    for operation in ["klikoo.product_buy", "klikoo.attraction_buy", "klikoo.transport_block_seat"] {
        for basket in &empty {
            let mut call = json!({ "operation": operation, "input": {} });
            basket.iter().for_each(|basket| call["basket"] = basket.clone());
            assert_eq!(refused(&call), one("field.missing", "/basket"), "{operation}");
        }
    }
}

#[test]
fn merchant_and_checkout_fields_are_not_the_browsers() {
    for (operation, input, keys) in [
        (
            "klikoo.product_buy",
            json!({ "product_code": "S10", "value": "081234567890" }),
            vec!["amount", "selling_price", "partner_reference_id"],
        ),
        ("netzme.percentage_product", json!({ "updatePercentage": "1.4" }), vec!["merchantId"]),
    ] {
        for key in keys {
            for value in [json!("1"), json!(1), json!({}), json!(true)] {
                let mut call = json!({ "operation": operation, "input": input, "basket": "order-7" });
                call["input"][key] = value;
                assert_eq!(refused(&call), one("field.not_yours", &format!("/{key}")));
            }
        }
    }
}

#[test]
fn an_open_denomination_is_the_buyers_to_choose() {
    let mut call = call();
    let options = support::options(r#"{"context":{"product":{"open":true}}}"#);
    assert_eq!(told(open(&call.to_string(), &options)), one("field.missing", "/amount"));
    call["input"]["amount"] = json!("Rp 10.000");
    let opened = open(&call.to_string(), &options).unwrap();
    assert_eq!(opened.form, r#"{"amount":"10000","msidn":"081234567890","product_code":"S10","value":"081234567890"}"#);
    call["input"]["selling_price"] = json!("1");
    assert_eq!(told(open(&call.to_string(), &options)), one("field.not_yours", "/selling_price"));
}

#[test]
fn slips_of_the_finger_stop_a_call_and_advice_does_not() {
    let mut call = call();
    call["input"]["msidn"] = json!("01105691111");
    assert_eq!(refused(&call), one("msidn.not_phone", "/msidn"));
    call["input"] = json!({ "product_code": "S10", "value": "A & B" });
    let opened = opened(&call, "");
    assert_eq!(opened.advice.iter().map(|issue| issue.code).collect::<Vec<_>>(), ["text.escape_sensitive"]);
}

#[test]
fn unknown_keys_of_the_input_are_refused() {
    let mut call = call();
    call["input"]["msisdn"] = json!("081234567890");
    assert_eq!(refused(&call), one("field.unknown", "/msisdn"));
}

#[test]
fn the_calls_own_keys_are_checked_where_they_stand() {
    for (at, value, code) in [
        ("/operation", json!(1), "field.wrong_type"),
        ("/operation", Value::Null, "field.wrong_type"),
        ("/input", json!([]), "field.wrong_type"),
        ("/input", json!("x"), "field.wrong_type"),
        ("/input", Value::Null, "field.wrong_type"),
        ("/basket", json!(7), "field.wrong_type"),
        ("/basket", json!("b".repeat(201)), "text.too_long"),
        ("/expect", json!("10500"), "field.wrong_type"),
        ("/expect", json!([]), "field.wrong_type"),
        ("/owner", json!("me"), "field.unknown"),
        ("/__proto__", json!({}), "field.unknown"),
        ("/reference", json!("x"), "field.unknown"),
    ] {
        let mut call = call();
        pointer::set(&mut call, at, value);
        assert_eq!(refused(&call), one(code, at));
    }
    for key in ["/operation", "/input"] {
        let mut call = call();
        pointer::remove(&mut call, key);
        assert_eq!(refused(&call), one("field.missing", key));
    }
    let mut longest = call();
    longest["basket"] = json!("é".repeat(200));
    assert_eq!(opened(&longest, "").basket.chars().count(), 200);
}

#[test]
fn a_key_that_stands_twice_is_refused_at_every_level() {
    for (text, at) in [
        (r#"{"operation":"klikoo.product_buy","operation":"netzme.percentage_product","input":{}}"#, "/operation"),
        (r#"{"operation":"klikoo.product_buy","input":{},"input":{"product_code":"S10"}}"#, "/input"),
        (r#"{"operation":"klikoo.product_buy","basket":null,"basket":"b","input":{}}"#, "/basket"),
        (r#"{"operation":"klikoo.product_buy","expect":{},"expect":{"selling_price":"1"},"input":{}}"#, "/expect"),
        (
            r#"{"operation":"klikoo.product_buy","basket":"b","input":{"product_code":"S10","value":"1","value":"2"}}"#,
            "/value",
        ),
        (r#"{"\u006fperation":"klikoo.product_buy","operation":"klikoo.product_buy","input":{}}"#, "/operation"),
    ] {
        assert_eq!(told(open(text, &support::options(""))), one("input.duplicate_key", at), "{text}");
    }
}

#[test]
fn a_text_that_is_no_call_is_refused_as_a_whole() {
    for (text, code) in [
        ("", "input.malformed"),
        ("{", "input.malformed"),
        ("[]", "input.not_object"),
        ("null", "input.not_object"),
        ("\"klikoo.product_buy\"", "input.not_object"),
        (r#"{"operation":"klikoo.product_buy","input":!g}"#, "input.malformed"),
    ] {
        assert_eq!(told(open(text, &support::options(""))), one(code, "/input"), "{text}");
    }
    let large = format!("{{\"basket\":\"{}\"}}", "b".repeat(MAX_BYTES));
    assert_eq!(told(open(&large, &support::options(""))), one("input.too_large", "/input"));
}

#[test]
fn an_operation_that_is_not_known_is_named_apart() {
    for id in ["klikoo.product_by", "", "klikoo", "KLIKOO.PRODUCT_BUY", "\u{0}"] {
        let text = json!({ "operation": id, "input": {} }).to_string();
        let unopened = open(&text, &support::options("")).unwrap_err();
        assert_eq!(unopened.unknown_operation.as_deref(), Some(id));
    }
    // Any other fault leaves it open.
    let unopened = open("{}", &support::options("")).unwrap_err();
    assert_eq!(unopened.unknown_operation, None);
}

#[test]
fn many_unknown_keys_cost_no_more_than_the_first() {
    let keys: Vec<String> = (0..20_000).map(|at| format!("\"k{at}\":1")).collect();
    let text = format!("{{{}}}", keys.join(","));
    assert_eq!(told(open(&text, &support::options(""))), one("field.unknown", "/k0"));
}

#[test]
fn a_calls_issues_are_told_in_the_language_asked_for() {
    let text = json!({ "operation": "klikoo.product_buy", "input": {} }).to_string();
    let message = |language: &str| {
        let options = format!(r#"{{"language":"{language}"}}"#);
        open(&text, &support::options(&options)).unwrap_err().issues[0].message.clone()
    };
    assert_ne!(message("id"), message("en"));
}
