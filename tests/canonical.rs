//! The body's bytes against what real Go writes, and against the hash that Klikoo prints.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::api::{self, Source};
use kasir::canonical::{Escapes, push_text};
use kasir::desk::Kept;
use kasir::messages::Label;
use kasir::rules::text::escape_sensitive;
use kasir::shape::{Field, Kind, Shape, by_key};
use kasir::views::Prepared;
use serde_json::Value as Json;
use support::bytes::{self, written};

#[test]
fn the_printed_payload_hash_is_reproduced() {
    bytes::reproduces_the_printed_payload();
}

#[test]
fn every_hard_character_is_written_as_go_writes_it() {
    let escapes = support::escapes();
    assert!(escapes.len() > 30);
    escapes.iter().for_each(bytes::writes_as_go);
}

fn texts(value: &Json) -> Vec<&str> {
    match value {
        Json::String(text) => vec![text],
        Json::Array(values) => values.iter().flat_map(texts).collect(),
        Json::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn what_two_readings_of_go_write_differently_is_told_beforehand() {
    for fixture in support::escapes() {
        let input: Json = serde_json::from_str(fixture.input.get()).unwrap();
        let texts = texts(&input);
        let told = texts.iter().any(|text| escape_sensitive(text));
        // Readers that are not Go differ about the line separators too.
        let separators = texts.iter().any(|text| text.contains(['\u{2028}', '\u{2029}']));
        assert_eq!(told, fixture.escape_sensitive || separators, "{}", fixture.name);
    }
}

#[test]
fn the_body_of_a_body_is_the_same_body() {
    for fixture in support::escapes() {
        let operation = support::operation(&fixture.operation);
        let again = written(&fixture.go_marshal, operation.shape, |sheet| operation.body(sheet, Escapes::Go));
        assert_eq!(again, fixture.go_marshal, "{}", fixture.name);
    }
}

#[test]
fn only_the_five_characters_and_the_two_of_json_are_escaped() {
    let quoted = |text: &str, escapes| {
        let mut body = String::new();
        push_text(&mut body, text, escapes);
        body
    };
    assert_eq!(quoted("\"\\<>&\u{2028}\u{2029}", Escapes::Go), r#""\"\\\u003c\u003e\u0026\u2028\u2029""#);
    assert_eq!(quoted("\"\\<>&\u{2028}\u{2029}", Escapes::Raw), r#""\"\\<>&\u2028\u2029""#);
    for escapes in [Escapes::Go, Escapes::Raw] {
        assert_eq!(quoted("", escapes), "\"\"");
        for letter in (' '..='\u{2027}').chain('\u{202a}'..=char::MAX) {
            let plain = !matches!(letter, '"' | '\\' | '<' | '>' | '&');
            let text = letter.to_string();
            assert!(!plain || quoted(&text, escapes) == format!("\"{text}\""), "{letter:?}");
        }
    }
}

#[test]
fn keys_stand_in_byte_order_at_every_level() {
    fn sorted(shape: &'static Shape) {
        let keys: Vec<&str> = shape.wire.iter().map(|at| shape.fields[usize::from(*at)].key).collect();
        let mut expected: Vec<&str> = shape.fields.iter().map(|field| field.key).collect();
        expected.sort_unstable();
        assert_eq!(keys, expected);
        for field in shape.fields {
            if let Kind::Record(inner) | Kind::Rows(inner, ..) = field.kind {
                sorted(inner);
            }
        }
    }
    for id in ["klikoo.product_inquiry", "klikoo.product_buy", "klikoo.attraction_buy", "klikoo.transport_block_seat"] {
        sorted(support::operation(id).shape);
    }
    const SHUFFLED: [Field; 4] = [
        Field::typed("b", Kind::Time, Label::Email),
        Field::typed("a_", Kind::Time, Label::Email),
        Field::typed("a", Kind::Time, Label::Email),
        Field::typed("A", Kind::Time, Label::Email),
    ];
    assert_eq!(by_key(&SHUFFLED), [3, 2, 1, 0]);
}

#[test]
fn the_escapes_setting_reaches_the_body_and_is_worth_advice() {
    let input = r#"{"product_code":"BUS","selling_price":"1","partner_reference_no":"6d654219-d9b7-4e1a-8b51-99a5cafb11cb","order_detail":{"name":"A & B <c>","email":"a@b.id","phone_number":"081234567890"},"departure":{"trip_id":1,"passengers":[{"seat_name":"1","name":"Pandu","dob":"1996-12-09","gender":"male","id_card_number":"3174100912960001"}]}}"#;
    for (options, name) in
        [("{}", r#""name":"A \u0026 B \u003cc\u003e""#), (r#"{"escapes":"raw"}"#, r#""name":"A & B <c>""#)]
    {
        let operation = support::operation("klikoo.transport_block_seat");
        let prepared = api::prepare(operation, Source::json(input, &Kept::new()), &support::options(options));
        let Some(Prepared::Ready(request, advice)) = prepared else { panic!("{prepared:?}") };
        assert!(request.body.contains(name), "{}", request.body);
        let told: Vec<_> = advice.iter().map(|issue| (issue.code, issue.path.pointer.as_str())).collect();
        assert_eq!(told, [("text.escape_sensitive", "/order_detail/name")]);
    }
}
