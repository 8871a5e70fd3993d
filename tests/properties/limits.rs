//! What is as long, as deep or as many as may be, and a little more.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::input::{MAX_BYTES, MAX_ROWS};
use kasir::operation::Operation;
use kasir::views::Prepared;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cases::meets;
use crate::holds::reached::reached;
use crate::holds::{bodies, options, readers};
use crate::inputs::REQUESTS;
use crate::support::page_walk::walk;
use crate::support::tape::tape;

/// The code of the one issue, or that there is none.
fn told(prepared: &Prepared) -> &'static str {
    match prepared {
        Prepared::Ready(..) => "ready",
        Prepared::Refused(issues) => issues.first().map_or("", |issue| issue.code),
    }
}

#[test]
fn a_text_nested_as_deep_as_may_be_is_read() {
    let steps = prop::collection::vec(any::<bool>(), 90..104);
    let leaf = prop::sample::select(vec!["", "0", "\"\"", "{}", "[[]", "null"]);
    meets((steps, leaf), &[("nested", &["taken", "refused"])], |(steps, leaf)| {
        let leaf = if leaf.is_empty() && !steps.last().is_some_and(|is_list| *is_list) { "0" } else { leaf };
        let open: String = steps.iter().map(|is_list| if *is_list { "[" } else { "{\"a\":" }).collect();
        let close: String = steps.iter().rev().map(|is_list| if *is_list { ']' } else { '}' }).collect();
        let text = [open.as_str(), leaf, &close].concat();
        reached("nested", if readers::is_json(&text) { "taken" } else { "refused" });
        readers::json(&text);
    });
}

/// A long case takes a thousand times as long as any other, so that there is one in a hundred.
fn seldom() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.01)
}

#[test]
fn an_input_of_as_many_bytes_as_may_be_is_read() {
    let cases = (seldom(), any::<prop::sample::Index>(), 0_usize..5);
    meets(cases, &[("bytes", &["ready", "input.too_large"])], |(is_asked, which, more)| {
        let request = which.get(&REQUESTS);
        let input = request.input();
        if !is_asked {
            return;
        }
        let text = format!("{}{input}", " ".repeat(MAX_BYTES - 2 + more - input.len()));
        let (kept, options, operation) = (Kept::new(), options(0), request.operation());
        let made = api::prepare(operation, Source::json(&text, &kept), &options).unwrap();
        let short = api::prepare(operation, Source::json(input, &kept), &options).unwrap();
        let expected = if text.len() > MAX_BYTES { "input.too_large" } else { told(&short) };
        assert_eq!(told(&made), expected, "{} bytes", text.len());
        reached("bytes", expected);
        bodies::prepared(operation, &text, &options);
    });
}

#[test]
fn as_many_rows_as_may_be_are_read_by_every_way() {
    let seats = Operation::named("klikoo.transport_block_seat").unwrap();
    let printed = REQUESTS.iter().find(|request| request.operation == seats.id).unwrap();
    let printed: Value = serde_json::from_str(printed.input()).unwrap();
    meets(
        (seldom(), 0_usize..5, any::<bool>()),
        &[("rows", &["read", "too many to read"])],
        |(is_asked, more, are_empty)| {
            if !is_asked {
                return;
            }
            let (mut input, rows) = (printed.clone(), MAX_ROWS - 2 + more);
            let row = if are_empty { json!({}) } else { input["departure"]["passengers"][0].clone() };
            input["departure"]["passengers"] = vec![row; rows].into();
            let (kept, options) = (Kept::new(), options(0));
            let made = api::prepare(seats, Source::json(&input.to_string(), &kept), &options).unwrap();
            let Prepared::Refused(issues) = &made else { panic!("the same passenger twice") };
            assert_eq!(issues.iter().any(|issue| issue.code == "rows.too_many"), rows > MAX_ROWS, "{rows}");
            reached("rows", if rows > MAX_ROWS { "too many to read" } else { "read" });
            let taped = api::prepare(seats, Source::tape(&tape(&input)), &options).unwrap();
            assert_eq!(serde_json::to_string(&taped).unwrap(), serde_json::to_string(&made).unwrap());
            let (text, marks) = walk(&seats.shape.spell(), &input).unwrap();
            let walked = api::prepare(seats, Source::Walk(&text, marks), &options);
            assert_eq!(walked.is_some(), rows <= MAX_ROWS && text.len() <= MAX_BYTES);
        },
    );
}
