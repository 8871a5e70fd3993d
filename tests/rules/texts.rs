//! Free text, names, addresses, references, codes, places.

use crate::read::country::{country, known};
use crate::read::email::email;
use crate::read::locale::locale;
use crate::read::person_name::person_name;
use crate::read::product_code::product_code;
use crate::read::reference::{is_uuid_v4, reference, uuid_v4};
use crate::read::text::{bidi_advice, escape_sensitive, plain_text};
use crate::read::transaction_id::transaction_id;
use kasir::code::Code;

use crate::answer::{a_desk, codes, is_borrowed, refused};

#[test]
fn text_is_measured_in_scalar_values() {
    assert_eq!(plain_text("naïve 🚌", 1, 7), Ok("naïve 🚌"));
    assert_eq!(refused(plain_text("naïve 🚌", 8, 9)), (Code::TextTooShort, vec![("min", 8)]));
    assert_eq!(refused(plain_text("naïve 🚌", 1, 6)), (Code::TextTooLong, vec![("max", 6)]));
}

#[test]
fn no_field_carries_a_control_character() {
    let controls = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}').chain(['\u{feff}']);
    for control in controls {
        let text = String::from_iter(['a', control]);
        assert_eq!(refused(plain_text(&text, 0, 9)), (Code::TextControlCharacter, vec![]), "{control:?}");
    }
    for neighbour in [' ', '~', '\u{a0}', '\u{fefe}', '\u{ff00}', '\u{2028}'] {
        assert!(plain_text(&String::from(neighbour), 1, 1).is_ok(), "{neighbour:?}");
    }
}

#[test]
fn turned_writing_is_advice() {
    // Bidi_Control of Unicode 16 (PropList.txt).
    let turning = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}').chain(['\u{61c}', '\u{200e}', '\u{200f}']);
    let turned: Vec<String> = turning.map(|mark| String::from_iter(['a', mark, mark])).collect();
    let desk = &mut a_desk();
    for text in ["Pandu", "‘Pandu’", "مريم", "\u{2029}\u{202f}\u{2065}\u{206a}\u{200d}", "\u{61b}\u{61d}"] {
        bidi_advice(text, desk);
    }
    assert_eq!(codes(desk), []);
    for text in &turned {
        bidi_advice(text, desk);
    }
    assert_eq!(codes(desk), [Code::TextBidi; 12]);
}

#[test]
fn five_characters_are_escaped_in_two_ways() {
    for letter in ['<', '>', '&', '\u{2028}', '\u{2029}'] {
        assert!(escape_sensitive(&String::from_iter(['a', letter])));
    }
    for text in ["plain", "\"quoted\\\"", "‘’", "/"] {
        assert!(!escape_sensitive(text), "{text}");
    }
}

#[test]
fn a_name_has_a_letter_of_some_script() {
    for name in ["Pandu", "I", "R. A. Kartini", "O'Neil-Jr.", "李小龍", "ᬯᬬᬦ᭄", "ꦮꦪꦤ꧀", "مريم", "Sé", "ʻOkina", "𐐷"]
    {
        assert_eq!(person_name(name), Ok(name));
    }
    for name in ["12345", "...", "-", "٠١٢", "🚌🚌", "“”", "—", "()", "０１", "１ ２"] {
        assert_eq!(refused(person_name(name)), (Code::NameMalformed, vec![]), "{name}");
    }
    assert_eq!(refused(person_name("Pan\ndu")), (Code::TextControlCharacter, vec![]));
    assert_eq!(refused(person_name(&"a".repeat(101))), (Code::TextTooLong, vec![("max", 100)]));
}

#[test]
fn every_letter_of_unicode_makes_a_name() {
    let letters = ('\u{21}'..=char::MAX).filter(|letter| letter.is_alphabetic());
    let refusals: Vec<char> = letters.filter(|letter| person_name(letter.encode_utf8(&mut [0; 4])).is_err()).collect();
    // The fillers of Hangul: letters that nobody sees.
    assert_eq!(refusals, ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}']);
}

