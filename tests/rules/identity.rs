//! Identity cards, passports, meters, BPJS, drivers.

use crate::read::bpjs::{MANDIRI, MOST_BANKS, bpjs, card, virtual_account};
use crate::read::driver::driver;
use crate::read::id_card::id_card;
use crate::read::meter_number::{is_token, postpaid, prepaid, token};
use crate::read::nik::{disagreement, nik};
use crate::read::passport::{indonesian, passport, passport_or_text};
use kasir::code::Code;
use kasir::rules::repeats::{Earlier, NO_ROW};

use crate::answer::{a_desk, codes, day, is_borrowed, refused};

#[test]
fn a_nik_tells_province_gender_and_birth() {
    let woman = nik("3515 1445 0868 0002", &mut a_desk()).unwrap();
    assert_eq!((woman.province(), woman.female(), woman.text()), (35, true, "3515144508680002"));
    assert_eq!(woman.born(day("2024-07-01")), Some(day("1968-08-05")));
    assert_eq!(woman.born(day("2068-08-04")), Some(day("1968-08-05")));
    assert_eq!(woman.born(day("2068-08-05")), Some(day("2068-08-05")));
    assert_eq!(woman.born(day("1968-08-04")), None);
    assert_eq!(nik("3174100912110001", &mut a_desk()).unwrap().born(day("2024-07-01")), Some(day("2011-12-09")));
}

#[test]
fn a_leap_day_of_00_is_2000_only() {
    let born = |today| nik("3174102902000001", &mut a_desk()).unwrap().born(day(today));
    assert_eq!((born("2000-02-28"), born("2000-02-29")), (None, Some(day("2000-02-29"))));
    assert_eq!(refused(nik("3174102902970001", &mut a_desk())).0, Code::NikNotRealDay);
}

#[test]
fn a_refused_nik_names_the_fault() {
    for (text, code) in [
        ("31741009129600011", Code::NikNot16Digits),
        ("317410091296000", Code::NikNot16Digits),
        ("A174100912960001", Code::NikNot16Digits),
        ("9974100912960001", Code::NikUnknownProvince),
        ("0174100912960001", Code::NikUnknownProvince),
        ("3174103202960001", Code::NikNotRealDay),
        ("3174107202960001", Code::NikNotRealDay),
        ("3174104002960001", Code::NikNotRealDay),
        ("3174100013960001", Code::NikNotRealDay),
        ("3174100912960000", Code::NikSerialZero),
    ] {
        assert_eq!(refused(nik(text, &mut a_desk())), (code, vec![]), "{text}");
    }
}

#[test]
fn a_form_that_disagrees_with_the_nik_is_advice() {
    let man = "3174100912960001";
    assert_eq!(disagreement(man, "1996-12-09", "male"), [None, None]);
    assert_eq!(disagreement(man, "", ""), [None, None]);
    let both = [Code::NikBirthDiffers, Code::NikGenderDiffers].map(|code| Some(code.into()));
    assert_eq!(disagreement(man, "1996-12-10", "female"), both);
    assert_eq!(disagreement("9974100912960001", "1996-12-10", "female"), [None, None]);
    assert_eq!(disagreement("KITAS 2C21JE", "1996-12-10", "female"), [None, None]);
    assert_eq!(disagreement("3174104912960001", "1896-12-09", "female"), [None, None]);
}

#[test]
fn a_nik_is_not_shown_by_debug() {
    assert_eq!(format!("{:?}", nik("3174100912960001", &mut a_desk()).unwrap()), "Nik");
}

#[test]
fn klikoos_printed_identity_number_passes_with_advice() {
    let desk = &mut a_desk();
    is_borrowed(id_card, "31741009219923332");
    assert_eq!(id_card("31741009219923332", desk).unwrap(), "31741009219923332");
    assert_eq!(codes(desk), [Code::IdCardNot16Digits]);
}

