//! Hard texts and the printed payload: the module's bytes are real Go's.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::page_walk::walk;
use crate::support::tape::tape;
use crate::support::{self, Escapes, bytes, escapes};
use crate::{CAREFUL, page, seen};

#[wasm_bindgen_test]
fn the_printed_payload_hash_is_reproduced() {
    bytes::reproduces_the_printed_payload();
}

#[wasm_bindgen_test]
fn every_hard_character_is_written_as_go_writes_it() {
    let escapes = escapes();
    assert!(escapes.len() > 30);
    escapes.iter().for_each(bytes::writes_as_go);
}

/// The body that all front ends give; `None` where a rule objects to a value, which is no matter of bytes.
fn body(fixture: &Escapes, written: &str) -> Option<String> {
    let id = fixture.operation.as_str();
    let options = json!({ "today": support::TODAY, "escapes": written }).to_string();
    let made = seen(page::prepare(id, &page::tape(fixture.input.get()), CAREFUL, &options));
    let input: Value = serde_json::from_str(fixture.input.get()).expect("JSON");
    assert_eq!(seen(page::prepare(id, &tape(&input), CAREFUL, &options)), made, "{}", fixture.name);
    let (text, marks) = walk(&support::operation(id).shape.spell(), &input).expect("a walk");
    let marks = i32::try_from(marks).expect("few marks");
    assert_eq!(seen(page::prepare(id, &text, marks, &options)), made, "{}", fixture.name);
    made["request"]["body"].as_str().map(str::to_owned)
}

#[wasm_bindgen_test]
fn a_prepared_body_has_the_bytes_of_go() {
    let mut count = 0;
    for fixture in &escapes() {
        for (written, expected) in [("go", &fixture.go_marshal), ("raw", &fixture.go_raw)] {
            let Some(body) = body(fixture, written) else { continue };
            assert_eq!(body, *expected, "{} {written}", fixture.name);
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}
