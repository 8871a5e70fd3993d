//! What holds for any text, caret and edit. 20,000 cases in all, or `KASIR_CASES` of each property.

use kasir::format::as_you_type::{TypedKind, as_you_type};
use kasir::parse::parse;
use proptest::prelude::*;

use crate::control::Control;

/// Every `inputType` that a text control sends (Input Events Level 2, section 4.1.1), none, and noise.
pub const TYPES: &[&str] = &[
    "insertText",
    "insertReplacementText",
    "insertLineBreak",
    "insertFromYank",
    "insertFromDrop",
    "insertFromPaste",
    "insertFromPasteAsQuotation",
    "insertTranspose",
    "insertCompositionText",
    "insertFromComposition",
    "deleteWordBackward",
    "deleteWordForward",
    "deleteSoftLineBackward",
    "deleteSoftLineForward",
    "deleteEntireSoftLine",
    "deleteHardLineBackward",
    "deleteHardLineForward",
    "deleteByDrag",
    "deleteByCut",
    "deleteByComposition",
    "deleteCompositionText",
    "deleteContent",
    "deleteContentBackward",
    "deleteContentForward",
    "historyUndo",
    "historyRedo",
    "",
    "x",
    "insertFr",
    "é",
];

fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("KASIR_CASES").ok().map(|cases| cases.parse().expect("KASIR_CASES is a number"));
    ProptestConfig { cases: asked.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

fn kinds() -> impl Strategy<Value = TypedKind> {
    prop::sample::select(TypedKind::ALL)
}

fn types() -> impl Strategy<Value = &'static str> {
    prop::sample::select(TYPES)
}

/// What people type and paste into such controls, and what nobody types.
fn texts() -> impl Strategy<Value = String> {
    let around = || prop::sample::select(&["", "", "", " ", "\u{a0}", "-", "/", "."][..]);
    let texts = prop_oneof![
        4 => "[0-9]{0,22}",
        2 => "[0-9]{0,34}",
        4 => "[0-9 ./,()+-]{0,24}",
        3 => "(\\+?62|0)? ?8[0-9]{2,4}([ .-]?[0-9]{1,4}){0,3}",
        3 => "(Rp\\.? ?|IDR |)[0-9]{1,3}([.,][0-9]{1,4}){0,4}",
        3 => "[0-9]{1,4}[-/. ]?[0-9]{0,2}[-/. ]?[0-9]{0,5}",
        2 => "(19|20)[0-9]{2}-[0-9]{0,2}-?[0-9]{0,2}",
        2 => "[A-Ca-c0-9 -]{0,12}",
        1 => "[0-9\u{ff10}-\u{ff19}\u{660}-\u{669}\u{6f0}-\u{6f9} \u{a0}\u{2011}]{0,16}",
        1 => "\\PC{0,24}",
        1 => any::<String>(),
    ];
    (around(), texts, around()).prop_map(|(before, text, behind)| [before, &text, behind].concat())
}

/// Values as the control shows them.
fn shown() -> impl Strategy<Value = (TypedKind, String)> {
    (kinds(), "[0-9]{0,22}", "(\\+|\\+62|62|08|)", "[-/]", any::<bool>()).prop_map(
        |(kind, digits, head, mark, parted)| {
            let text = match kind {
                TypedKind::Msisdn => [head, digits].concat(),
                TypedKind::Date if parted => {
                    let at = 1 + digits.len() % 2;
                    let (day, rest) = digits.split_at(at.min(digits.len()));
                    let (month, year) = rest.split_at(rest.len().min(1));
                    [day, mark.as_str(), month, mark.as_str(), &year[..year.len().min(4)]].concat()
                }
                TypedKind::Date => digits[..digits.len().min(8)].to_owned(),
                _ => digits,
            };
            (kind, as_you_type(kind, &text, 0, "insertFromPaste").text)
        },
    )
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn around(text: &str, caret: usize) -> (String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (before, behind) = units.split_at(caret);
    (String::from_utf16(before).unwrap(), String::from_utf16(behind).unwrap())
}

/// Digits of any of four scripts as ASCII, letters in capitals, a plus.
fn own(text: &str) -> String {
    let digit = |letter: char| {
        let zero = ['0', '\u{ff10}', '\u{660}', '\u{6f0}']
            .into_iter()
            .find(|zero| (*zero..).nth(9) >= Some(letter) && *zero <= letter)?;
        char::from_digit(letter as u32 - zero as u32, 10)
    };
    let of = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' => Some(letter.to_ascii_uppercase()),
        '+' | '\u{ff0b}' => Some('+'),
        _ => digit(letter),
    };
    text.chars().filter_map(of).collect()
}

