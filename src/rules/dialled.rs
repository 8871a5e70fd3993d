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
    if !is_dialled(desk.text) {
        respelled(desk, DIGIT, spelling);
    }
    if is_dialled(desk.text) { Ok(()) } else { Err(Code::MsisdnNotPhone.into()) }
}

fn is_dialled(text: &str) -> bool {
    plain(without(text, b'+'))
}

/// The zeros that nine more digits follow.
const ZEROS: &str = "0\u{660}\u{6F0}\u{FF10}";

const SEPARATORS: &str = " -./()[]\u{A0}\u{AD}\u{200B}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2060}\u{2212}\
    \u{3000}\u{30FC}\u{FF08}\u{FF09}\u{FF0D}\u{FF0E}\u{FF0F}\u{FF3B}\u{FF3D}";

pub(crate) fn spelling(letter: char) -> Spelling {
    for zero in ZEROS.chars() {
        let digit = (letter as u32).wrapping_sub(zero as u32);
        if digit < 10 {
            return Spelling::As(char::from(b'0' + digit as u8));
        }
    }
    if matches!(letter, '+' | '\u{FF0B}') {
        return Spelling::As('+');
    }
    if SEPARATORS.chars().any(|separator| separator == letter) { Spelling::Dropped } else { Spelling::Refused }
}
