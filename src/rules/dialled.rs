//! The digits of a telephone number, freed of what people type between them.
//!
//! Separators are those of google/libphonenumber release 9.0.35 (`PhoneNumberUtil`, valid punctuation,
//! <https://github.com/google/libphonenumber>), but for `~` and `x`, which it also takes for the start of an extension;
//! extensions are refused. What nobody sees is dropped, more than the library drops. Digits may be full-width,
//! Arabic-Indic or Extended Arabic-Indic, as its JavaScript port libphonenumber-js reads them.

use crate::alphabet::{BLANK, CONTROL, DIGIT, TURNING, UNSEEN, WIDE, has_only, look};
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

/// Leaves the digits of a number that may be anybody's, where nothing of ASCII but blanks stands between them; anything else
/// as typed.
pub(crate) fn digits_alone(desk: &mut Desk<'_>) {
    let typed = desk.text;
    if has_only(desk.look, DIGIT | BLANK | WIDE | TURNING | CONTROL | UNSEEN) {
        if dialled(desk).is_err() {
            desk.text = typed;
        }
        desk.look = look(desk.text);
    }
}

/// The zeros that nine more digits follow.
const ZEROS: &[u16] = &[0x30, 0x660, 0x6F0, 0xFF10];

const SEPARATORS: &[u16] = &[
    0x20, 0x2D, 0x2E, 0x2F, 0x28, 0x29, 0x5B, 0x5D, 0xA0, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212,
    0x3000, 0x30FC, 0xFF08, 0xFF09, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF3B, 0xFF3D,
];

pub(crate) fn spelling(letter: char) -> Spelling {
    let code = letter as u32;
    for zero in ZEROS {
        let digit = code.wrapping_sub((*zero).into());
        if digit < 10 {
            return Spelling::As(char::from(b'0' + digit as u8));
        }
    }
    if matches!(letter, '+' | '\u{FF0B}') {
        return Spelling::As('+');
    }
    if SEPARATORS.iter().any(|separator| u32::from(*separator) == code) { Spelling::Dropped } else { Spelling::Refused }
}
