//! How deep, how many and how large: what lies beyond is told and not read.

use kasir::api::{self, Source};
use kasir::code::Code;
use kasir::desk::Kept;
use kasir::input::{Leaf, MAX_BYTES, MAX_DEPTH, MAX_ROWS, Tree};
use kasir::views::Prepared;

use crate::{lenient, only, read, support};

#[test]
fn the_limits_are_the_designs() {
    assert_eq!((MAX_BYTES, MAX_DEPTH, MAX_ROWS), (262_144, 8, 1_000));
}

fn nested(depth: usize, open: &str, close: &str) -> String {
    [open.repeat(depth), "1".to_owned(), close.repeat(depth)].concat()
}

#[test]
fn eight_levels_are_read_and_the_ninth_is_told() {
    fn odd(tree: &Tree<'_>) -> bool {
        tree.root().0.iter().any(|entry| entry.leaf == Leaf::Odd(Code::InputTooDeep))
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        assert!(!odd(&read(&nested(8, open, close)).unwrap()));
        assert!(odd(&read(&nested(9, open, close)).unwrap()));
        assert!(odd(&read(&nested(60, open, close)).unwrap()));
    }
    // An empty list too deep holds nothing that is too deep.
    assert!(!odd(&read(&["[".repeat(9), "]".repeat(9)].concat()).unwrap()));
}

#[test]
fn no_nesting_exhausts_the_stack() {
    for text in
        ["[".repeat(200_000), "{\"a\":".repeat(50_000), nested(100_000, "[", "]"), nested(30_000, "{\"a\":", "}")]
    {
        assert!(read(&text).is_err());
        assert!(lenient(&text).is_err());
    }
}

#[test]
fn a_thousand_rows_are_read_and_one_more_is_told() {
    let list = |rows: usize| format!("[{}]", vec!["1"; rows].join(","));
    assert_eq!(read(&list(1_000)).unwrap().root().children().count(), 1_000);
    assert_eq!(only(read(list(1_001).leak())), Ok(Leaf::Odd(Code::RowsTooMany)));
    // A provider's own list may be as long as it likes.
    assert_eq!(lenient(&list(1_001)).unwrap().root().children().count(), 1_001);
}

#[test]
fn an_input_beyond_the_limit_is_not_read() {
    let operation = support::operation("netzme.percentage_product");
    let text = |length: usize| format!("{{\"merchantId\":\"{}\",\"updatePercentage\":1}}", "M".repeat(length));
    let rest = text(0).len();
    for (length, code) in [(MAX_BYTES - rest, "text.too_long"), (MAX_BYTES - rest + 1, "input.too_large")] {
        let text = text(length);
        let prepared = api::prepare(operation, Source::json(&text, &Kept::new()), &support::options("")).unwrap();
        let Prepared::Refused(issues) = prepared else { panic!("{length}") };
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [code]);
    }
    for (length, code) in [(MAX_BYTES - 43, "text.too_long"), (MAX_BYTES - 42, "input.too_large")] {
        let tape = support::tape::tape(&serde_json::json!({ "merchantId": "M".repeat(length), "updatePercentage": 1 }));
        let prepared = api::prepare(operation, Source::tape(&tape), &support::options("")).unwrap();
        let Prepared::Refused(issues) = prepared else { panic!("{length}") };
        assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [code]);
    }
}
