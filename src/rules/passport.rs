//! Passport numbers.
//!
//! ICAO Doc 9303 part 4 gives the document number nine places of A–Z and 0–9
//! (<https://www.icao.int/publications/doc-series/doc-9303>). Five is our lower limit; no standard sets one. Indonesian
//! passports carry one letter and seven digits; validator.js admits A, B and C
//! (<https://github.com/validatorjs/validator.js>, `isPassportNumber`), but newer letters are not confirmed, so any
//! letter passes. Both findings are advice: Klikoo's own sample holds `testpassport` ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). The check digit of the machine-readable zone is
//! not part of the number that people type.

use std::borrow::Cow;

use crate::alphabet::{DIGIT, UPPER, only};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::Notes;
use crate::rules::text::{Spelling, plain_text, respelled};

/// The most characters sent of something that is no passport number.
pub const LONGEST: usize = 32;

/// The number in capitals, without blanks and hyphens.
///
/// # Errors
/// - `passport.malformed`: `testpassport`
///
/// ```
/// assert_eq!(kasir::rules::passport::passport("a 123 4567").as_deref(), Ok("A1234567"));
/// ```
pub fn passport(text: &str) -> Result<Cow<'_, str>, Finding> {
    if only(text, DIGIT | UPPER) {
        return number(Cow::Borrowed(text));
    }
    let capitals = respelled(text, |letter| match letter {
        ' ' | '\u{A0}' | '-' => Spelling::Dropped,
        _ => Spelling::As(letter.to_ascii_uppercase()),
    });
    number(Cow::Owned(capitals.unwrap_or_default()))
}

fn number(text: Cow<'_, str>) -> Result<Cow<'_, str>, Finding> {
    let fits = (5..=9).contains(&text.len()) && only(&text, DIGIT | UPPER);
    if fits { Ok(text) } else { Err(Code::PassportMalformed.into()) }
}

/// The number as [`passport`] spells it; another shape stays as it is, with the finding as advice.
///
/// # Errors
/// - `text.control_character`, `text.too_long`: 33 characters
///
/// # Advice
/// - `passport.malformed`: `testpassport`
pub fn passport_or_text<'a>(text: &'a str, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    passport(text).or_else(|finding| {
        plain_text(text, 1, LONGEST)?;
        notes.push(finding);
        Ok(Cow::Borrowed(text))
    })
}

/// Notes `passport.unusual_for_indonesia` unless the number is a letter and seven digits.
pub fn unusual_for_indonesia(number: &str, notes: &mut Notes) {
    let usual = match number.as_bytes() {
        [letter, digits @ ..] => {
            letter.is_ascii_uppercase() && digits.len() == 7 && digits.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    };
    if !usual {
        notes.push(Code::PassportUnusual.into());
    }
}
