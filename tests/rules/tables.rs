//! The tables in tests/fixtures/rules: made by other programs and standards, never by the rules themselves.

use std::fs;
use std::path::Path;

use crate::read::{
    apply, bpjs, calendar_day, country, dial_codes, email, locale, meter_number, msisdn, nik, passport, percentage,
    person_name, reference, rupiah, text, time_of_day,
};
use kasir::code::Code;
use kasir::desk::Desk;
use kasir::issue::Finding;
use kasir::shape::{DayRule, Kind};
use serde_json::Value;

use crate::answer::{Answer, a_desk, a_desk_on, day};
use crate::blanks;

fn table(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules").join(name).with_extension("json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn text_of<'a>(case: &'a Value, key: &str) -> Option<&'a str> {
    case.get(key).and_then(Value::as_str)
}

type Rule = for<'a> fn(&'a str, &Value, &mut Desk<'a>) -> Result<&'a str, Finding>;

/// Every case of the table gets the answer that the table holds; all that differ are listed at once.
#[track_caller]
fn agrees(name: &str, rule: Rule) {
    let table = table(name);
    let cases = table["cases"].as_array().unwrap();
    assert!(cases.len() > 20, "{name} holds {} cases", cases.len());
    let mut differences = Vec::new();
    for case in cases {
        let input = text_of(case, "input").unwrap();
        let context = case.get("context").unwrap_or(&Value::Null);
        let mut desk = a_desk_on(text_of(context, "today").unwrap_or("2024-07-01"));
        let answer = Answer::of(rule(blanks::trimmed(input), context, &mut desk), &desk);
        if let Some(fault) = difference(case, &answer) {
            differences.push(format!("{input:?}: {fault}, got {answer:?}"));
        }
    }
    assert!(
        differences.is_empty(),
        "{name}: {} of {} differ\n{}",
        differences.len(),
        cases.len(),
        differences.join("\n")
    );
}