#[test]
fn an_address_keeps_its_case_before_the_at() {
    let desk = &mut a_desk();
    is_borrowed(email, "Oim.Test+1@yoipmail.com");
    assert_eq!(email("Oim@YoipMail.COM", desk).unwrap(), "Oim@yoipmail.com");
    assert_eq!(codes(desk), []);
    assert_eq!(email("a@b", desk).unwrap(), "a@b");
    assert_eq!(codes(desk), [Code::EmailNoDot]);
}

#[test]
fn refused_addresses_name_the_fault() {
    let desk = &mut a_desk();
    let malformed = [
        "a",
        "@b.c",
        "a@",
        "a@-b.c",
        "a@b-.c",
        "a@b..c",
        "a@.b",
        "a@b.",
        "a@b_c.d",
        "a b@c.d",
        "\"a b\"@c.d",
        "a@[1.2.3.4]",
        "a@b@c.d",
        "ä@b.c",
        "a@bücher.de",
        "[email protected]",
        "a@b.c\n",
    ];
    for text in malformed {
        assert_eq!(refused(email(text, desk)), (Code::EmailMalformed, vec![]), "{text}");
    }
    let label = "b".repeat(63);
    let longest = ["a@", &label, ".", &label, ".", &label, ".", &"c".repeat(60)].concat();
    assert_eq!(longest.len(), 254);
    assert!(email(&longest, &mut a_desk()).is_ok());
    let longer = ["a", &longest].concat();
    assert_eq!(refused(email(&longer, &mut a_desk())), (Code::EmailTooLong, vec![("max", 254)]));
    assert_eq!(
        refused(email(&["a".repeat(65).as_str(), "@b.c"].concat(), &mut a_desk())),
        (Code::EmailTooLong, vec![("max", 64)])
    );
    // RFC 5321, section 4.5.3.1.1: 64 before the at, here 254 in all or one more.
    let domain = ["@", &label, ".", &label, ".", &"c".repeat(61)].concat();
    let name = "a".repeat(64);
    assert!(email(&[name.as_str(), &domain].concat(), &mut a_desk()).is_ok());
    assert_eq!(
        refused(email(&[name.as_str(), &domain, "c"].concat(), &mut a_desk())),
        (Code::EmailTooLong, vec![("max", 254)])
    );
    assert_eq!(refused(email(&["a@", &label, "b.c"].concat(), &mut a_desk())), (Code::EmailMalformed, vec![]));
}

#[test]
fn printed_references_pass_with_advice() {
    for printed in ["42323-42234-44226-96273", "{{$guid}}", "1238", "23432-75645466"] {
        let desk = &mut a_desk();
        assert_eq!(reference(printed, desk), Ok(printed));
        assert_eq!(codes(desk), [Code::ReferenceNotUuidV4]);
    }
    let desk = &mut a_desk();
    assert!(reference("6d654219-d9b7-4e1a-8b51-99a5cafb11cb", desk).is_ok());
    assert_eq!(codes(desk), []);
    for text in ["order 7", "é", "a\u{7f}", &"a".repeat(65)] {
        assert_eq!(refused(reference(text, desk)), (Code::ReferenceMalformed, vec![]), "{text}");
    }
    for letter in '\0'..='\u{ff}' {
        let text = letter.to_string();
        assert_eq!(reference(&text, &mut a_desk()).is_ok(), letter.is_ascii_graphic(), "{letter:?}");
    }
}

#[test]
fn a_uuid_of_version_four_tells_version_and_variant() {
    assert!(is_uuid_v4("919108F7-52D1-4320-9BAC-F847DB4148A8")); // RFC 9562, appendix A.3
    for text in [
        "c232ab00-9414-11ec-b3c8-9f6bdeced846", // RFC 9562, appendix A.1: version 1
        "00000000-0000-0000-0000-000000000000",
        "919108f7-52d1-4320-7bac-f847db4148a8",
        "919108f752d143209bacf847db4148a8",
        "919108f7-52d1-4320-9bac-f847db4148ag",
        "919108f7-52d1-4320-9bac-f847db4148a",
    ] {
        assert!(!is_uuid_v4(text), "{text}");
    }
}

