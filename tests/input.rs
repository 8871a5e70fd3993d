//! The JSON reader (RFC 8259): what it takes, where it stops, what it keeps as written, what it will not hold.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

#[path = "input/limits.rs"]
mod limits;
#[path = "input/sheet.rs"]
mod sheet;
#[path = "input/walk.rs"]
mod walk;

use kasir::api::{self, Source};
use kasir::code::Code;
use kasir::desk::Kept;
use kasir::input::{ANSWER, INPUT, Leaf, Limits, Node, Tree, json};
use kasir::views::Prepared;

/// The values of a JSON text; its tape is leaked, since a test ends soon.
fn taken(tape: Result<String, usize>, limits: Limits) -> Result<Tree<'static>, usize> {
    tape.map(|tape| Tree::read(tape.leak(), limits))
}

fn read(text: &str) -> Result<Tree<'static>, usize> {
    taken(json::tape(text), INPUT)
}

fn lenient(text: &str) -> Result<Tree<'static>, usize> {
    taken(json::lenient_tape(text), ANSWER)
}

/// A text that is one value alone.
fn only(read: Result<Tree<'static>, usize>) -> Result<Leaf<'static>, usize> {
    read.map(|tree| {
        let tree: &'static Tree<'static> = Box::leak(Box::new(tree));
        assert_eq!(tree.root().0.len(), 1);
        tree.root().leaf()
    })
}

#[test]
fn every_kind_of_value_is_read_with_blanks_around_it() {
    let text = " {\t\"a\" :\r\n[ null , true,false , -1.50e+3 , \"\" ] } \n";
    let tree = read(text).expect("JSON");
    let node = tree.root();
    assert_eq!(node.get("a").leaf(), Leaf::List);
    let values: Vec<Leaf<'_>> = node.get("a").children().map(|value| value.leaf()).collect();
    assert_eq!(values[..3], [Leaf::Null, Leaf::Flag(true), Leaf::Flag(false)]);
    assert_eq!(values[3..], [Leaf::Number("-1.50e+3"), Leaf::Text("")]);
    assert_eq!((node.children().count(), node.get("b"), node.text("a")), (1, Node::NONE, None));
}

#[test]
fn a_text_that_is_no_json_says_where_it_stops() {
    for (text, at) in [
        ("", 0),
        ("   ", 3),
        ("{", 1),
        ("[", 1),
        ("{\"a\"", 4),
        ("{\"a\":", 5),
        ("{\"a\":}", 5),
        ("{\"a\" 1}", 5),
        ("{a:1}", 1),
        ("{'a':1}", 1),
        ("{\"a\":1,}", 7),
        ("[1,]", 3),
        ("[,1]", 1),
        ("[1 2]", 3),
        ("{} {}", 3),
        ("nul", 0),
        ("True", 0),
        ("NaN", 0),
        ("Infinity", 0),
        ("undefined", 0),
        ("// {}", 0),
        ("{/* */}", 1),
        ("\u{feff}{}", 0),
        ("\u{a0}{}", 0),
        ("\"", 1),
        ("\"a\nb\"", 2),
        ("\"a\u{0}b\"", 2),
        ("\"\\x\"", 2),
        ("\"\\", 2),
        ("\"\\u12\"", 3),
        ("\"\\u12g4\"", 3),
        ("\"\\u+123\"", 3),
        ("!g", 0),
        ("[!c]", 1),
    ] {
        assert_eq!(read(text), Err(at), "{text:?}");
    }
}

#[test]
fn numbers_are_kept_as_written_and_other_spellings_refused() {
    for text in ["0", "-0", "7", "10", "0.10", "1e5", "1E-5", "1.5e+10", "123456789012345678901234567890", "-0.0e0"] {
        assert_eq!(only(read(text)), Ok(Leaf::Number(text)), "{text}");
    }
    for (text, at) in [
        ("01", 1),
        ("+1", 0),
        (".5", 0),
        ("5.", 2),
        ("1e", 2),
        ("1e+", 3),
        ("-", 1),
        ("0x10", 1),
        ("1_000", 1),
        ("٣", 0),
    ] {
        assert_eq!(read(text), Err(at), "{text}");
    }
}

#[test]
fn escapes_become_their_characters() {
    let text = r#""\"\\\/\b\f\n\r\t\u0041\u00e9\u2028\ud83d\ude00\uD834\uDD1E""#;
    assert_eq!(only(read(text)), Ok(Leaf::Text("\"\\/\u{8}\u{c}\n\r\tAé\u{2028}😀𝄞")));
    assert_eq!(only(read("\"é😀\u{2028}\u{7f}\"")), Ok(Leaf::Text("é😀\u{2028}\u{7f}")));
    assert_eq!(only(read(r#""\u0000""#)), Ok(Leaf::Text("\0")));
}

#[test]
fn a_lone_surrogate_is_an_odd_value_and_the_rest_is_read_on() {
    for text in [r#""\ud800""#, r#""\udc00""#, r#""a\ud83d""#, r#""\ud83d\u0041""#, r#""\ud83dx""#, r#""\ude00\ud83d""#]
    {
        assert_eq!(only(read(text)), Ok(Leaf::Odd(Code::TextMalformed)), "{text}");
    }
    let tree = read(r#"{"a":"\ud800","b":"c"}"#).unwrap();
    let node = tree.root();
    assert_eq!((node.get("a").leaf(), node.text("b")), (Leaf::Odd(Code::TextMalformed), Some("c")));
    // Half a pair and a broken escape is no JSON at all.
    assert_eq!(read(r#""\ud83d\u12""#), Err(9));
}

#[test]
fn keys_that_stand_twice_are_all_kept() {
    let tree = read(r#"{"a":1,"a":2,"\u0061":3}"#).unwrap();
    let node = tree.root();
    assert_eq!(node.children().map(Node::key).collect::<Vec<_>>(), ["a", "a", "a"]);
    assert_eq!(node.text("a"), Some("1"));
}

#[test]
fn the_pages_odd_values_are_read_and_nobody_elses_json_holds_any() {
    for (tag, code) in [
        ("!c", Code::InputCyclic),
        ("!d", Code::InputTooDeep),
        ("!g", Code::InputUnreadable),
        ("!l", Code::InputTooLarge),
        ("!r", Code::RowsTooMany),
        ("!s", Code::TextMalformed),
        ("!f", Code::FieldWrongType),
    ] {
        assert_eq!(only(Ok(Tree::read(support::tape::tagged(tag).leak(), INPUT))), Ok(Leaf::Odd(code)), "{tag}");
        assert_eq!(read(tag), Err(0), "{tag}");
        assert_eq!(lenient(tag), Err(0), "{tag}");
    }
    for tape in ["\r", "x\r", "G\r", " g\r", "\u{7}c\r1\u{4}\u{b}"] {
        assert!(Tree::read(tape, INPUT).is_empty(), "{tape:?}");
    }
    // Within a text the letter and its mark are characters like any other.
    assert_eq!(only(read(r#""g\r""#)), Ok(Leaf::Text("g\r")));
}

#[test]
fn a_providers_answer_may_hold_raw_line_breaks_and_a_byte_order_mark() {
    assert_eq!(only(lenient("\u{feff}\"a\nb\tc\"")), Ok(Leaf::Text("a\nb\tc")));
    assert!(lenient("{\"a\":1,}").is_err());
    assert_eq!(lenient("\"abc").err(), Some(4));
    assert_eq!(read("\"a\nb\""), Err(2));
}

#[test]
fn the_printed_sample_with_its_comment_is_refused_and_without_it_taken() {
    // Buy Product prints its sample with a comment behind the last value.
    let sample = support::requests("klikoo.product_buy")
        .into_iter()
        .find(|request| request.name.ends_with("/the_printed_sample.json"))
        .unwrap();
    let operation = sample.operation();
    let options = sample.options();
    let options = support::options(&options);
    let commented =
        sample.input().replace("cb\"", "cb\" //This is just an example, please use your UUID v4 for this part.");
    assert_ne!(commented, sample.input());
    let Some(Prepared::Refused(issues)) = api::prepare(operation, Source::json(&commented, &Kept::new()), &options)
    else {
        panic!("a comment")
    };
    assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), ["input.malformed"]);
    assert!(matches!(
        api::prepare(operation, Source::json(sample.input(), &Kept::new()), &options),
        Some(Prepared::Ready(..))
    ));
}
