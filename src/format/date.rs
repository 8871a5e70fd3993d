//! Days and moments of the provider's answers, as people read them.
//!
//! Read leniently in what RFC 3339 leaves open (case of `T` and `Z`, a blank for `T`, any offset, up to nine fraction
//! digits), and not at all otherwise: a provider's cut time (`024-05-21T…`) or zero time (`0001-01-01T…`) gives `None`.

use crate::packed;
use crate::path::push_number;
use crate::rules::calendar_day::CalendarDay;

use super::{Language, Zone};

const MINUTES_A_DAY: i64 = 24 * 60;

/// Nothing that a receipt shows is older; providers print year 1 where they have no time.
const OLDEST_YEAR: u32 = 1900;

/// `2024-07-26` as `26 Juli 2024` or `26 July 2024`.
pub fn day(text: &str, language: Language) -> Option<String> {
    let mut reader = Reader(text.as_bytes());
    let day = reader.day()?;
    reader.end()?;
    let mut text = String::new();
    push_day(&mut text, day, language);
    Some(text)
}

/// `2024-04-30T00:56:28Z` as `30 April 2024 pukul 07.56 WIB`, on the clocks of Jakarta.
pub fn moment(text: &str, language: Language) -> Option<String> {
    moment_in(text, Zone::Wib, language)
}

/// The same moment on the clocks of a zone, `30 April 2024 pukul 08.56 WITA` or `30 April 2024, 08:56 WITA`.
pub fn moment_in(text: &str, zone: Zone, language: Language) -> Option<String> {
    let mut reader = Reader(text.as_bytes());
    let minutes = reader.moment()? + zone.minutes();
    reader.end()?;
    let day = CalendarDay::from_days(minutes.div_euclid(MINUTES_A_DAY))?;
    let minute_of_day = minutes.rem_euclid(MINUTES_A_DAY).unsigned_abs();
    let mut text = String::new();
    push_day(&mut text, day, language);
    text.push_str(match language {
        Language::Id => " pukul ",
        Language::En => ", ",
    });
    push_two_digits(&mut text, minute_of_day / 60);
    text.push(match language {
        Language::Id => '.',
        Language::En => ':',
    });
    push_two_digits(&mut text, minute_of_day % 60);
    text.push(' ');
    text.push_str(zone.as_str());
    Some(text)
}

fn push_day(text: &mut String, day: CalendarDay, language: Language) {
    push_number(text, day.day().into());
    text.push(' ');
    text.push_str(month(day.month(), language));
    text.push(' ');
    push_number(text, day.year().into());
}

fn push_two_digits(text: &mut String, number: u64) {
    push_number(text, number / 10);
    push_number(text, number % 10);
}

fn month(month: u32, language: Language) -> &'static str {
    match language {
        Language::Id => packed!([
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ]),
        Language::En => packed!([
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]),
    }
    .text((month as usize).saturating_sub(1))
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    /// `2024-07-26`.
    fn day(&mut self) -> Option<CalendarDay> {
        let year = self.number(4).filter(|year| *year >= OLDEST_YEAR)?;
        self.one_of(b"-")?;
        let month = self.number(2)?;
        self.one_of(b"-")?;
        CalendarDay::new(year, month, self.number(2)?)
    }

    /// Minutes since 1970-01-01 in UTC.
    fn moment(&mut self) -> Option<i64> {
        let day = self.day()?;
        self.one_of(b"Tt ")?;
        let clock = self.clock()?;
        self.one_of(b":")?;
        if self.number(2)? > 60 {
            return None; // 60 is a leap second
        }
        self.fraction()?;
        Some(day.days() * MINUTES_A_DAY + clock - self.offset()?)
    }

    /// `07:56` as minutes.
    fn clock(&mut self) -> Option<i64> {
        let hours = self.number(2)?;
        self.one_of(b":")?;
        let minutes = self.number(2)?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        Some(i64::from(hours * 60 + minutes))
    }

    fn fraction(&mut self) -> Option<()> {
        if self.one_of(b".").is_none() {
            return Some(());
        }
        let mut digits = 0;
        while self.one_of(b"0123456789").is_some() {
            digits += 1;
        }
        (1..=9).contains(&digits).then_some(())
    }

    /// `Z` or `+07:00`, as minutes east of UTC.
    fn offset(&mut self) -> Option<i64> {
        match self.one_of(b"Zz+-")? {
            b'+' => self.clock(),
            b'-' => self.clock().map(|minutes| -minutes),
            _ => Some(0),
        }
    }

    fn number(&mut self, digits: usize) -> Option<u32> {
        let mut number = 0;
        for _ in 0..digits {
            number = number * 10 + u32::from(self.one_of(b"0123456789")? - b'0');
        }
        Some(number)
    }

    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        if !bytes.iter().any(|byte| byte == first) {
            return None;
        }
        self.0 = rest;
        Some(*first)
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
