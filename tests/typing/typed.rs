//! What the control shows while it is typed and pasted into, kind by kind; tests/npm/typing.test.ts lays the groups beside
//! those of libphonenumber-js and of Intl.

use kasir::format::as_you_type::{TypedKind, as_you_type};

use crate::control::{Control, edited};
use crate::input_types::TYPES;

/// What stands in an empty control after each character; the caret stays at the end.
pub fn each(kind: &str, text: &str, shown: &str) {
    let mut control = Control::new(kind, "|");
    let typed: Vec<String> = text.chars().map(|letter| control.types(&letter.to_string()).shown()).collect();
    let expected: Vec<String> = shown.split("  ").map(|shown| format!("{shown}|")).collect();
    assert_eq!(typed, expected, "{kind} {text}");
}

#[track_caller]
pub fn pasted(kind: &str, text: &str, shown: &str) {
    assert_eq!(Control::new(kind, "|").pastes(text).shown(), format!("{shown}|"), "{kind} {text}");
}

#[track_caller]
pub fn left_alone(kind: &str, text: &str) {
    for caret in text.char_indices().map(|(at, _)| text[..at].encode_utf16().count()) {
        let typed = as_you_type(TypedKind::named(kind).unwrap(), text, caret, "insertFromPaste");
        assert_eq!((typed.text.as_str(), typed.caret, typed.hint), (text, caret, ""), "{kind} {text}");
    }
}

#[test]
fn a_separator_comes_with_the_character_behind_it() {
    each(
        "msisdn",
        "0812345678901",
        "0  08  081  0812  0812-3  0812-34  0812-345  0812-3456  0812-3456-7  0812-3456-78  0812-3456-789  0812-3456-7890  0812-3456-78901",
    );
    each(
        "msisdn",
        "+62812345678",
        "+  +6  +62  +62 8  +62 81  +62 812  +62 812-3  +62 812-34  +62 812-345  +62 812-3456  +62 812-3456-7  +62 812-3456-78",
    );
    each("msisdn", "62812345", "6  62  62 8  62 81  62 812  62 812-3  62 812-34  62 812-345");
    each("msisdn", "8123456", "8  81  812  812-3  812-34  812-345  812-3456");
    each("msisdn", "0218350", "0  02  021  0218  02183  021835  0218350");
    each("msisdn", "+6591234", "+  +6  +65  +659  +6591  +65912  +659123  +6591234");
    each("rupiah", "1250000", "1  12  125  1.250  12.500  125.000  1.250.000");
    // Behind a zero the rule reads no dots.
    each("rupiah", "00500", "0  00  005  0050  00500");
    each("rupiah", "0.500", "0  0.  0.5  0.50  0.500");
    each(
        "nik",
        "31741009129600011",
        "3  31  317  3174  3174 1  3174 10  3174 100  3174 1009  3174 1009 1  3174 1009 12  3174 1009 129  3174 1009 1296  3174 1009 1296 0  3174 1009 1296 00  3174 1009 1296 000  3174 1009 1296 0001  3174 1009 1296 0001 1",
    );
    each(
        "meter",
        "011056911112",
        "0  01  011  0110  0110 5  0110 56  0110 569  0110 5691  0110 5691 1  0110 5691 11  0110 5691 111  0110 5691 1112",
    );
    each(
        "pln_token",
        "02617700018",
        "0  02  026  0261  0261 7  0261 77  0261 770  0261 7700  0261 7700 0  0261 7700 01  0261 7700 018",
    );
    each("passport", "a1234567", "A  A1  A12  A123  A1234  A12345  A123456  A1234567");
}

