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
#[path = "../support/mod.rs"]
mod support;
#[allow(dead_code)] // the properties use the rest
#[path = "../properties/texts.rs"]
mod texts;

use std::io::{BufWriter, Write, stdout};

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::parse::{self, ParseKind};
use kasir::plain::Plain;
use kasir::rules::calendar_day::calendar_day;
use kasir::verdict::Answer;
use kasir::{answer, call, lookup};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

/// What is asked, and of what. The options are those of the package, as JSON text.
#[derive(Debug)]
struct Case {
    operation: &'static Operation,
    options: Value,
    input: String,
    kind: ParseKind,
    value: String,
    http: u16,
    answer: String,
    call: String,
}

fn options() -> impl Strategy<Value = Value> {
    let kinds: Vec<&str> = ["pulsa", "pln_prepaid", "pln_postpaid", "ovo", "maxim", "bpjs", "other", "nobody's"].into();
    let product = (select(kinds), any::<bool>(), select(vec!["telkomsel", "Indosat", "nobody"]))
        .prop_map(|(kind, open, operator)| json!({ "product": { "kind": kind, "open": open, "operator": operator } }));
    (
        select(vec!["id", "en"]),
        select(vec!["2024-07-01", "1990-01-01"]),
        any::<bool>(),
        any::<bool>(),
        prop::option::of(product),
    )
        .prop_map(|(language, today, typos, raw, context)| {
            let mut options = json!({ "language": language, "today": today });
            if typos {
                options["treatAsError"] = json!("typos");
            }
            if raw {
                options["escapes"] = json!("raw");
            }
            if let Some(context) = context {
                options["context"] = context;
            }
            options
        })
}

fn inputs_of_an_operation() -> impl Strategy<Value = (usize, String)> {
    let place =
        |which: usize| inputs::OPERATIONS.iter().position(|it| it.id == inputs::REQUESTS[which].operation).unwrap();
    prop_oneof![
        4 => inputs::spoilt().prop_map(move |(which, input)| (place(which), input.to_string())),
        2 => texts::near_inputs().prop_map(|text| {
            let (choice, text) = holds::chosen(&text);
            (choice % inputs::OPERATIONS.len(), text.to_owned())
        }),
        1 => (0..inputs::OPERATIONS.len(), inputs::trees()).prop_map(|(place, tree)| (place, tree.to_string())),
    ]
}

fn cases() -> impl Strategy<Value = Case> {
    let value = prop_oneof![texts::near_numbers(), texts::near_amounts(), texts::any_text(), "[0-9 ./-]{0,20}"];
    let parsed = (select(ParseKind::ALL), value);
    let answered = (select(vec![0_u16, 200, 201, 400, 401, 404, 409, 422, 500, 503]), texts::near_answers());
    (inputs_of_an_operation(), options(), parsed, answered, texts::near_calls()).prop_map(
        |((place, input), options, (kind, value), (http, answer), call)| Case {
            operation: inputs::OPERATIONS[place],
            options,
            input,
            kind,
            value,
            http,
            answer: holds::chosen(&answer).1.to_owned(),
            call: holds::chosen(&call).1.to_owned(),
        },
    )
}

fn line(case: &Case) -> Value {
    let Case { operation, options: given, input, kind, value, http, answer, call } = case;
    let written = given.to_string();
    let kept = Kept::new();
    let options = Options::from_json(&written, calendar_day("2024-07-01").unwrap(), &kept).expect("options");
    let source = || Source::json(input, &kept);
    let arrived = Answer::arrived((*http > 0).then_some(*http), answer, &kept);
    // The page cannot tell a time-out from an answer of nothing; only the hook hands in no answer at all.
    let read = Answer { silent: false, ..arrived.clone() };
    let view = |plain: Plain<'_>| serde_json::to_string(&plain).expect("plain data");
    json!({
        "operation": operation.id, "options": given, "input": input, "kind": kind.as_str(), "value": value,
        "http": http, "answer": answer, "call": call,
        "prepared": view(Plain::View(&api::prepare(operation, source(), &options).unwrap())),
        "issues": view(Plain::List(&api::validate(operation, source(), &options).unwrap())),
        "parsed": view(Plain::View(&parse::parse(kind.as_str(), value, &options, &kept).unwrap())),
        "outcome": view(Plain::View(&answer::raw(operation, &read, &options))),
        "shown": view(Plain::View(&answer::shown(operation, &read, &options))),
        "opened": match call::open(call, &options) {
            Ok(opened) => view(Plain::View(&opened)),
            Err(unopened) => view(Plain::View(&unopened)),
        },
        "judged": view(Plain::View(&lookup::judge(operation, &arrived))),
        "found": view(Plain::View(&lookup::judge_detail(operation, input, &arrived))),
        "receipt": lookup::receipt(operation, input),
    })
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
