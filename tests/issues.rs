//! Every issue with its code, its place, its weight and its params; every code is made by some input.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

#[path = "issues/attraction.rs"]
mod attraction;
#[path = "issues/attraction_context.rs"]
mod attraction_context;
#[path = "issues/base.rs"]
mod base;
#[path = "issues/case.rs"]
mod case;
#[path = "issues/destination.rs"]
mod destination;
#[path = "issues/margin.rs"]
mod margin;
#[path = "issues/product.rs"]
mod product;
#[path = "issues/seats.rs"]
mod seats;
#[path = "issues/together.rs"]
mod together;
#[path = "issues/trip_context.rs"]
mod trip_context;
#[path = "issues/whole_input.rs"]
mod whole_input;

use std::collections::BTreeSet;

use case::Case;
use kasir::code::{Code, Severity, Weight};
use kasir::desk::Kept;
use kasir::issue::Codes;
use kasir::parse;
#[cfg(feature = "hook")]
use serde_json::json;

fn hold(cases: Vec<Case>) -> BTreeSet<String> {
    cases.into_iter().flat_map(Case::holds).collect()
}

#[test]
fn products_and_inquiries_tell_every_fault() {
    hold(product::cases());
    hold(destination::cases());
}

#[test]
fn attractions_tell_every_fault() {
    hold(attraction::cases());
    hold(attraction_context::cases());
}

#[test]
fn bus_seats_tell_every_fault() {
    hold(seats::cases());
    hold(trip_context::cases());
}

#[test]
fn margins_tell_every_fault() {
    hold(margin::cases());
}

#[test]
fn inputs_as_a_whole_tell_every_fault() {
    hold(whole_input::cases());
}

#[cfg(feature = "hook")]
#[test]
fn look_ups_tell_every_fault() {
    let detail = || Case::of("klikoo.transaction_detail", json!({ "transaction_id": "14429004" }));
    let at = "/transaction_id";
    let letters = json!({ "allowed": "A-Z a-z 0-9 - _" });
    hold(vec![
        detail(),
        detail().without(at).error("field.missing", at, json!({})),
        detail().set(at, "../balance").error("text.not_allowed", at, letters.clone()),
        detail().set(at, "1?x=1").error("text.not_allowed", at, letters),
        detail().set(at, "1".repeat(65)).error("text.too_long", at, json!({ "max": 64 })),
        detail().set(at, 14429004).error("field.wrong_type", at, json!({ "expected": "string" })),
        Case::of("klikoo.transaction_history", json!({})).error("field.missing", "/q", json!({})),
    ]);
}

/// The codes of single values, as `parse` tells them.
fn parsed() -> BTreeSet<String> {
    let options = support::options("");
    let mut codes = BTreeSet::new();
    for (kind, text, code) in [
        ("nik", "31741009129600011", "nik.not_16_digits"),
        ("nik", "3174103002960001", "nik.not_real_day"),
        ("nik", "9974100912960001", "nik.unknown_province"),
        ("nik", "3174100912960000", "nik.serial_zero"),
        ("pln_token", "1234", "text.too_short"),
        ("pln_token", "1234 abcd", "text.not_allowed"),
        ("msisdn", "", "field.missing"),
        ("rupiah", "20,500", "amount.ambiguous"),
        ("date", "30/02/2024", "date.not_real_day"),
        ("meter", "1", "meter.not_11_or_12_digits"),
        ("passport", "testpassport", "passport.malformed"),
        ("bpjs", "01944358911", "bpjs.unusual"),
        ("indonesian_passport", "123456789", "passport.unusual_for_indonesia"),
    ] {
        let issues = parse::parse(kind, text, &options, &Kept::new()).unwrap().issues;
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [code], "{kind}");
        assert_eq!(
            (issues[0].path.name.as_str(), issues[0].path.pointer.as_str()),
            (kind, format!("/{kind}").as_str())
        );
        codes.insert(code.to_owned());
    }
    codes
}

#[test]
fn single_values_tell_their_fault_by_their_kind() {
    assert!(parsed().len() > 8);
}

#[cfg(feature = "hook")]
fn told_by_calls() -> BTreeSet<String> {
    let call =
        json!({ "operation": "netzme.percentage_product", "input": { "merchantId": "M", "updatePercentage": "1" } });
    let unopened = kasir::call::open(&call.to_string(), &support::options("")).unwrap_err();
    unopened.issues.into_iter().map(|issue| issue.code.to_owned()).collect()
}

/// `field.not_yours` is the hook's word to a browser.
#[cfg(not(feature = "hook"))]
fn told_by_calls() -> BTreeSet<String> {
    BTreeSet::from([Code::FieldNotYours.as_str().to_owned()])
}

#[test]
fn every_code_is_made_by_some_input() {
    let cases = [
        product::cases(),
        destination::cases(),
        attraction::cases(),
        attraction_context::cases(),
        seats::cases(),
        trip_context::cases(),
        margin::cases(),
        whole_input::cases(),
    ];
    let mut made: BTreeSet<String> = cases.into_iter().flat_map(hold).collect();
    made.extend(parsed());
    made.extend(told_by_calls());
    let all: BTreeSet<String> = Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(made.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(all.difference(&made).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_code_names_an_area_and_a_problem_and_is_found_by_its_name() {
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        let (area, problem) = code.as_str().split_once('.').unwrap();
        let plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        assert!(plain(area) && plain(problem) && !area.is_empty() && !problem.is_empty(), "{}", code.as_str());
        assert!(names.insert(code.as_str()));
        assert_eq!(Code::named(code.as_str()), Some(*code));
    }
    assert_eq!(Code::named("amount"), None);
}

#[test]
fn every_weight_follows_the_set_of_errors() {
    for code in Code::ALL {
        let named = Codes::NONE.and(*code);
        let severity = |set: &Codes| set.severity(*code);
        let (plain, typos) = match code.weight() {
            Weight::Error => (Severity::Error, Severity::Error),
            Weight::Typo => (Severity::Advice, Severity::Error),
            Weight::Advice => (Severity::Advice, Severity::Advice),
        };
        assert_eq!(severity(&Codes::NONE), plain, "{}", code.as_str());
        assert_eq!(severity(&Codes::TYPOS), typos, "{}", code.as_str());
        assert_eq!(severity(&named), Severity::Error, "{}", code.as_str());
    }
}
