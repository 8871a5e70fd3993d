//! The digits of a telephone number, freed of what people type between them.
//!
//! Separators are those of google/libphonenumber release 9.0.35 (`PhoneNumberUtil`, valid punctuation,
//! <https://github.com/google/libphonenumber>), but for `~` and `x`, which it also takes for the start of an extension;
//! extensions are refused. Digits may be full-width, Arabic-Indic or Extended Arabic-Indic, as its JavaScript port
//! libphonenumber-js reads them.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::digits::{plain, without_first};
use crate::rules::text::{Spelling, respelled};

/// The digits as typed, and whether a plus stood before them.
pub(crate) struct Dialled<'a> {
    pub(crate) plus: bool,
    pub(crate) digits: Cow<'a, str>,
}

/// Reads the digits and the plus.
///
/// # Errors
/// - `msisdn.not_phone`: `abc`
pub(crate) fn dialled(text: &str) -> Result<Dialled<'_>, Finding> {
    if plain(text) {
        return Ok(Dialled { plus: false, digits: Cow::Borrowed(text) });
    }
    let typed = respelled(text, |letter| match digit(letter) {
        Some(digit) => Spelling::As(digit),
        None if matches!(letter, '+' | '\u{FF0B}') => Spelling::As('+'),
        None if separates(letter) => Spelling::Dropped,
        None => Spelling::Refused,
    });
    let typed = typed.ok_or(Code::MsisdnNotPhone)?;
    let plus = typed.starts_with('+');
    let digits = without_first(Cow::Owned(typed), usize::from(plus));
    if plain(&digits) { Ok(Dialled { plus, digits }) } else { Err(Code::MsisdnNotPhone.into()) }
}

fn digit(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => return Some(letter),
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return None,
    };
    char::from_digit(letter as u32 - zero, 10)
}

fn separates(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '-' | '.' | '/' | '(' | ')' | '[' | ']' | '\u{A0}' | '\u{AD}' | '\u{200B}' | '\u{2010}'
            ..='\u{2015}' | '\u{2060}' | '\u{2212}' | '\u{3000}' | '\u{30FC}' | '\u{FF08}' | '\u{FF09}' | '\u{FF0D}'
            ..='\u{FF0F}' | '\u{FF3B}' | '\u{FF3D}'
    )
}
