//! The body's bytes: made once, so that what is checked is what is hashed is what is sent.
//!
//! Klikoo prints the hash of a payload with its keys sorted (Digital Signature,
//! <https://klikoo-doc.readme.io/reference/digital-signature>), which fits a server that decodes and re-encodes as Go
//! does, while clients that others have published hash the bytes as sent. The bytes written here serve both readings:
//! compact, keys sorted, whole numbers only, and the five characters that Go escapes escaped as Go writes them.

use crate::alphabet::{COMMON, only};
use crate::input::{Sheet, Value};
use crate::shape::{AROUND_KEY, Kind, Shape};

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// `<`, `>`, `&`, U+2028 and U+2029 as `\u003c` and the like, as Go's encoder does by default.
    Go,
    /// `<`, `>` and `&` raw, as Go's encoder does with `SetEscapeHTML(false)`, which still escapes U+2028 and U+2029.
    Raw,
}

/// Appends an object in the order of its shape's wire; `first` is the place of its first value.
pub fn push_record(body: &mut String, sheet: &Sheet<'_>, shape: &Shape, first: usize, escapes: Escapes) {
    body.push('{');
    // An opening begins with the quotation mark and the comma that may have to end the value before it; `skip` leaves out
    // those that it has no need of.
    let mut skip = 2;
    let mut end = 0;
    for at in shape.wire {
        let at = usize::from(*at);
        let Some(field) = shape.fields.get(at) else { continue };
        let start = end + skip;
        end += field.key.len() + AROUND_KEY;
        match *sheet.at(first + at) {
            Value::Absent | Value::Refused | Value::Odd(_) | Value::Head(_) => {}
            Value::Text(text) => {
                body.push_str(shape.openings.get(start..end).unwrap_or_default());
                if sheet.plain {
                    body.push_str(text);
                } else {
                    push_inside(body, text, escapes);
                }
                skip = 0;
            }
            value => {
                body.push_str(shape.openings.get(start..end - 1).unwrap_or_default());
                push_value(body, sheet, value, field.kind, escapes);
                skip = 1;
            }
        }
    }
    body.push_str(if skip == 0 { "\"}" } else { "}" });
}

/// Appends what is no text: there are no lists of texts.
fn push_value(body: &mut String, sheet: &Sheet<'_>, value: Value<'_>, kind: Kind, escapes: Escapes) {
    match (value, kind.below()) {
        (Value::Record(first), Some(shape)) => push_record(body, sheet, shape, first, escapes),
        (Value::Rows(first, count), _) => {
            body.push('[');
            for row in 0..count {
                if row > 0 {
                    body.push(',');
                }
                push_value(body, sheet, *sheet.at(first + row), kind, escapes);
            }
            body.push(']');
        }
        (Value::Flag(flag), _) => body.push_str(if flag { "true" } else { "false" }),
        (Value::Number(digits), _) => body.push_str(digits),
        _ => body.push_str("null"),
    }
}

/// Appends a text in quotation marks.
pub fn push_text(body: &mut String, text: &str, escapes: Escapes) {
    body.push('"');
    push_inside(body, text, escapes);
    body.push('"');
}

/// Appends what stands between the quotation marks of a text.
fn push_inside(body: &mut String, text: &str, escapes: Escapes) {
    if only(text, COMMON) {
        return body.push_str(text);
    }
    for letter in text.chars() {
        match letter {
            '"' => body.push_str("\\\""),
            '\\' => body.push_str("\\\\"),
            '<' if escapes == Escapes::Go => body.push_str("\\u003c"),
            '>' if escapes == Escapes::Go => body.push_str("\\u003e"),
            '&' if escapes == Escapes::Go => body.push_str("\\u0026"),
            '\u{2028}' => body.push_str("\\u2028"),
            '\u{2029}' => body.push_str("\\u2029"),
            letter => body.push(letter),
        }
    }
}
