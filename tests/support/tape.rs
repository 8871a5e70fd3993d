//! The tape of any value, written again after the words of `src/input/tape.rs`.

use serde_json::Value;

/// Stands before the letter of an odd value, in a text by itself.
const ODD: char = '\u{e000}';

/// The tape of a value.
pub fn tape(value: &Value) -> String {
    match value {
        Value::Null => "\u{2}".to_owned(),
        Value::Bool(true) => "\u{5}".to_owned(),
        Value::Bool(false) => "\u{6}".to_owned(),
        Value::Number(number) => format!("{number}\u{4}"),
        Value::String(text) => match text.strip_prefix(ODD) {
            Some(letter) => format!("{letter}\r"),
            None => counted(text, '\u{3}'),
        },
        Value::Array(rows) => format!("\u{8}{}\u{b}", rows.iter().map(tape).collect::<String>()),
        Value::Object(members) => {
            let members: String = members.iter().map(|(key, value)| counted(key, '\u{c}') + &tape(value)).collect();
            format!("\u{7}{members}\u{b}")
        }
    }
}

/// The tape of a JSON text in which `!x` stands for what JSON cannot hold.
pub fn tagged(text: &str) -> String {
    let mut json = text.to_owned();
    for letter in ["c", "d", "g", "l", "r", "s", "f"] {
        json = json.replace(&format!("!{letter}"), &format!("\"{ODD}{letter}\""));
    }
    tape(&serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}")))
}

fn counted(text: &str, mark: char) -> String {
    format!("{}{mark}{text}", text.encode_utf16().count())
}
