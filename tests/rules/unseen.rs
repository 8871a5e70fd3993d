//! Blanks and what nobody sees: around a text, within a number, in a name.

use crate::read::bpjs::bpjs;
use crate::read::calendar_day::date;
use crate::read::email::email;
use crate::read::id_card::id_card;
use crate::read::meter_number::{prepaid, token};
use crate::read::passport::passport;
use crate::read::person_name::person_name;
use crate::read::rupiah::rupiah;
use crate::read::{msisdn, nik};
use kasir::alphabet::trimmed;
use kasir::code::Code;
use kasir::desk::Desk;
use kasir::format::as_you_type::{TypedKind, as_you_type};
use kasir::issue::Finding;

use crate::answer::{a_desk, refused};
use crate::blanks;

#[test]
fn blanks_around_a_text_are_those_of_unicode() {
    for letter in '\0'..=char::MAX {
        let text = String::from_iter([letter, 'a', letter, 'é', letter]);
        assert_eq!(trimmed(&text), blanks::trimmed(&text), "{letter:?}");
        let alone = String::from(letter);
        assert_eq!(trimmed(&alone), blanks::trimmed(&alone), "{letter:?}");
    }
    assert_eq!(trimmed(""), "");
}

/// As Android's contacts, WhatsApp, old versions of Edge and spreadsheets wrap what is copied from them.
#[test]
fn what_nobody_sees_around_a_text_is_dropped_with_the_blanks() {
    for (pasted, text) in [
        ("\u{202a}+62 812-3456-7890\u{202c}", "+62 812-3456-7890"),
        ("\u{2068}0812\u{2069}", "0812"),
        ("\u{200e} 17/8/1945 \u{200f}", "17/8/1945"),
        ("\u{feff}id", "id"),
        ("Siti\u{200b}", "Siti"),
        ("\u{61c}\u{ad}é\u{200d}é\u{2060}", "é\u{200d}é"),
        ("\u{2066} \u{2069}\u{feff}", ""),
    ] {
        assert_eq!(trimmed(pasted), text, "{pasted:?}");
    }
}

/// Within a number it is dropped as a separator is, alike by every rule and while the number is typed.
#[test]
fn what_nobody_sees_within_a_number_is_dropped() {
    type Read = for<'a> fn(&'a str, &mut Desk<'a>) -> Result<&'a str, Finding>;
    let numbers: [(Read, &str, &str, Option<TypedKind>); 9] = [
        (
            |text, desk| msisdn::mobile(text, desk).map(|number| number.domestic),
            "081234567890",
            "081234567890",
            Some(TypedKind::Msisdn),
        ),
        (
            |text, desk| nik::nik(text, desk).map(|nik| nik.text()),
            "3174100912960001",
            "3174100912960001",
            Some(TypedKind::Nik),
        ),
        (id_card, "3174100912960001", "3174100912960001", Some(TypedKind::Nik)),
        (prepaid, "01105691111", "01105691111", Some(TypedKind::Meter)),
        (token, "02617700018017005623", "02617700018017005623", Some(TypedKind::PlnToken)),
        (passport, "A1234567", "A1234567", Some(TypedKind::Passport)),
        (rupiah, "20500", "20500", Some(TypedKind::Rupiah)),
        (date, "17/08/1945", "1945-08-17", Some(TypedKind::Date)),
        (bpjs, "0001944358911", "0001944358911", None),
    ];
    for letter in blanks::UNSEEN.chars() {
        for (read, digits, value, kind) in numbers {
            let (head, tail) = digits.split_at(3);
            let text = String::from_iter([head, &letter.to_string(), tail]);
            assert_eq!(read(&text, &mut a_desk()), Ok(value), "{digits} {letter:?}");
            let typed = |kind, text| as_you_type(kind, text, 0, "insertFromPaste").text;
            if let Some(kind) = kind {
                assert_eq!(typed(kind, &text), typed(kind, digits), "{digits} {letter:?}");
            }
        }
        assert!(email(&format!("a{letter}@b.c"), &mut a_desk()).is_err());
        let name = format!("Si{letter}ti");
        assert_eq!(person_name(&name).is_ok(), letter != '\u{feff}');
    }
}

/// Default_Ignorable_Code_Point of Unicode 16 (DerivedCoreProperties.txt), and the marks of interlinear annotation, which
/// have no glyph of their own either.
#[test]
fn what_nobody_sees_makes_no_name() {
    let unseen = [
        '\u{ad}'..='\u{ad}',
        '\u{34f}'..='\u{34f}',
        '\u{61c}'..='\u{61c}',
        '\u{115f}'..='\u{1160}',
        '\u{17b4}'..='\u{17b5}',
        '\u{180b}'..='\u{180f}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{3164}'..='\u{3164}',
        '\u{fe00}'..='\u{fe0f}',
        '\u{ffa0}'..='\u{ffa0}',
        '\u{fff0}'..='\u{fffb}',
        '\u{1bca0}'..='\u{1bca3}',
        '\u{1d173}'..='\u{1d17a}',
        '\u{e0000}'..='\u{e0fff}',
    ];
    for letter in unseen.into_iter().flatten() {
        let name = letter.to_string();
        assert_eq!(refused(person_name(&name)), (Code::NameMalformed, vec![]), "{letter:?}");
        assert!(person_name(&format!("가{name}")).is_ok(), "{letter:?}");
    }
    for letter in ['\u{61d}', '\u{115e}', '\u{1161}', '\u{17b6}', '\u{3165}', '\u{ffa1}', '\u{10000}', '\u{1d17b}'] {
        assert!(person_name(&letter.to_string()).is_ok(), "{letter:?}");
    }
}
