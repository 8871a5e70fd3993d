//! Whole numbers: `trip_id`, `quantity`.
//!
//! RFC 8259 leaves precision to the reader; 2^53 − 1 is the largest whole number that every reader holds exactly.

use crate::alphabet::{DIGIT, only};
use crate::code::Code;
use crate::desk::Desk;
use crate::input::whole;
use crate::issue::Finding;
use crate::rules::digits::bare;
use crate::shape::MAX_SAFE;

/// Reads digits without sign, fraction or exponent, from 1 to `most`, where 0 stands for 2^53 − 1; leading zeros are dropped.
///
/// # Errors
/// - `number.not_integer`: `1.5`, `-1`, `1e3`, `dua`
/// - `number.out_of_range`: `0`, more than `most`, which the finding holds
pub fn integer(desk: &mut Desk<'_>, most: u16) -> Result<(), Finding> {
    if !only(desk.text, DIGIT) {
        return Err(Finding::of(Code::NumberNotInteger));
    }
    desk.text = bare(desk.text);
    match whole(desk.text) {
        Some(number) if number <= if most == 0 { MAX_SAFE } else { most.into() } => Ok(()),
        _ => Err(Finding::limited(Code::NumberOutOfRange, most.into())),
    }
}
