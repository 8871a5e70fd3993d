//! What people read: sentences of issues, problems and outcomes, labels, and values as they are written.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::error::Error;

use kasir::code::Code;
use kasir::format::{Language, Zone, date, masks, rupiah, token};
use kasir::messages::{Label, Problem, issues, problems, receipts};
use kasir::outcome::{Line, Next, OperationKind, Reason, State};
use kasir::params::GENDERS;
use kasir::plain::{Members, Plain, View};
use proptest::prelude::*;

/// Longer than this does not fit beside a field of a telephone's screen.
const LONGEST: usize = 140;

/// Marks of a regular expression or of a place that was not filled.
const MARKS: &[char] = &['{', '}', '[', ']', '\\', '^', '$', '|', '*', '<', '>'];

const ENGLISH: &[&str] = &[
    "the", "is", "are", "this", "that", "please", "number", "not", "your", "you", "again", "check", "must", "and",
    "with", "was", "has", "nothing", "try", "of",
];
const INDONESIAN: &[&str] = &[
    "tidak", "nomor", "silakan", "lagi", "isi", "ini", "yang", "dan", "atau", "anda", "belum", "sudah", "periksa",
    "harus", "seperti", "misalnya",
];

fn words(text: &str) -> HashSet<String> {
    text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).collect()
}

/// Params by their names.
struct Params(Vec<(&'static str, Plain<'static>)>);

impl View for Params {
    fn members(&self, members: &mut Members<'_>) {
        for (name, plain) in &self.0 {
            members.put(name, *plain);
        }
    }
}

/// Params of a likely size for every param that the code documents.
fn documented(code: Code) -> Params {
    let param = |(name, kind): &(&'static str, &str)| match *kind {
        "number" => (*name, Plain::Number(1000)),
        "string[]" => (*name, Plain::List(&GENDERS)),
        _ => (*name, Plain::Text("partner_reference_id")),
    };
    Params(code.params().iter().map(param).collect())
}

const NONE: Params = Params(Vec::new());

fn assert_readable(sentence: &str, language: Language, name: &str) {
    assert!(!sentence.is_empty(), "{name} has no sentence in {}", language.as_str());
    assert!(sentence.chars().count() <= LONGEST, "{name} is too long: {sentence}");
    assert!(!sentence.contains(MARKS), "{name} has a mark: {sentence}");
    assert!(!sentence.contains("  ") && sentence.trim() == sentence, "{name} has a stray blank: {sentence}");
    assert!(!sentence.starts_with(|first: char| first.is_lowercase()), "{name} starts small: {sentence}");
    let strangers = match language {
        Language::Id => ENGLISH,
        Language::En => INDONESIAN,
    };
    let words = words(sentence);
    for stranger in strangers {
        assert!(!words.contains(*stranger), "{name} in {} says {stranger}: {sentence}", language.as_str());
    }
}

#[test]
fn every_code_has_a_readable_sentence_in_each_language() {
    for code in Code::ALL {
        for language in Language::ALL {
            let label = Label::IdCard.label(*language);
            assert_readable(&issues::sentence(*code, &documented(*code), label, *language), *language, code.as_str());
            assert_readable(&issues::sentence(*code, &NONE, label, *language), *language, code.as_str());
        }
        let [id, en] = [Language::Id, Language::En].map(|language| issues::template(*code, language));
        assert_ne!(id, en, "{}", code.as_str());
    }
}

#[test]
fn a_sentence_has_only_places_that_the_code_documents() {
    for code in Code::ALL {
        for language in Language::ALL {
            for place in issues::template(*code, *language).split(['{', '}']).skip(1).step_by(2) {
                let known = place == "label" || code.params().iter().any(|(name, _)| *name == place);
                assert!(known, "{} names {place}", code.as_str());
            }
        }
    }
}

