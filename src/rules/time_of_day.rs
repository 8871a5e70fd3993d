//! Times of day, to the minute.
//!
//! Klikoo prints `09:30` ("Buy Product Attraction", <https://klikoo-doc.readme.io/reference/buy-product-attraction>);
//! Indonesian writes a dot, `09.30` (Unicode CLDR, locale id-ID), and often no leading zero. Twelve-hour clocks and
//! seconds are not read, and 24:00 is no time of day here: the provider's pages print neither.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::text::halves;

/// The time as `HH:mm`.
///
/// # Errors
/// - `time.malformed`: `930`
/// - `time.not_real`: `24:00`
///
/// ```
/// assert_eq!(kasir::rules::time_of_day::time_of_day("9.30").as_deref(), Ok("09:30"));
/// ```
pub fn time_of_day(text: &str) -> Result<Cow<'_, str>, Finding> {
    let (hours, minutes) = halves(text, |byte| matches!(byte, b':' | b'.')).ok_or(Code::TimeMalformed)?;
    let (Some(hour), Some(minute)) = (number(hours), number(minutes)) else { return Err(Code::TimeMalformed.into()) };
    if minutes.len() != 2 {
        return Err(Code::TimeMalformed.into());
    }
    if hour > 23 || minute > 59 {
        return Err(Code::TimeNotReal.into());
    }
    if hours.len() == 2 && text.as_bytes().contains(&b':') {
        return Ok(Cow::Borrowed(text));
    }
    let mut time = String::with_capacity(5);
    if hours.len() == 1 {
        time.push('0');
    }
    time.push_str(hours);
    time.push(':');
    time.push_str(minutes);
    Ok(Cow::Owned(time))
}

fn number(digits: &str) -> Option<u8> {
    match digits.as_bytes() {
        [one @ b'0'..=b'9'] => Some(one & 0x0F),
        [ten @ b'0'..=b'9', one @ b'0'..=b'9'] => Some((ten & 0x0F) * 10 + (one & 0x0F)),
        _ => None,
    }
}
