//! Promises that hold for any text: a rule read twice says the same, spellings do not matter, nothing panics.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::read::calendar_day::{CalendarDay, calendar_day, date};
use crate::read::{
    bpjs, country, dial_codes, driver, email, id_card, locale, meter_number, msisdn, nik, passport, percentage,
    person_name, product_code, reference, rupiah, text, time_of_day, transaction_id, wallet,
};
use kasir::format::masks;
use kasir::issue::Finding;
use proptest::prelude::*;

use crate::answer::{a_desk, params_are_declared};
use crate::cases::{config, meets};
use crate::holds::reached::reached;
use crate::values::values;

const SEPARATORS: &[&str] = &["", " ", "-", ".", "\u{a0}", "\u{2011}", "/", ") ", "\u{200e}", "\u{feff}"];

/// The names of all that [`every_rule`] asks.
const RULES: &[&str] = &[
    "mobile",
    "contact",
    "subscriber of 62",
    "subscriber of 65",
    "rupiah",
    "date",
    "time",
    "email",
    "locale",
    "country",
    "dial code",
    "NIK",
    "passport",
    "passport or text",
    "identity card",
    "prepaid meter",
    "postpaid meter",
    "PLN token",
    "wallet",
    "BPJS",
    "driver",
    "percentage",
    "reference",
    "person's name",
    "product code",
    "transaction's number",
    "text",
];

/// Every rule that turns text into a value.
fn every_rule(text: &str) -> Vec<Result<String, Finding>> {
    let desk = &mut a_desk();
    let answers = [
        msisdn::mobile(text, desk).map(|number| number.domestic),
        msisdn::contact(text, desk),
        msisdn::subscriber("62", text, desk),
        msisdn::subscriber("65", text, desk),
        rupiah::rupiah(text, desk),
        date(text, desk),
        time_of_day::time_of_day(text, desk),
        email::email(text, desk),
        locale::locale(text, desk),
        country::country(text, desk),
        dial_codes::dial_code(text, desk),
        nik::nik(text, desk).map(|nik| nik.text()),
        passport::passport(text, desk),
        passport::passport_or_text(text, desk),
        id_card::id_card(text, desk),
        meter_number::prepaid(text, desk),
        meter_number::postpaid(text, desk),
        meter_number::token(text, desk),
        wallet::wallet(text, desk),
        bpjs::bpjs(text, desk),
        driver::driver(text, desk),
        percentage::percentage(text, desk),
        reference::reference(text, desk),
        person_name::person_name(text),
        product_code::product_code(text, desk),
        transaction_id::transaction_id(text, desk),
        text::plain_text(text, 1, 8),
    ];
    text::bidi_advice(text, desk);
    desk.issues.iter().for_each(|issue| params_are_declared(&issue.finding));
    answers.map(|answer| answer.map(str::to_owned)).into()
}

/// What people type for some kind, and nearly that.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => values().prop_map(|(_, text)| text),
        1 => "[A-Z]{1,4}[0-9]{0,4}|[0-9]{6,12}|[0-9]{8,16}",
        1 => "\\PC{0,24}|[0-9 .,:/+()-]{0,24}|\\x00?[\\s\\S]{0,12}",
    ]
}