#[test]
fn any_spelling_can_be_pasted() {
    pasted("msisdn", "(0812) 3456.7890", "0812-3456-7890");
    pasted("msisdn", "+62 (0)812-3456-7890", "+62 0812-3456-7890");
    pasted("msisdn", " +62.812.3456.7890 ", "+62 812-3456-7890");
    pasted("msisdn", "6281234567890", "62 812-3456-7890");
    pasted("msisdn", "+62 21 8350123", "+62 218350123");
    pasted("msisdn", "+65 9123 4567", "+6591234567");
    pasted("msisdn", "\u{ff0b}\u{ff16}\u{ff12}\u{3000}\u{ff18}\u{ff11}\u{ff12}\u{ff13}", "+62 812-3");
    pasted("msisdn", "\u{660}\u{668}\u{661}\u{662}\u{663}\u{664}", "0812-34");
    pasted("rupiah", "Rp 20.500", "20.500");
    pasted("rupiah", "Rp\u{a0}1250000", "1.250.000");
    pasted("rupiah", "rp.20500", "20.500");
    pasted("rupiah", "IDR 20.500", "20.500");
    pasted("rupiah", "9007199254740993", "9.007.199.254.740.993");
    pasted("nik", "3174100912960001", "3174 1009 1296 0001");
    pasted("nik", "317410-091296-0001", "3174 1009 1296 0001");
    pasted("nik", "\u{ff13}\u{ff11}\u{ff17}\u{ff14}\u{ff11}", "3174 1");
    pasted("meter", "0110-5691-111", "0110 5691 111");
    pasted("pln_token", "0261-7700-0180-1700-5623", "0261 7700 0180 1700 5623");
    pasted("passport", "a 123-4567", "A1234567");
    pasted("msisdn", "\u{202a}+62 812-3456-7890\u{202c}", "+62 812-3456-7890");
    pasted("nik", "\u{2068}3174\u{200b}1009 1296\u{feff}0001\u{2069}", "3174 1009 1296 0001");
    pasted("rupiah", "\u{feff}12\u{200e}50000\u{200f}", "1.250.000");
    pasted("passport", "a\u{ad}123\u{61c}4567\u{2060}", "A1234567");
    edited("msisdn", "0812-34|78-90", |control| control.pastes("56"), "0812-3456|-7890");
    edited("nik", "3174 |0001", |control| control.pastes("1009 1296"), "3174 1009 1296| 0001");
}

#[test]
fn what_a_kind_cannot_hold_is_left_as_typed() {
    for text in [
        "",
        " ",
        "-",
        "0812x345678",
        "0812,3456",
        "08+12",
        "++62",
        "0812\u{1f600}3456",
        "0812345678901234567890123456789",
    ] {
        left_alone("msisdn", text);
    }
    for text in ["31741o09", "+3174", "3174100912960001 (KTP)"] {
        left_alone("nik", text);
    }
    // One amount in English and another one in Indonesian, or none at all.
    for text in [
        "0.500",
        "00.500",
        "0.250.000",
        "20,500",
        "IDR 20,500",
        "1,250,000",
        "12.50",
        "1.2500",
        "1.25",
        "12.",
        ".5",
        "1.250.",
        "20.5000",
        "20500,00",
        "20.500,00",
        "1250.000",
        "20 500",
        "1e5",
        "Rp",
        "USD 5",
        "-500",
        "\u{661}\u{662}",
    ] {
        left_alone("rupiah", text);
    }
    left_alone("passport", "A123_567");
}

#[test]
fn dots_typed_by_hand_are_left_until_they_group() {
    each("rupiah", "1.250.000", "1  1.  1.2  1.25  1.250  1.250.  1.250.0  1.250.00  1.250.000");
    each("rupiah", "12.50", "1  12  12.  12.5  12.50");
    each("rupiah", "20,500", "2  20  20,  20,5  20,50  20,500");
    each("rupiah", "1250.50", "1  12  125  1.250  1.250.  1.250.5  1.250.50");
}