#[test]
fn params_fill_their_places_and_absent_ones_leave_no_trace() {
    let say = |code, params: &Params, language| issues::sentence(code, params, "Nama", language);
    let known = Params(vec![("suggestion", Plain::Text("msidn"))]);
    assert_eq!(say(Code::FieldUnknown, &known, Language::Id), "Isian ini tidak dikenal. Mungkin maksudnya msidn?");
    assert_eq!(say(Code::FieldUnknown, &NONE, Language::Id), "Isian ini tidak dikenal.");
    assert_eq!(say(Code::FieldMissing, &NONE, Language::Id), "Nama belum diisi.");
    let rows = Params(vec![("max", Plain::Number(1000))]);
    assert_eq!(say(Code::RowsTooMany, &rows, Language::Id), "Isinya terlalu banyak. Maksimal 1.000.");
    assert_eq!(say(Code::RowsTooMany, &rows, Language::En), "There are too many here. At most 1,000.");
    let choice = Params(vec![("allowed", Plain::List(&GENDERS))]);
    assert_eq!(
        say(Code::ChoiceUnknown, &choice, Language::En),
        "There is no such choice. Choose one of: male, female."
    );
    let range = Params(vec![("min", Plain::Number(1))]);
    assert_eq!(say(Code::NumberOutOfRange, &range, Language::Id), "Angka ini di luar batas.");
}

#[test]
fn a_value_that_looks_like_a_place_is_not_filled_again() {
    let params = Params(vec![("suggestion", Plain::Text("{label}[x]"))]);
    let sentence = issues::sentence(Code::FieldUnknown, &params, "Nama", Language::Id);
    assert_eq!(sentence, "Isian ini tidak dikenal. Mungkin maksudnya {label}[x]?");
}

#[test]
fn every_problem_has_a_readable_sentence_in_each_language() {
    for problem in Problem::ALL {
        for language in Language::ALL {
            assert_readable(problems::sentence(*problem, *language), *language, problem.as_str());
        }
        assert_eq!(Problem::named(problem.as_str()), Some(*problem));
    }
    assert_eq!(Problem::named("order.lost"), None);
}

#[test]
fn a_code_and_a_problem_of_one_name_say_the_same() {
    for problem in Problem::ALL {
        let Some(code) = Code::named(problem.as_str()) else { continue };
        for language in Language::ALL {
            assert_eq!(issues::sentence(code, &NONE, "", *language), problems::sentence(*problem, *language));
        }
    }
}

#[test]
fn every_label_is_named_once_in_each_language() {
    for language in Language::ALL {
        let mut names = HashSet::new();
        for label in Label::ALL {
            let name = label.label(*language);
            assert_readable(name, *language, "a label");
            assert!(names.insert(name), "{name} names two fields");
            if !label.help(*language).is_empty() {
                assert_readable(label.help(*language), *language, name);
            }
        }
    }
}

/// Every kind, state, reason and language.
fn outcomes() -> impl Iterator<Item = (OperationKind, State, Option<Reason>, Language)> {
    let reasons = || std::iter::once(None).chain(Reason::ALL.iter().copied().map(Some));
    let states =
        move |kind| State::ALL.iter().flat_map(move |state| reasons().map(move |reason| (kind, *state, reason)));
    let kinds = OperationKind::ALL.iter().flat_map(move |kind| states(*kind));
    kinds.flat_map(|(kind, state, reason)| Language::ALL.iter().map(move |language| (kind, state, reason, *language)))
}

#[test]
fn every_outcome_has_a_readable_sentence() {
    for (kind, state, reason, language) in outcomes() {
        let name = [kind.as_str(), " ", state.as_str()].concat();
        assert_readable(receipts::outcome_sentence(kind, state, reason, language), language, &name);
    }
}

#[test]
fn an_outcome_says_only_what_is_certain() {
    let buys = [OperationKind::Purchase, OperationKind::Pay, OperationKind::Hold];
    for (kind, state, reason, language) in outcomes().filter(|(kind, ..)| buys.contains(kind)) {
        let sentence = receipts::outcome_sentence(kind, state, reason, language).to_lowercase();
        let says = |id: &str, en: &str| match language {
            Language::Id => sentence.contains(id),
            Language::En => sentence.contains(en),
        };
        match state {
            State::Unknown => assert!(says("belum bisa memastikan", "cannot tell") && says("jangan", "do not")),
            State::Failed | State::Cancelled => {
                let nothing = says("tidak ada yang dibeli", "nothing was bought");
                assert!(nothing || says("tidak ada kursi yang ditahan", "no seats are held"), "{sentence}");
            }
            _ => assert!(!says("tidak ada", "nothing"), "{sentence}"),
        }
        assert!(!says("gagal", "failed"), "{sentence}");
    }
}

#[test]
fn a_reason_counts_only_for_a_failure() {
    for (kind, state, reason, language) in outcomes().filter(|(_, state, ..)| *state != State::Failed) {
        let sentence = receipts::outcome_sentence(kind, state, reason, language);
        assert_eq!(sentence, receipts::outcome_sentence(kind, state, None, language));
    }
}

