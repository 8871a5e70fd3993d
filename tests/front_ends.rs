//! The three ways in give the same result: anybody's JSON text, the page's tape, the page's quick walk.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::api::{self, Source};
use kasir::code::Code;
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::plain::Plain;
use kasir::shape::{Kind, Shape};
use kasir::views::Prepared;
use serde_json::{Value, json};
use support::page_walk::walk;
use support::tape::tape;
use support::{pointer, requests};

/// All of a result as text, to be compared whole.
fn prepared(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> String {
    format!("{:?}", api::prepare(operation, source, options).expect("no second walk is asked for"))
}

fn validated(operation: &'static Operation, source: Source<'_>, options: &Options<'_>) -> String {
    format!("{:?}", api::validate(operation, source, options).expect("no second walk is asked for"))
}

/// Whether the input can be walked; then all three ways agree.
fn agree(operation: &'static Operation, input: &Value, options: &Options<'_>) -> bool {
    let text = input.to_string();
    let json = prepared(operation, Source::json(&text, &Kept::new()), options);
    let tape = tape(input);
    assert_eq!(prepared(operation, Source::tape(&tape), options), json, "{text}");
    let forms = validated(operation, Source::json(&text, &Kept::new()), options);
    assert_eq!(validated(operation, Source::tape(&tape), options), forms, "{text}");
    let Some((walked, marks)) = walk(&operation.shape.spell(), input) else { return false };
    let Some(by_walk) = api::prepare(operation, Source::Walk(&walked, marks), options) else { return false };
    assert_eq!(format!("{by_walk:?}"), json, "{text}");
    assert_eq!(validated(operation, Source::Walk(&walked, marks), options), forms, "{text}");
    let fast = api::body(operation, &walked, marks, options);
    match by_walk {
        Prepared::Ready(request, advice) if advice.is_empty() => assert_eq!(fast, Some(request.body)),
        _ => assert_eq!(fast, None, "{text}"),
    }
    true
}

#[test]
fn every_fixture_comes_in_three_ways_and_means_the_same() {
    let requests = requests("");
    assert!(requests.len() > 15);
    for request in requests {
        let text = request.options();
        let options = support::options(&text);
        let input: Value = serde_json::from_str(request.input()).unwrap();
        assert!(agree(request.operation(), &input, &options), "{} cannot be walked", request.name);
        // The fixture's own text, its keys in the page's order.
        let printed = prepared(request.operation(), Source::json(request.input(), &Kept::new()), &options);
        let (walked, marks) = walk(&request.operation().shape.spell(), &input).unwrap();
        assert_eq!(prepared(request.operation(), Source::Walk(&walked, marks), &options), printed, "{}", request.name);
    }
}

#[test]
fn a_spelled_shape_tells_every_key_and_its_nesting() {
    fn keys(shape: &'static Shape) -> Value {
        let below = |kind| match kind {
            Kind::Record(inner) => keys(inner),
            Kind::Rows(inner, ..) => json!([keys(inner)]),
            _ => Value::Null,
        };
        shape
            .fields
            .iter()
            .map(|field| (field.key.to_owned(), below(field.kind)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
    // A walk over these keys finds all of them and no other.
    for operation in Operation::all() {
        let (_, marks) = walk(&operation.shape.spell(), &keys(operation.shape)).expect(operation.id);
        let count = pointer::all(&keys(operation.shape)).len();
        assert_eq!(marks, count + 1, "{}", operation.id);
    }
    let spelled = support::operation("klikoo.transport_block_seat").shape.spell();
    let (departure, rest) = spelled.split_once("};").unwrap();
    assert_eq!(departure, "product_code;departure{trip_id;passengers[seat_name;name;dob;gender;id_card_number]");
    assert!(rest.ends_with("};!selling_price;!partner_reference_no"), "{rest}");
}

#[test]
fn a_walk_that_is_none_is_walked_again() {
    let operation = support::operation("netzme.percentage_product");
    let options = support::options("");
    let read = |text: &str, marks| api::prepare(operation, Source::Walk(text, marks), &options).is_some();
    let good = "\u{7}M_1\u{3}1.4\u{4}";
    assert!(read(good, 3));
    for (text, marks) in [
        (good, 2),
        (good, 4),
        ("", 0),
        ("\u{7}", 1),
        ("\u{7}M_1\u{3}", 2),
        ("\u{7}M_1\u{3}1.4\u{4}\u{1}", 4),
        ("\u{7}M_1\u{3}1.4\u{4}x", 3),
        ("x\u{7}M_1\u{3}1.4\u{4}", 3),
        ("\u{8}M_1\u{3}1.4\u{4}", 3),
        ("\u{7}M_1\u{9}1.4\u{4}", 3),
        ("\u{7}M_1\u{0}1.4\u{4}", 3),
        ("\u{7}1\u{8}1.4\u{4}", 3),
        ("\u{7}\u{7}1.4\u{4}", 3),
        // A text with control characters writes marks that the page did not count.
        ("\u{7}M\u{3}1\u{3}1.4\u{4}", 3),
        ("\u{7}M\u{3}1\u{4}", 2 + 1 + 1),
    ] {
        assert!(!read(text, marks), "{text:?} {marks}");
    }
}

#[test]
fn no_text_can_pass_for_another_value() {
    // The buyer's text is what a walk looks like; only the page's count of marks tells it from one.
    let operation = support::operation("netzme.percentage_product");
    let forged = json!({ "merchantId": "M_1\u{3}99\u{4}", "updatePercentage": "1" });
    let (text, marks) = walk(&operation.shape.spell(), &forged).unwrap();
    assert_eq!(marks, 3);
    assert!(api::prepare(operation, Source::Walk(&text, marks), &support::options("")).is_none());
}

#[test]
fn no_text_on_a_tape_can_pass_for_a_mark() {
    let operation = support::operation("netzme.percentage_product");
    for text in ["M\u{3}1\u{4}\u{b}", "\u{b}\u{b}", "1\u{c}a", "s\r", "\u{7}", "é😀\u{2}", "\u{0}"] {
        let input = json!({ "merchantId": text, "updatePercentage": "1", text: 7 });
        let tape = tape(&input);
        let kept = Kept::new();
        let Source::Read(Ok(by_tape)) = Source::tape(&tape) else { panic!("{text:?}") };
        let Source::Read(Ok(by_json)) = Source::json(&input.to_string(), &kept) else { panic!("{text:?}") };
        assert_eq!(by_tape, by_json);
        assert_eq!((by_tape.root().text("merchantId"), by_tape.root().text(text)), (Some(text), Some("7")));
        assert!(!agree(operation, &input, &support::options("")));
    }
}

#[test]
fn a_tape_that_is_none_is_malformed_somewhere() {
    for tape in [
        "",
        "x",
        "{}",
        "\u{7}",
        "\u{7}\u{b}\u{b}",
        "\u{8}\u{b}x",
        "\u{b}",
        "\u{1}",
        "\u{9}",
        "1\u{c}a1\u{4}",
        "5\u{3}four",
        "1\u{3}😀",
        "3\u{3}😀",
        "x\u{3}a",
        "\u{3}",
        "99999999999999999999\u{3}",
        "9999999999999999999\u{3}",
        "\r",
        "x\r",
        "cc\r",
        "\u{7}1\u{3}a\u{b}",
        "\u{7}a\u{b}",
        "\u{8}1\u{4}",
    ] {
        let Source::Read(read) = Source::tape(tape) else { panic!("{tape:?}") };
        assert_eq!(read.unwrap_err().code(), Code::InputMalformed, "{tape:?}");
        let options = support::options("");
        let operation = support::operation("klikoo.product_buy");
        let Some(Prepared::Refused(issues)) = api::prepare(operation, Source::tape(tape), &options) else {
            panic!("{tape:?}")
        };
        assert!(issues.iter().all(|issue| issue.code == "input.malformed"), "{tape:?}");
        let params = issues.iter().map(|issue| serde_json::to_value(Plain::View(&issue.params)).unwrap());
        assert!(params.into_iter().all(|params| params == serde_json::json!({})), "{tape:?}");
    }
}

#[test]
fn a_walk_beyond_the_limits_is_walked_again() {
    let operation = support::operation("klikoo.transport_block_seat");
    let base = requests("klikoo.transport_block_seat").remove(0);
    let mut input: Value = serde_json::from_str(base.input()).unwrap();
    let passenger = input["departure"]["passengers"][0].clone();
    let options = support::options("");
    for (rows, walked) in [(1000, true), (1001, false)] {
        input["departure"]["passengers"] = vec![passenger.clone(); rows].into();
        let (text, marks) = walk(&operation.shape.spell(), &input).unwrap();
        assert_eq!(api::prepare(operation, Source::Walk(&text, marks), &options).is_some(), walked, "{rows}");
    }
    let long = json!({ "merchantId": "M".repeat(256 * 1024), "updatePercentage": 1 });
    let percentage = support::operation("netzme.percentage_product");
    let (text, marks) = walk(&percentage.shape.spell(), &long).unwrap();
    assert!(api::prepare(percentage, Source::Walk(&text, marks), &options).is_none());
}
