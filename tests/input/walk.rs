//! The page's walk, whose marks the page has counted.

use kasir::input::{MAX_BYTES, ROOT, Value, walked};

use crate::support;

#[test]
fn a_walk_is_read_where_its_marks_are_as_many_as_were_counted() {
    let shape = support::operation("netzme.percentage_product").shape;
    // Shorter than a word of eight bytes, with a blank, which is no mark.
    let text = "\u{7}a b\u{3}1\u{4}";
    let sheet = walked(text, 3, shape).expect("a walk");
    assert_eq!(sheet.from(ROOT), [Value::Text("a b"), Value::Number("1")]);
    for marks in [0, 1, 2, 4, 7] {
        assert!(walked(text, marks, shape).is_none(), "{marks}");
    }
    for text in ["", "\u{7}", "a\u{7}", "\u{7}a b\u{3}", "\u{7}a b\u{3}1\u{4}\u{1}", "\u{7}a b\u{3}1"] {
        assert!((0..5).all(|marks| walked(text, marks, shape).is_none()), "{text:?}");
    }
}

#[test]
fn a_walk_may_be_nothing_but_marks_and_as_long_as_an_input() {
    let shape = support::operation("netzme.percentage_product").shape;
    for (text, values) in [
        ("\u{7}\u{1}\u{1}", [Value::Absent, Value::Absent]),
        ("\u{7}\u{5}\u{6}", [Value::Flag(true), Value::Flag(false)]),
        ("\u{7}\u{2}\u{1}", [Value::Null, Value::Absent]),
    ] {
        assert_eq!(walked(text, 3, shape).expect("a walk").from(ROOT), values);
    }
    let long = |length: usize| format!("\u{7}{}\u{3}1\u{4}", "M".repeat(length - 4));
    assert!(walked(&long(MAX_BYTES), 3, shape).is_some());
    assert!(walked(&long(MAX_BYTES + 1), 3, shape).is_none());
}
