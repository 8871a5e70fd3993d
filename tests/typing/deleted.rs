//! What the control shows after a character, a separator, a selection, a word was deleted.

use kasir::format::as_you_type::{TypedKind, as_you_type};

use crate::control::{Edit, edited};
use crate::input_types::TYPES;

const BACKSPACE: Edit = |control| control.backspaces(1);
const DELETE: Edit = |control| control.deletes(1);

#[test]
fn backspace_passes_no_separator_without_taking_what_is_before_it() {
    edited("msisdn", "0812-3|", BACKSPACE, "0812|");
    edited("msisdn", "0812-3456-7890|", BACKSPACE, "0812-3456-789|");
    edited("msisdn", "0812-|3456-7890", BACKSPACE, "081|3-4567-890");
    edited("msisdn", "0812-3456-|7890", BACKSPACE, "0812-345|7-890");
    edited("msisdn", "0812-3|456-7890", BACKSPACE, "0812-|4567-890");
    edited("msisdn", "+62 |812-3456", BACKSPACE, "+6|8123456");
    edited("msisdn", "+62 8|12-3456", BACKSPACE, "+62 |123456");
    edited("nik", "3174 |1009 1296 0001", BACKSPACE, "317|1 0091 2960 001");
    edited("nik", "3174 1009 1296 |0001", BACKSPACE, "3174 1009 129|0 001");
    edited("meter", "0110 5691 |111", BACKSPACE, "0110 569|1 11");
    edited("pln_token", "0261 7|", BACKSPACE, "0261|");
    edited("date", "26/07/2|", BACKSPACE, "26/07/|");
    edited("date", "26/07/|", BACKSPACE, "26/07|");
    edited("date", "26/07/|2024", BACKSPACE, "26/0|/2024");
    edited("date", "26/|07/2024", BACKSPACE, "2|/07/2024");
    edited("date", "26/0|7/2024", BACKSPACE, "26/|7/2024");
    edited("date", "26-|07-2024", BACKSPACE, "26|07-2024");
    edited("date", "26-07-|2024", BACKSPACE, "26-0|-2024");
    edited("date", "2|6/07/2024", BACKSPACE, "|6/07/2024");
    edited("date", "6|/07/2024", BACKSPACE, "|/07/2024");
    edited("date", "26/0|/2024", BACKSPACE, "26/|/2024");
    edited("date", "26/|/2024", BACKSPACE, "26|/2024");
    edited("date", "2|6/07", BACKSPACE, "|6/07");
    edited("date", "1/|2/2024", BACKSPACE, "1|2/2024");
    edited("date", "2024-|07-26", BACKSPACE, "2024|07-26");
    edited("date", "2025|", BACKSPACE, "202|");
    edited("date", "20|25", BACKSPACE, "2|25");
    edited("date", "20/|0", BACKSPACE, "20|0");
    edited("date", "2025/|1", BACKSPACE, "2025|1");
    edited("date", "192|0/0", BACKSPACE, "19|0/0");
    edited("date", "19/|12/1990", BACKSPACE, "1|/12/1990");
    edited("rupiah", "1.250|", BACKSPACE, "125|");
    edited("rupiah", "1.250.000|", BACKSPACE, "125.000|");
    edited("rupiah", "1.2|50.000", BACKSPACE, "1|50.000");
    edited("rupiah", "1|.250.000", BACKSPACE, "|250.000");
    edited("rupiah", "2|0.500", BACKSPACE, "|0.500");
    edited("passport", "A|123", BACKSPACE, "|123");
}

