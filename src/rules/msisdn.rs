//! Indonesian mobile numbers, and the telephone numbers a buyer can be reached at.
//!
//! Plan: country code 62, trunk prefix 0, mobile numbers begin with 8, then 1–3 or 5–9, and have 9 to 12 digits without
//! the 0 (google/libphonenumber release 9.0.35, `resources/PhoneNumberMetadata.xml`, region ID,
//! <https://github.com/google/libphonenumber>; Wikipedia, "Telephone numbers in Indonesia",
//! <https://en.wikipedia.org/wiki/Telephone_numbers_in_Indonesia>). The country code may stand as `+62`, `62` or `0062`
//! and may be followed by the trunk 0, `+62 (0)812`. ITU-T E.164 allows 15 digits in all.
//!
//! Mobile is decided before landline: `62812959293` fits the area code 0628 of North Sumatra too, and libphonenumber
//! reads it so, but a buyer who types it means +62 812 959 293. Bare digits that begin with 62 always carry the
//! country code here; a landline of the areas 062x is typed with its 0.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::dialled::dialled;
use crate::rules::digits::masked;
use crate::rules::digits::{tail, without};
use crate::rules::landline::is_landline;
use crate::rules::operators::{self, Operator};
use crate::rules::text::joined;

/// The calling code of Indonesia.
const HOME: &str = "62";
// Digits of a mobile number with its 0: the limits that a sentence names count it, as the buyer does.
const SHORTEST: usize = 10;
const LONGEST: usize = 13;
const E164_LONGEST: usize = 15;
// E.164 sets no lower limit; the shortest numbers in use (Saint Helena, Niue) have four digits after the country code.
const FOREIGN_SHORTEST: usize = 4;

/// An Indonesian mobile number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Msisdn<'a> {
    /// The number with its 0, `081234567890`: what the providers print.
    pub domestic: &'a str,
}

// No derive: a log must not show the number.
impl std::fmt::Debug for Msisdn<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Msisdn")
    }
}

impl<'a> Msisdn<'a> {
    /// The number as E.164 writes it, `+6281234567890`.
    pub fn e164(self) -> String {
        joined("+62", self.national())
    }

    /// The number without its 0.
    pub fn national(self) -> &'a str {
        without(self.domestic, b'0')
    }

    /// The operator that the prefix points at.
    pub fn operator(self) -> Option<&'static Operator> {
        operators::operator(self.domestic)
    }

    /// The number with at least four digits hidden, `0812****6647`.
    pub fn masked(self) -> String {
        masked(self.domestic, 4, self.domestic.len().saturating_sub(8).min(4))
    }
}

/// An Indonesian mobile number, as anybody writes it.
///
/// # Errors
/// - `msisdn.not_phone`: `abc`
/// - `msisdn.too_short`: `0812345`
/// - `msisdn.too_long`: `08123456789012`
/// - `msisdn.not_mobile`: `0218350123`
/// - `msisdn.wrong_country`: `+6591234567`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// let number = kasir::rules::msisdn::mobile("+62 (0)812-3456-7890", desk).unwrap();
/// assert_eq!((number.domestic, number.e164().as_str()), ("081234567890", "+6281234567890"));
/// ```
pub fn mobile<'a>(text: &'a str, desk: &Desk<'a>) -> Result<Msisdn<'a>, Finding> {
    Ok(Msisdn { domestic: domestic(text, Code::MsisdnNotMobile, desk)? })
}

/// The number with its 0, where the text is a mobile number in a spelling that nothing else has: `+62…` or `08…`.
/// Bare digits such as `6281234567890` may be a customer's number of any biller.
pub fn spelled<'a>(text: &'a str, desk: &Desk<'a>) -> Option<&'a str> {
    let typed = dialled(text, desk).ok()?;
    match typed.as_bytes() {
        [b'+', ..] | [b'0', b'8', ..] => Some(mobile(typed, desk).ok()?.domestic),
        _ => None,
    }
}

/// A number where a buyer is reached: mobile or, where it cannot be mobile, an Indonesian landline; with its 0.
///
/// # Errors
/// - those of [`mobile`], but `msisdn.not_phone` instead of `msisdn.not_mobile`: `08001234567`
pub fn contact<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    domestic(text, Code::MsisdnNotPhone, desk)
}