fn difference(case: &Value, answer: &Answer) -> Option<String> {
    let expected = text_of(case, "value").or_else(|| case["parts"].get("canonical").and_then(Value::as_str));
    let advice: Vec<&str> = case["advice"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    match &answer.result {
        Ok(_) if case["ok"] == false => Some(format!("should be refused with {:?}", text_of(case, "code"))),
        Ok(value) if expected.is_some_and(|expected| expected != value) => Some(format!("should be {expected:?}")),
        Ok(_) if advice != answer.advice => Some(format!("should advise {advice:?}")),
        Ok(_) => None,
        Err(_) if case["ok"] == true => Some(format!("should be {expected:?}")),
        Err(code) => text_of(case, "code").filter(|expected| expected != code).map(|code| format!("should be {code}")),
    }
}

#[test]
fn rupiah_agrees_with_its_table() {
    agrees("rupiah", |text, _, desk| rupiah::rupiah(text, desk));
}

#[test]
fn days_agree_with_their_table() {
    agrees("calendar_day", |text, context, desk| {
        let rule = match text_of(context, "role") {
            Some("birth") => DayRule::Birth,
            Some("travel") => DayRule::Coming,
            _ => return calendar_day::date(text, desk),
        };
        assert!(text_of(context, "today").is_some());
        apply(Kind::Day(rule), text, desk)
    });
}

#[test]
fn times_agree_with_their_table() {
    agrees("time_of_day", |text, _, desk| time_of_day::time_of_day(text, desk));
}

#[test]
fn addresses_agree_with_their_table() {
    agrees("email", |text, _, desk| email::email(text, desk));
}

#[test]
fn locales_agree_with_their_table() {
    agrees("locale", |text, _, desk| locale::locale(text, desk));
}

#[test]
fn countries_agree_with_their_table() {
    agrees("country", |text, _, desk| country::country(text, desk));
}

#[test]
fn dial_codes_agree_with_their_table() {
    agrees("dial_code", |text, _, desk| dial_codes::dial_code(text, desk));
}

#[test]
fn meters_agree_with_their_table() {
    agrees("meter_number", |text, _, desk| meter_number::prepaid(text, desk));
}

#[test]
fn bpjs_agrees_with_its_table() {
    // The table holds no advice for this rule; what is unusual is tested beside the identity numbers.
    agrees("bpjs", |text, _, _| bpjs::bpjs(text, &mut a_desk()));
}

#[test]
fn passports_agree_with_their_table() {
    agrees("passport", |text, context, desk| {
        // The rule of Indonesia's takes whatever the general one refuses, with advice.
        let number = passport::passport(text, &mut a_desk())?;
        if text_of(context, "nationality") == Some("ID") { passport::indonesian(text, desk) } else { Ok(number) }
    });
}

#[test]
fn percentages_agree_with_their_table() {
    agrees("percentage", |text, _, desk| percentage::percentage(text, desk));
}

#[test]
fn references_agree_with_their_table() {
    agrees("reference", |text, _, desk| reference::reference(text, desk));
}

#[test]
fn names_agree_with_their_table() {
    agrees("person_name", |name, _, desk| {
        person_name::person_name(name)?;
        text::bidi_advice(name, desk);
        if text::escape_sensitive(name) {
            desk.note(Code::TextEscapeSensitive);
        }
        Ok(name)
    });
}

#[test]
fn nik_agrees_with_its_table() {
    agrees("nik", |text, context, desk| {
        let nik = nik::nik(text, desk)?;
        let (born, gender) =
            (text_of(context, "dob").unwrap_or_default(), text_of(context, "gender").unwrap_or_default());
        for finding in nik::disagreement(nik.text(), born, gender).into_iter().flatten() {
            desk.note(finding);
        }
        Ok(nik.text())
    });
}

#[test]
fn mobile_numbers_agree_with_their_table() {
    agrees("msisdn", |text, _, desk| {
        let number = msisdn::mobile(text, desk)?;
        msisdn::prefix_advice(&number, desk);
        Ok(number.domestic)
    });
}

#[test]
fn ages_agree_with_their_table() {
    for case in table("calendar_day")["ages"].as_array().unwrap() {
        let (birth, on) = (day(text_of(case, "birth").unwrap()), day(text_of(case, "on").unwrap()));
        assert_eq!(birth.age_on(on).map(u64::from), case["years"].as_u64(), "{case}");
    }
}

#[test]
fn days_count_as_the_calendar_does() {
    for case in table("calendar_day")["cases"].as_array().unwrap().iter().filter(|case| case["parts"].is_object()) {
        let found = day(text_of(case, "value").unwrap());
        assert_eq!(Some(found.days()), case["parts"]["days_since_1970"].as_i64(), "{case}");
        assert_eq!(calendar_day::CalendarDay::from_days(found.days()), Some(found));
        let parts = [found.year(), found.month(), found.day()].map(u64::from);
        assert_eq!(parts.map(Some), ["year", "month", "day"].map(|part| case["parts"][part].as_u64()));
    }
}

#[test]
fn parts_of_a_nik_agree_with_the_table() {
    for case in table("nik")["cases"].as_array().unwrap().iter().filter(|case| case["ok"] == true) {
        let found = nik::nik(blanks::trimmed(text_of(case, "input").unwrap()), &mut a_desk()).unwrap();
        let parts = &case["parts"];
        let born = found.born(day(text_of(&case["context"], "today").unwrap())).map(|day| day.iso());
        assert_eq!(Some(found.province()), text_of(parts, "province").and_then(|code| code.parse().ok()), "{case}");
        assert_eq!(found.female(), parts["gender"] == "female", "{case}");
        // A date of birth in the form can settle the century otherwise than the later day that is not to come.
        if case["context"].get("dob").is_none() {
            assert_eq!(born.as_deref(), text_of(parts, "birth"), "{case}");
        }
    }
}

#[test]
fn parts_of_a_mobile_number_agree_with_the_table() {
    for case in table("msisdn")["cases"].as_array().unwrap().iter().filter(|case| case["ok"] == true) {
        let found = msisdn::mobile(blanks::trimmed(text_of(case, "input").unwrap()), &mut a_desk()).unwrap();
        assert_eq!(Some(found.e164().as_str()), text_of(&case["parts"], "e164"), "{case}");
        let served = text_of(&case["parts"], "operator")
            .map(|name| found.operator().is_some_and(|us| us.serves(name) == Some(true)));
        assert_eq!(served, found.operator().map(|_| true), "{case}");
    }
}

#[test]
fn a_landline_of_the_table_is_a_contact_but_no_mobile_number() {
    let table = table("msisdn");
    let landlines = table["cases"].as_array().unwrap().iter().filter(|case| {
        let library = &case["libphonenumber"];
        let indonesian = library["country"] == "ID" && library["type"] == "FIXED_LINE";
        indonesian && case["ok"] == false && !text_of(case, "input").unwrap().starts_with("62")
    });
    let mut count = 0;
    for case in landlines {
        let input = blanks::trimmed(text_of(case, "input").unwrap());
        let national = text_of(&case["libphonenumber"], "e164").and_then(|e164| e164.strip_prefix("+62")).unwrap();
        assert_eq!(msisdn::contact(input, &mut a_desk()).unwrap(), ["0", national].concat(), "{case}");
        assert_eq!(msisdn::mobile(input, &mut a_desk()).unwrap_err().code(), Code::MsisdnNotMobile, "{case}");
        count += 1;
    }
    assert!(count > 0, "the table holds no landline");
}

#[test]
fn countries_and_calling_codes_fit_as_the_table_says() {
    for case in table("dial_code")["cases"].as_array().unwrap().iter().filter(|case| case["ok"] == true) {
        for region in case["parts"]["regions"].as_array().unwrap().iter().filter_map(Value::as_str) {
            assert!(dial_codes::country_fits(text_of(case, "value").unwrap(), region), "{region} {case}");
        }
    }
}

#[test]
fn accounts_and_cards_of_bpjs_agree_with_the_table() {
    for case in table("bpjs")["cases"].as_array().unwrap().iter().filter(|case| case["ok"] == true) {
        let (number, parts) = (text_of(case, "value").unwrap(), &case["parts"]);
        let found = [
            bpjs::card(number),
            bpjs::virtual_account(bpjs::MOST_BANKS, number),
            bpjs::virtual_account(bpjs::MANDIRI, number),
        ];
        let known = ["card", "virtual_account", "virtual_account_mandiri"];
        assert_eq!(found, known.map(|part| text_of(parts, part).unwrap_or_default()), "{case}");
    }
}
