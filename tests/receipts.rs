//! The receipt a buyer reads: its lines, what they say, what the buyer does next.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::state::State;
use serde_json::{Value, json};
use support::answers::{self, Outcome};

fn shown(operation: &str, state: &str, data: Value, options: Value) -> Outcome<'static> {
    let text = json!({ "state": state, "data": data }).to_string();
    answers::shown(support::operation(operation), &text, &options.to_string())
}

fn lines<'o>(outcome: &'o Outcome<'_>) -> Vec<(&'o str, &'o str)> {
    outcome.lines.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect()
}

#[test]
fn an_electricity_purchase_ends_in_its_token() {
    let data = json!({ "transaction_id": "14429004", "status": "SUCCESS", "sn": "12345678901234567890", "product_name": "PLN 20.000", "product_code": "PLN20", "customer_name": "BAHARRUDIN1", "transaction_time": "2024-05-21T04:54:18.788451Z" });
    let receipt = json!({ "product_code": "PLN20", "value": "01*******11", "selling_price": "21000" });
    let options = json!({ "language": "id", "receipt": receipt, "reference": "r-1" });
    let outcome = shown("klikoo.product_buy", "success", data, options);
    assert_eq!(outcome.pln_token, Some("12345678901234567890"));
    assert_eq!((outcome.serial, outcome.reference), (None, Some("r-1")));
    let lines = lines(&outcome);
    assert_eq!(
        lines[..4],
        [
            ("product", "PLN 20.000"),
            ("destination", "01*******11"),
            ("customer_name", "BAHARRUDIN1"),
            ("token", "1234 5678 9012 3456 7890")
        ]
    );
    assert_eq!(lines[4].0, "price");
    assert!(lines[4].1.ends_with("21.000"), "{}", lines[4].1);
    assert_eq!((lines[5].0, lines[6]), ("time", ("transaction", "14429004")));
    assert_eq!(outcome.next.kind, "none");
}

#[test]
fn twenty_digits_are_a_token_only_where_electricity_was_bought() {
    let sn = "12345678901234567890";
    for (state, code, context, token) in [
        ("success", "PLN20", json!({}), true),
        ("success", "S10", json!({ "product": { "kind": "pln_prepaid" } }), true),
        ("success", "PLN20", json!({ "product": { "kind": "other" } }), false),
        ("success", "S10", json!({}), false),
        ("success", "POSTPAIDPLN", json!({}), false),
        ("pending", "PLN20", json!({}), false),
        ("unknown", "PLN20", json!({}), false),
        ("failed", "PLN20", json!({}), false),
    ] {
        let options = json!({ "context": context, "receipt": { "product_code": code } });
        let outcome = shown("klikoo.product_buy", state, json!({ "sn": sn }), options);
        assert_eq!(outcome.pln_token.is_some(), token, "{state} {code}");
        assert_eq!(outcome.serial.is_some(), state == "success" && !token, "{state} {code}");
        assert_eq!(lines(&outcome).iter().any(|(key, _)| *key == "token"), token, "{state} {code}");
    }
    for sn in ["1234567890123456789", "123456789012345678901", "1234567890123456789x", "1234 5678 9012 3456 7890"] {
        let outcome = shown("klikoo.product_buy", "success", json!({ "sn": sn, "product_code": "PLN20" }), json!({}));
        assert_eq!((outcome.pln_token, outcome.serial), (None, Some(sn)));
    }
}

#[test]
fn an_inquiry_tells_who_stands_behind_the_number() {
    let data = json!({ "product_name": "PLN 20.000", "product_code": "PLN20", "customer_number": "01105691111", "customer_name": "BAHARRUDIN1", "power_capacity": "R1/2200VA" });
    let outcome = shown("klikoo.product_inquiry", "success", data, json!({}));
    assert_eq!(
        lines(&outcome),
        [
            ("customer_name", "BAHARRUDIN1"),
            ("destination", "01105691111"),
            ("power", "R1/2200VA"),
            ("product", "PLN 20.000")
        ]
    );
}

#[test]
fn a_held_seat_tells_until_when() {
    let data = json!({ "transaction_id": "14429004", "status": "WAITING", "expired_at": "2024-04-30T07:56:28+07:00" });
    let receipt = json!({ "product_code": "BUS", "selling_price": "20000", "seats": "8, 9" });
    for (language, month) in [("id", "April"), ("en", "April")] {
        let options = json!({ "receipt": receipt, "language": language });
        let outcome = shown("klikoo.transport_block_seat", "held", data.clone(), options);
        let lines = lines(&outcome);
        assert_eq!(
            lines.iter().map(|(key, _)| *key).collect::<Vec<_>>(),
            ["seats", "held_until", "price", "transaction"]
        );
        assert!(lines[1].1.contains(month) && lines[1].1.contains("2024"), "{}", lines[1].1);
        assert_eq!(outcome.expires_at, Some("2024-04-30T07:56:28+07:00"));
        assert_eq!(outcome.next.kind, "confirm");
    }
}