#[test]
fn typing_in_the_middle_moves_the_groups_and_not_the_caret() {
    edited("msisdn", "081|3-4567-890", |control| control.types("2"), "0812|-3456-7890");
    edited("msisdn", "0812-|4567-890", |control| control.types("3"), "0812-3|456-7890");
    edited("msisdn", "|812-3456-7890", |control| control.types("+62"), "+62| 812-3456-7890");
    edited("rupiah", "1|.250.000", |control| control.types("9"), "19|.250.000");
    edited("rupiah", "1.|250.000", |control| control.types("9"), "19|.250.000");
    edited("rupiah", "1.2|50.000", |control| control.types("99"), "129.9|50.000");
    edited("rupiah", "|1.250", |control| control.types("0"), "0|1250");
    edited("rupiah", "|0500", |control| control.types("1"), "1|0.500");
    edited("rupiah", "0|1250", |control| control.backspaces(1), "|1.250");
    edited("rupiah", "1|0.500", |control| control.backspaces(1).types("2"), "2|0.500");
    edited("rupiah", "|250", |control| control.types("1"), "1|.250");
    edited("nik", "3174 |0912", |control| control.types("10"), "3174 10|09 12");
    edited("date", "2|/07/2024", |control| control.types("6"), "26|/07/2024");
    edited("date", "26/|7/2024", |control| control.types("0"), "26/0|7/2024");
    edited("date", "|/07/2024", |control| control.types("26"), "26|/07/2024");
    edited("date", "26/|/2024", |control| control.types("08"), "26/08|/2024");
    edited("date", "|26/07/2024", |control| control.types("1"), "1|26/07/2024");
    edited("date", "20/07/2024|", |control| control.types("-"), "20/07/2024|");
    edited("rupiah", "1|2.500", |control| control.types("."), "1|2.500");
    edited("rupiah", "1|25.000", |control| control.types("."), "1.|25.000");
    edited("passport", "A|23", |control| control.types("1"), "A1|23");
    edited("passport", "|123", |control| control.types("b"), "B|123");
}

#[test]
fn a_composition_is_left_alone() {
    for input_type in TYPES.iter().copied() {
        let typed = as_you_type(TypedKind::Nik, "31741009", 2, input_type);
        let (text, caret) = if input_type.contains("Composition") { ("31741009", 2) } else { ("3174 1009", 2) };
        assert_eq!((typed.text.as_str(), typed.caret), (text, caret), "{input_type}");
    }
    let typed = as_you_type(TypedKind::Nik, "\u{ff13}\u{ff11}x", 9, "insertCompositionText");
    assert_eq!((typed.text.as_str(), typed.caret), ("\u{ff13}\u{ff11}x", 3));
}

#[test]
fn a_caret_that_cannot_be_is_moved_to_the_next_place_before_it() {
    for (caret, moved) in [(0, 0), (1, 1), (2, 1), (3, 3), (4, 4), (5, 4), (usize::MAX, 4)] {
        assert_eq!(as_you_type(TypedKind::Msisdn, "0\u{1f600}1", caret, "").caret, moved);
    }
    assert_eq!(as_you_type(TypedKind::Meter, "01105", usize::MAX, "").caret, 6);
    assert_eq!(as_you_type(TypedKind::Rupiah, "", 1, "deleteContentBackward").caret, 0);
}

#[test]
fn a_mobile_number_tells_its_brand_from_the_fourth_digit_on() {
    let hint = |text| as_you_type(TypedKind::Msisdn, text, 0, "").hint;
    for text in ["", "0", "08", "081", "+6281", "62 81", "0218", "+6591234567", "0800", "0812x"] {
        assert_eq!(hint(text), "", "{text}");
    }
    for text in ["0812", "812", "+62812", "62812", "+62 (0)812-3456"] {
        assert_eq!(hint(text), "Telkomsel", "{text}");
    }
    for (text, brand) in [
        ("0817", "XL"),
        ("0838", "AXIS"),
        ("0881", "Smartfren"),
        ("0895", "Tri"),
        ("0856", "IM3"),
        ("08515", "Telkomsel"),
        ("085155", "by.U"),
    ] {
        assert_eq!(hint(text), brand, "{text}");
    }
    assert_eq!(as_you_type(TypedKind::Nik, "0812", 0, "").hint, "");
}

#[test]
fn without_its_type_an_edit_counts_as_typing() {
    assert_eq!(as_you_type(TypedKind::Rupiah, "1.2500", 6, "").text, "12.500");
    assert_eq!(as_you_type(TypedKind::Rupiah, "1.25", 4, "").text, "1.25");
}
