//! Whole numbers: `trip_id`, `quantity`.
//!
//! RFC 8259 leaves precision to the reader; 2^53 − 1 is the largest whole number that every reader holds exactly.

use std::borrow::Cow;

use crate::alphabet::{DIGIT, only};
use crate::code::Code;
use crate::input::whole;
use crate::issue::Finding;
use crate::shape::MAX_SAFE;

/// Reads digits without sign, fraction or exponent; leading zeros are dropped.
///
/// # Errors
/// - `number.not_integer`: `1.5`, `-1`, `1e3`, `dua`
/// - `number.out_of_range`: beyond the limits
pub fn integer(text: &str, least: u64, most: u64) -> Result<Cow<'_, str>, Finding> {
    if !only(text, DIGIT) {
        return Err(Finding::of(Code::NumberNotInteger));
    }
    let digits = text.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    match whole(digits) {
        Some(number) if number >= least && number <= most.min(MAX_SAFE) => Ok(Cow::Borrowed(digits)),
        _ => Err(Finding::of(Code::NumberOutOfRange).number("min", least).number("max", most)),
    }
}
