//! Whole rupiah, as people write them.
//!
//! Indonesia groups by dots and puts a comma before decimals: `Rp 20.500,00` and, since CLDR 48, `Rp 20.500`, with
//! U+00A0 after `Rp` (Unicode CLDR, locale id-ID, <https://cldr.unicode.org>). ISO 4217 gives IDR two minor digits,
//! which nobody pays: decimals of zero are dropped, others refused. `20,500` means 20500 in English and 20.5 in
//! Indonesian, so it is refused rather than guessed; so is everything whose dots and commas can be read in two ways.
//! The providers print requests as text of whole rupiah, `"20500"` (Klikoo, "Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). The limit is the largest integer that every JSON reader
//! holds exactly (RFC 8259 section 6): 2^53 - 1.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::digits::plain;
use crate::rules::text::{Spelling, halves, respelled};

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
/// assert_eq!(kasir::rules::rupiah::rupiah("Rp 20.500,00").as_deref(), Ok("20500"));
/// ```
pub fn rupiah(text: &str) -> Result<Cow<'_, str>, Finding> {
    if plain(text) {
        return canonical(text).map(Cow::Borrowed);
    }
    let number = without_symbol(text);
    if plain(number) {
        return canonical(number).map(Cow::Borrowed);
    }
    let digits =
        respelled(whole(number)?, |letter| if letter == '.' { Spelling::Dropped } else { Spelling::As(letter) });
    canonical(&digits.unwrap_or_default()).map(|digits| Cow::Owned(digits.to_owned()))
}

/// The amount as a number; nothing when it is none or zero.
pub fn number(text: &str) -> Option<u64> {
    rupiah(text).ok().as_deref().and_then(value)
}

fn canonical(digits: &str) -> Result<&str, Finding> {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Err(Code::AmountZero.into());
    }
    match value(digits) {
        Some(_) => Ok(digits),
        None => Err(Finding::of(Code::AmountTooLarge).number("max", LARGEST)),
    }
}

fn value(digits: &str) -> Option<u64> {
    // Sixteen digits cannot pass the range of u64 on the way.
    if digits.len() > 16 {
        return None;
    }
    let value = digits.bytes().fold(0, |value: u64, byte| value * 10 + u64::from(byte & 0x0F));
    (value <= LARGEST).then_some(value)
}

fn without_symbol(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let Some((symbol, rest)) = text.split_at_checked(letters) else { return text };
    let rest = match symbol {
        _ if symbol.eq_ignore_ascii_case("rp") => rest.strip_prefix('.').unwrap_or(rest),
        _ if symbol.eq_ignore_ascii_case("idr") => rest,
        _ => return text,
    };
    rest.trim_start_matches([' ', '\u{A0}'])
}

/// What stands before the decimals, groups and all, once nothing of it can be read in two ways.
fn whole(number: &str) -> Result<&str, Finding> {
    if !number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',')) {
        return Err(Code::AmountNotDigits.into());
    }
    let (whole, decimals) = match halves(number, |byte| byte == b',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    let readable = grouped(whole) || plain(whole);
    match decimals {
        None if readable => Ok(whole),
        Some(decimals) if readable && matches!(decimals.len(), 1 | 2) && plain(decimals) => {
            if decimals.bytes().all(|byte| byte == b'0') { Ok(whole) } else { Err(Code::AmountHasDecimals.into()) }
        }
        _ => Err(unreadable(number).into()),
    }
}

fn unreadable(number: &str) -> Code {
    match number.as_bytes() {
        [b'0'..=b'9', .., b'0'..=b'9'] => Code::AmountAmbiguous,
        _ => Code::AmountNotDigits,
    }
}

/// `20.500`, `1.234.567`: one to three digits, then groups of three.
fn grouped(whole: &str) -> bool {
    let mut from_the_right = whole.bytes().rev().enumerate();
    plain(whole.get(..1).unwrap_or_default())
        && from_the_right.all(|(at, byte)| if at % 4 == 3 { byte == b'.' } else { byte.is_ascii_digit() })
}
