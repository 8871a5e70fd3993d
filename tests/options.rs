//! The two ways of the options: the page's columns and the hook's JSON text set the same.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::code::Code;
use kasir::context::Context;
use kasir::desk::Kept;
use kasir::fault::Fault;
use kasir::options::{Columns, Options};
use support::{TODAY, columns, day};

/// The options out of columns, and the column behind them.
fn read(columns: &str) -> Result<(Options<'_>, &str), Fault> {
    let mut columns = Columns::of(columns);
    let options = Options::read(&mut columns, &|| Some(day(TODAY)))?;
    Ok((options, columns.take().unwrap_or_default()))
}

/// What options tell; of the answers of the provider, those that are read.
fn told(options: &Options<'_>) -> String {
    let answers = ["attraction", "trip", "returnTrip"].map(|name| options.context.answer(name));
    let context = Context { product: options.context.product, ..Context::default() };
    format!("{:?} {answers:?}", Options { context, ..options.clone() })
}

fn both_ways(json: &str) -> String {
    let text = columns(json, "");
    let by_columns = told(&read(&text).unwrap().0);
    assert_eq!(by_columns, told(&support::options(json)), "{json}");
    by_columns
}

#[test]
fn each_option_is_read_the_same_by_both_ways() {
    let defaults = both_ways("");
    assert_eq!(both_ways("{}"), defaults);
    for json in [
        r#"{"language":"en"}"#,
        r#"{"today":"2020-02-29"}"#,
        r#"{"treatAsError":"typos"}"#,
        r#"{"treatAsError":["msidn.not_phone","reference.not_uuid_v4"]}"#,
        r#"{"escapes":"raw"}"#,
        r#"{"context":{"product":{"kind":"pulsa"}}}"#,
        r#"{"context":{"product":{"open":true}}}"#,
        r#"{"context":{"product":{"operator":"Telkomsel"}}}"#,
        r#"{"context":{"attraction":{"start_date":"2024-07-31"}}}"#,
        r#"{"context":{"trip":{"id":188328,"seats":[{"name":"19"}]}}}"#,
        r#"{"context":{"returnTrip":{"id":188329},"trip":{"id":188328},"product":{"kind":"other"}}}"#,
        r#"{"reference":"6d654219-d9b7-4e1a-8b51-99a5cafb11cb"}"#,
        r#"{"state":"pending"}"#,
        r#"{"receipt":{"product_code":"S10","value":"0812****7890"}}"#,
    ] {
        assert_ne!(both_ways(json), defaults, "{json}");
    }
}

#[test]
fn what_is_not_known_and_stops_nothing_counts_as_not_told() {
    let defaults = both_ways("");
    for json in
        [r#"{"escapes":"rust"}"#, r#"{"state":"bought"}"#, r#"{"context":{"product":{"open":"yes"},"shop":{}}}"#]
    {
        assert_eq!(both_ways(json), defaults, "{json}");
    }
}

#[test]
fn a_kind_of_product_that_there_is_not_is_refused_of_a_page_and_untold_of_a_ledgers_row() {
    for kind in ["PULSA", "colour", " "] {
        let json = format!(r#"{{"context":{{"product":{{"kind":"{kind}"}}}}}}"#);
        assert_eq!(read(&columns(&json, "")).unwrap_err(), Fault::BadOptions, "{kind}");
        assert_eq!(told(&support::options(&json)), both_ways(""), "{kind}");
    }
}

#[test]
fn every_code_can_be_treated_as_an_error() {
    for code in Code::ALL {
        both_ways(&format!(r#"{{"treatAsError":["{}"]}}"#, code.as_str()));
    }
}

#[test]
fn bad_options_are_refused_by_both_ways() {
    for json in [
        r#"{"language":"jv"}"#,
        r#"{"language":" "}"#,
        r#"{"today":"tomorrow"}"#,
        r#"{"today":"2024-02-30"}"#,
        r#"{"treatAsError":"everything"}"#,
        r#"{"treatAsError":["no.code"]}"#,
        r#"{"treatAsError":["msidn.not_phone","typos"]}"#,
    ] {
        assert_eq!(read(&columns(json, "")).unwrap_err(), Fault::BadOptions, "{json}");
        assert_eq!(Options::from_json(json, day(TODAY), &Kept::new()).unwrap_err(), Fault::BadOptions, "{json}");
    }
    for json in ["[]", "{", "null", "5"] {
        assert_eq!(Options::from_json(json, day(TODAY), &Kept::new()).unwrap_err(), Fault::BadOptions, "{json}");
    }
    // A set has no comma behind its name, a list has one behind each code.
    for treat in ["msidn.not_phone", "typos,", ",", "msidn.not_phone,,"] {
        assert_eq!(read(&format!("\u{1F}\u{1F}{treat}\u{1E}")).unwrap_err(), Fault::BadOptions, "{treat}");
    }
}

#[test]
fn a_tape_that_cannot_be_read_is_none() {
    let text = format!("{}{{\u{1F}{{\u{1E}", "\u{1F}".repeat(9));
    let (options, _) = read(&text).unwrap();
    assert!(options.receipt.is_empty());
    assert_eq!(told(&options), both_ways(""));
}

#[test]
fn without_a_clock_a_day_has_to_be_told() {
    let unclocked = |columns: &str| Options::read(&mut Columns::of(columns), &|| None).map(|options| options.today);
    assert_eq!(unclocked("id\u{1E}").unwrap_err(), Fault::BadOptions);
    assert_eq!(unclocked("id\u{1F}2020-02-29\u{1E}"), Ok(day("2020-02-29")));
}

#[test]
fn the_subject_stands_behind_the_options() {
    for json in ["", r#"{"language":"en","receipt":{"a":"b"}}"#] {
        assert_eq!(read(&columns(json, "departure.passengers[0].name")).unwrap().1, "departure.passengers[0].name");
        assert_eq!(read(&columns(json, "")).unwrap().1, "");
    }
}

#[test]
fn columns_end_where_they_say_so() {
    for (text, behind) in [
        ("\u{1E}", Some("")),
        ("a\u{1E}b\u{1F}c\u{1E}", Some("b\u{1F}c\u{1E}")),
        ("a", None),
        ("", None),
        ("a\u{1F}b\u{1E}", None),
    ] {
        let mut columns = Columns::of(text);
        assert_eq!(columns.take(), text.starts_with('a').then_some("a").filter(|_| text.len() > 1), "{text:?}");
        assert_eq!(columns.behind(), behind, "{text:?}");
    }
}