#[test]
fn delete_passes_no_separator_without_taking_what_is_behind_it() {
    edited("msisdn", "0812|-3456-7890", DELETE, "0812-|4567-890");
    edited("msisdn", "0812|-3", DELETE, "0812|");
    edited("msisdn", "0812-|3", DELETE, "0812|");
    edited("msisdn", "|0812-3456", DELETE, "|812-3456");
    edited("msisdn", "+62| 812-3456", DELETE, "+62 |123456");
    edited("nik", "3174| 1009 1296", DELETE, "3174 |0091 296");
    edited("date", "26|/07/2024", DELETE, "26/|7/2024");
    edited("date", "|26/07/2024", DELETE, "|6/07/2024");
    edited("date", "|6/07/2024", DELETE, "|/07/2024");
    edited("date", "|/07/2024", DELETE, "|07/2024");
    edited("date", "26/|7/2024", DELETE, "26/|/2024");
    edited("date", "26/07|/2024", DELETE, "26/07/|024");
    edited("date", "20|25", DELETE, "20|5");
    edited("date", "20|/25", DELETE, "20|25");
    edited("date", "2025/12|/31", DELETE, "2025/12|31");
    edited("date", "20|13/0", DELETE, "20|3/0");
    edited("rupiah", "1|.250.000", DELETE, "1.|250.000");
    edited("rupiah", "1.|250.000", DELETE, "1|50.000");
    edited("rupiah", "|1.250.000", DELETE, "|250.000");
    edited("rupiah", "1.25|0", DELETE, "125|");
}

/// Whoever mends `20,500` deletes its comma and means no digit.
#[test]
fn deleting_a_mark_of_an_amount_takes_no_digit() {
    edited("rupiah", "20,|500", BACKSPACE, "20|.500");
    edited("rupiah", "20|,500", DELETE, "20.|500");
    edited("rupiah", "1.250,|000", BACKSPACE, "1.250|.000");
    edited("rupiah", "20.|500", BACKSPACE, "20|.500");
    edited("rupiah", "20.|500", |control| control.backspaces(2), "2|.500");
    edited("rupiah", "12.5|", BACKSPACE, "12|");
    edited("rupiah", "12.50|", BACKSPACE, "12.5|");
    edited("rupiah", "20.500|,00", DELETE, "20.500|00");
}

#[test]
fn a_selection_can_be_deleted() {
    edited("msisdn", "|0812-3456-7890", |control| control.removes(2, 7, "deleteContentBackward"), "08|56-7890");
    edited("msisdn", "|0812-3456-7890", |control| control.removes(0, 14, "deleteByCut"), "|");
    edited("nik", "|3174 1009 1296", |control| control.removes(4, 9, "deleteContentBackward"), "3174| 1296");
    edited("nik", "|3174 1009 1296", |control| control.removes(4, 9, "deleteContentForward"), "3174 |1296");
    edited("rupiah", "|1.250.000", |control| control.removes(2, 5, "deleteContentBackward"), "1.|000");
    edited("rupiah", "|1.250.000", |control| control.removes(0, 5, "deleteContentBackward"), "|000");
    edited("rupiah", "|1.250.000", |control| control.removes(6, 9, "deleteContentBackward"), "1.250|");
    // Of a part of the last group nothing tells whether it was one.
    edited("rupiah", "|1.250.000", |control| control.removes(7, 9, "deleteContentBackward"), "1.250.0|");
}

/// Right before a separator that was not there: only what deletes forwards has to come past it.
#[test]
fn the_type_of_the_edit_tells_on_which_side_of_a_new_separator_the_caret_is() {
    for input_type in
        TYPES.iter().copied().filter(|one| !one.starts_with("deleteContent") && !one.contains("Composition"))
    {
        let typed = as_you_type(TypedKind::Nik, "31741009", 4, input_type);
        let passes = input_type.starts_with("delete") && !input_type.ends_with("Backward");
        assert_eq!((typed.text.as_str(), typed.caret), ("3174 1009", if passes { 5 } else { 4 }), "{input_type}");
    }
}

#[test]
fn words_are_deleted_as_the_browser_does_it() {
    edited("msisdn", "|0812-3456-7890", |control| control.removes(10, 14, "deleteWordBackward"), "0812-3456|");
    edited("msisdn", "|0812-3456-7890", |control| control.removes(4, 5, "deleteWordBackward"), "0812|-3456-7890");
    edited("msisdn", "|0812-3456-7890", |control| control.removes(4, 5, "deleteWordForward"), "0812-|3456-7890");
    edited("date", "|26/07/2024", |control| control.removes(3, 10, "deleteSoftLineForward"), "26/|");
}
