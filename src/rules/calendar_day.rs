//! Days of the calendar: a date as typed, its arithmetic, an age.
//!
//! The providers print `YYYY-MM-DD` (Klikoo, "Block Ticket (Reserved Seat)",
//! <https://klikoo-doc.readme.io/reference/block-ticket-seat>); Indonesians write the day first (Unicode CLDR, locale
//! id-ID), so `DD/MM/YYYY` and `DD-MM-YYYY` are read too, with one digit where the zero was left out. A year has four
//! digits: `07/02/24` stays unread. Gregorian leap years (ISO 8601) from year 1 on. Someone born on 29 February gets
//! older on 1 March in common years; the providers print no rule, so the choice is stated here. No clock: the caller
//! says which day it is.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::path::push_number;
use crate::rules::text::halves;

/// Nobody alive is older, in years.
pub const OLDEST: u32 = 120;

/// A day that the calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDay {
    year: u16,
    month: u8,
    day: u8,
}

impl CalendarDay {
    /// The day, from year 1 to year 9999.
    pub fn new(year: u32, month: u32, day: u32) -> Option<CalendarDay> {
        let real =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        real.then_some(CalendarDay { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// The day so many days after 1970-01-01.
    pub fn from_days(days: i64) -> Option<CalendarDay> {
        if !(-719_162..=2_932_896).contains(&days) {
            return None;
        }
        // Years begin on 1 March here, so that a leap day comes last; an era is 400 years, 146,097 days.
        let since_era_zero = days + 719_468;
        let era = since_era_zero.div_euclid(146_097);
        let day_of_era = since_era_zero.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        CalendarDay::new(year as u32, month as u32, day as u32)
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = i64::from(self.month);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Full years from this day to that one; nothing when that one is earlier.
    pub fn age_on(self, day: CalendarDay) -> Option<u32> {
        let not_yet = (day.month, day.day) < (self.month, self.day);
        (day >= self).then(|| u32::from(day.year - self.year) - u32::from(not_yet))
    }

    /// `1996-12-09`.
    pub fn iso(self) -> String {
        let mut text = String::with_capacity(10);
        for limit in [1000, 100, 10] {
            if self.year < limit {
                text.push('0');
            }
        }
        push_number(&mut text, u64::from(self.year));
        for part in [self.month, self.day] {
            text.push('-');
            if part < 10 {
                text.push('0');
            }
            push_number(&mut text, u64::from(part));
        }
        text
    }

    /// The year.
    pub fn year(self) -> u32 {
        u32::from(self.year)
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }
}

fn month_length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day that `YYYY-MM-DD`, `DD/MM/YYYY` or `DD-MM-YYYY` names.
///
/// # Errors
/// - `date.malformed`: `1996-1`, `09/12/96`
/// - `date.not_real_day`: `2023-02-29`
///
/// ```
/// let day = kasir::rules::calendar_day::calendar_day("9/12/1996").unwrap();
/// assert_eq!(day.iso(), "1996-12-09");
/// ```
pub fn calendar_day(text: &str) -> Result<CalendarDay, Finding> {
    let (year, month, day) = parts(text).ok_or(Code::DateMalformed)?;
    CalendarDay::new(year, month, day).ok_or(Finding::of(Code::DateNotRealDay))
}

fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let is_mark = |byte| matches!(byte, b'-' | b'/');
    if let &[y, e, a, r, b'-', m, o, b'-', d, i] = text.as_bytes() {
        return Some((pair(y, e)? * 100 + pair(a, r)?, pair(m, o)?, pair(d, i)?));
    }
    let (day, rest) = halves(text, is_mark)?;
    let (month, year) = halves(rest, is_mark)?;
    let same_mark = text.as_bytes().get(day.len()) == rest.as_bytes().get(month.len());
    let day_first = same_mark && matches!((day.len(), month.len(), year.len()), (1 | 2, 1 | 2, 4));
    if day_first { Some((number(year)?, number(month)?, number(day)?)) } else { None }
}

fn pair(tens: u8, ones: u8) -> Option<u32> {
    let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    digits.then_some(u32::from(tens & 0x0F) * 10 + u32::from(ones & 0x0F))
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte & 0x0F)))
}

/// The text that named the day, in the providers' spelling.
pub fn iso_text(text: &str, day: CalendarDay) -> Cow<'_, str> {
    match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => Cow::Borrowed(text),
        _ => Cow::Owned(day.iso()),
    }
}

/// Whether somebody alive today can be born on that day.
///
/// # Errors
/// - `date.in_future`: tomorrow
/// - `date.too_old`: 121 years ago
pub fn birth(day: CalendarDay, today: CalendarDay) -> Result<(), Finding> {
    match day.age_on(today) {
        None => Err(Code::DateInFuture.into()),
        Some(age) if age > OLDEST => Err(Finding::of(Code::DateTooOld).number("max", u64::from(OLDEST))),
        Some(_) => Ok(()),
    }
}