/// Without the symbol of an amount.
fn own_of(kind: TypedKind, text: &str) -> String {
    own(text).chars().filter(|letter| kind != TypedKind::Rupiah || letter.is_ascii_digit()).collect()
}

fn read(kind: TypedKind, text: &str) -> Option<String> {
    let options = crate::support::options("");
    let kept = kasir::desk::Kept::new();
    let parsed = parse(kind.as_str(), text, &options, &kept).unwrap();
    // What has no passport's shape stays as it was typed, with a word about it.
    let shapeless = parsed.issues.iter().any(|issue| issue.code == "passport.malformed");
    parsed.value.filter(|_| !shapeless).map(str::to_owned)
}

fn takes_one(input_type: &str) -> bool {
    input_type.starts_with("deleteContent")
}

fn composes(input_type: &str) -> bool {
    input_type.contains("Composition")
}

proptest! {
    #![proptest_config(config(2_500))]

    #[test]
    fn no_text_and_no_caret_is_too_odd(kind in kinds(), text in texts(), caret in 0usize..50, input_type in types()) {
        let typed = as_you_type(kind, &text, caret, input_type);
        prop_assert!(typed.caret <= length(&typed.text));
        let units: Vec<u16> = typed.text.encode_utf16().collect();
        prop_assert!(!units.get(typed.caret).is_some_and(|unit| (0xDC00..0xE000).contains(unit)), "within a pair");
        if composes(input_type) {
            prop_assert_eq!(&typed.text, &text);
            prop_assert!(typed.caret == caret.min(length(&text)) || typed.caret + 1 == caret);
        }
        let again = as_you_type(kind, &typed.text, typed.caret, input_type);
        prop_assert_eq!(again, typed);
    }

    #[test]
    fn what_a_value_is_made_of_stays_and_the_caret_behind_it(kind in kinds(), text in texts(), caret in 0usize..30, input_type in types()) {
        let caret = caret.min(length(&text));
        let typed = as_you_type(kind, &text, caret, input_type);
        if typed.text == text {
            return Ok(());
        }
        let (own_before, own_after) = (own_of(kind, &text), own_of(kind, &typed.text));
        if takes_one(input_type) {
            prop_assert!(own_after == own_before || own_after.len() + 1 == own_before.len());
        } else {
            prop_assert_eq!(&own_after, &own_before);
            let (before, _) = around(&text, caret);
            prop_assert_eq!(own_of(kind, &around(&typed.text, typed.caret).0), own_of(kind, &before));
        }
    }

    #[test]
    fn the_rule_reads_what_it_read_before(kind in kinds(), text in texts(), caret in 0usize..30, input_type in types()) {
        let typed = as_you_type(kind, &text, caret, input_type);
        if let Some(value) = read(kind, &text) && own_of(kind, &typed.text) == own_of(kind, &text) {
            prop_assert_eq!(read(kind, &typed.text), Some(value), "{}", typed.text);
        }
    }

    #[test]
    fn a_caret_further_on_stays_further_on(kind in kinds(), text in texts(), carets in (0usize..30, 0usize..30), input_type in types()) {
        let (first, second) = (carets.0.min(carets.1), carets.0.max(carets.1));
        let (first, second) = (as_you_type(kind, &text, first, input_type), as_you_type(kind, &text, second, input_type));
        prop_assert!(first.text != second.text || first.caret <= second.caret);
    }
}

