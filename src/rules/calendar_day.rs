//! Days of the calendar: a date as typed, its arithmetic, an age.
//!
//! The providers print `YYYY-MM-DD` (Klikoo, "Block Ticket (Reserved Seat)",
//! <https://klikoo-doc.readme.io/reference/block-ticket-seat>); Indonesians write the day first (Unicode CLDR, locale
//! id-ID), so `DD/MM/YYYY` is read too, with one digit where the zero was left out. Either order may have slashes,
//! hyphens, dots or blanks between its parts, the same one twice. A year has four digits, so `07/02/24` stays unread. Leap
//! years are Gregorian (ISO 8601) from year 1 on. Someone born on 29 February gets older on 1 March in common years; the
//! providers print no rule, so the choice is stated here. No clock: the caller says which day it is.

use std::num::NonZeroU32;

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{Digits, formed, visible, written};

/// Nobody alive is older, in years.
pub const OLDEST: u32 = 120;

/// The form of a day on the wire, year first.
pub(crate) const ISO: &str = "9999-99-99";

/// The forms of a day as typed.
const YEAR_FIRST: &str = "9999s99s99";
const DAY_FIRST: &str = "09s09s9999";

/// Days from 1 March of the year 0 to 1970-01-01.
const TO_1970: i32 = 719_468;

/// A day that the calendar has, in one word: nine bits below the year hold month and day, so that words compare as days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDay(NonZeroU32);

impl CalendarDay {
    /// The day, from year 1 to year 9999.
    #[inline(never)]
    pub fn new(year: u32, month: u32, day: u32) -> Option<CalendarDay> {
        let real =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        if real { NonZeroU32::new(year << 9 | month << 5 | day).map(CalendarDay) } else { None }
    }

    /// The day whose digits are the number's, `20240726`.
    #[inline(never)]
    pub(crate) fn of_digits(digits: u32) -> Option<CalendarDay> {
        CalendarDay::new(digits / 10_000, digits / 100 % 100, digits % 100)
    }

    /// The day so many days after 1970-01-01.
    #[inline(never)]
    pub fn from_days(days: i64) -> Option<CalendarDay> {
        let in_range = (-719_162..=2_932_896).contains(&days);
        if in_range { CalendarDay::of_serial((days as i32 + TO_1970) as u32) } else { None }
    }

    /// The day so many days after 1 March of the year 0.
    #[inline(never)]
    pub(crate) fn of_serial(serial: u32) -> Option<CalendarDay> {
        // Years begin on 1 March here, so that a leap day comes last; an era is 400 years, 146,097 days.
        let era = serial / 146_097;
        let day_of_era = serial % 146_097;
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        CalendarDay::new(year_of_era + era * 400 + u32::from(month <= 2), month, day)
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i64 {
        i64::from(self.serial() as i32 - TO_1970)
    }

    /// Days since 1 March of the year 0.
    #[inline(never)]
    pub(crate) fn serial(self) -> u32 {
        let month = self.month();
        let (year, shifted_month) = if month > 2 { (self.year(), month - 3) } else { (self.year() - 1, month + 9) };
        let day_of_year = (153 * shifted_month + 2) / 5 + self.day() - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year
    }

    /// Full years from this day to that one; nothing when that one is earlier.
    pub fn age_on(self, day: CalendarDay) -> Option<u32> {
        // An earlier month or day borrows one from the years.
        Some(day.0.get().checked_sub(self.0.get())? >> 9)
    }

    /// `1996-12-09`.
    #[inline(never)]
    pub fn iso(self) -> String {
        written(self.year() * 10_000 + self.month() * 100 + self.day(), ISO)
    }

    /// The year.
    pub fn year(self) -> u32 {
        self.0.get() >> 9
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.get() >> 5 & 15
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.get() & 31
    }
}

fn month_length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        // Long and short months alternate, and do so anew from August on.
        _ => 30 | (month ^ month >> 3) & 1,
    }
}

/// The day that `YYYY-MM-DD` or `DD/MM/YYYY` names, between slashes, hyphens, dots or blanks.
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
    // Nearly every day that is read comes as the wire writes it.
    let digits = match formed(text, ISO).or_else(|| formed(text, YEAR_FIRST)) {
        Some(digits) => digits.number(),
        None => {
            let day_first = formed(text, DAY_FIRST).map(Digits::number);
            let Some(digits) = day_first else { return Err(Finding::of(Code::DateMalformed)) };
            digits % 10_000 * 10_000 + digits / 10_000 % 100 * 100 + digits / 1_000_000
        }
    };
    CalendarDay::of_digits(digits).ok_or(Finding::of(Code::DateNotRealDay))
}

/// A day in the providers' spelling.
///
/// # Errors
/// - those of [`calendar_day`]
pub fn date(desk: &mut Desk<'_>) -> Result<(), Finding> {
    fitting(desk, |_, _| None)
}

/// A day on which somebody alive today can have been born.
///
/// # Errors
/// - those of [`calendar_day`]
/// - `date.in_future`: tomorrow
/// - `date.too_old`: 121 years ago
pub fn birth(desk: &mut Desk<'_>) -> Result<(), Finding> {
    fitting(desk, birth_fault)
}

/// Today or a later day.
///
/// # Errors
/// - those of [`calendar_day`]
/// - `date.in_past`: yesterday
pub fn coming(desk: &mut Desk<'_>) -> Result<(), Finding> {
    fitting(desk, |day, today| (day < today).then_some(Finding::of(Code::DateInPast)))
}

fn birth_fault(day: CalendarDay, today: CalendarDay) -> Option<Finding> {
    match day.age_on(today) {
        None => Some(Finding::of(Code::DateInFuture)),
        Some(age) => (age > OLDEST).then_some(Finding::limited(Code::DateTooOld, OLDEST)),
    }
}

/// Reads a day and leaves it in its wire spelling, unless `fault`, given the day and today, finds something wrong with it.
fn fitting(desk: &mut Desk<'_>, fault: fn(CalendarDay, CalendarDay) -> Option<Finding>) -> Result<(), Finding> {
    visible(desk);
    let day = calendar_day(desk.text)?;
    if let Some(fault) = fault(day, desk.today) {
        return Err(fault);
    }
    if !matches!(desk.text.as_bytes(), [_, _, _, _, b'-', _, _, _, _, _]) {
        desk.rewrite(day.iso());
    }
    Ok(())
}
