//! Days and moments of the provider's answers, as people read them.
//!
//! Read leniently in what RFC 3339 leaves open (case of `T` and `Z`, a blank for `T`, any offset, up to nine fraction
//! digits), and not at all otherwise: a provider's cut time (`024-05-21T…`) or zero time (`0001-01-01T…`) gives `None`.

use crate::packed::Packed;
use crate::rules::calendar_day::{CalendarDay, ISO};
use crate::rules::text::{Digits, formed, taken, write};
use crate::texts::{append, push_number};

use super::{Language, Zone};

const MINUTES_A_DAY: u32 = 24 * 60;

/// Nothing that a receipt shows is older than 1900, here in the digits of a day; providers print year 1 where they have
/// no time.
const OLDEST: u32 = 19_000_000;

const MONTHS_ID: Packed =
    Packed("Januari\0Februari\0Maret\0April\0Mei\0Juni\0Juli\0Agustus\0September\0Oktober\0November\0Desember\0");
const MONTHS_EN: Packed =
    Packed("January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December\0");

/// `2024-07-26` as `26 Juli 2024` or `26 July 2024`.
#[inline(never)]
pub fn day(text: &str, language: Language) -> Option<String> {
    let day = real_day(formed(text, ISO)?)?;
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
    let rest = &mut text.as_bytes();
    let day = real_day(taken(rest, ISO)?)?;
    let minute = minute(rest)? + zone.minutes() as u32;
    let day = CalendarDay::of_serial(day.serial() + minute / MINUTES_A_DAY - 1)?;
    let minute_of_day = minute % MINUTES_A_DAY;
    let mut text = String::new();
    push_day(&mut text, day, language);
    let form: &[u8] = match language {
        Language::Id => b" pukul 99.99 ",
        Language::En => b", 99:99 ",
    };
    write(&mut text, minute_of_day + minute_of_day / 60 * 40, form);
    append(&mut text, zone.as_str());
    Some(text)
}

fn push_day(text: &mut String, day: CalendarDay, language: Language) {
    let months = match language {
        Language::Id => MONTHS_ID,
        Language::En => MONTHS_EN,
    };
    push_number(text, day.day().into());
    append(text, " ");
    append(text, months.text(day.month() as usize - 1));
    append(text, " ");
    push_number(text, day.year().into());
}

#[inline(never)]
fn real_day(digits: Digits) -> Option<CalendarDay> {
    if digits.number() < OLDEST { None } else { CalendarDay::of_digits(digits.number()) }
}

/// The minute in UTC that the rest of a moment tells, counted from the begin of the day before.
#[inline(never)]
fn minute(rest: &mut &[u8]) -> Option<u32> {
    let time = taken(rest, "t99:99:99")?.number();
    if time % 100 > 60 {
        return None; // 60 is a leap second
    }
    if taken(rest, ".").is_some() {
        let before = rest.len();
        while taken(rest, "9").is_some() {}
        if !matches!(before - rest.len(), 1..=9) {
            return None;
        }
    }
    let minute = clock(time / 100)? + MINUTES_A_DAY;
    let east = taken(rest, "+99:99");
    let offset = match east.or_else(|| taken(rest, "-99:99")) {
        Some(offset) => clock(offset.number())?,
        None => taken(rest, "z")?.number(),
    };
    let minute = if east.is_some() { minute - offset } else { minute + offset };
    rest.is_empty().then_some(minute)
}

/// The minutes of a clock's digits, `0756`.
#[inline(always)]
fn clock(digits: u32) -> Option<u32> {
    let real = digits < 2400 && digits % 100 < 60;
    real.then_some(digits - digits / 100 * 40)
}
