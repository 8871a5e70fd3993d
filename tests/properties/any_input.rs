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
use serde_json::Value;

use crate::cases::meets;
use crate::holds::blanks::trimmed;
use crate::holds::reached::reached;
use crate::holds::{self, bodies};
use crate::inputs::{OPERATIONS, Spoilt, shuffled, spoilt, trees};
use crate::support::page_walk::walk;
use crate::support::{TODAY, day, tape};

/// The operations of every build.
pub const OPERATION_IDS: &[&str] = &[
    "klikoo.product_inquiry",
    "klikoo.product_buy",
    "klikoo.attraction_buy",
    "klikoo.transport_block_seat",
    "netzme.percentage_product",
];

fn with_options<T>(spoilt: &Spoilt, work: impl FnOnce(&'static Operation, &Options<'_>) -> T) -> T {
    let (kept, options) = (Kept::new(), spoilt.options.to_string());
    work(spoilt.operation, &Options::from_json(&options, day(TODAY), &kept).expect("options"))
}

fn prepared(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> Prepared {
    let prepared = api::prepare(operation, source, options).expect("only a walk is walked again");
    if let Prepared::Ready(..) = prepared {
        reached("ready", operation.id);
    }
    prepared
}

/// All of a request, or the issues; unknown keys are told in the order of the input.
fn seen(prepared: &Prepared) -> (Option<[&str; 3]>, Vec<String>) {
    let (request, issues) = match prepared {
        Prepared::Ready(request, advice) => {
            (Some([&request.body, &request.path, request.reference.as_deref().unwrap_or_default()]), advice)
        }
        Prepared::Refused(issues) => (None, issues),
    };
    let mut issues: Vec<String> = issues.iter().map(|issue| serde_json::to_string(issue).unwrap()).collect();
    issues.sort();
    (request, issues)
}

/// The texts and numbers of an input that are too long to be met by chance in a sentence.
fn long_values(input: &Value) -> Vec<String> {
    match input {
        Value::Object(members) => members.values().flat_map(long_values).collect(),
        Value::Array(rows) => rows.iter().flat_map(long_values).collect(),
        Value::String(text) => vec![trimmed(text).to_owned()],
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

#[test]
fn a_spoilt_input_is_ready_or_refused() {
    let told = ["attraction", "trip", "returnTrip"];
    meets(spoilt(), &[("ready", OPERATION_IDS), ("ready beside", &told)], |spoilt| {
        with_options(&spoilt, |operation, options| {
            let is_ready = bodies::prepared(operation, &spoilt.input.to_string(), options).is_some();
            let context = &spoilt.options["context"];
            let about = if operation.id == "klikoo.attraction_buy" { &told[..1] } else { &told[1..] };
            let is_asked = ["klikoo.attraction_buy", "klikoo.transport_block_seat"].contains(&operation.id);
            for name in about.iter().filter(|name| is_ready && is_asked && context[**name].is_object()) {
                reached("ready beside", name);
            }
        });
    });
}

#[test]
fn a_tree_of_any_shape_is_ready_or_refused() {
    meets((any::<Index>(), 0_usize..1024, trees()), &[], |(which, choice, input)| {
        let operation = OPERATIONS[which.index(OPERATIONS.len())];
        bodies::prepared(operation, &input.to_string(), &holds::options(choice));
    });
}

#[test]
fn the_order_of_the_keys_changes_nothing() {
    meets((spoilt(), any::<u64>()), &[("ready", OPERATION_IDS)], |(spoilt, mut seed)| {
        with_options(&spoilt, |operation, options| {
            let (kept, text) = (Kept::new(), shuffled(&spoilt.input, " ", &mut seed));
            let first = prepared(operation, Source::json(&spoilt.input.to_string(), &kept), options);
            let other = prepared(operation, Source::json(&text, &kept), options);
            assert_eq!(seen(&first), seen(&other), "{text}");
        });
    });
}

#[test]
fn every_way_in_leads_to_the_same() {
    let quickly = ("quick", OPERATION_IDS);
    meets(spoilt(), &[("ready", OPERATION_IDS), quickly], |spoilt| {
        with_options(&spoilt, |operation, options| {
            let input = &spoilt.input;
            let (kept, tape) = (Kept::new(), tape::tape(input));
            let made = prepared(operation, Source::json(&input.to_string(), &kept), options);
            let told = serde_json::to_string(&made).unwrap();
            assert_eq!(told, serde_json::to_string(&prepared(operation, Source::tape(&tape), options)).unwrap());
            let validated =
                |source| api::validate(operation, source, options).map(|it| serde_json::to_string(&it).unwrap());
            let issues = validated(Source::json(&input.to_string(), &kept));
            assert_eq!(issues, validated(Source::tape(&tape)));
            let Some((text, marks)) = walk(&operation.shape.spell(), input) else { return };
            let walked = api::prepare(operation, Source::Walk(&text, marks), options);
            assert_eq!(validated(Source::Walk(&text, marks)), issues.filter(|_| walked.is_some()));
            // A text that holds marks of its own wants a careful walk.
            let is_plain = text.bytes().filter(|byte| *byte < b' ').count() == marks;
            assert_eq!(walked.is_some(), is_plain);
            assert!(walked.is_none_or(|walked| told == serde_json::to_string(&walked).unwrap()));
            let quick = api::body(operation, &text, marks, options);
            match made {
                Prepared::Ready(request, advice) if advice.is_empty() && is_plain => {
                    reached("quick", operation.id);
                    assert_eq!(quick, Some(request.body));
                }
                _ => assert_eq!(quick, None),
            }
        });
    });
}

#[test]
fn no_issue_tells_what_was_typed() {
    meets(spoilt(), &[], |spoilt| {
        with_options(&spoilt, |operation, options| {
            let (kept, text, mut values) = (Kept::new(), spoilt.input.to_string(), long_values(&spoilt.input));
            // What the provider asks for may be told.
            let context = spoilt.options["context"].to_string();
            values.retain(|value| !context.contains(value.as_str()));
            match prepared(operation, Source::json(&text, &kept), options) {
                Prepared::Ready(_, issues) | Prepared::Refused(issues) => tells_no_value(&issues, &values),
            }
            let told = api::validate(operation, Source::json(&text, &kept), options);
            tells_no_value(&told.expect("only a walk is walked again"), &values);
        });
    });
}
