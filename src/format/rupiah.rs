//! Whole rupiah as Indonesia writes them: `Rp 20.500`.
//!
//! The same text as `Intl.NumberFormat("id-ID", { style: "currency", currency: "IDR", maximumFractionDigits: 0 })`,
//! whose blank is U+00A0. Both languages get it: a price in Indonesia is not spelled in two ways.

use crate::rules::text::write;
use crate::texts::{owned, push_number};

/// The amount with its sign and dots.
pub fn rupiah(amount: u64) -> String {
    let mut text = owned("Rp\u{a0}");
    push_grouped(&mut text, amount, '.');
    text
}

/// Appends a number in groups of three digits.
pub fn push_grouped(text: &mut String, number: u64, mark: char) {
    if number < 1000 {
        return push_number(text, number);
    }
    push_grouped(text, number / 1000, mark);
    text.push(mark);
    write(text, (number % 1000) as u32, b"999");
}
