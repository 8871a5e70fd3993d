//! The digits of a telephone number, freed of what people type between them.
//!
//! Separators are those of google/libphonenumber release 9.0.35 (`PhoneNumberUtil`, valid punctuation,
//! <https://github.com/google/libphonenumber>), but for `~` and `x`, which it also takes for the start of an extension;
//! extensions are refused. Digits may be full-width, Arabic-Indic or Extended Arabic-Indic, as its JavaScript port
//! libphonenumber-js reads them.

use crate::alphabet::DIGIT;
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::{plain, without};
use crate::rules::text::{Spelling, respelled};

/// Leaves the digits as typed, behind a plus where one stood before them.
///
/// # Errors
/// - `msisdn.not_phone`: `abc`
pub(crate) fn dialled(desk: &mut Desk<'_>) -> Result<(), Finding> {
    respelled(desk, DIGIT, spelling);
    if plain(without(desk.text, b'+')) { Ok(()) } else { Err(Code::MsisdnNotPhone.into()) }
}

fn spelling(letter: char) -> Spelling {
    let zero = match letter {
        '+' | '\u{FF0B}' => return Spelling::As('+'),
        '0'..='9' => '0',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        ' ' | '-' | '.' | '/' | '(' | ')' | '[' | ']' | '\u{A0}' | '\u{AD}' | '\u{200B}' => return Spelling::Dropped,
        '\u{2010}'..='\u{2015}' | '\u{2060}' | '\u{2212}' | '\u{3000}' | '\u{30FC}' => return Spelling::Dropped,
        '\u{FF08}' | '\u{FF09}' | '\u{FF0D}'..='\u{FF0F}' | '\u{FF3B}' | '\u{FF3D}' => return Spelling::Dropped,
        _ => return Spelling::Refused,
    };
    // At most nine apart.
    Spelling::As(char::from(b'0' + (letter as u32 - zero as u32) as u8))
}
