//! The buyer's part of an answer.

use kasir::operation::Operation;
use serde_json::{Value, json};

use crate::support::answers;
use crate::support::answers::lookup::judge;
use crate::{buy, envelope};

#[test]
fn a_buyer_sees_the_buyers_fields_and_no_others() {
    let data = json!({
        "transaction_id": "1", "status": "SUCCESS", "sn": "S", "product_name": "PLN 20.000", "product_code": "PLN20",
        "customer_name": "BAHARRUDIN1", "transaction_time": "2024-05-21T04:54:18Z", "amount": "20500", "price": 20500,
        "total": "20546", "current_balance": "2181772", "beginning_balance": "2191858", "reason": "x", "message": "y",
        "response_message": "z", "extra": { "balance": 1 }, "__proto__": { "a": 1 },
    });
    for operation in Operation::all() {
        let judged = judge(operation, Some(200), &envelope(data.clone()));
        let answer: Value = serde_json::from_str(&judged.answer).unwrap();
        let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
        assert!(keys.iter().all(|key| ["state", "reason", "data"].contains(&key.as_str())), "{}", operation.id);
        for money in ["20500", "20546", "2181772", "2191858", "Sukses", "response"] {
            assert!(!judged.answer.contains(money), "{}: {}", operation.id, judged.answer);
        }
        if let Some(data) = answer["data"].as_object() {
            assert!(data.keys().all(|key| operation.buyer_fields.contains(&key.as_str())), "{}", operation.id);
        }
    }
}

#[test]
fn no_operation_lets_money_of_the_merchant_through() {
    for operation in Operation::all() {
        for key in operation.buyer_fields {
            assert!(
                !["amount", "total", "price", "balance", "message", "code"].iter().any(|word| {
                    key.split('_').any(|part| part == *word)
                        && *key != "product_code"
                        && *key != "percentage_price_enduser"
                }),
                "{} shows {key}",
                operation.id
            );
        }
        assert!(!operation.receipt_fields.contains(&"amount"), "{}", operation.id);
    }
}

#[test]
fn a_hard_serial_comes_through_json_unharmed() {
    for serial in ["a\nb\r\n\tc", "\"quoted\\\"", "A & B <c>", "\u{2028}ꦮꦪꦤ꧀ 😀", "  blanks  "] {
        let judged = judge(buy(), Some(200), &envelope(json!({ "status": "SUCCESS", "sn": serial })));
        let answer: Value = serde_json::from_str(&judged.answer).unwrap();
        assert_eq!(answer["data"]["sn"], serial);
        let outcome = answers::shown(buy(), &judged.answer, "");
        assert_eq!(outcome.serial, Some(serial));
    }
    // Other control characters mean nothing to a buyer.
    let judged = judge(buy(), Some(200), &envelope(json!({ "status": "SUCCESS", "sn": "a\u{0}\u{7}b" })));
    assert_eq!(serde_json::from_str::<Value>(&judged.answer).unwrap()["data"]["sn"], "ab");
}

#[test]
fn nothing_but_texts_and_numbers_is_shown() {
    let data = json!({ "status": "SUCCESS", "sn": null, "product_name": ["a"], "product_code": true, "customer_name": { "a": 1 }, "transaction_id": 14429004 });
    let judged = judge(buy(), Some(200), &envelope(data));
    let answer: Value = serde_json::from_str(&judged.answer).unwrap();
    assert_eq!(answer["data"], json!({ "status": "SUCCESS", "transaction_id": 14429004 }));
    assert_eq!(judged.transaction_id, Some("14429004"));
}

#[test]
fn blank_numbers_and_times_count_as_absent() {
    let judged =
        judge(buy(), Some(200), &envelope(json!({ "status": "WAITING", "transaction_id": "", "expired_at": "" })));
    assert_eq!((judged.state, judged.transaction_id, judged.expires_at), ("pending", None, None));
}

#[test]
fn silence_is_unknown_for_every_operation() {
    for operation in Operation::all() {
        let judged = judge(operation, None, "");
        assert_eq!((judged.state, judged.gate, judged.duplicate), ("unknown", None, false), "{}", operation.id);
        assert_eq!(judged.answer, r#"{"state":"unknown"}"#);
    }
}
