//! The fixtures through the export of the WASM module, to the byte: in Node, and in a browser where the runner is told so.
//!
//! `wasm-pack test --node --mode no-install -- --locked --test wasm`, with `--features hook` for the hook's build;
//! `WASM_BINDGEN_USE_BROWSER=1 wasm-pack test --headless --chrome --mode no-install -- --locked --test wasm`

#![cfg(target_arch = "wasm32")]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

#[path = "holds/blanks.rs"]
mod blanks;
#[path = "wasm/bytes.rs"]
mod bytes;
#[cfg(not(feature = "hook"))]
#[path = "wasm/form.rs"]
mod form;
#[cfg(feature = "hook")]
#[path = "wasm/hook.rs"]
mod hook;
#[path = "wasm/page.rs"]
mod page;
#[path = "wasm/tables.rs"]
mod tables;

use kasir::code::Code;
use kasir::operation::Operation;
use serde_json::{Value, json};
use support::page_walk::walk;
use support::tape::tape;
use support::{Advice, Request, Response, requests, responses};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// What stands for a tape in place of a walk's count of marks.
pub const CAREFUL: i32 = -1;

/// What JavaScript sees.
pub fn seen(result: Result<JsValue, JsValue>) -> Value {
    let value = result.expect("no fault");
    let text = js_sys::JSON::stringify(&value).expect("plain data");
    serde_json::from_str(&String::from(text)).expect("JSON")
}

fn fault(result: Result<JsValue, JsValue>) -> String {
    result.expect_err("a fault").as_string().expect("its code")
}

fn advice(prepared: &Value) -> Vec<Advice> {
    let mut list: Vec<Advice> = serde_json::from_value(prepared["advice"].clone()).expect("a list of issues");
    list.sort();
    list
}

fn is_made(request: &Request, prepared: &Value) {
    let name = request.name;
    assert_eq!(prepared["ok"], true, "{name}: {prepared}");
    let ready = &prepared["request"];
    assert_eq!(ready["body"], request.body.as_str(), "{name}");
    assert_eq!((&ready["method"], &ready["path"]), (&json!(request.method), &json!(request.path)), "{name}");
    assert_eq!(ready["operation"], request.operation.as_str(), "{name}");
    let mut expected: Vec<&Advice> = request.advice.iter().collect();
    expected.sort();
    assert_eq!(advice(prepared).iter().collect::<Vec<_>>(), expected, "{name}");
}

#[wasm_bindgen_test]
fn every_printed_request_is_made_by_all_three_ways() {
    let requests = requests("");
    assert!(requests.len() > 20);
    for request in &requests {
        let (id, options) = (request.operation.as_str(), request.options());
        let made = seen(page::prepare(id, &page::tape(request.input()), CAREFUL, &options));
        is_made(request, &made);
        let input: Value = serde_json::from_str(request.input()).expect("JSON");
        assert_eq!(seen(page::prepare(id, &tape(&input), CAREFUL, &options)), made);
        let (text, marks) = walk(&request.operation().shape.spell(), &input).expect("a walk");
        let marks = i32::try_from(marks).expect("few marks");
        assert_eq!(seen(page::prepare(id, &text, marks, &options)), made);
        let quick = page::body(id, &text, marks, &options).expect("no fault");
        let flawless = request.advice.is_empty().then(|| request.body.clone());
        assert_eq!(quick.as_string(), flawless, "{}", request.name);
    }
}

/// The outcome says what the fixture says; what the fixture leaves out is not asked about.
pub fn tells(response: &Response, outcome: &Value) {
    let (name, expected) = (response.name, &response.outcome);
    for (key, wanted) in [
        ("state", &expected.state),
        ("transactionId", &expected.transaction_id),
        ("serial", &expected.serial),
        ("plnToken", &expected.pln_token),
        ("expiresAt", &expected.expires_at),
    ] {
        assert!(wanted.as_deref().is_none_or(|wanted| outcome[key] == wanted), "{name}: {key} of {outcome}");
    }
    if let Some(next) = &expected.next {
        assert_eq!(outcome["next"]["kind"], next.as_str(), "{name}");
    }
    if let Some(state) = &expected.not_state {
        assert_ne!(outcome["state"], state.as_str(), "{name}");
    }
}