/// RFC 9562, section 5.4: four bits for the version and two for the variant, the others as they come.
#[test]
fn sixteen_random_bytes_make_a_uuid_of_version_four() {
    let random = 0x919108f7_52d1_4320_9bac_f847db4148a8_u128; // appendix A.3
    for version in 0..16 {
        for variant in 0..4 {
            let random = random & !(0xF << 76) & !(3 << 62) | version << 76 | variant << 62;
            assert_eq!(uuid_v4(random.to_be_bytes()), "919108f7-52d1-4320-9bac-f847db4148a8");
        }
    }
    assert_eq!(uuid_v4([0; 16]), "00000000-0000-4000-8000-000000000000");
    assert_eq!(uuid_v4([0xFF; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

#[test]
fn a_product_code_has_the_alphabet_of_the_printed_ones() {
    for printed in ["PLN20", "OVO10", "GOPAY10", "DN1", "DNOPEN", "MAX5000", "ATTO-03", "BUS", "a_b.c"] {
        assert_eq!(product_code(printed, &mut a_desk()), Ok(printed));
    }
    for text in ["PLN 20", "PLN/20", "ÉPLN", "", "PLN\0"] {
        assert_eq!(refused(product_code(text, &mut a_desk())), (Code::TextNotAllowed, vec![]), "{text}");
    }
    assert_eq!(refused(product_code(&"A".repeat(65), &mut a_desk())), (Code::TextTooLong, vec![("max", 64)]));
}

#[test]
fn a_transaction_number_cannot_leave_its_place_in_the_path() {
    assert_eq!(transaction_id("14429004", &mut a_desk()), Ok("14429004"));
    for text in ["../balance", "1/2", "..", "1?x", "1%2f", "1#", "", "1 2"] {
        assert_eq!(refused(transaction_id(text, &mut a_desk())), (Code::TextNotAllowed, vec![]), "{text}");
    }
    assert_eq!(refused(transaction_id(&"1".repeat(65), &mut a_desk())), (Code::TextTooLong, vec![("max", 64)]));
}

#[test]
fn countries_are_sent_in_lower_case() {
    is_borrowed(country, "id");
    assert_eq!(country("Id", &mut a_desk()).unwrap(), "id");
    let count = ('a'..='z')
        .flat_map(|a| ('a'..='z').map(move |b| String::from_iter([a, b])))
        .filter(|code| known(code))
        .count();
    assert_eq!(count, 249);
    for text in ["xk", "uk", "idn", "i", "", "i ", "62"] {
        assert_eq!(refused(country(text, &mut a_desk())), (Code::CountryUnknown, vec![]), "{text}");
    }
}

#[test]
fn a_locale_is_spelled_as_usual() {
    is_borrowed(locale, "en");
    is_borrowed(locale, "id-ID");
    for (text, tag) in [
        ("ID_id", "id-ID"),
        ("in", "id"),
        ("IN-id", "id-ID"),
        ("jw", "jv"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
    ] {
        assert_eq!(locale(text, &mut a_desk()).unwrap(), tag);
    }
    // RFC 5646, section 2.1: a language, then perhaps a script, then perhaps a region.
    for text in ["Hant", "hant-tw", "419", "en-US-GB", "en-419-US", "en-US-Latn", "en-Latn-Cyrl"] {
        assert_eq!(refused(locale(text, &mut a_desk())), (Code::LocaleMalformed, vec![]), "{text}");
    }
    for text in ["english", "e", "", "en-", "en--US", "en-US-x-a", "en-USA", "12", "en US", "é"] {
        assert_eq!(refused(locale(text, &mut a_desk())), (Code::LocaleMalformed, vec![]), "{text}");
    }
}
