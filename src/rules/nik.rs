//! NIK, the sixteen digits of an Indonesian identity card.
//!
//! Two digits each of province, regency and district where the number was first issued, the date of birth as DDMMYY
//! with 40 added to a woman's day, and a serial from 0001; no check digit (Government Regulation 37/2007 article 37;
//! Dukcapil Klaten, <https://dukcapil.klaten.go.id>; Microsoft Purview, "Indonesia identity card (KTP) number"). The
//! number stays for life: it follows neither a move nor a corrected date of birth (Government Regulation 40/2019
//! article 30), so a difference from the form is advice. Provinces are the 38 codes of the Ministry of Home Affairs
//! decree 300.2.2-2430/2025 (<https://github.com/cahyadsn/wilayah>); regencies and districts are not checked, since
//! numbers issued under codes that were renumbered since are still in use. Two digits of a year give two candidates,
//! 19YY and 20YY; 29 February of `00` is 2000 only.

use crate::alphabet::{DIGIT, has_only, look};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::calendar_day::CalendarDay;
use crate::rules::digits::{digits, two};

/// A well-formed NIK.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nik<'a>(&'a str);

// No derive: a log must not show the number.
impl std::fmt::Debug for Nik<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Nik")
    }
}

/// The greatest second digit of a province's code, four bits for each first digit from the right; second digits begin at 1.
const PROVINCES: u64 = 0x62_6530_6190;

/// The number on the desk, which has sixteen digits, blanks, dots and hyphens between them or not.
///
/// # Errors
/// - `nik.not_16_digits`: `31741009129600011`
/// - `nik.unknown_province`: `9974100912960001`
/// - `nik.not_real_day`: `3174103002960001`
/// - `nik.serial_zero`: `3174100912960000`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// desk.lay(0, "3515 1445 0868 0002");
/// let nik = kasir::rules::nik::nik(desk).unwrap();
/// assert!(nik.female() && nik.province() == 35);
/// ```
pub fn nik<'a>(desk: &mut Desk<'a>) -> Result<Nik<'a>, Finding> {
    digits(desk);
    of_digits(desk.text, look(desk.text))
}

/// The number that sixteen digits are with nothing between them.
pub(crate) fn of_digits(digits: &str, look: u32) -> Result<Nik<'_>, Finding> {
    match fault(digits, look) {
        Some(fault) => Err(Finding::of(fault)),
        None => Ok(Nik(digits)),
    }
}

#[inline(never)]
fn fault(digits: &str, look: u32) -> Option<Code> {
    let nik = Nik(digits);
    if digits.len() != 16 || !has_only(look, DIGIT) {
        return Some(Code::NikNot16Digits);
    }
    let most = PROVINCES >> (nik.province() / 10 * 4) & 15;
    if !(1..=most).contains(&u64::from(nik.province() % 10)) {
        return Some(Code::NikUnknownProvince);
    }
    // A day of 19YY is one of 20YY too.
    if nik.birth(2000).is_none() {
        return Some(Code::NikNotRealDay);
    }
    digits.ends_with("0000").then_some(Code::NikSerialZero)
}

/// Notes what in a form differs from the identity number on the desk: `nik.birth_differs`, `nik.gender_differs`. All three
/// are in their wire spelling. An empty text differs from nothing, and nothing differs from a number that is no NIK.
#[inline(never)]
pub fn disagreement(born: &str, gender: &str, desk: &mut Desk<'_>) {
    let card = Nik(desk.text);
    // The century is not written, so 1896 and 1996 are one.
    let agrees = two(born, 2) == card.two(10) && two(born, 5) == card.two(8) && two(born, 8) == card.day();
    let birth_differs = !(agrees || born.is_empty());
    let gender_differs = gender == if card.female() { "male" } else { "female" };
    if !(birth_differs || gender_differs) || fault(card.0, look(card.0)).is_some() {
        return;
    }
    if birth_differs {
        desk.note(Code::NikBirthDiffers);
    }
    if gender_differs {
        desk.note(Code::NikGenderDiffers);
    }
}

impl<'a> Nik<'a> {
    /// The sixteen digits.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// The code of the province where the number was first issued.
    pub fn province(self) -> u32 {
        self.two(0)
    }

    /// Whether the number was issued to a woman.
    pub fn female(self) -> bool {
        self.two(6) > 40
    }

    #[inline(never)]
    fn birth(self, century: u32) -> Option<CalendarDay> {
        CalendarDay::new(century + self.two(10), self.two(8), self.day())
    }

    fn day(self) -> u32 {
        self.two(6) - if self.female() { 40 } else { 0 }
    }

    /// The likelier date of birth: the later one that is not still to come.
    #[inline(never)]
    pub fn born(self, today: CalendarDay) -> Option<CalendarDay> {
        let not_to_come = |day: &CalendarDay| *day <= today;
        self.birth(2000).filter(not_to_come).or_else(|| self.birth(1900).filter(not_to_come))
    }

    fn two(self, at: usize) -> u32 {
        two(self.0, at)
    }
}
