//! What the hook makes of answers: the buyer's part, the look-up that binds, the receipt that is kept.
//!
//! `cargo test --features hook --test lookup`

#![cfg(all(feature = "hook", not(target_arch = "wasm32")))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

#[path = "lookup/buyers_part.rs"]
mod buyers_part;
#[path = "lookup/receipt.rs"]
mod receipt;

use kasir::operation::Operation;
use serde_json::{Value, json};
use support::answers::lookup::{in_history, judge_detail};
use support::operation;

const REFERENCE: &str = "6d654219-d9b7-4e1a-8b51-99a5cafb11cb";

fn buy() -> &'static Operation {
    operation("klikoo.product_buy")
}

fn envelope(data: Value) -> String {
    json!({ "response_code": "200022000", "response_message": "Sukses", "data": data }).to_string()
}

fn sent() -> Value {
    json!({ "amount": "20500", "msidn": "081234567890", "partner_reference_id": REFERENCE, "product_code": "PLN20", "selling_price": "21000", "value": "01105691111" })
}

fn detail() -> Value {
    json!({ "transaction_id": "14429004", "status": "SUCCESS", "partner_reference_id": REFERENCE, "amount": "20500", "product_code": "PLN20", "value": "01105691111", "sn": "12345678901234567890" })
}

fn finding(sent: &Value, detail: &Value) -> &'static str {
    judge_detail(buy(), &sent.to_string(), Some(200), &envelope(detail.clone())).finding
}

#[test]
fn a_detail_binds_when_everything_that_was_sent_agrees() {
    assert_eq!(finding(&sent(), &detail()), "found");
    for (key, told, expected) in [
        ("partner_reference_id", json!(REFERENCE.to_uppercase()), "found"),
        ("partner_reference_id", json!("6d654219-d9b7-4e1a-8b51-99a5cafb11cc"), "inconclusive"),
        ("partner_reference_id", json!(""), "inconclusive"),
        ("partner_reference_id", Value::Null, "inconclusive"),
        ("product_code", json!("PLN50"), "inconclusive"),
        ("product_code", json!("pln20"), "inconclusive"),
        ("product_code", json!(""), "inconclusive"),
        ("product_code", Value::Null, "inconclusive"),
        ("value", json!("01105691112"), "inconclusive"),
        ("value", json!(""), "inconclusive"),
        ("value", Value::Null, "inconclusive"),
        ("value", json!("01105691111.00"), "inconclusive"),
        ("amount", json!("20501"), "inconclusive"),
        ("amount", json!(20500), "found"),
        ("amount", json!("20500.00"), "found"),
        ("amount", json!("20500.50"), "inconclusive"),
        ("amount", json!("205"), "inconclusive"),
        ("amount", json!(""), "inconclusive"),
        ("amount", Value::Null, "inconclusive"),
        ("amount", json!(20500.0), "found"),
        ("amount", json!(20500.5), "inconclusive"),
        ("amount", json!("20500.00.00"), "inconclusive"),
        ("status", json!("WAITING"), "found"),
        ("status", json!("FAILED"), "found"),
        ("status", json!("REFUNDED"), "inconclusive"),
        ("status", json!(""), "inconclusive"),
    ] {
        let mut detail = detail();
        detail[key] = told.clone();
        assert_eq!(finding(&sent(), &detail), expected, "{key} {told}");
    }
}

#[test]
fn a_ticket_has_no_destination_and_a_seat_no_amount_to_agree_on() {
    let ticket = json!({ "amount": "15083", "partner_reference_id": REFERENCE, "product_code": "ATTO-03" });
    let seat = json!({ "partner_reference_no": REFERENCE, "product_code": "BUS", "selling_price": "20000" });
    for (id, sent, code) in [("klikoo.attraction_buy", ticket, "ATTO-03"), ("klikoo.transport_block_seat", seat, "BUS")]
    {
        let mut told = detail();
        (told["value"], told["amount"], told["product_code"]) = (json!(""), json!("15083"), json!(code));
        let found =
            |told: &Value| judge_detail(operation(id), &sent.to_string(), Some(200), &envelope(told.clone())).finding;
        assert_eq!(found(&told), "found", "{id}");
        told["amount"] = json!("15084");
        assert_eq!(found(&told), if sent["amount"].is_null() { "found" } else { "inconclusive" }, "{id}");
        told["product_code"] = json!("");
        assert_eq!(found(&told), "inconclusive", "{id}");
    }
}