#[test]
fn an_identity_number_is_a_nik_a_passport_or_worth_a_word() {
    for (text, value, advice) in [
        ("3174100912960001", "3174100912960001", None),
        ("3174.1009.1296.0001", "3174100912960001", None),
        ("9974100912960001", "9974100912960001", Some(Code::IdCardNotNik)),
        ("123", "123", Some(Code::IdCardNot16Digits)),
        ("a1234567", "A1234567", Some(Code::IdCardLooksLikePassport)),
        ("KITAS 2C21JE", "KITAS 2C21JE", Some(Code::IdCardNot16Digits)),
        ("---", "---", Some(Code::IdCardNot16Digits)),
    ] {
        let desk = &mut a_desk();
        assert_eq!(id_card(text, desk).unwrap(), value);
        assert_eq!(codes(desk), Vec::from_iter(advice), "{text}");
    }
}

#[test]
fn an_identity_number_may_not_break_the_line_or_the_limit() {
    let long = "1".repeat(33);
    let desk = &mut a_desk();
    assert_eq!(refused(id_card("3174\n", desk)), (Code::TextControlCharacter, vec![]));
    assert_eq!(refused(id_card(&long, desk)), (Code::TextTooLong, vec![("max", 32)]));
    assert_eq!(codes(desk), []);
}

#[test]
fn passports_are_written_in_capitals() {
    assert_eq!(passport("a 123-45\u{a0}67", &mut a_desk()).unwrap(), "A1234567");
    is_borrowed(passport, "L898902C3");
    for text in ["testpassport", "A123", "A1234567<", "Ä1234567", "A123456789"] {
        assert_eq!(refused(passport(text, &mut a_desk())), (Code::PassportMalformed, vec![]), "{text}");
    }
}

#[test]
fn klikoos_printed_passport_passes_as_it_is_with_advice() {
    let long = "a".repeat(33);
    let desk = &mut a_desk();
    assert_eq!(passport_or_text("testpassport", desk).unwrap(), "testpassport");
    assert_eq!(codes(desk), [Code::PassportMalformed]);
    assert_eq!(refused(passport_or_text("test\u{7}", desk)).0, Code::TextControlCharacter);
    assert_eq!(refused(passport_or_text(&long, desk)), (Code::TextTooLong, vec![("max", 32)]));
}

#[test]
fn an_indonesian_passport_has_a_letter_and_seven_digits() {
    for (number, told) in [
        ("A1234567", [].as_slice()),
        ("x 123-4567", &[]),
        ("AB123456", &[Code::PassportUnusual]),
        ("A123456", &[Code::PassportUnusual]),
        ("12345678", &[Code::PassportUnusual]),
        ("testpassport", &[Code::PassportMalformed]),
    ] {
        let desk = &mut a_desk();
        indonesian(number, desk).unwrap();
        assert_eq!(codes(desk), told, "{number}");
    }
}

#[test]
fn a_meter_keeps_its_zeros() {
    is_borrowed(prepaid, "01105691111");
    assert_eq!(prepaid("5233-0081 7840", &mut a_desk()).unwrap(), "523300817840");
    for text in ["0110569111", "0110569111111", "abc", "０１１０５６９１１１１", "-"] {
        assert_eq!(refused(prepaid(text, &mut a_desk())), (Code::MeterNot11Or12Digits, vec![("meter", 11)]), "{text}");
        assert_eq!(refused(postpaid(text, &mut a_desk())), (Code::MeterNot11Or12Digits, vec![]), "{text}");
    }
}

#[test]
fn digits_beyond_any_count_are_refused() {
    for count in 18..70 {
        let text = &"1".repeat(count);
        assert_eq!(refused(prepaid(text, &mut a_desk())), (Code::MeterNot11Or12Digits, vec![("meter", 11)]), "{count}");
        assert_eq!(refused(bpjs(text, &mut a_desk())), (Code::BpjsMalformed, vec![]), "{count}");
    }
}

#[test]
fn a_postpaid_bill_wants_the_customer_number() {
    let desk = &mut a_desk();
    assert_eq!(postpaid("514040400482", desk).unwrap(), "514040400482");
    assert_eq!(codes(desk), []);
    assert_eq!(postpaid("54000000001", desk).unwrap(), "54000000001");
    assert_eq!(codes(desk), [Code::MeterNotCustomerNumber]);
}