#[wasm_bindgen_test]
fn every_printed_answer_means_the_same() {
    let responses: Vec<Response> = responses("").into_iter().filter(|response| response.sent.is_none()).collect();
    assert!(responses.len() > 80);
    for response in &responses {
        let options = response.options();
        let outcome = seen(page::read_raw(&response.operation, response.http.unwrap_or(0), &response.text, &options));
        tells(response, &outcome);
        let operation = support::operation(&response.operation);
        let native = support::answers::raw(operation, response.http, &response.text, &options);
        // JavaScript has one kind of number, so both are compared as it writes them.
        assert_eq!(outcome, seen(js_sys::JSON::parse(&native.text)), "{}", response.name);
    }
}

#[wasm_bindgen_test]
fn issues_cross_with_their_params_as_javascript_sees_them() {
    let text =
        r#"{"product_code":"PLN 20","value":"0812","amount":"9007199254740992","selling_price":"1","msisdn":"1"}"#;
    let options = r#"{"language":"en","context":{"product":{"kind":"pulsa"}}}"#;
    let refused = seen(page::prepare("klikoo.product_buy", &page::tape(text), CAREFUL, options));
    assert_eq!(refused["ok"], false);
    let issues: Vec<Value> = refused["issues"].as_array().expect("issues").clone();
    let told: Vec<(&str, &str)> =
        issues.iter().map(|issue| (issue["code"].as_str().unwrap(), issue["pointer"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [
            ("text.not_allowed", "/product_code"),
            ("amount.too_large", "/amount"),
            ("field.missing", "/partner_reference_id"),
            ("field.unknown", "/msisdn"),
            ("msisdn.too_short", "/value"),
        ]
    );
    assert_eq!(issues[1]["params"], json!({ "max": 9_007_199_254_740_991u64 }));
    assert_eq!(issues[3]["params"], json!({ "suggestion": "msidn" }));
    assert_eq!(issues[4]["params"], json!({ "min": 10 }));
    for issue in &issues {
        assert_eq!((&issue["severity"], issue["path"].as_array().map(Vec::len)), (&json!("error"), Some(1)));
        assert!(!issue["message"].as_str().unwrap().is_empty());
    }
}

#[wasm_bindgen_test]
fn a_path_has_numbers_for_rows() {
    let text = r#"{"departure":{"passengers":[{"name":"1"}]}}"#;
    let issues = page::issues_of("klikoo.transport_block_seat", "departure.passengers.0.name", text, "");
    assert_eq!(issues[0]["path"], json!(["departure", "passengers", 0, "name"]));
    assert_eq!(issues[0]["name"], "departure.passengers.0.name");
    assert_eq!(issues.as_array().unwrap().len(), 1);
}

#[wasm_bindgen_test]
fn a_walk_that_is_none_asks_for_a_careful_one() {
    for text in ["", "\u{7}", "{}"] {
        assert!(page::prepare("klikoo.product_buy", text, 1, "").unwrap().is_undefined());
        assert!(page::validate("klikoo.product_buy", text, 1, "").unwrap().is_undefined());
        assert!(page::normalise("klikoo.product_buy", text, 1, "").unwrap().is_undefined());
        assert!(page::body("klikoo.product_buy", text, 1, "").unwrap().is_undefined());
    }
}

#[wasm_bindgen_test]
fn misuse_is_thrown_as_a_code() {
    assert_eq!(fault(page::prepare("klikoo.product_by", "\u{7}\u{b}", CAREFUL, "")), "ERR_UNKNOWN_OPERATION");
    assert_eq!(fault(page::fields_of("", "")), "ERR_UNKNOWN_OPERATION");
    assert_eq!(fault(page::parse_value("colour", "red", "")), "ERR_UNKNOWN_KIND");
    for options in [r#"{"language":"jv"}"#, r#"{"today":"tomorrow"}"#, r#"{"treatAsError":["no.code"]}"#] {
        let refused = page::prepare("klikoo.product_buy", "\u{7}\u{b}", CAREFUL, options);
        assert_eq!(fault(refused), "ERR_BAD_OPTIONS", "{options}");
    }
    for text in ["", "{}", "\u{1F}", "fr\u{1E}{}", "\u{1F}2024-02-30\u{1E}{}"] {
        assert_eq!(fault(page::raw(text)), "ERR_BAD_OPTIONS", "{text:?}");
    }
    let unknown = page::message("no.code", "{}", "id").expect_err("a fault");
    assert_eq!(unknown.as_string().as_deref(), Some("ERR_UNKNOWN_CODE"));
}

#[wasm_bindgen_test]
fn the_table_of_operations_has_a_line_for_each() {
    let table = page::operations();
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), Operation::all().count());
    for (line, operation) in lines.iter().zip(Operation::all()) {
        assert_eq!(line[0], operation.id);
        assert_eq!(*line.last().unwrap(), operation.shape.spell());
        let fields = seen(page::fields_of(operation.id, ""));
        assert!(!fields.as_array().unwrap().is_empty(), "{}", operation.id);
    }
}

