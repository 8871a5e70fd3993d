//! What the native build answers: a line for each case, which tests/equality lays beside the answers of the two modules.
//!
//! `cargo test --quiet --profile proof --features hook --test native_answers`; `KASIR_CASES` and `KASIR_SEED` as numbers.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../holds/mod.rs"]
mod holds;
#[path = "../properties/inputs.rs"]
mod inputs;
#[path = "../properties/lookups.rs"]
mod lookups;
#[path = "../support/mod.rs"]
mod support;
#[allow(dead_code)] // the properties use the rest
#[path = "../properties/texts.rs"]
mod texts;
#[path = "../properties/values.rs"]
mod values;

use std::io::{BufWriter, Write, stdout};

use kasir::answer::Answer;
use kasir::api::{self, Source};
use kasir::code::Code;
use kasir::desk::Kept;
use kasir::format::as_you_type::{TypedKind, as_you_type};
use kasir::input::Tree;
use kasir::messages::problems::Problem;
use kasir::messages::{issues, problems};
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::parse::{self, ParseKind};
use kasir::plain::Plain;
use kasir::providers::netzme;
use kasir::rules::calendar_day::calendar_day;
use kasir::{call, fields, lookup, outcome};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::holds::input_types::TYPES;
use crate::inputs::{OPERATIONS, Spoilt, options, shuffled, spoilt, trees};
use crate::lookups::{LookUp, histories, look_ups, tokens};
use crate::values::values;

