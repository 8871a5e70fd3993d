//! Telephone numbers, whom they reach, the codes of their countries.

use crate::read::msisdn::{contact, mobile, subscriber};
use crate::read::{dial_codes, wallet};
use kasir::code::Code;
use kasir::format::masks;

use crate::answer::{a_desk, codes, is_borrowed, refused};

#[test]
fn a_domestic_number_is_taken_as_it_is() {
    is_borrowed(|text, desk| mobile(text, desk).map(|number| number.domestic), "08996647676");
    is_borrowed(contact, "082122274139");
    is_borrowed(contact, "0218350123");
    is_borrowed(|text, desk| subscriber("62", text, desk), "812959293");
    is_borrowed(|text, desk| subscriber("62", text, desk), "0812959293");
    is_borrowed(|text, desk| subscriber("65", text, desk), "91234567");
}

#[test]
fn one_number_has_many_spellings() {
    let spellings = [
        "0812-3456-7890",
        "0812.3456.7890",
        "(0812) 3456 7890",
        "812 3456 7890",
        "62 812 3456 7890",
        "+62 812-3456-7890",
        "+62 (0)812 3456 7890",
        "(+62) 812 3456 7890",
        "0062 812 3456 7890",
        "０８１２３４５６７８９０",
        "٠٨١٢٣٤٥٦٧٨٩٠",
        "۰۸۱۲۳۴۵۶۷۸۹۰",
        "0812\u{a0}3456\u{200b}7890",
        "\u{202a}+62 812-3456-7890\u{202c}",
        "0812\u{feff}3456\u{200e}7890\u{2069}",
    ];
    for spelling in spellings {
        assert_eq!(mobile(spelling, &mut a_desk()).unwrap().domestic, "081234567890", "{spelling}");
    }
}

#[test]
fn a_bare_62_is_the_country_code_and_never_an_area_of_sumatra() {
    let number = mobile("62812959293", &mut a_desk()).unwrap();
    assert_eq!((number.domestic, number.e164().as_str()), ("0812959293", "+62812959293"));
    assert_eq!(subscriber("62", "62812959293", &mut a_desk()).unwrap(), "812959293");
    assert_eq!(contact("62218350123", &mut a_desk()).unwrap(), "0218350123");
    assert_eq!(contact("06281234567", &mut a_desk()).unwrap(), "06281234567");
}

#[test]
fn limits_are_told_in_the_digits_that_were_typed() {
    for (text, limit) in [
        ("08123456", (Code::MsisdnTooShort, vec![("min", 10)])),
        ("+628123456", (Code::MsisdnTooShort, vec![("min", 10)])),
        ("8123456", (Code::MsisdnTooShort, vec![("min", 9)])),
        ("08123456789012", (Code::MsisdnTooLong, vec![("max", 13)])),
        ("+628123456789012", (Code::MsisdnTooLong, vec![("max", 13)])),
        ("8123456789012", (Code::MsisdnTooLong, vec![("max", 12)])),
    ] {
        assert_eq!(refused(mobile(text, &mut a_desk())), limit, "{text}");
        assert_eq!(refused(subscriber("62", text, &mut a_desk())), limit, "{text}");
    }
    assert_eq!(mobile("812959293", &mut a_desk()).unwrap().domestic, "0812959293");
    assert_eq!(mobile("812345678901", &mut a_desk()).unwrap().domestic, "0812345678901");
}

