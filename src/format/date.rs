//! Days and moments of the provider's answers, as people read them.
//!
//! Read leniently in what RFC 3339 leaves open (case of `T` and `Z`, a blank for `T`, any offset, up to nine fraction
//! digits), and not at all otherwise: a provider's cut time (`024-05-21T…`) or zero time (`0001-01-01T…`) gives `None`.

use crate::packed::Packed;
use crate::path::push_number;
use crate::rules::calendar_day::CalendarDay;
use crate::rules::text::{formed, taken, write};

use super::{Language, Zone};

const MINUTES_A_DAY: i64 = 24 * 60;

/// Nothing that a receipt shows is older; providers print year 1 where they have no time.
const OLDEST: u64 = 1900_00_00;

const MONTHS_ID: Packed =
    Packed("Januari\0Februari\0Maret\0April\0Mei\0Juni\0Juli\0Agustus\0September\0Oktober\0November\0Desember\0");
const MONTHS_EN: Packed =
    Packed("January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December\0");

/// `2024-07-26` as `26 Juli 2024` or `26 July 2024`.
pub fn day(text: &str, language: Language) -> Option<String> {
    let day = real_day(formed(text, DAY)?)?;
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
    let minutes = minutes(&mut text.as_bytes())? + zone.minutes();
    let day = CalendarDay::from_days(minutes.div_euclid(MINUTES_A_DAY))?;
    let minute_of_day = minutes.rem_euclid(MINUTES_A_DAY) as u32;
    let clock = minute_of_day / 60 * 100 + minute_of_day % 60;
    let mut text = String::new();
    push_day(&mut text, day, language);
    let form: &[u8] = match language {
        Language::Id => b" pukul 99.99 ",
        Language::En => b", 99:99 ",
    };
    write(&mut text, clock, form);
    text.push_str(zone.as_str());
    Some(text)
}

fn push_day(text: &mut String, day: CalendarDay, language: Language) {
    let months = match language {
        Language::Id => MONTHS_ID,
        Language::En => MONTHS_EN,
    };
    push_number(text, day.day().into());
    text.push(' ');
    text.push_str(months.text(day.month() as usize - 1));
    text.push(' ');
    push_number(text, day.year().into());
}

const DAY: &str = "9999-99-99";

fn real_day(digits: u64) -> Option<CalendarDay> {
    if digits < OLDEST { None } else { CalendarDay::of_digits(digits) }
}

/// Minutes since 1970-01-01 in UTC of a whole text.
fn minutes(rest: &mut &[u8]) -> Option<i64> {
    let day = real_day(taken(rest, DAY)?)?;
    one_of(rest, b"Tt ")?;
    let time = taken(rest, "99:99:99")?;
    if time % 100 > 60 {
        return None; // 60 is a leap second
    }
    if one_of(rest, b".").is_some() {
        let length = rest.len();
        while one_of(rest, b"0123456789").is_some() {}
        if !matches!(length - rest.len(), 1..=9) {
            return None;
        }
    }
    let east = match one_of(rest, b"Zz+-")? {
        b'+' => clock(taken(rest, "99:99")?)?,
        b'-' => -clock(taken(rest, "99:99")?)?,
        _ => 0,
    };
    rest.is_empty().then_some(day.days() * MINUTES_A_DAY + clock(time / 100)? - east)
}

/// The minutes of a clock's digits, `0756`.
fn clock(digits: u64) -> Option<i64> {
    let real = digits < 2400 && digits % 100 < 60;
    real.then_some((digits / 100 * 60 + digits % 100) as i64)
}

fn one_of(rest: &mut &[u8], bytes: &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    if !bytes.contains(first) {
        return None;
    }
    *rest = after;
    Some(*first)
}