/// What is asked, and of what. The options are those of the package.
#[derive(Debug)]
struct Case {
    asked: (&'static Operation, String, Value),
    value: (ParseKind, String),
    typed: (TypedKind, String, usize, &'static str),
    answered: (u16, String),
    call: String,
    look_up: LookUp,
    history: (String, u16, String),
    token: String,
    sentence: &'static str,
}

/// An operation, an input's JSON text with its keys in any order, and options.
fn asked() -> impl Strategy<Value = (&'static Operation, String, Value)> {
    let spoilt = (spoilt(), any::<u64>()).prop_map(move |(Spoilt { operation, input, options }, mut seed)| {
        (operation, shuffled(&input, "", &mut seed), options)
    });
    let near = (texts::near_inputs(), options()).prop_map(move |(text, options)| {
        let (choice, text) = holds::chosen(&text);
        (OPERATIONS[choice % OPERATIONS.len()], text.to_owned(), options)
    });
    let trees = (0..OPERATIONS.len(), trees(), options())
        .prop_map(move |(place, tree, options)| (OPERATIONS[place], tree.to_string(), options));
    prop_oneof![4 => spoilt, 2 => near, 1 => trees]
}

fn cases() -> impl Strategy<Value = Case> {
    let http = select(vec![0_u16, 200, 201, 400, 401, 404, 409, 422, 500, 503]);
    let without_choice = |text: String| holds::chosen(&text).1.to_owned();
    let typed = (select(TypedKind::ALL), values(), "[0-9]{0,22}", any::<bool>(), 0_usize..30, select(TYPES)).prop_map(
        |(kind, (_, text), digits, plain, caret, edit)| (kind, if plain { digits } else { text }, caret, edit),
    );
    let codes: Vec<&'static str> =
        Code::ALL.iter().map(|code| code.as_str()).chain(Problem::ALL.iter().map(|problem| problem.as_str())).collect();
    let answered = (http, texts::near_answers().prop_map(without_choice));
    let of_the_page = (asked(), values(), typed, answered, select(codes));
    let token = prop_oneof![9 => tokens().prop_map(|(_, _, sent)| sent), 1 => texts::any_text()];
    let of_the_hook = (texts::near_calls().prop_map(without_choice), look_ups(), histories(), token);
    (of_the_page, of_the_hook).prop_map(
        |((asked, value, typed, answered, sentence), (call, look_up, history, token))| Case {
            asked,
            value,
            typed,
            answered,
            call,
            look_up,
            history,
            token,
            sentence,
        },
    )
}

fn view(plain: Plain<'_>) -> String {
    serde_json::to_string(&plain).expect("plain data")
}

fn line(case: &Case) -> Value {
    let (operation, input, given) = &case.asked;
    let written = given.to_string();
    let kept = Kept::new();
    let options = Options::from_json(&written, calendar_day("2024-07-01").unwrap(), &kept).expect("options");
    let mut line = json!({ "operation": operation.id, "options": written, "input": input });
    line["page"] = page(case, &options);
    line["hook"] = hook(case, &options);
    line
}

/// What the page is asked, with the answers.
fn page(case: &Case, options: &Options<'_>) -> Value {
    let ((operation, input, _), (kind, value), (http, answer)) = (&case.asked, &case.value, &case.answered);
    let kept = Kept::new();
    let source = || Source::json(input, &kept);
    let arrived = arrived(*http, answer, &kept);
    // The page cannot tell a time-out from an answer of nothing; only the hook hands in no answer at all.
    let read = Answer { silent: false, ..arrived.clone() };
    let buyers = lookup::judge(operation, &arrived).answer;
    let shown = Answer::arrived(None, &buyers, &kept);
    let (typed, text, caret, edit) = &case.typed;
    json!({
        "prepared": view(Plain::View(&api::prepare(operation, source(), options).unwrap())),
        "issues": view(Plain::List(&api::validate(operation, source(), options).unwrap())),
        "normalised": api::normalise(operation, source(), options).unwrap(),
        "fields": view(Plain::List(&fields::fields(operation, options))),
        "kind": kind.as_str(), "value": value,
        "parsed": view(Plain::View(&parse::parse(kind.as_str(), value, options, &kept).unwrap())),
        "http": http, "answer": answer,
        "outcome": view(Plain::View(&outcome::raw(operation, &read, options))),
        "buyers": buyers,
        "shown": view(Plain::View(&outcome::shown(operation, &shown, options))),
        "typedKind": typed.as_str(), "text": text, "caret": caret, "edit": edit,
        "typed": view(Plain::View(&as_you_type(*typed, text, *caret, edit))),
        "code": case.sentence, "language": options.language.as_str(),
        "sentence": sentence(case.sentence, options),
    })
}

/// A code's sentence, of an issue without its params.
fn sentence(code: &str, options: &Options<'_>) -> String {
    match Problem::named(code) {
        Some(problem) => problems::sentence(problem, options.language).to_owned(),
        None => issues::sentence(Code::named(code).expect("a code"), &Tree::default().root(), "", options.language),
    }
}

/// What the hook is asked, with the answers.
fn hook(case: &Case, options: &Options<'_>) -> Value {
    let ((operation, input, _), (http, answer)) = (&case.asked, &case.answered);
    let (look_up, (ours, page_http, page)) = (&case.look_up, &case.history);
    let kept = Kept::new();
    let detail = arrived(look_up.http, &look_up.answer, &kept);
    json!({
        "call": case.call,
        "opened": match call::open(&case.call, options) {
            Ok(opened) => view(Plain::View(&opened)),
            Err(unopened) => view(Plain::View(&unopened)),
        },
        "judged": view(Plain::View(&lookup::judge(operation, &arrived(*http, answer, &kept)))),
        "bought": look_up.operation.id, "sent": look_up.sent, "http": look_up.http, "detail": look_up.answer,
        "found": view(Plain::View(&lookup::judge_detail(look_up.operation, &look_up.sent, &detail))),
        "reference": ours, "pageHttp": page_http, "page": page,
        "inHistory": view(Plain::View(&lookup::in_history(ours, &arrived(*page_http, page, &kept)))),
        "receipt": lookup::receipt(operation, input),
        "sentReceipt": lookup::receipt(look_up.operation, &look_up.sent),
        "token": case.token,
        "netzmeToken": netzme::token::read(&case.token).as_ref().map_or("null".to_owned(), |token| view(Plain::View(token))),
    })
}

fn arrived<'k>(http: u16, text: &str, kept: &'k Kept) -> Answer<'k> {
    Answer::arrived((http > 0).then_some(http), text, kept)
}

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).map_or(usual, |number| number.parse().expect("a number"))
}

fn main() {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number("KASIR_SEED", 1).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let cases = cases();
    let mut out = BufWriter::new(stdout().lock());
    for _ in 0..number("KASIR_CASES", 20_000) {
        let case = cases.new_tree(&mut runner).expect("a case").current();
        writeln!(out, "{}", line(&case)).expect("somebody reads");
    }
    out.flush().expect("somebody reads");
}
