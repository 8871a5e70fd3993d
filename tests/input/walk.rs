//! The page's walk, whose marks the page has counted.

use kasir::input::{ROOT, Value, walked};

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
