//! The receipt that the hook keeps of what was sent.

use kasir::lookup;
use kasir::operation::Operation;
use serde_json::{Map, Value};

use super::masks;
use super::reached::reached;

/// What a receipt keeps of each operation's body; of a person nothing but the destination, masked.
fn kept(operation: &Operation) -> &'static [&'static str] {
    match operation.id {
        "klikoo.product_buy" | "klikoo.product_inquiry" => &["product_code", "value", "selling_price"],
        "klikoo.attraction_buy" => &["product_code", "quantity", "start_date", "event_time", "selling_price"],
        "klikoo.transport_block_seat" => &["product_code", "selling_price"],
        "netzme.percentage_product" => &["updatePercentage"],
        _ => &[],
    }
}

/// Of a body that was prepared the receipt is just that.
pub fn of_body(operation: &Operation, body: &str) {
    let read: Value = serde_json::from_str(body).expect("JSON");
    let sent = if read["type"].is_string() { &read["body"] } else { &read };
    let mut expected = Map::new();
    for key in kept(operation) {
        let text = match &sent[*key] {
            Value::String(text) if *key == "value" && text.starts_with("08") => masks::telephone(text),
            Value::String(text) if *key == "value" => masks::account(text),
            Value::String(text) => text.clone(),
            Value::Number(_) => raw(body, key),
            _ => continue,
        };
        expected.insert((*key).to_owned(), text.into());
    }
    let rows = ["departure", "return"].iter().filter_map(|leg| sent[leg]["passengers"].as_array()).flatten();
    let seats: Vec<&str> = rows.filter_map(|row| row["seat_name"].as_str()).collect();
    if !seats.is_empty() {
        expected.insert("seats".to_owned(), seats.join(", ").into());
    }
    let receipt: Value = serde_json::from_str(&operation_receipt(operation, body)).expect("JSON");
    assert_eq!(receipt, Value::from(expected), "{body}");
    reached("receipt", operation.id);
}

fn operation_receipt(operation: &Operation, body: &str) -> String {
    lookup::receipt(Operation::named(operation.id).expect("a known operation"), body)
}

/// A number as it stands in the body, which is written without blanks.
fn raw(body: &str, key: &str) -> String {
    let (_, behind) = body.split_once(&format!("\"{key}\":")).expect("a key");
    behind.chars().take_while(|letter| !matches!(letter, ',' | '}')).collect()
}