#[test]
fn no_text_makes_a_rule_panic_and_a_value_read_again_is_the_same() {
    meets(texts(), &[("taken by", RULES)], |text| {
        for (at, answer) in every_rule(&text).into_iter().enumerate() {
            match answer {
                Err(finding) => params_are_declared(&finding),
                Ok(value) => {
                    reached("taken by", RULES[at]);
                    let again = every_rule(&value).into_iter().nth(at).and_then(Result::ok);
                    assert_eq!(again.as_ref(), Some(&value), "{}", RULES[at]);
                }
            }
        }
    });
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_spelling_of_a_mobile_number_is_that_number(
        national in "8[1235-9][0-9]{7,10}",
        prefix in prop::sample::select(vec!["", "0", "62", "620", "+62", "+620", "0062", "+62 (0)", "(62) ", "(+62) "]),
        separators in prop::collection::vec(prop::sample::select(SEPARATORS), 12),
    ) {
        let mut text = String::from(prefix);
        for (digit, separator) in national.chars().zip(&separators) {
            text.push(digit);
            text.push_str(separator);
        }
        let desk = &mut a_desk();
        let number = msisdn::mobile(&text, desk).map_err(|finding| TestCaseError::fail(finding.code().as_str()))?;
        prop_assert_eq!(number.national(), national.as_str());
        prop_assert_eq!(number.e164(), ["+62", &national].concat());
        prop_assert_eq!(masks::msisdn(number.domestic).matches('*').count(), national.len() + 1 - 4 - (national.len() + 1 - 8).min(4));
        let contact = msisdn::contact(&text, desk);
        prop_assert_eq!(contact, Ok(number.domestic));
        let subscriber = msisdn::subscriber("62", &text, desk);
        prop_assert_eq!(subscriber, Ok(national.as_str()));
    }

    #[test]
    fn digits_of_three_scripts_are_the_same_number(national in "8[1235-9][0-9]{7,10}") {
        for zero in ['\u{ff10}', '\u{0660}', '\u{06f0}'] {
            let shift = |digit: char| char::from_u32(zero as u32 + digit as u32 - '0' as u32);
            let text: Option<String> = national.chars().map(shift).collect();
            let number = msisdn::mobile(text.as_deref().unwrap_or_default(), &mut a_desk()).map(|number| number.domestic.to_owned());
            prop_assert_eq!(number, Ok(["0", &national].concat()));
        }
    }

    #[test]
    fn an_amount_grouped_by_dots_is_that_amount(amount in 1..=rupiah::LARGEST, zeros in 0_usize..4) {
        let digits = amount.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        let zeros = "0".repeat(zeros);
        for text in [format!("{zeros}{digits}"), format!("Rp {grouped}"), format!("{grouped},00"), grouped.clone()] {
            prop_assert_eq!(rupiah::number(&text), Some(amount), "{}", text);
        }
        prop_assert!(rupiah::rupiah(&(grouped + ",50"), &mut a_desk()).is_err());
        let beyond = (u128::from(amount) + u128::from(rupiah::LARGEST)).to_string();
        prop_assert_eq!(rupiah::number(&beyond), None);
    }

    #[test]
    fn a_day_is_read_in_each_spelling(days in -719_162_i64..=2_932_896) {
        let day = CalendarDay::from_days(days).ok_or_else(|| TestCaseError::fail("no day"))?;
        let (year, month, date) = (day.year(), day.month(), day.day());
        let padded = format!("{date:02}/{month:02}/{year:04}");
        let bare = format!("{date}/{month}/{year:04}");
        for text in [&padded, &bare, &day.iso()] {
            for mark in ["/", "-", ".", " "] {
                let text = text.replace(['/', '-'], mark);
                let found = calendar_day(&text);
                prop_assert_eq!(found, Ok(day), "{}", text);
            }
        }
        prop_assert_eq!(CalendarDay::new(year, month, date), Some(day));
    }

    #[test]
    fn a_nik_tells_the_birth_it_was_made_of(
        days in -25_567_i64..=19_000,
        woman in prop::bool::ANY,
        serial in 1..=9999_u32,
        place in 0..=9999_u32,
    ) {
        let day = CalendarDay::from_days(days).ok_or_else(|| TestCaseError::fail("no day"))?;
        let date = day.day() + if woman { 40 } else { 0 };
        let text = format!("31{place:04}{date:02}{:02}{:02}{serial:04}", day.month(), day.year() % 100);
        let nik = nik::nik(&text, &mut a_desk()).map_err(|finding| TestCaseError::fail(finding.code().as_str()))?;
        prop_assert_eq!(nik.female(), woman);
        prop_assert_eq!(nik.born(day), Some(day));
        let (hers, other) = if woman { ("female", "male") } else { ("male", "female") };
        prop_assert_eq!(nik::disagreement(&text, &day.iso(), hers), [None, None]);
        let next = CalendarDay::from_days(days + 1).ok_or_else(|| TestCaseError::fail("no day"))?;
        prop_assert_eq!(nik::disagreement(&text, &next.iso(), other).iter().flatten().count(), 2);
        let masked = masks::nik(nik.text());
        prop_assert_eq!(masked.chars().filter(|letter| *letter == '*').count(), 8);
        prop_assert!(masked.starts_with(&text.chars().take(4).collect::<String>()));
    }

    #[test]
    fn digits_keep_their_zeros_and_lose_their_separators(
        digits in "[0-9]{11,13}",
        separators in prop::collection::vec(prop::sample::select(vec!["", " ", "-", ".", "\u{200b}", "\u{202c}", "\u{feff}"]), 13),
    ) {
        let pairs = digits.chars().map(String::from).zip(separators);
        let spaced: String = pairs.map(|(digit, separator)| digit + separator).collect();
        let prepaid = meter_number::prepaid(&spaced, &mut a_desk());
        prop_assert_eq!(prepaid.is_ok(), digits.len() < 13);
        prop_assert!(prepaid.is_err() || prepaid == Ok(digits.as_str()));
        let bpjs = bpjs::bpjs(&spaced, &mut a_desk());
        prop_assert!(bpjs.is_err() || bpjs == Ok(digits.as_str()));
        prop_assert_eq!(bpjs.is_err(), digits.len() == 12);
    }

    #[test]
    fn a_time_is_read_in_each_spelling(hour in 0..24_u32, minute in 0..60_u32) {
        let wire = format!("{hour:02}:{minute:02}");
        let bare = format!("{hour}:{minute:02}");
        for text in [wire.replace(':', "."), bare.replace(':', "."), wire.clone(), bare] {
            let found = time_of_day::time_of_day(&text, &mut a_desk());
            prop_assert_eq!(found, Ok(wire.as_str()));
        }
    }

    #[test]
    fn a_percentage_is_a_json_number_of_the_same_digits(text in "-?(0|[1-9][0-9]{0,6})([.,][0-9]{1,8})?") {
        if let Ok(value) = percentage::percentage(&text, &mut a_desk()) {
            let number: Result<f64, serde_json::Error> = serde_json::from_str(value);
            prop_assert!(number.is_ok_and(f64::is_finite));
            prop_assert_eq!(value, text.replace(',', "."));
        } else {
            prop_assert!(text.starts_with("-0") && !text.contains(|digit| ('1'..='9').contains(&digit)));
        }
    }

    #[test]
    fn a_uuid_of_version_four_gets_no_advice(
        text in "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    ) {
        let desk = &mut a_desk();
        prop_assert_eq!(reference::reference(&text, desk), Ok(text.as_str()));
        prop_assert!(desk.issues.is_empty());
    }
}
