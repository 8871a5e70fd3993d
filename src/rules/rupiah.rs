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
    let whole = whole(number)?;
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    canonical(&digits).map(|digits| Cow::Owned(digits.to_owned()))
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
    let (whole, decimals) = match number.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    if !grouped(whole) && !plain(whole) {
        return Err(unreadable(whole, decimals).into());
    }
    match decimals {
        None => Ok(whole),
        Some(decimals) if !matches!(decimals.len(), 1 | 2) || !plain(decimals) => {
            Err(unreadable(whole, Some(decimals)).into())
        }
        Some(decimals) if decimals.bytes().any(|byte| byte != b'0') => Err(Code::AmountHasDecimals.into()),
        Some(_) => Ok(whole),
    }
}

fn unreadable(whole: &str, decimals: Option<&str>) -> Code {
    let digit_first = whole.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let digit_last = decimals.unwrap_or(whole).bytes().last().is_some_and(|byte| byte.is_ascii_digit());
    if digit_first && digit_last { Code::AmountAmbiguous } else { Code::AmountNotDigits }
}

/// `20.500`, `1.234.567`: one to three digits, then groups of three.
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    groups.next().is_some_and(|first| plain(first) && first.len() <= 3)
        && groups.all(|group| plain(group) && group.len() == 3)
}
