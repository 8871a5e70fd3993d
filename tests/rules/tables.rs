//! The tables in tests/fixtures/rules: made by other programs and standards, never by the rules themselves.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use kasir::code::Code;
use kasir::issue::Finding;
use kasir::rules::{
    Notes, apply, bpjs, calendar_day, country, dial_codes, email, locale, meter_number, msisdn, nik, passport,
    percentage, person_name, reference, rupiah, text, time_of_day,
};
use kasir::shape::{DayRule, Kind};
use serde_json::Value;

use crate::answer::{Answer, day};

fn table(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules").join(name).with_extension("json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn text_of<'a>(case: &'a Value, key: &str) -> Option<&'a str> {
    case.get(key).and_then(Value::as_str)
}

/// Every case of the table gets the answer that the table holds; all that differ are listed at once.
#[track_caller]
fn agrees(name: &str, rule: impl Fn(&str, &Value, &mut Notes) -> Result<String, Finding>) {
    let table = table(name);
    let cases = table["cases"].as_array().unwrap();
    assert!(cases.len() > 20, "{name} holds {} cases", cases.len());
    let mut differences = Vec::new();
    for case in cases {
        let input = text_of(case, "input").unwrap();
        let mut notes = Notes::new();
        let answer = Answer::of(rule(input.trim(), case.get("context").unwrap_or(&Value::Null), &mut notes), notes);
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

fn owned(result: Result<Cow<'_, str>, Finding>) -> Result<String, Finding> {
    result.map(Cow::into_owned)
}

#[test]
fn rupiah_agrees_with_its_table() {
    agrees("rupiah", |text, _, _| owned(rupiah::rupiah(text)));
}

#[test]
fn days_agree_with_their_table() {
    agrees("calendar_day", |text, context, notes| {
        let rule = match text_of(context, "role") {
            Some("birth") => DayRule::Birth,
            Some("travel") => DayRule::Coming,
            _ => return Ok(calendar_day::iso_text(text, calendar_day::calendar_day(text)?).into_owned()),
        };
        owned(apply(Kind::Day(rule), text, day(text_of(context, "today").unwrap()), notes))
    });
}

#[test]
fn times_agree_with_their_table() {
    agrees("time_of_day", |text, _, _| owned(time_of_day::time_of_day(text)));
}

#[test]
fn addresses_agree_with_their_table() {
    agrees("email", |text, _, notes| owned(email::email(text, notes)));
}

#[test]
fn locales_agree_with_their_table() {
    agrees("locale", |text, _, _| owned(locale::locale(text)));
}

#[test]
fn countries_agree_with_their_table() {
    agrees("country", |text, _, _| owned(country::country(text)));
}

#[test]
fn dial_codes_agree_with_their_table() {
    agrees("dial_code", |text, _, _| owned(dial_codes::dial_code(text)));
}

#[test]
fn meters_agree_with_their_table() {
    agrees("meter_number", |text, _, _| owned(meter_number::prepaid(text)));
}

#[test]
fn bpjs_agrees_with_its_table() {
    // The table holds no advice for this rule; what is unusual is tested beside the identity numbers.
    agrees("bpjs", |text, _, _| owned(bpjs::bpjs(text, &mut Notes::new())));
}

#[test]
fn passports_agree_with_their_table() {
    agrees("passport", |text, context, notes| {
        let number = passport::passport(text)?;
        if text_of(context, "nationality") == Some("ID") {
            passport::unusual_for_indonesia(&number, notes);
        }
        Ok(number.into_owned())
    });
}

#[test]
fn percentages_agree_with_their_table() {
    agrees("percentage", |text, _, _| owned(percentage::percentage(text)));
}

#[test]
fn references_agree_with_their_table() {
    agrees("reference", |text, _, notes| reference::reference(text, notes).map(str::to_owned));
}

#[test]
fn names_agree_with_their_table() {
    agrees("person_name", |name, _, notes| {
        person_name::person_name(name)?;
        text::bidi_advice(name, notes);
        if text::escape_sensitive(name) {
            notes.push(Code::TextEscapeSensitive.into());
        }
        Ok(name.to_owned())
    });
}

#[test]
fn nik_agrees_with_its_table() {
    agrees("nik", |text, context, notes| {
        let nik = nik::nik(text)?;
        nik.agreement(
            text_of(context, "dob").map(day),
            text_of(context, "gender").map(|gender| gender == "female"),
            notes,
        );
        Ok(nik.text())
    });
}

#[test]
fn mobile_numbers_agree_with_their_table() {
    agrees("msisdn", |text, _, notes| {
        let number = msisdn::mobile(text)?;
        msisdn::prefix_advice(&number, notes);
        Ok(number.domestic.into_owned())
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
        let found = nik::nik(text_of(case, "input").unwrap().trim()).unwrap();
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
        let found = msisdn::mobile(text_of(case, "input").unwrap().trim()).unwrap();
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
        let input = text_of(case, "input").unwrap().trim();
        let national = text_of(&case["libphonenumber"], "e164").and_then(|e164| e164.strip_prefix("+62")).unwrap();
        assert_eq!(msisdn::contact(input).unwrap(), ["0", national].concat(), "{case}");
        assert_eq!(msisdn::mobile(input).unwrap_err().code, Code::MsisdnNotMobile, "{case}");
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
        let (value, parts) = (text_of(case, "value").unwrap(), &case["parts"]);
        match text_of(parts, "kind") {
            Some("card") => assert_eq!(bpjs::virtual_account(value).as_deref(), text_of(parts, "virtual_account")),
            Some("virtual_account") => assert_eq!(bpjs::card(value).as_deref(), text_of(parts, "card")),
            _ => assert_eq!(value.len(), 11, "{case}"),
        }
    }
}
