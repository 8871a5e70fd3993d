//! Days and moments of the provider's answers, as people read them.
//!
//! Read leniently in what RFC 3339 leaves open (case of `T` and `Z`, a blank for `T`, any offset, up to nine fraction
//! digits), and not at all otherwise: a provider's cut time (`024-05-21T…`) or zero time (`0001-01-01T…`) gives `None`.

use crate::packed::Packed;
use crate::path::push_number;
use crate::rules::calendar_day::{CalendarDay, ISO};
use crate::rules::text::{Digits, formed, taken, write};

use super::{Language, Zone};

const MINUTES_A_DAY: i64 = 24 * 60;

/// Nothing that a receipt shows is older than 1900, here in the digits of a day; providers print year 1 where they have
/// no time.
const OLDEST: u32 = 19_000_000;

const MONTHS_ID: Packed =
    Packed("Januari\0Februari\0Maret\0April\0Mei\0Juni\0Juli\0Agustus\0September\0Oktober\0November\0Desember\0");
const MONTHS_EN: Packed =
    Packed("January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December\0");

/// `2024-07-26` as `26 Juli 2024` or `26 July 2024`.
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
    let minute = minute(rest)? + zone.minutes();
    let day = CalendarDay::from_days(day.days() + minute.div_euclid(MINUTES_A_DAY))?;
    let minute_of_day = minute.rem_euclid(MINUTES_A_DAY) as u32;
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

fn real_day(digits: Digits) -> Option<CalendarDay> {
    if digits.number() < OLDEST { None } else { CalendarDay::of_digits(digits.number()) }
}

/// The minute of the day in UTC, or of the day before or after it, that the rest of a moment tells.
fn minute(rest: &mut &[u8]) -> Option<i64> {
    let time = taken(rest, "t99:99:99")?.number();
    if time % 100 > 60 {
        return None; // 60 is a leap second
    }
    if let [b'.', fraction @ ..] = *rest {
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !matches!(digits, 1..=9) {
            return None;
        }
        *rest = fraction.get(digits..)?;
    }
    let (sign, offset) = rest.split_first()?;
    *rest = offset;
    let east = match sign {
        b'Z' | b'z' => 0,
        b'+' | b'-' => clock(taken(rest, "99:99")?.number())?,
        _ => return None,
    };
    let minute = clock(time / 100)? + if *sign == b'-' { east } else { -east };
    rest.is_empty().then_some(minute)
}

/// The minutes of a clock's digits, `0756`.
#[inline(always)]
fn clock(digits: u32) -> Option<i64> {
    let real = digits < 2400 && digits % 100 < 60;
    real.then_some(i64::from(digits - digits / 100 * 40))
}