#[test]
fn an_unsettled_look_up_and_an_unknown_setting_warn_before_a_second_try() {
    let say = |kind, state, language| receipts::outcome_sentence(kind, state, None, language);
    for state in [State::Failed, State::Unknown] {
        assert!(say(OperationKind::Lookup, state, Language::Id).contains("jangan membeli lagi"));
        assert!(say(OperationKind::Lookup, state, Language::En).contains("do not buy again"));
    }
    assert!(
        say(OperationKind::Setting, State::Unknown, Language::Id).contains("Periksa dulu sebelum mengubahnya lagi")
    );
    assert!(say(OperationKind::Setting, State::Unknown, Language::En).contains("before you set it again"));
    assert!(say(OperationKind::Query, State::Unknown, Language::En).contains("Nothing was bought"));
}

#[test]
fn every_line_and_next_step_is_named() {
    for language in Language::ALL {
        let lines: HashSet<&str> = Line::ALL.iter().map(|line| receipts::line_label(*line, *language)).collect();
        assert_eq!(lines.len(), Line::ALL.len());
        for line in lines {
            assert_readable(line, *language, "a line");
        }
        for next in Next::ALL {
            assert_readable(receipts::next_sentence(*next, *language), *language, next.as_str());
        }
    }
}

#[test]
fn languages_and_zones_are_found_by_name() {
    assert_eq!(Language::named("id"), Some(Language::Id));
    assert_eq!(Language::named("en"), Some(Language::En));
    assert_eq!(Language::named("EN"), None);
    assert_eq!(
        Zone::ALL.iter().map(|zone| Zone::named(zone.as_str())).collect::<Vec<_>>(),
        [Some(Zone::Wib), Some(Zone::Wita), Some(Zone::Wit)]
    );
    assert_eq!(Zone::named("UTC"), None);
}

