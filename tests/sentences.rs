//! What people read: sentences of issues, problems and outcomes, labels.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;

use kasir::code::Code;
use kasir::format::Language;
use kasir::messages::{Label, Problem, issues, problems, receipts};
use kasir::params::GENDERS;
use kasir::plain::{Members, Plain, View};
use kasir::state::{Line, Next, OperationKind, Reason, State};

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
    let meter = Params(vec![("meter", Plain::Number(11))]);
    let either = "Isi 11 angka nomor meter atau 12 angka ID pelanggan PLN.";
    assert_eq!(say(Code::MeterNot11Or12Digits, &meter, Language::Id), either);
    assert_eq!(say(Code::MeterNot11Or12Digits, &NONE, Language::Id), "Isi 12 angka ID pelanggan PLN.");
    let range = Params(vec![("min", Plain::Number(1))]);
    assert_eq!(say(Code::NumberOutOfRange, &range, Language::Id), "Angka ini di luar batas.");
}

#[test]
fn a_sentence_without_a_label_stands_by_itself() {
    let say = |language| issues::sentence(Code::FieldMissing, &NONE, "", language);
    assert_eq!(say(Language::Id), "Isian ini belum diisi.");
    assert_eq!(say(Language::En), "This field: please fill this in.");
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
