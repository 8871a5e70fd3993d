//! One input has one body and one set of issues, in whatever order its keys come and by whichever way it comes; and no
//! issue tells what was typed.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::views::{IssueView, Prepared};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::cases::config;
use crate::holds::{self, bodies};
use crate::inputs::{OPERATIONS, REQUESTS, spoilt, trees};
use crate::support::page_walk::walk;
use crate::support::{TODAY, day, tape};

/// The options of a printed request, where the printed form is right.
fn with_options<T>(which: usize, work: impl FnOnce(&'static Operation, &Options<'_>) -> T) -> T {
    let (request, kept) = (&REQUESTS[which], Kept::new());
    let options = request.options();
    work(request.operation(), &Options::from_json(&options, day(TODAY), &kept).expect("options"))
}

fn prepared(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Prepared {
    api::prepare(operation, source, options).expect("only a walk is walked again")
}

/// The text of an input with the keys of every object in another order, and blanks in between.
fn shuffled(value: &Value, seed: u64) -> String {
    match value {
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| format!("{}:{}", json!(key), shuffled(value, seed));
            let mut written: Vec<String> = members.iter().map(member).collect();
            let turn = usize::try_from(seed % 97).unwrap() % written.len().max(1);
            written.rotate_left(turn);
            if seed % 2 == 1 {
                written.reverse();
            }
            format!("{{{}}}", written.join(", "))
        }
        Value::Array(rows) => {
            format!("[ {} ]", rows.iter().map(|row| shuffled(row, seed / 3)).collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

/// The body, or the issues; unknown keys are told in the order of the input.
fn seen(prepared: &Prepared) -> (Option<&str>, Vec<String>) {
    let (body, issues) = match prepared {
        Prepared::Ready(request, advice) => (Some(request.body.as_str()), advice),
        Prepared::Refused(issues) => (None, issues),
    };
    let mut issues: Vec<String> = issues.iter().map(|issue| serde_json::to_string(issue).unwrap()).collect();
    issues.sort();
    (body, issues)
}

/// The texts and numbers of an input that are too long to be met by chance in a sentence.
fn long_values(input: &Value) -> Vec<String> {
    match input {
        Value::Object(members) => members.values().flat_map(long_values).collect(),
        Value::Array(rows) => rows.iter().flat_map(long_values).collect(),
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Number(number) => vec![number.to_string()],
        _ => Vec::new(),
    }
    .into_iter()
    .filter(|text| text.chars().count() > 5 && text != "female") // which a sentence about the choice of genders names
    .collect()
}

fn tells_no_value(issues: &[IssueView], values: &[String]) {
    for issue in issues {
        let told = [issue.message.clone(), serde_json::to_value(issue).unwrap()["params"].to_string()].concat();
        assert!(values.iter().all(|value| !told.contains(value.as_str())), "{told}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_spoilt_input_is_ready_or_refused((which, input) in spoilt()) {
        with_options(which, |operation, options| bodies::prepared(operation, &input.to_string(), options));
    }

    #[test]
    fn a_tree_of_any_shape_is_ready_or_refused(which in any::<Index>(), choice in 0_usize..600, input in trees()) {
        let operation = OPERATIONS[which.index(OPERATIONS.len())];
        bodies::prepared(operation, &input.to_string(), &holds::options(choice));
    }

    #[test]
    fn the_order_of_the_keys_changes_nothing((which, input) in spoilt(), seed in any::<u64>()) {
        with_options(which, |operation, options| {
            let (kept, text) = (Kept::new(), shuffled(&input, seed));
            let first = prepared(operation, Source::json(&input.to_string(), &kept), options);
            let other = prepared(operation, Source::json(&text, &kept), options);
            assert_eq!(seen(&first), seen(&other), "{text}");
        });
    }

    #[test]
    fn every_way_in_leads_to_the_same((which, input) in spoilt()) {
        with_options(which, |operation, options| {
            let (kept, tape) = (Kept::new(), tape::tape(&input));
            let made = prepared(operation, Source::json(&input.to_string(), &kept), options);
            let told = serde_json::to_string(&made).unwrap();
            assert_eq!(told, serde_json::to_string(&prepared(operation, Source::tape(&tape), options)).unwrap());
            let Some((text, marks)) = walk(&operation.shape.spell(), &input) else { return };
            let walked = api::prepare(operation, Source::Walk(&text, marks), options);
            // A text that holds marks of its own wants a careful walk.
            let is_plain = text.bytes().filter(|byte| *byte < b' ').count() == marks;
            assert_eq!(walked.is_some(), is_plain);
            assert!(walked.is_none_or(|walked| told == serde_json::to_string(&walked).unwrap()));
            let quick = api::body(operation, &text, marks, options);
            match made {
                Prepared::Ready(request, advice) if advice.is_empty() && is_plain => assert_eq!(quick, Some(request.body)),
                _ => assert_eq!(quick, None),
            }
        });
    }

    #[test]
    fn no_issue_tells_what_was_typed((which, input) in spoilt()) {
        with_options(which, |operation, options| {
            let (kept, text, values) = (Kept::new(), input.to_string(), long_values(&input));
            match prepared(operation, Source::json(&text, &kept), options) {
                Prepared::Ready(_, issues) | Prepared::Refused(issues) => tells_no_value(&issues, &values),
            }
            let told = api::validate(operation, Source::json(&text, &kept), options);
            tells_no_value(&told.expect("only a walk is walked again"), &values);
        });
    }
}