#[test]
fn refusals_name_what_is_wrong() {
    assert_eq!(refused(mobile("abc", &mut a_desk())), (Code::MsisdnNotPhone, vec![]));
    assert_eq!(refused(mobile("()", &mut a_desk())), (Code::MsisdnNotPhone, vec![]));
    assert_eq!(refused(mobile("081234567", &mut a_desk())), (Code::MsisdnTooShort, vec![("min", 10)]));
    // No country code begins with 0 (ITU-T E.164, section 6.2.1); behind 00 alone nothing tells yet.
    for text in ["+0", "+0812", "+081234567890", "+0218350123"] {
        assert_eq!(refused(mobile(text, &mut a_desk())), (Code::MsisdnNotPhone, vec![]), "{text}");
    }
    for text in ["00", "000", "00081"] {
        assert_eq!(refused(mobile(text, &mut a_desk())), (Code::MsisdnTooShort, vec![("min", 10)]), "{text}");
    }
    assert_eq!(refused(mobile("08123456789012", &mut a_desk())), (Code::MsisdnTooLong, vec![("max", 13)]));
    assert_eq!(refused(mobile("0218350123", &mut a_desk())), (Code::MsisdnNotMobile, vec![]));
    assert_eq!(refused(mobile("08041234567", &mut a_desk())), (Code::MsisdnNotMobile, vec![]));
    assert_eq!(refused(mobile("0841234567890", &mut a_desk())), (Code::MsisdnNotPhone, vec![]));
    assert_eq!(refused(mobile("+6591234567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![("dial_code", 62)]));
    assert_eq!(refused(mobile("006591234567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![("dial_code", 62)]));
    assert_eq!(refused(mobile("+0812345678", &mut a_desk())), (Code::MsisdnNotPhone, vec![]));
    // 001803 is toll-free in Indonesia, +1 803 is in South Carolina.
    assert_eq!(refused(mobile("+1 803 123 4567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![("dial_code", 62)]));
}

#[test]
fn extensions_second_plusses_and_odd_separators_are_refused() {
    for text in ["0812345678 ext. 12", "0812345678x12", "0812345678#12", "0812~3456~7890", "++62812345678"] {
        assert_eq!(refused(mobile(text, &mut a_desk())).0, Code::MsisdnNotPhone, "{text}");
    }
    for separator in ["\t", "_", ",", "*", ";", "\u{2009}", "\u{202f}", "·"] {
        let text = ["0812", separator, "34567890"].concat();
        assert_eq!(refused(mobile(&text, &mut a_desk())).0, Code::MsisdnNotPhone, "{text:?}");
    }
}

#[test]
fn an_electricity_meter_is_no_telephone_number() {
    assert_eq!(refused(mobile("01105691111", &mut a_desk())).0, Code::MsisdnNotPhone);
    assert_eq!(refused(contact("01105691111", &mut a_desk())).0, Code::MsisdnNotPhone);
    assert_eq!(refused(contact("523300817840", &mut a_desk())).0, Code::MsisdnNotPhone);
}

#[test]
fn a_buyer_is_not_reached_at_a_service_number() {
    for text in ["08001234567", "08041234567", "1500123", "0018031234567"] {
        assert_eq!(refused(contact(text, &mut a_desk())).0, Code::MsisdnNotPhone, "{text}");
    }
}

#[test]
fn a_foreign_number_keeps_its_own_spelling_within_the_limits_of_e164() {
    assert_eq!(subscriber("65", "+65 9123 4567", &mut a_desk()).unwrap(), "91234567");
    assert_eq!(subscriber("65", "0065 9123 4567", &mut a_desk()).unwrap(), "91234567");
    assert_eq!(subscriber("39", "06 698 12345", &mut a_desk()).unwrap(), "0669812345");
    assert_eq!(
        refused(subscriber("65", "+60 12 345 6789", &mut a_desk())),
        (Code::MsisdnWrongCountry, vec![("dial_code", 65)])
    );
    assert_eq!(refused(subscriber("65", "123", &mut a_desk())), (Code::MsisdnTooShort, vec![("min", 4)]));
    assert_eq!(refused(subscriber("65", "12345678901234", &mut a_desk())), (Code::MsisdnTooLong, vec![("max", 13)]));
    assert_eq!(
        refused(subscriber("62", "+6591234567", &mut a_desk())),
        (Code::MsisdnWrongCountry, vec![("dial_code", 62)])
    );
    assert_eq!(refused(subscriber("62", "08123", &mut a_desk())), (Code::MsisdnTooShort, vec![("min", 10)]));
}

/// Else the hook, which reads again what the page has sent, would make another number of it.
#[test]
fn a_number_that_looks_as_if_its_country_code_stood_before_it_is_refused_beside_a_dial_code() {
    for text in ["0622 421234", "062812959293", "+62 622 421234"] {
        assert_eq!(refused(subscriber("62", text, &mut a_desk())).0, Code::MsisdnNotMobile, "{text}");
        assert!(contact(text, &mut a_desk()).is_ok(), "{text}");
    }
    for text in ["+65 0065 1234567", "+65 00 1234567"] {
        assert_eq!(refused(subscriber("65", text, &mut a_desk())).0, Code::MsisdnNotPhone, "{text}");
    }
    assert_eq!(subscriber("65", "0065 65001234", &mut a_desk()).unwrap(), "65001234");
}

#[test]
fn a_number_is_not_shown_by_debug() {
    assert_eq!(format!("{:?}", mobile("081234566647", &mut a_desk())), "Ok(Msisdn)");
}

#[test]
fn a_masked_number_hides_at_least_four_digits() {
    for (number, masked) in [
        ("081234566647", "0812****6647"),
        ("0812345666476", "0812*****6476"),
        ("0812959293", "0812****93"),
        ("08996647676", "0899****676"),
    ] {
        assert_eq!(masks::msisdn(mobile(number, &mut a_desk()).unwrap().domestic), masked);
    }
}

#[test]
fn a_wallet_is_its_holders_mobile_number() {
    let desk = &mut a_desk();
    assert_eq!(wallet::wallet("+62 812-3344-5566", desk).unwrap(), "081233445566");
    is_borrowed(wallet::wallet, "0817345544");
    assert_eq!(codes(desk), []);
    assert_eq!(wallet::wallet("082812345678", desk).unwrap(), "082812345678");
    assert_eq!(codes(desk), [Code::MsisdnUnknownPrefix]);
    assert_eq!(refused(wallet::wallet("0218350123", desk)), (Code::MsisdnNotMobile, vec![]));
    // What banks pay into: 0812-3344-556 at GoPay and ShopeePay, 0812-3344-5566 at DANA (DOKU, "List of e-Wallet").
    for account in ["89808123344556", "70608123344556", "8528081233445566"] {
        assert_eq!(refused(wallet::wallet(account, desk)), (Code::MsisdnTooLong, vec![("max", 12)]), "{account}");
    }
}

#[test]
fn calling_codes_are_those_in_use() {
    assert_eq!(dial_codes::dial_code("+62", &mut a_desk()).unwrap(), "62");
    is_borrowed(dial_codes::dial_code, "62");
    for text in ["0", "062", "999", "6 2", "id", "+", "62ID", "1234", "ID"] {
        assert_eq!(refused(dial_codes::dial_code(text, &mut a_desk())), (Code::DialCodeUnknown, vec![]), "{text}");
    }
    assert!(dial_codes::known("870"));
}

#[test]
fn a_country_fits_its_own_code_and_no_other() {
    assert!(dial_codes::country_fits("62", "id") && dial_codes::country_fits("1", "CA"));
    assert!(dial_codes::country_fits("44", "je") && dial_codes::country_fits("62", "aq"));
    assert!(!dial_codes::country_fits("65", "id") && !dial_codes::known("999"));
}
