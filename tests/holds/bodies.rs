//! The canonical body.

use kasir::api::{self, Source};
use kasir::canonical::{Escapes, push_text};
use kasir::desk::Kept;
use kasir::input::MAX_BYTES;
use kasir::operation::{Envelope, Operation};
use kasir::options::Options;
use kasir::shape::{Kind, Need, Shape};
use kasir::views::Prepared;
use serde_json::Value;
use serde_json::value::RawValue;

use super::given::Given;
use super::reached::reached;
use super::{chosen, issues, operation, options};

/// Whatever JSON text comes: see [`prepared`]; and its text by itself is quoted so that every reader finds it again.
pub fn canonical(text: &str) {
    let (choice, text) = chosen(text);
    let options = options(choice);
    prepared(operation(choice), text, &options);
    quoted(text, options.escapes);
}

fn quoted(text: &str, escapes: Escapes) {
    // No rule lets a control character come so far.
    if text.contains(|letter: char| letter < ' ') {
        return;
    }
    let mut body = String::new();
    push_text(&mut body, text, escapes);
    assert_eq!(body, written(&Value::from(text), escapes));
    assert_eq!(serde_json::from_str::<String>(&body).expect("JSON"), text);
}

/// What an input's JSON text becomes: a body, or nothing and issues.
///
/// A body is canonical, within its shape, and the body of itself; a form with its values has no error.
pub fn prepared(operation: &'static Operation, text: &str, options: &Options<'_>) -> Option<String> {
    let kept = Kept::new();
    let source = || Source::json(text, &kept);
    let made = api::prepare(operation, source(), options).expect("only a walk is walked again");
    let told = api::validate(operation, source(), options).expect("only a walk is walked again");
    let input = Given::read(text);
    issues::of_prepared(operation, &made, input.as_ref());
    issues::told(operation, &told, input.as_ref());
    is_the_fields_alone(operation, &api::normalise(operation, source(), options).expect("as much"), options);
    let Prepared::Ready(request, _) = made else { return None };
    reached("ready", operation.id);
    assert!(text.len() <= MAX_BYTES && told.iter().all(|issue| issue.severity == "advice"));
    if let Envelope::Path = operation.envelope {
        assert!(request.body.is_empty() && request.path.starts_with(operation.path));
        return Some(request.path);
    }
    #[cfg(feature = "hook")]
    super::receipts::of_body(operation, &request.body);
    let inside = inside(operation, &request.body);
    fits(operation.shape, &serde_json::from_str(inside).expect("JSON"));
    match operation.envelope {
        Envelope::Typed(_) => is_printed(operation.shape, inside),
        _ => is_canonical(inside, options.escapes),
    }
    let again = api::prepare(operation, Source::json(inside, &kept), options);
    let Some(Prepared::Ready(again, _)) = again else { panic!("{inside} is refused: {again:?}") };
    assert_eq!((&again.body, &again.path, &again.reference), (&request.body, &request.path, &request.reference));
    Some(request.body)
}

/// What the input filled of a body, byte for byte.
fn inside<'b>(operation: &Operation, body: &'b str) -> &'b str {
    let Envelope::Typed(kind) = operation.envelope else { return body };
    let inside = body.strip_prefix(&format!("{{\"type\":\"{kind}\",\"body\":")).expect("its envelope");
    inside.strip_suffix('}').expect("its envelope")
}

/// Compact, keys in byte order, whole numbers, texts as Go escapes them: what a writer of a few lines makes of the value.
fn is_canonical(body: &str, escapes: Escapes) {
    assert_eq!(written(&serde_json::from_str(body).expect("JSON"), escapes), body);
    assert!(!body.contains(|letter: char| letter.is_control() || letter == '\u{feff}'), "{body}");
}

fn written(value: &Value, escapes: Escapes) -> String {
    match value {
        Value::Object(members) => {
            let mut keys: Vec<&String> = members.keys().collect();
            keys.sort();
            let members: Vec<String> =
                keys.iter().map(|key| format!("\"{key}\":{}", written(&members[*key], escapes))).collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(rows) => {
            format!("[{}]", rows.iter().map(|row| written(row, escapes)).collect::<Vec<_>>().join(","))
        }
        Value::String(text) => {
            format!("\"{}\"", text.chars().map(|letter| escape(letter, escapes)).collect::<String>())
        }
        Value::Number(number) => number.as_u64().expect("a whole number").to_string(),
        scalar => scalar.to_string(),
    }
}

/// As Go's encoding/json writes a character, which may be told to leave HTML's alone.
fn escape(letter: char, escapes: Escapes) -> String {
    match letter {
        '"' | '\\' => format!("\\{letter}"),
        '<' | '>' | '&' if escapes == Escapes::Go => format!("\\u{:04x}", letter as u32),
        '\u{2028}' | '\u{2029}' => format!("\\u{:04x}", letter as u32),
        letter => letter.to_string(),
    }
}

/// The keys in the order that the provider prints, the numbers as they were written.
fn is_printed(shape: &Shape, inside: &str) {
    let members: std::collections::BTreeMap<&str, &RawValue> = serde_json::from_str(inside).expect("JSON");
    let in_order = shape.wire.iter().filter_map(|at| members.get_key_value(shape.fields[usize::from(*at)].key));
    let printed: Vec<String> = in_order.map(|(key, value)| format!("\"{key}\":{value}")).collect();
    assert_eq!(format!("{{{}}}", printed.join(",")), inside);
}

/// Every key is a field's, no field that is required is missing, and no list or text is longer than its field allows.
fn fits(shape: &Shape, value: &Value) {
    let members = value.as_object().expect("an object");
    assert!(members.keys().all(|key| shape.field(key).is_some()), "{value}");
    for field in shape.fields {
        let Some(value) = members.get(field.key) else {
            assert!(!matches!(field.need, Need::Required | Need::Nullable), "{} is missing", field.key);
            continue;
        };
        match (field.kind, value) {
            (_, Value::Null) => assert_ne!(field.need, Need::Required, "{}", field.key),
            (Kind::Record(inner), value) => fits(inner, value),
            (Kind::Rows(inner, least, most), value) => {
                let rows = value.as_array().expect("a list");
                assert!((usize::from(least)..=usize::from(most)).contains(&rows.len()), "{}", field.key);
                rows.iter().for_each(|row| fits(inner, row));
            }
            (Kind::Integer(_) | Kind::Percentage, value) => assert!(value.is_number(), "{}", field.key),
            (Kind::Text(most), value) => {
                let length = value.as_str().expect("a text").chars().count();
                assert!((1..=usize::from(most)).contains(&length), "{}", field.key);
            }
            (_, value) => assert!(value.as_str().is_some_and(|text| !text.is_empty()), "{}", field.key),
        }
    }
}

/// The normalised form holds nothing but what a form asks for.
fn is_the_fields_alone(operation: &Operation, form: &str, options: &Options<'_>) {
    let form: Value = serde_json::from_str(form).expect("JSON");
    for key in form.as_object().expect("an object").keys() {
        let field = operation.shape.field(key).expect("a field");
        assert!(field.is_asked_of_person(options.context.product.open), "{key}");
    }
}
