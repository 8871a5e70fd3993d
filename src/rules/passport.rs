//! Passport numbers.
//!
//! ICAO Doc 9303 part 4 gives the document number nine places of A–Z and 0–9
//! (<https://www.icao.int/publications/doc-series/doc-9303>). Five is our lower limit; no standard sets one. Indonesian
//! passports carry one letter and seven digits; validator.js admits A, B and C
//! (<https://github.com/validatorjs/validator.js>, `isPassportNumber`), but newer letters are not confirmed, so any
//! letter passes. Both findings are advice: Klikoo's own sample holds `testpassport` ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). The check digit of the machine-readable zone is
//! not part of the number that people type.

use crate::alphabet::{DIGIT, UPPER};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{Spelling, carried, formed, respelled};

/// The most characters sent of something that is no passport number.
pub const LONGEST: usize = 32;

/// The number in capitals, without blanks and hyphens.
///
/// # Errors
/// - `passport.malformed`: `testpassport`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::passport::passport, "a 123 4567"), Ok("A1234567"));
/// ```
pub fn passport(desk: &mut Desk<'_>) -> Result<(), Finding> {
    respelled(desk, DIGIT | UPPER, in_capitals);
    if matches!(desk.text.len(), 5..=9) { Ok(()) } else { Err(Finding::of(Code::PassportMalformed)) }
}

pub(crate) fn in_capitals(letter: char) -> Spelling {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Spelling::As(letter.to_ascii_uppercase()),
        ' ' | '\u{A0}' | '-' => Spelling::Dropped,
        _ => Spelling::Refused,
    }
}

/// The number as [`passport`] spells it; another shape stays as it is, with the finding as advice.
///
/// # Errors
/// - `text.control_character`, `text.too_long`: 33 characters
///
/// # Advice
/// - `passport.malformed`: `testpassport`
#[inline(never)]
pub fn passport_or_text(desk: &mut Desk<'_>) -> Result<(), Finding> {
    let typed = desk.text;
    if let Err(finding) = passport(desk) {
        carried(desk.look, 1, LONGEST)?;
        desk.note(finding);
        desk.text = typed;
    }
    Ok(())
}

/// The number of a passport that is known to be Indonesia's, else as [`passport_or_text`].
///
/// # Advice
/// - `passport.unusual_for_indonesia`: `AB123456`
pub fn indonesian(desk: &mut Desk<'_>) -> Result<(), Finding> {
    passport_or_text(desk)?;
    if desk.issues.is_empty() && formed(desk.text, "A9999999").is_none() {
        desk.note(Code::PassportUnusual);
    }
    Ok(())
}