#[test]
fn a_token_is_exactly_twenty_digits() {
    assert!(is_token("02617700018017005627"));
    assert_eq!(kasir::format::token::groups("02617700018017005627"), "0261 7700 0180 1700 5627");
    for text in ["0261770001801700562", "026177000180170056270", "0261 7700 0180 1700 5627", "0261770001801700562x", ""]
    {
        assert!(!is_token(text), "{text}");
    }
}

#[test]
fn a_token_is_read_as_a_receipt_groups_it() {
    for text in ["0261 7700 0180 1700 5627", "0261-7700-0180-1700-5627", "02617700018017005627"] {
        assert_eq!(token(text, &mut a_desk()).unwrap(), "02617700018017005627");
    }
    assert_eq!(refused(token("0261 7700 0180 1700 562", &mut a_desk())), (Code::TextTooShort, vec![("min", 20)]));
    assert_eq!(refused(token("026177000180170056270", &mut a_desk())), (Code::TextTooLong, vec![("max", 20)]));
    assert_eq!(refused(token("0261 7700 O180 1700 5627", &mut a_desk())), (Code::TextNotAllowed, vec![]));
}

#[test]
fn bpjs_is_found_by_card_or_account() {
    for (text, value, advice) in [
        ("0001944358911", "0001944358911", None),
        ("8888801433177155", "8888801433177155", None),
        ("8988 8019 4435 8911", "8988801944358911", None),
        ("01944358911", "01944358911", Some(Code::BpjsUnusual)),
        ("3174100912960001", "3174100912960001", Some(Code::BpjsUnusual)),
    ] {
        let desk = &mut a_desk();
        assert_eq!(bpjs(text, desk).unwrap(), value);
        assert_eq!(codes(desk), Vec::from_iter(advice), "{text}");
    }
    // Sixteen digits are an account or a NIK: no province has the codes 12 34, 88 or 99, and no day is the 94th.
    for text in ["000194435891", "00019443589111", "x", "8888901944358911", "9999901944358911", "3174109412960001"] {
        assert_eq!(refused(bpjs(text, &mut a_desk())), (Code::BpjsMalformed, vec![]), "{text}");
    }
}

#[test]
fn a_card_and_its_accounts_lead_to_each_other() {
    // Kompas, 9 March 2021: a card and its accounts at BRI, BNI, BTN and BCA, and at Mandiri.
    let numbers = ["0001944358911", "8888801944358911", "8988801944358911"];
    for number in numbers.iter().chain(&["01944358911"]) {
        let found = [card(number), virtual_account(MOST_BANKS, number), virtual_account(MANDIRI, number)];
        assert_eq!(found, numbers, "{number}");
    }
    // A card is itself even where it does not begin with two zeros.
    assert_eq!(card("0101944358911"), "0101944358911");
    for nik in ["3174100912960001", "3602041211870001"] {
        assert_eq!([card(nik), virtual_account(MOST_BANKS, nik), virtual_account(MANDIRI, nik)], ["", "", ""]);
    }
}

#[test]
fn a_driver_number_is_only_ever_unusual() {
    let desk = &mut a_desk();
    is_borrowed(driver, "01105691111");
    assert_eq!(driver("01105691111", desk).unwrap(), "01105691111");
    assert_eq!(driver("0110 5691", desk).unwrap(), "01105691");
    assert_eq!(codes(desk), []);
    assert_eq!(driver("ID-77a", desk).unwrap(), "ID-77a");
    assert_eq!(driver("123", desk).unwrap(), "123");
    assert_eq!(codes(desk), [Code::DriverUnusual, Code::DriverUnusual]);
    assert_eq!(refused(driver(&"1".repeat(65), &mut a_desk())), (Code::TextTooLong, vec![("max", 64)]));
}

/// All four have the hash 0, so that each is looked for behind those before it.
#[test]
fn values_of_one_hash_are_told_apart() {
    let mut earlier = Earlier::new(4);
    let values = ["5384296", "6306828", "9676358", "9725574"];
    for (at, value) in (0..).zip(values) {
        assert_eq!(earlier.row(value, NO_ROW), None, "{value}");
        assert_eq!(earlier.row(value, at), None, "{value}");
    }
    assert_eq!(values.map(|value| earlier.row(value, 9)), [0, 1, 2, 3].map(Some));
}