#[test]
fn a_held_seat_is_found_by_its_own_reference_key() {
    let seat = operation("klikoo.transport_block_seat");
    let sent =
        json!({ "partner_reference_no": REFERENCE, "product_code": "BUS", "selling_price": "20000" }).to_string();
    let told = |key: &str| {
        let detail = json!({ key: REFERENCE, "status": "WAITING", "product_code": "BUS", "transaction_id": "7" });
        judge_detail(seat, &sent, Some(200), &envelope(detail))
    };
    for key in ["partner_reference_no", "partner_reference_id"] {
        let found = told(key);
        assert_eq!((found.finding, found.state, found.transaction_id), ("found", Some("held"), Some("7")));
    }
}

#[test]
fn only_a_well_formed_not_found_says_absent() {
    let text = |code: &str| json!({ "response_code": code, "response_message": "-", "data": null }).to_string();
    let found = |http, code: &str| judge_detail(buy(), &sent().to_string(), http, &text(code)).finding;
    assert_eq!(found(Some(404), "404027005"), "absent");
    assert_eq!(found(None, "404027005"), "absent");
    for (http, code) in [
        (Some(200), "404027005"),
        (Some(500), "404027005"),
        (Some(404), "500027005"),
        (Some(404), "404027002"),
        (Some(404), "7005"),
    ] {
        assert_eq!(found(http, code), "inconclusive", "{http:?} {code}");
    }
    assert_eq!(judge_detail(buy(), &sent().to_string(), Some(404), "<html>").finding, "inconclusive");
    assert_eq!(judge_detail(buy(), "no body", Some(200), &envelope(detail())).finding, "inconclusive");
}

#[test]
fn a_refusal_of_the_look_up_itself_proves_nothing_of_the_purchase() {
    let table: Value = support::fixture("klikoo/response_codes.json");
    for row in table["codes"].as_array().unwrap().iter().filter(|row| row["case"] != "7005") {
        let code = row["pattern"].as_str().unwrap().replace("xx", "02");
        let text = json!({ "response_code": code, "response_message": "-", "data": null }).to_string();
        let http = row["http"].as_u64().map(|http| http as u16);
        assert_eq!(judge_detail(buy(), &sent().to_string(), http, &text).finding, "inconclusive", "{code}");
    }
}

#[test]
fn a_history_counts_only_items_that_carry_our_reference() {
    let page = |items: Value| envelope(items);
    let ours = json!({ "partner_reference_id": REFERENCE.to_uppercase(), "transaction_id": 7 });
    let other = json!({ "partner_reference_id": "x", "transaction_id": "8" });
    let found = in_history(REFERENCE, Some(200), &page(json!([other, ours])));
    assert_eq!((found.finding, found.transaction_id), ("found", Some("7")));
    assert_eq!(found.state, None, "a history settles nothing");
    for (http, text, expected) in [
        (Some(200), page(json!([other])), "absent"),
        (Some(200), page(json!([])), "absent"),
        (Some(200), page(json!([{ "partner_reference_id": REFERENCE }])), "inconclusive"),
        (Some(200), page(json!([{ "partner_reference_id": REFERENCE, "transaction_id": "" }])), "inconclusive"),
        (Some(200), page(json!([{ "q": REFERENCE }, null, 1, "x"])), "absent"),
        (Some(200), page(Value::Null), "inconclusive"),
        (Some(200), page(json!({})), "inconclusive"),
        (Some(500), page(json!([ours])), "inconclusive"),
        (Some(200), json!({ "response_code": "401026535", "data": [] }).to_string(), "inconclusive"),
        (Some(200), json!({ "data": [ours] }).to_string(), "inconclusive"),
        (Some(502), "<html>".to_owned(), "inconclusive"),
        (None, String::new(), "inconclusive"),
    ] {
        assert_eq!(in_history(REFERENCE, http, &text).finding, expected, "{http:?} {text}");
    }
}
