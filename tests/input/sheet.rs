//! An input laid on a sheet: its values at their places, its strangers by their names.

use kasir::code::Code;
use kasir::input::{ROOT, Sheet, Stranger, Value, whole};

use crate::{read, support};

#[test]
fn a_record_keeps_the_first_of_two_and_names_both_strangers() {
    let operation = support::operation("netzme.percentage_product");
    let text =
        r#"{"__proto__":{"merchantId":"X"},"merchantId":"M","merchantId":"N","updatePercentage":1,"toString":2}"#;
    let tree = read(text).expect("an object");
    let sheet = Sheet::of(tree.root(), operation.shape);
    assert_eq!(sheet.from(ROOT), [Value::Text("M"), Value::Number("1")]);
    let strangers =
        [("__proto__", Code::FieldUnknown), ("merchantId", Code::InputDuplicateKey), ("toString", Code::FieldUnknown)];
    assert_eq!(sheet.strangers, strangers.map(|(key, code)| Stranger { record: ROOT, key, code }));
}

#[test]
fn a_key_given_as_null_and_again_stands_twice() {
    let operation = support::operation("netzme.percentage_product");
    for (at, key) in ["merchantId", "updatePercentage"].into_iter().enumerate() {
        let text = format!(r#"{{"{key}":null,"{key}":"N"}}"#);
        let tree = read(&text).expect("an object");
        let sheet = Sheet::of(tree.root(), operation.shape);
        assert_eq!(*sheet.at(ROOT + at), Value::Null);
        assert_eq!(sheet.strangers, [Stranger { record: ROOT, key, code: Code::InputDuplicateKey }]);
    }
}

#[test]
fn a_sheet_tells_the_texts_the_rows_and_the_objects_at_their_places() {
    let shape = support::operation("klikoo.transport_block_seat").shape;
    let text = r#"{"departure":{"trip_id":1,"passengers":[{"dob":"x"},{}]},"product_code":"BUS"}"#;
    let tree = read(text).expect("an object");
    let mut sheet = Sheet::of(tree.root(), shape);
    let (code, departure) = (ROOT + shape.place("product_code"), ROOT + shape.place("departure"));
    assert_eq!((sheet.text(code), sheet.record(code), sheet.rows(code).len()), (Some("BUS"), None, 0));
    let leg = sheet.record(departure).unwrap();
    assert_eq!((sheet.text(leg), sheet.text(departure)), (Some("1"), None));
    let rows = sheet.rows(leg + 1);
    assert_eq!(rows.len(), 2);
    let passenger = sheet.record(rows.start).unwrap();
    assert_eq!(sheet.from(passenger)[..5].iter().filter(|value| **value == Value::Text("x")).count(), 1);
    assert_eq!(*sheet.at(passenger - 1), Value::Head(rows.start));
    sheet.put(code, Value::Refused);
    assert_eq!((sheet.text(code), *sheet.at(100_000)), (None, Value::Absent));
}

#[test]
fn a_whole_number_has_one_to_nineteen_digits_and_nothing_else() {
    for (digits, number) in [("0", 0), ("007", 7), ("9999999999999999999", 9_999_999_999_999_999_999)] {
        assert_eq!(whole(digits), Some(number), "{digits}");
    }
    for text in ["", "00000000000000000000", "-1", "+1", "1.", "1e3", " 1", "\u{ff11}"] {
        assert_eq!(whole(text), None, "{text:?}");
    }
}