/// What Intl prints: `fixtures/format/make.mjs`.
#[derive(serde::Deserialize)]
struct Known {
    rupiah: Vec<(String, String)>,
    days: Vec<(String, String, String)>,
    moments: Vec<KnownMoment>,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct KnownMoment {
    #[serde(rename = "text")]
    text: String,
    wib: (String, String),
    wita: (String, String),
    wit: (String, String),
}

fn known() -> serde_json::Result<Known> {
    serde_json::from_str(include_str!("fixtures/format/known.json"))
}

#[test]
fn rupiah_are_written_as_intl_writes_them() -> Result<(), Box<dyn Error>> {
    for (amount, text) in known()?.rupiah {
        assert_eq!(rupiah::rupiah(amount.parse()?), text);
    }
    Ok(())
}

#[test]
fn days_are_written_as_intl_writes_them() -> Result<(), Box<dyn Error>> {
    for (iso, id, en) in known()?.days {
        assert_eq!(date::day(&iso, Language::Id), Some(id));
        assert_eq!(date::day(&iso, Language::En), Some(en));
    }
    Ok(())
}

#[test]
fn moments_are_written_as_intl_writes_them_in_every_zone() -> Result<(), Box<dyn Error>> {
    for moment in known()?.moments {
        let text = &moment.text;
        assert_eq!(date::moment(text, Language::Id).as_ref(), Some(&moment.wib.0), "{text}");
        let zones = [(Zone::Wib, moment.wib), (Zone::Wita, moment.wita), (Zone::Wit, moment.wit)];
        for (zone, (id, en)) in zones {
            assert_eq!(date::moment_in(text, zone, Language::Id), Some(id), "{text}");
            assert_eq!(date::moment_in(text, zone, Language::En), Some(en), "{text}");
        }
    }
    Ok(())
}

#[test]
fn what_the_standard_leaves_open_in_a_moment_is_read() {
    let expected = Some("30 April 2024, 07:56 WIB".to_owned());
    for text in ["2024-04-30t00:56:28z", "2024-04-30 00:56:28Z", "2024-04-30T00:56:60Z", "2024-04-29T20:56:28-04:00"] {
        assert_eq!(date::moment(text, Language::En), expected, "{text}");
    }
}

#[test]
fn odd_times_are_not_shown() {
    let odd = [
        "",
        "0001-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "024-05-21T04:54:18.788451Z",
        "2024-02-07T10:28:35.000+07:0",
        "2023-12-19T17:00:00",
        "2023-12-19T17:00Z",
        "2023-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-10T00:00:00Z",
        "2024-04-31T00:00:00Z",
        "2024-04-30T24:00:00Z",
        "2024-04-30T23:60:00Z",
        "2024-04-30T23:59:61Z",
        "2024-04-30T23:59:59.Z",
        "2024-04-30T23:59:59.1234567890Z",
        "2024-04-30T23:59:59+24:00",
        "2024-04-30T23:59:59+0700",
        "2024-04-30T23:59:59Z ",
        " 2024-04-30T23:59:59Z",
        "9999-12-31T23:59:59Z",
        "２０２４-04-30T23:59:59Z",
        "1714435200",
    ];
    for text in odd {
        assert_eq!(date::moment(text, Language::Id), None, "{text}");
    }
    for text in ["", "0001-01-01", "2024-02-30", "2024-7-26", "26/07/2024", "2024-07-26T00:00:00Z", "24-07-26"] {
        assert_eq!(date::day(text, Language::Id), None, "{text}");
    }
}

#[test]
fn a_token_stands_in_groups_of_four() {
    assert_eq!(token::groups("12345678901234567890"), "1234 5678 9012 3456 7890");
    assert_eq!(token::groups("12345"), "1234 5");
    assert_eq!(token::groups(""), "");
}

#[test]
fn masks_show_the_ends_only() {
    assert_eq!(masks::msisdn("081266666647"), "0812****6647");
    assert_eq!(masks::msisdn("0817345544"), "0817****44");
    assert_eq!(masks::msisdn("08123"), "*****");
    assert_eq!(masks::nik("3174100912960001"), "3174********0001");
    assert_eq!(masks::account("01105691111"), "01*******11");
    assert_eq!(masks::account("abc"), "***");
    assert_eq!(masks::account(""), "");
    assert_eq!(masks::email("budi@example.com"), "b***@example.com");
    assert_eq!(masks::email("b@example.com"), "***@example.com");
    assert_eq!(masks::email("budi"), "****");
}

/// The mask has stars and the value's own ends, no more of them than allowed.
fn hides(mask: &str, value: &str, ends: usize) -> bool {
    let (mask, value): (Vec<char>, Vec<char>) = (mask.chars().collect(), value.chars().collect());
    let shown = mask.iter().filter(|letter| **letter != '*').count();
    let middle = mask.iter().skip_while(|letter| **letter != '*');
    let one_middle = middle.skip_while(|letter| **letter == '*').all(|letter| *letter != '*');
    let same = mask.iter().zip(&value).all(|(seen, real)| *seen == '*' || seen == real);
    mask.len() == value.len() && shown <= ends && one_middle && same
}

proptest! {
    #[test]
    fn a_telephone_mask_hides_at_least_four_digits(value in "[0-9]{0,20}") {
        let mask = masks::msisdn(&value);
        prop_assert!(hides(&mask, &value, value.len().saturating_sub(4).min(8)), "{}", mask);
    }

    #[test]
    fn an_account_mask_hides_at_least_half(value in "[0-9A-Za-zé🙂]{0,40}") {
        let mask = masks::account(&value);
        prop_assert!(hides(&mask, &value, (value.chars().count() / 2).min(8)), "{}", mask);
    }

    #[test]
    fn an_identity_mask_hides_district_and_birth(value in "[0-9]{16}") {
        let mask = masks::nik(&value);
        prop_assert!(hides(&mask, &value, 8), "{}", mask);
        prop_assert_eq!(mask.chars().skip(4).take(8).collect::<String>(), "********");
    }

    #[test]
    fn an_address_mask_tells_one_letter_and_no_length(name in "[a-z0-9.@]{2,64}", host in "[a-z]{1,20}\\.id") {
        let mask = masks::email(&[name.as_str(), host.as_str()].join("@"));
        let first: String = name.chars().take(1).collect();
        prop_assert_eq!(mask, [first.as_str(), "***@", host.as_str()].concat());
    }

    #[test]
    fn any_text_is_formatted_without_a_panic(text in any::<String>()) {
        for language in Language::ALL {
            for zone in Zone::ALL {
                date::moment_in(&text, *zone, *language);
            }
            date::day(&text, *language);
        }
        let masked = [masks::msisdn(&text), masks::nik(&text), masks::account(&text), masks::email(&text)];
        prop_assert!(masked.iter().all(|mask| text.is_empty() || !mask.is_empty()));
        prop_assert_eq!(token::groups(&text).replace(' ', ""), text.replace(' ', ""));
    }
}