/// A telephone number without its country code: for `62` without the 0 too, for others as the country writes it.
///
/// # Errors
/// - those of [`contact`] for `62`
/// - `msisdn.not_phone`, `msisdn.too_short`, `msisdn.too_long` by the limits of E.164 for other countries
/// - `msisdn.wrong_country`: another country code before the number than `dial_code`
pub fn subscriber<'a>(dial_code: &str, text: &'a str, desk: &Desk<'a>) -> Result<&'a str, Finding> {
    let home = if dial_code == HOME { Some(Code::MsisdnNotPhone) } else { None };
    let number = judged(text, dial_code, home, desk)?;
    if home.is_some() { Ok(without(number, b'0')) } else { Ok(number) }
}

/// Notes `msisdn.unknown_prefix` where no operator is known to use the prefix.
pub fn prefix_advice<'a>(msisdn: &Msisdn<'a>, desk: &mut Desk<'a>) {
    if msisdn.operator().is_none() {
        desk.note(Code::MsisdnUnknownPrefix);
    }
}

/// Notes `msisdn.other_operator` where the prefix belongs to somebody else than the product's operator or brand; a name
/// that is nobody's tells nothing.
pub fn operator_advice<'a>(msisdn: &Msisdn<'a>, expected: &str, desk: &mut Desk<'a>) {
    if let Some(operator) = msisdn.operator().filter(|operator| operator.serves(expected) == Some(false)) {
        desk.note(Finding::limited(Code::MsisdnOtherOperator, operator.place()));
    }
}

/// An Indonesian number with its 0.
fn domestic<'a>(text: &'a str, other: Code, desk: &Desk<'a>) -> Result<&'a str, Finding> {
    let number = judged(text, HOME, Some(other), desk)?;
    Ok(if let [b'0', ..] = number.as_bytes() { number } else { desk.keep(joined("0", number)) })
}

/// A number without its country code, its 0 as typed. At home a code tells what a number is that is not mobile: not mobile,
/// or no telephone that a person is reached at; then landlines are.
fn judged<'a>(text: &'a str, dial_code: &str, home: Option<Code>, desk: &Desk<'a>) -> Result<&'a str, Finding> {
    let number = without_code(dialled(text, desk)?, dial_code, home)?;
    let fault = match (home, number.as_bytes()) {
        (None, _) => length_fault(number.len(), FOREIGN_SHORTEST, E164_LONGEST.saturating_sub(dial_code.len())),
        (Some(other), [b'0', national @ ..] | national) => fault(national, other),
    };
    fault.map_or(Ok(number), Err)
}

/// The number behind the country code, which may be missing at home; whether it exists is still open.
fn without_code<'a>(digits: &'a str, dial_code: &str, home: Option<Code>) -> Result<&'a str, Finding> {
    let typed = digits.as_bytes();
    let (plus, abroad) = match typed {
        [b'+', abroad @ ..] => (true, abroad),
        [b'0', b'0', abroad @ ..] => (false, abroad),
        _ if home.is_some() => (true, typed),
        _ => return Ok(digits),
    };
    if let Some(number) = abroad.strip_prefix(dial_code.as_bytes()) {
        return Ok(tail(digits, number.len()));
    }
    let fault = match (home, abroad) {
        _ if abroad.len() == typed.len() => return Ok(digits),
        (Some(_), [] | [b'0', ..]) if !plus => return Ok(digits),
        (Some(_), [b'0', ..]) => Code::MsisdnNotPhone,
        // 001803 and 007803 are toll-free numbers, called from Indonesia only.
        (Some(other), [b'1' | b'7', b'8', b'0', b'3', ..]) if !plus => other,
        _ => Code::MsisdnWrongCountry,
    };
    Err(fault.into())
}

/// What keeps a number without its 0 from being a mobile number or, where those count, a landline.
fn fault(national: &[u8], other: Code) -> Option<Finding> {
    let mobile = matches!(national, [b'8'] | [b'8', b'1'..=b'3' | b'5'..=b'9', ..]);
    let landline = is_landline(national);
    if landline && other == Code::MsisdnNotPhone {
        return None;
    }
    if landline || !mobile && is_service(national) {
        return Some(other.into());
    }
    let fault = length_fault(national.len() + 1, SHORTEST, LONGEST);
    if mobile { fault } else { fault.or(Some(Code::MsisdnNotPhone.into())) }
}

/// 0800, 0804, 0807, 0809 and the seven digits of 1500: services that a firm pays for, nobody's own telephone.
fn is_service(national: &[u8]) -> bool {
    matches!(national, [b'8', b'0', ..] | [b'1', b'5', b'0', b'0', _, _, _])
}

fn length_fault(length: usize, shortest: usize, longest: usize) -> Option<Finding> {
    if length < shortest {
        return Some(Finding::limited(Code::MsisdnTooShort, shortest as u32));
    }
    (length > longest).then(|| Finding::limited(Code::MsisdnTooLong, longest as u32))
}
