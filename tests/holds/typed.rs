//! Values while they are typed: whatever stands in a control, wherever its caret is, whichever edit was made.

use kasir::desk::Kept;
use kasir::format::as_you_type::{TypedKind, as_you_type as format};
use kasir::parse::parse;

use super::input_types::TYPES;
use super::{chosen, options};

/// All of it, of a text whose first character chooses the kind and the edit, with the caret at every place.
pub fn as_you_type(text: &str) {
    let (choice, text) = chosen(text);
    let kind = TypedKind::ALL[choice % TypedKind::ALL.len()];
    let input_type = TYPES[choice / TypedKind::ALL.len() % TYPES.len()];
    // A control holds a line; a longer text says no more.
    let text: String = text.chars().take(60).collect();
    let mut before = None;
    for caret in 0..=length(&text) + 1 {
        is_settled(kind, &text, caret, input_type);
        keeps_what_is_its_own(kind, &text, caret, input_type);
        is_read_as_before(kind, &text, caret, input_type);
        if let Some(before) = before.replace(caret) {
            leaves_carets_in_order(kind, &text, (before, caret), input_type);
        }
    }
}

/// What was formatted is formatted, its caret within the text and between two characters; what an input method still
/// composes is left alone.
pub fn is_settled(kind: TypedKind, text: &str, caret: usize, input_type: &str) {
    let typed = format(kind, text, caret, input_type);
    assert!(typed.caret <= length(&typed.text));
    let units: Vec<u16> = typed.text.encode_utf16().collect();
    assert!(!units.get(typed.caret).is_some_and(|unit| (0xDC00..0xE000).contains(unit)), "within a pair");
    if input_type.contains("Composition") {
        assert_eq!(typed.text, text);
        assert!(typed.caret == caret.min(length(text)) || typed.caret + 1 == caret);
    }
    assert_eq!(format(kind, &typed.text, typed.caret, input_type), typed, "{text} again");
}

/// Nothing that a value is made of comes, goes or changes places with the caret, but the one that a deletion took.
pub fn keeps_what_is_its_own(kind: TypedKind, text: &str, caret: usize, input_type: &str) {
    let caret = caret.min(length(text));
    let typed = format(kind, text, caret, input_type);
    if typed.text == text {
        // Only deleting forwards passes a separator; no caret stands within a pair.
        let passes = input_type.starts_with("delete") && !input_type.ends_with("Backward");
        let in_pair = text.encode_utf16().nth(caret).is_some_and(|unit| (0xDC00..0xE000).contains(&unit));
        assert!(passes || typed.caret == caret - usize::from(in_pair), "{} for {caret} of {text}", typed.caret);
        return;
    }
    let (before, after) = (own_of(kind, text), own_of(kind, &typed.text));
    if input_type.starts_with("deleteContent") {
        assert!(after == before || after.len() + 1 == before.len(), "{after} of {before}");
    } else {
        assert_eq!(after, before);
        assert_eq!(own_of(kind, &around(&typed.text, typed.caret).0), own_of(kind, &around(text, caret).0));
    }
}

/// The kind's rule reads the same value of what is shown as of what was typed.
pub fn is_read_as_before(kind: TypedKind, text: &str, caret: usize, input_type: &str) {
    let typed = format(kind, text, caret, input_type);
    if let Some(value) = read(kind, text).filter(|_| own_of(kind, &typed.text) == own_of(kind, text)) {
        assert_eq!(read(kind, &typed.text), Some(value), "{}", typed.text);
    }
}

/// A caret further on stays further on.
pub fn leaves_carets_in_order(kind: TypedKind, text: &str, carets: (usize, usize), input_type: &str) {
    let [first, second] =
        [carets.0.min(carets.1), carets.0.max(carets.1)].map(|caret| format(kind, text, caret, input_type));
    assert!(first.text != second.text || first.caret <= second.caret, "{first:?} {second:?}");
}

pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

pub fn around(text: &str, caret: usize) -> (String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (before, behind) = units.split_at(caret);
    (String::from_utf16_lossy(before), String::from_utf16_lossy(behind))
}

/// Digits of any of four scripts as ASCII, letters in capitals, a plus.
pub fn own(text: &str) -> String {
    let of = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' => Some(letter.to_ascii_uppercase()),
        '+' | '\u{ff0b}' => Some('+'),
        _ => super::values::digit(letter),
    };
    text.chars().filter_map(of).collect()
}

/// Without the symbol of an amount.
fn own_of(kind: TypedKind, text: &str) -> String {
    own(text).chars().filter(|letter| kind != TypedKind::Rupiah || letter.is_ascii_digit()).collect()
}

fn read(kind: TypedKind, text: &str) -> Option<String> {
    let kept = Kept::new();
    let parsed = parse(kind.as_str(), text, &options(0), &kept).expect("a known kind");
    // What has no passport's shape stays as it was typed, with a word about it.
    let shapeless = parsed.issues.iter().any(|issue| issue.code == "passport.malformed");
    parsed.value.filter(|_| !shapeless).map(str::to_owned)
}