#[test]
fn an_attraction_tells_when_and_how_many() {
    let receipt = json!({ "product_code": "ATTO-03", "quantity": "2", "start_date": "2024-07-26", "event_time": "09:30", "selling_price": "16000" });
    let outcome = shown("klikoo.attraction_buy", "pending", json!({}), json!({ "receipt": receipt }));
    let lines = lines(&outcome);
    assert_eq!(lines.iter().map(|(key, _)| *key).collect::<Vec<_>>(), ["product", "quantity", "time", "price"]);
    assert!(lines[2].1.contains("2024") && lines[2].1.ends_with("09:30"), "{}", lines[2].1);
    assert_eq!(outcome.next.kind, "wait");
}

#[test]
fn a_margin_is_told_as_the_provider_keeps_it() {
    let data = json!({ "percentage_price_enduser": 1.4, "updated_at": "2024-02-20T16:28:57.103365Z" });
    let outcome =
        shown("netzme.percentage_product", "success", data, json!({ "receipt": { "updatePercentage": "1.5" } }));
    assert_eq!(lines(&outcome)[0], ("percentage", "1.4"));
    let kept =
        shown("netzme.percentage_product", "unknown", json!({}), json!({ "receipt": { "updatePercentage": "1.5" } }));
    assert_eq!(lines(&kept), [("percentage", "1.5")]);
}

#[test]
fn every_state_tells_what_to_do() {
    for (operation, state, reason, next) in [
        ("klikoo.product_buy", "accepted", None, "pay"),
        ("klikoo.product_buy", "sent", None, "wait"),
        ("klikoo.product_buy", "pending", None, "wait"),
        ("klikoo.product_buy", "unknown", None, "wait"),
        ("klikoo.product_buy", "success", None, "none"),
        ("klikoo.product_buy", "cancelled", None, "buy_again"),
        ("klikoo.product_buy", "failed", None, "buy_again"),
        ("klikoo.product_buy", "failed", Some("destination"), "fix"),
        ("klikoo.product_buy", "failed", Some("supplier"), "buy_again"),
        ("klikoo.product_buy", "failed", Some("product"), "contact"),
        ("klikoo.product_buy", "failed", Some("blocked"), "contact"),
        ("klikoo.product_buy", "failed", Some("last_instalment"), "contact"),
        ("klikoo.product_buy", "failed", Some("other"), "contact"),
        ("klikoo.product_inquiry", "failed", Some("other"), "buy_again"),
        ("klikoo.product_inquiry", "failed", Some("product"), "fix"),
        ("klikoo.product_inquiry", "failed", Some("blocked"), "contact"),
        ("klikoo.product_inquiry", "failed", Some("last_instalment"), "contact"),
        ("klikoo.product_inquiry", "unknown", None, "buy_again"),
        ("netzme.percentage_product", "failed", Some("other"), "fix"),
        ("netzme.percentage_product", "unknown", None, "wait"),
        ("klikoo.transport_block_seat", "held", None, "confirm"),
    ] {
        let text = json!({ "state": state, "reason": reason }).to_string();
        let outcome = answers::shown(support::operation(operation), &text, "");
        assert_eq!((outcome.state.as_str(), outcome.next.kind), (state, next), "{operation} {reason:?}");
        assert!(!outcome.message.is_empty() && (next == "none" || !outcome.next.text.is_empty()));
    }
}

#[test]
fn what_the_hook_shows_is_read_with_care() {
    for text in ["", "{", "null", "[]", "{}", r#"{"state":"bought"}"#, r#"{"state":1}"#] {
        let outcome = answers::shown(support::operation("klikoo.product_buy"), text, "");
        assert_eq!(outcome.state, State::Unknown, "{text}");
        assert!(outcome.lines.is_empty() && outcome.provider.is_none());
    }
}

#[test]
fn the_ledgers_state_beats_the_answers_own() {
    let outcome = shown("klikoo.product_buy", "pending", json!({ "sn": "1" }), json!({ "state": "success" }));
    assert_eq!((outcome.state.as_str(), outcome.next.kind), ("success", "none"));
}

#[test]
fn booking_codes_are_told_where_they_are_filled() {
    let raw = |codes: Value| {
        let text = json!({ "response_code": "200052000", "data": { "status": "SUCCESS", "booking_codes": codes } })
            .to_string();
        let seats = support::operation("klikoo.transport_block_seat");
        let page: Value = serde_json::from_str(&answers::raw(seats, Some(200), &text, "").text).unwrap();
        page.get("bookingCodes").cloned()
    };
    let both = json!({ "departure": "A1", "return": "B2" });
    assert_eq!(raw(both.clone()), Some(both));
    assert_eq!(raw(json!({ "departure": "A1", "return": "" })), Some(json!({ "departure": "A1" })));
    assert_eq!(raw(json!({ "departure": "", "return": "" })), None);
    assert_eq!(raw(Value::Null), None);
}
