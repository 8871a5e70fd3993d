//! A body's bytes against what real Go writes, and against the hash that Klikoo prints.

use kasir::canonical::{self, Escapes as Written};
use kasir::input::{INPUT, ROOT, Sheet, Tree, Value, json};
use kasir::messages::Label;
use kasir::shape::{Field, Kind, Shape};
use kasir::sorted_shape;
use serde_json::Value as Json;

use super::{Escapes, fixture, operation};

sorted_shape! {
    /// The payload that the Digital Signature page prints, in its order.
    PAYLOAD = [
        Field::typed("bank_code", Kind::Text(3), Label::Destination),
        Field::typed("account_number", Kind::Text(20), Label::Destination),
    ]
}

/// The lower-case hex digits of a body's hash.
pub fn sha256(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is written of the sheet that a check leaves, without the rules: an absent `return` is `null`.
pub fn written(text: &str, shape: &'static Shape, write: impl FnOnce(&Sheet<'_>) -> String) -> String {
    let tape = json::tape(text).unwrap_or_else(|_| panic!("no JSON: {text}"));
    let tree = Tree::read(&tape, INPUT);
    let mut sheet = Sheet::of(tree.root(), shape);
    if let Some(at) = shape.position("return").filter(|at| *sheet.at(ROOT + at) == Value::Absent) {
        sheet.put(ROOT + at, Value::Null);
    }
    write(&sheet)
}

pub fn reproduces_the_printed_payload() {
    let fixture: Json = fixture("klikoo/payload_hash.json");
    let printed = r#"{"bank_code":"000","account_number":true}"#;
    assert_eq!(serde_json::from_str::<Json>(printed).unwrap(), fixture["payload"]);
    let body = written(printed, &PAYLOAD, |sheet| {
        let mut body = String::new();
        canonical::push_record(&mut body, sheet, &PAYLOAD, ROOT, Written::Go);
        body
    });
    assert_eq!(body, fixture["body"].as_str().unwrap());
    let hash = sha256(&body);
    assert_eq!(hash, fixture["body_sha256"].as_str().unwrap());
    assert!(hash.starts_with(fixture["printed_hash_first_61_digits"].as_str().unwrap()));
}

pub fn writes_as_go(fixture: &Escapes) {
    let name = fixture.name;
    let operation = operation(&fixture.operation);
    let body = |escapes| written(fixture.input.get(), operation.shape, |sheet| operation.body(sheet, escapes));
    let go = body(Written::Go);
    assert_eq!(go, fixture.go_marshal, "{name}");
    assert_eq!(sha256(&go), fixture.sha256, "{name}");
    let raw = body(Written::Raw);
    assert_eq!(raw, fixture.go_raw, "{name}");
    assert_eq!(sha256(&raw), fixture.go_raw_sha256, "{name}");
}
