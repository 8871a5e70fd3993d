//! Times of day, to the minute.
//!
//! Klikoo prints `09:30` ("Buy Product Attraction", <https://klikoo-doc.readme.io/reference/buy-product-attraction>);
//! Indonesian writes a dot, `09.30` (Unicode CLDR, locale id-ID), and often no leading zero. Twelve-hour clocks and
//! seconds are not read, and 24:00 is no time of day here: the provider's pages print neither.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{formed, written};

/// The time as `HH:mm`.
///
/// # Errors
/// - `time.malformed`: `930`
/// - `time.not_real`: `24:00`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::time_of_day::time_of_day, "9.30"), Ok("09:30"));
/// ```
pub fn time_of_day(desk: &mut Desk<'_>) -> Result<(), Finding> {
    let Some(time) = formed(desk.text, "09:99").or_else(|| formed(desk.text, "09.99")) else {
        return Err(Code::TimeMalformed.into());
    };
    let time = time.number();
    if time > 2359 || time % 100 > 59 {
        return Err(Code::TimeNotReal.into());
    }
    if !matches!(desk.text.as_bytes(), [_, _, b':', ..]) {
        desk.rewrite(written(time, "99:99"));
    }
    Ok(())
}