#[wasm_bindgen_test]
fn single_values_and_sentences_cross() {
    let parsed = seen(page::parse_value("msisdn", "+62 812 3456 7890", ""));
    assert_eq!(parsed["value"], "081234567890");
    assert_eq!(parsed["parts"]["e164"], "+6281234567890");
    for code in Code::ALL {
        for language in ["id", "en"] {
            assert!(!page::message(code.as_str(), "{}", language).unwrap().is_empty());
        }
    }
    let told = page::message("text.too_long", r#"{"max":64}"#, "en").unwrap();
    assert!(told.contains("64"), "{told}");
}

#[wasm_bindgen_test]
fn an_intent_steps_by_names() {
    assert_eq!(page::intent_step("kept", "submit"), "asked post");
    assert_eq!(page::intent_step("seen", "success"), "over settle");
    assert_eq!(page::intent_step("seen", "no_such_event"), "seen poll");
    assert_eq!(page::intent_step("no such progress", "cancel"), "asked delete");
}

#[wasm_bindgen_test]
fn new_references_are_version_4_uuids_and_differ() {
    let mut seen: Vec<String> = (0..200).map(|_| page::new_reference().unwrap()).collect();
    assert!(seen.iter().all(|reference| kasir::rules::reference::is_uuid_v4(reference)));
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 200);
}

#[wasm_bindgen_test]
fn today_is_jakartas_where_nobody_says_otherwise() {
    let text = |day: &str| format!(r#"{{"start_date":"{day}"}}"#);
    let codes = |day: &str| {
        let issues = page::issues_of("klikoo.attraction_buy", "start_date", &text(day), "");
        issues.as_array().unwrap().iter().map(|issue| issue["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes("2024-07-01"), ["date.in_past"]);
    assert_eq!(codes("9999-12-31"), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn bad_input_of_every_size_leaves_the_module_alive() {
    let deep = ["[".repeat(50_000), "]".repeat(50_000)].concat();
    let large = format!("{{\"value\":\"{}\"}}", "9".repeat(1 << 20));
    let rows = format!("{{\"customers\":[{}]}}", vec!["{}"; 1_500].join(","));
    for text in
        ["", "{", "\u{0}", "[]", "null", "{\"value\":\"\\ud800\"}", deep.as_str(), large.as_str(), rows.as_str()]
    {
        for operation in Operation::all() {
            for tape in [text, &page::tape(text)] {
                assert_eq!(seen(page::prepare(operation.id, tape, CAREFUL, ""))["ok"], false);
            }
            let _ = page::validate(operation.id, text, 7, "").unwrap();
            let _ = seen(page::read_raw(operation.id, 200, text, ""));
            let _ = seen(page::read_shown(operation.id, text, ""));
        }
    }
    every_printed_request_is_made_by_all_three_ways();
}