proptest! {
    #![proptest_config(config(1_600))]

    #[test]
    fn backspace_takes_what_is_before_the_caret_and_nothing_else((kind, text) in shown(), caret in 0usize..30) {
        let caret = caret.min(length(&text));
        let mut control = Control::at(kind, &text, caret);
        let (_, behind) = around(&text, caret);
        for step in 0.. {
            if control.caret() == 0 {
                break;
            }
            prop_assert!(step < caret, "{} after {} steps", control.shown(), step);
            let (before, _) = around(&control.text(), control.caret());
            control.backspaces(1);
            let (left, still_behind) = around(&control.text(), control.caret());
            let (mut own_before, own_left) = (own(&before), own(&left));
            // A separator of an amount is passed, one of a day may be the person's own.
            let separator = before.ends_with(['.', '/', '-']) && matches!(kind, TypedKind::Rupiah | TypedKind::Date);
            if !(separator && own_left == own_before) {
                own_before.pop();
            }
            prop_assert_eq!(own_left, own_before, "{} from {}", control.shown(), before);
            prop_assert_eq!(own(&still_behind), own(&behind));
        }
    }

    #[test]
    fn delete_takes_what_is_behind_the_caret_and_nothing_else((kind, text) in shown(), caret in 0usize..30) {
        let caret = caret.min(length(&text));
        let mut control = Control::at(kind, &text, caret);
        let (before, behind) = around(&text, caret);
        for step in 0.. {
            let (_, rest) = around(&control.text(), control.caret());
            if rest.is_empty() {
                break;
            }
            prop_assert!(step < length(&behind), "{} after {} steps", control.shown(), step);
            control.deletes(1);
            let (still_before, left) = around(&control.text(), control.caret());
            let (mut own_rest, own_left) = (own(&rest), own(&left));
            let separator = rest.starts_with(['.', '/', '-']) && matches!(kind, TypedKind::Rupiah | TypedKind::Date);
            if !(separator && own_left == own_rest) {
                own_rest.remove(0);
            }
            prop_assert_eq!(own_left, own_rest, "{} from {}", control.shown(), rest);
            prop_assert_eq!(own(&still_before), own(&before));
        }
    }

    #[test]
    fn where_nothing_was_edited_the_caret_does_not_move((kind, text) in shown(), caret in 0usize..30, input_type in types()) {
        let caret = caret.min(length(&text));
        let typed = as_you_type(kind, &text, caret, input_type);
        let passes = input_type.starts_with("delete") && !input_type.ends_with("Backward") && !composes(input_type);
        prop_assert_eq!((typed.text, typed.caret - usize::from(passes && typed.caret != caret)), (text, caret));
    }

    #[test]
    fn a_digit_typed_anywhere_stands_before_the_caret((kind, text) in shown(), caret in 0usize..30, digit in "[0-9]") {
        let caret = caret.min(length(&text));
        let mut control = Control::at(kind, &text, caret);
        let (before, behind) = around(&text, caret);
        control.types(&digit);
        let (now_before, now_behind) = around(&control.text(), control.caret());
        prop_assert_eq!(own(&now_before), own(&before) + &digit);
        prop_assert_eq!(own(&now_behind), own(&behind));
        // What was grouped is grouped again; a plus has no place within.
        if kind != TypedKind::Date && control.text().rfind('+').unwrap_or_default() == 0 {
            prop_assert_eq!(control.text(), as_you_type(kind, &own(&control.text()), 0, "").text);
        }
    }

    #[test]
    fn whatever_stands_there_can_be_deleted(kind in kinds(), text in texts(), caret in 0usize..30) {
        let caret = caret.min(length(&text));
        let caret = as_you_type(kind, &text, caret, "insertCompositionText").caret;
        // Twice as often as there are characters, since what is left as typed may be grouped on the way.
        let mut control = Control::at(kind, &text, caret);
        prop_assert_eq!(control.backspaces(2 * caret).caret(), 0);
        let mut control = Control::at(kind, &text, caret);
        let shown = control.deletes(2 * (length(&text) - caret)).shown();
        prop_assert!(shown.ends_with('|'), "{}", shown);
    }

    #[test]
    fn digits_typed_one_by_one_are_what_they_are_when_pasted(kind in kinds(), digits in "[0-9]{0,30}") {
        // Nine digits are no day and stay as they are.
        let digits = if kind == TypedKind::Date { &digits[..digits.len().min(8)] } else { &digits };
        let pasted = Control::at(kind, "", 0).pastes(digits).shown();
        prop_assert_eq!(Control::at(kind, "", 0).types(digits).shown(), pasted);
    }
}
