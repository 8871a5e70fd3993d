//! Percentages as decimal text.
//!
//! Netzme's sample sends the JSON number `1.4` as a merchant's margin ("Product Percentage",
//! <https://apidocs-ppob.netzme.id>). Range, rounding, and whether a negative margin is taken are not printed: no range
//! is checked here and a minus passes. The digits are kept as written, trailing zeros included, because the body's
//! digest covers them; so the text must already be a JSON number (RFC 8259 section 6) without exponent: no plus, no
//! superfluous leading zero, a digit on both sides of the point. Indonesian writes a comma, `1,4`; it becomes a point.
//! At most 15 digits, so that a reader with double precision keeps them all.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::digits::plain;
use crate::rules::text::{Spelling, halves, respelled};

const MOST_DIGITS: usize = 15;

/// The number with a point, otherwise as written.
///
/// # Errors
/// - `percentage.malformed`: `1e2`, `01`, `.5`, `-0`
///
/// ```
/// assert_eq!(kasir::rules::percentage::percentage("1,40").as_deref(), Ok("1.40"));
/// ```
pub fn percentage(text: &str) -> Result<Cow<'_, str>, Finding> {
    if !is_decimal(text) {
        return Err(Code::PercentageMalformed.into());
    }
    if !text.as_bytes().contains(&b',') {
        return Ok(Cow::Borrowed(text));
    }
    let point = respelled(text, |letter| Spelling::As(if letter == ',' { '.' } else { letter }));
    Ok(Cow::Owned(point.unwrap_or_default()))
}

fn is_decimal(text: &str) -> bool {
    let (negative, number) = match text.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, text),
    };
    let (whole, fraction) = match halves(number, |byte| matches!(byte, b'.' | b',')) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let digits = whole.len() + fraction.map_or(0, str::len);
    // A reader may drop the sign of zero, so a negative zero would not survive a second encoding.
    let negative_zero = negative && !number.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    plain(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(plain)
        && digits <= MOST_DIGITS
        && !negative_zero
}
