//! Whole rupiah, as people write them.
//!
//! Indonesia groups by dots and puts a comma before decimals: `Rp 20.500,00` and, since CLDR 48, `Rp 20.500`, with
//! U+00A0 after `Rp` (Unicode CLDR, locale id-ID, <https://cldr.unicode.org>). ISO 4217 gives IDR two minor digits,
//! which nobody pays: decimals of zero are dropped, others refused. `20,500` means 20500 in English and 20.5 in
//! Indonesian, so it is refused rather than guessed; so is everything whose dots and commas can be read in two ways.
//! The providers print requests as text of whole rupiah, `"20500"` (Klikoo, "Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). The limit is the largest integer that every JSON reader
//! holds exactly (RFC 8259 section 6): 2^53 - 1.

use crate::code::Code;
use crate::desk::Desk;
use crate::input::whole;
use crate::issue::Finding;
use crate::rules::digits::{bare, plain};

/// The largest amount, 2^53 - 1.
pub const LARGEST: u64 = 9_007_199_254_740_991;

/// The amount as bare digits, `20500`.
///
/// # Errors
/// - `amount.not_digits`: `dua puluh`
/// - `amount.ambiguous`: `20,500`
/// - `amount.has_decimals`: `20.500,50`
/// - `amount.too_large`: `9007199254740992`
/// - `amount.zero`: `0`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(kasir::rules::rupiah::rupiah("Rp 20.500,00", desk), Ok("20500"));
/// ```
pub fn rupiah<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let number = without_symbol(text);
    let digits = bare(if plain(number) { number } else { desk.keep(ungrouped(number)?) });
    match whole(digits) {
        _ if digits.is_empty() => Err(Code::AmountZero.into()),
        Some(..=LARGEST) => Ok(digits),
        _ => Err(Code::AmountTooLarge.into()),
    }
}

/// The amount as a number; nothing when it is none or zero.
pub fn number<'a>(text: &'a str, desk: &mut Desk<'a>) -> Option<u64> {
    rupiah(text, desk).ok().and_then(whole)
}

fn without_symbol(text: &str) -> &str {
    let mut rest = match text.as_bytes() {
        [b'R' | b'r', b'P' | b'p', b'.', rest @ ..] | [b'R' | b'r', b'P' | b'p', rest @ ..] => rest,
        [b'I' | b'i', b'D' | b'd', b'R' | b'r', rest @ ..] => rest,
        _ => return text,
    };
    while let [b' ', after @ ..] | [0xC2, 0xA0, after @ ..] = rest {
        rest = after;
    }
    text.get(text.len() - rest.len()..).unwrap_or_default()
}

/// The digits before the decimals without the dots between them, once nothing of it can be read in two ways.
fn ungrouped(number: &str) -> Result<String, Finding> {
    let (whole, decimals) = match number.as_bytes() {
        [whole @ .., b',', ten, one] => (whole, [*ten, *one]),
        [whole @ .., b',', ten] => (whole, [*ten, b'0']),
        whole => (whole, [b'0'; 2]),
    };
    let mut readable = matches!(whole, [b'0'..=b'9', ..]) && decimals.iter().all(u8::is_ascii_digit);
    let mut digits = String::with_capacity(whole.len());
    let grouped = whole.contains(&b'.');
    for (at, byte) in whole.iter().enumerate() {
        if grouped && (whole.len() - at) % 4 == 0 {
            readable &= *byte == b'.';
        } else {
            readable &= byte.is_ascii_digit();
            digits.push(char::from(*byte));
        }
    }
    match decimals {
        _ if !readable => Err(unreadable(number).into()),
        [b'0', b'0'] => Ok(digits),
        _ => Err(Code::AmountHasDecimals.into()),
    }
}

fn unreadable(number: &str) -> Code {
    match number.as_bytes() {
        [b'0'..=b'9', between @ .., b'0'..=b'9'] if between.iter().all(is_digit_or_mark) => Code::AmountAmbiguous,
        _ => Code::AmountNotDigits,
    }
}

fn is_digit_or_mark(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'.' | b',')
}
