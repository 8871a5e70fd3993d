//! What holds for any text, caret and edit in a control that groups what is typed.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::format::as_you_type::{TypedKind, as_you_type};
use proptest::prelude::*;

use crate::cases::config;
use crate::control::Control;
use crate::holds::input_types::TYPES;
use crate::holds::typed::{self, around, length, own};

fn kinds() -> impl Strategy<Value = TypedKind> {
    prop::sample::select(TypedKind::ALL)
}

fn types() -> impl Strategy<Value = &'static str> {
    prop::sample::select(TYPES)
}

/// What people type and paste into such controls, and what nobody types.
fn texts() -> impl Strategy<Value = String> {
    let around = || prop::sample::select(&["", "", "", " ", "\u{a0}", "-", "/", ".", "\u{202c}", "\u{feff}"][..]);
    let texts = prop_oneof![
        4 => "[0-9]{0,22}",
        2 => "[0-9]{0,34}",
        4 => "[0-9 ./,()+-]{0,24}",
        3 => "(\\+?62|0)? ?8[0-9]{2,4}([ .-]?[0-9]{1,4}){0,3}",
        3 => "(Rp\\.? ?|IDR |)[0-9]{1,3}([.,][0-9]{1,4}){0,4}",
        3 => "[0-9]{1,4}[-/. ]?[0-9]{0,2}[-/. ]?[0-9]{0,5}",
        2 => "(19|20)[0-9]{2}-[0-9]{0,2}-?[0-9]{0,2}",
        2 => "[0-9]{4}[-/. ][0-9]{0,2}[-/. ]?[0-9]{0,2}",
        1 => "0{1,2}\\.?[0-9]{1,3}(\\.[0-9]{3}){0,2}",
        2 => "[A-Ca-c0-9 -]{0,12}",
        1 => "[0-9 .\u{ad}\u{200b}\u{200e}\u{202a}\u{2069}\u{feff}]{0,16}",
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

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_and_no_caret_is_too_odd(kind in kinds(), text in texts(), caret in 0usize..50, input_type in types()) {
        typed::is_settled(kind, &text, caret, input_type);
    }

    #[test]
    fn what_a_value_is_made_of_stays_and_the_caret_behind_it(kind in kinds(), text in texts(), caret in 0usize..30, input_type in types()) {
        typed::keeps_what_is_its_own(kind, &text, caret, input_type);
    }

    #[test]
    fn the_rule_reads_what_it_read_before(kind in kinds(), text in texts(), caret in 0usize..30, input_type in types()) {
        typed::is_read_as_before(kind, &text, caret, input_type);
    }

    #[test]
    fn a_caret_further_on_stays_further_on(kind in kinds(), text in texts(), carets in (0usize..30, 0usize..30), input_type in types()) {
        typed::leaves_carets_in_order(kind, &text, carets, input_type);
    }
}

proptest! {
    #![proptest_config(config())]

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
        let passes = input_type.starts_with("delete") && !input_type.ends_with("Backward") && !input_type.contains("Composition");
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
