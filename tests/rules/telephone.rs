//! Telephone numbers, their operators, the codes of their countries.

use crate::read::msisdn::{contact, mobile, operator_advice, prefix_advice, subscriber};
use crate::read::operators::operator;
use crate::read::{dial_codes, landline, wallet};
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
fn refusals_name_what_is_wrong_and_the_limit_with_the_zero() {
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
    assert_eq!(refused(mobile("+6591234567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![]));
    assert_eq!(refused(mobile("006591234567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![]));
    assert_eq!(refused(mobile("+0812345678", &mut a_desk())), (Code::MsisdnNotPhone, vec![]));
    // 001803 is toll-free in Indonesia, +1 803 is in South Carolina.
    assert_eq!(refused(mobile("+1 803 123 4567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![]));
}

#[test]
fn extensions_second_plusses_and_odd_separators_are_refused() {
    for text in ["0812345678 ext. 12", "0812345678x12", "0812345678#12", "0812~3456~7890", "++62812345678"] {
        assert_eq!(refused(mobile(text, &mut a_desk())).0, Code::MsisdnNotPhone, "{text}");
    }
    for separator in ["\t", "_", ",", "*", ";", "\u{2009}", "\u{202f}", "\u{feff}", "\u{200e}", "·"] {
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
    assert_eq!(refused(subscriber("65", "+60 12 345 6789", &mut a_desk())), (Code::MsisdnWrongCountry, vec![]));
    assert_eq!(refused(subscriber("65", "123", &mut a_desk())), (Code::MsisdnTooShort, vec![("min", 4)]));
    assert_eq!(refused(subscriber("65", "12345678901234", &mut a_desk())), (Code::MsisdnTooLong, vec![("max", 13)]));
    assert_eq!(refused(subscriber("62", "+6591234567", &mut a_desk())), (Code::MsisdnWrongCountry, vec![]));
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
fn prefixes_point_at_operators() {
    let brand = |number: &str| operator(number).map(|operator| operator.brand);
    assert_eq!(brand("081234567890"), Some("Telkomsel"));
    assert_eq!(brand("085155123456"), Some("by.U"));
    assert_eq!(brand("085159123456"), Some("Telkomsel"));
    assert_eq!(brand("085612345678"), Some("IM3"));
    assert_eq!(brand("0817345544"), Some("XL"));
    assert_eq!(brand("083812345678"), Some("AXIS"));
    assert_eq!(brand("088112345678"), Some("Smartfren"));
    assert_eq!(brand("08996647676"), Some("Tri"));
    assert_eq!(operator("0838").map(|operator| operator.name), Some("XLSMART"));
    assert_eq!(brand("082812345678"), None);
    assert_eq!(brand("0218350123"), None);
    assert_eq!(brand("081"), None);
}

#[test]
fn operators_are_known_by_every_name_they_sell_under() {
    for (number, names) in [
        ("081234567890", "Telkomsel,telkomsel,simPATI,AS,Kartu As,kartuAs,Loop,Halo,kartuHalo"),
        ("085155123456", "by.U,BYU,by U,Telkomsel"),
        ("085612345678", "IM3,IM3 Ooredoo,Mentari,Indosat,Ooredoo,Indosat Ooredoo,Indosat Ooredoo Hutchison"),
        ("08996647676", "Tri,3,Three,Indosat"),
        ("0817345544", "XL,XL Axiata,XLSMART"),
        ("083812345678", "AXIS,XL Axiata,XLSMART"),
        ("088112345678", "Smartfren,XLSMART"),
    ] {
        for name in names.split(',') {
            assert_eq!(operator(number).unwrap().serves(name), Some(true), "{number} {name}");
        }
    }
    assert_eq!(operator("0899").unwrap().serves("IM3"), Some(false));
    for name in ["", " ", "Esia", "Fren", "Tri Indonesia", "X L", "4"] {
        assert_eq!(operator("0812").unwrap().serves(name).is_some(), name == "X L", "{name}");
    }
}

#[test]
fn an_unknown_prefix_is_advice() {
    let desk = &mut a_desk();
    prefix_advice(&mobile("082812345678", &mut a_desk()).unwrap(), desk);
    prefix_advice(&mobile("081234567890", &mut a_desk()).unwrap(), desk);
    assert_eq!(codes(desk), [Code::MsisdnUnknownPrefix]);
}

#[test]
fn a_product_of_another_operator_is_advice_with_both_names() {
    let desk = &mut a_desk();
    let number = mobile("0817345544", &mut a_desk()).unwrap();
    for product in ["XL", "xl", "XLSMART"] {
        operator_advice(&number, product, desk);
    }
    operator_advice(&mobile("082812345678", &mut a_desk()).unwrap(), "XL", desk);
    operator_advice(&number, "Esia", desk);
    assert_eq!(codes(desk), []);
    operator_advice(&number, "Telkomsel", desk);
    assert_eq!(codes(desk), [Code::MsisdnOtherOperator]);
    crate::answer::params_are_declared(&desk.issues.first().unwrap().finding);
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
        assert_eq!(refused(wallet::wallet(account, desk)), (Code::MsisdnTooLong, vec![("max", 13)]), "{account}");
    }
}

#[test]
fn landlines_are_told_by_area_and_length() {
    let known = [
        "218350123",
        "2112345678",
        "22123456",
        "2412345678",
        "311234567",
        "611234567",
        "61912345678",
        "274123456",
        "361234567",
        "711123456",
        "628123456",
        "98412345",
    ];
    let unknown = [
        "2112345",
        "21123456789",
        "20123456",
        "301234567",
        "441234567",
        "54012345678",
        "8041234567",
        "27412345678901",
        "",
    ];
    for national in known {
        assert!(landline::fits(national), "{national}");
    }
    for national in unknown {
        assert!(!landline::fits(national), "{national}");
    }
}

/// What libphonenumber-js with its full metadata takes for a fixed line, of each length up to 19.
#[test]
fn a_landline_is_as_long_as_its_area_allows() {
    for (area, lengths) in [
        ("21", 9..=10),
        ("22", 8..=10),
        ("24", 9..=10),
        ("31", 7..=10),
        ("61", 7..=10),
        ("619", 7..=11),
        ("274", 8..=11),
        ("620", 8..=11),
    ] {
        for length in 1..=19 {
            let national: String = area.chars().chain("23456789123456789".chars()).take(length).collect();
            assert_eq!(landline::fits(&national), lengths.contains(&length), "{national}");
        }
    }
}

/// What libphonenumber-js with its full metadata takes for a fixed line, of each area and six digits.
#[test]
fn a_landline_is_of_an_area() {
    let areas = "210-229 231-234 240-249 251-254 260-268 271-276 280-289 291-298 310-319 321-328 331-336 338 341-343 \
            351-358 361-363 365-366 368 370-374 376 379-389 401-405 408-411 413-414 417-423 426-428 430-432 \
            434-436 438 443 451-453 457-458 461-465 471 473-474 481-482 484-485 511-513 515-519 522 525-528 \
            531-532 534-539 541-543 545 548-549 551-554 556 561-568 610-629 631-636 639 641-646 650-659 702 \
            711-719 721-739 741-748 751-773 776-779 901-902 910-911 913-918 920-924 927 929 951-952 955-958 \
            962-963 966-967 969 971 975 979-981 983-984 986";
    let bounds = |areas: &str| {
        let (first, last) = areas.split_once('-').unwrap_or((areas, areas));
        first.parse().unwrap()..=last.parse::<u32>().unwrap()
    };
    let areas: Vec<_> = areas.split(' ').map(bounds).collect();
    for area in 100..1000 {
        let is_one = areas.iter().any(|bounds| bounds.contains(&area));
        assert_eq!(landline::fits(&format!("{area}234567")), is_one, "{area}");
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
