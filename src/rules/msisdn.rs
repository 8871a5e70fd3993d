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

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::Notes;
use crate::rules::dialled::{Dialled, dialled};
use crate::rules::digits::{masked, plain, without_first};
use crate::rules::landline;
use crate::rules::operators::{self, Operator};

// Digits of a mobile number without its 0.
const SHORTEST: usize = 9;
const LONGEST: usize = 12;
const E164_LONGEST: usize = 15;
// E.164 sets no lower limit; the shortest numbers in use (Saint Helena, Niue) have four digits after the country code.
const FOREIGN_SHORTEST: usize = 4;

/// An Indonesian mobile number.
#[derive(Clone, PartialEq, Eq)]
pub struct Msisdn<'a> {
    /// The number with its 0, `081234567890`: what the providers print.
    pub domestic: Cow<'a, str>,
}

// No derive: a log must not show the number.
impl std::fmt::Debug for Msisdn<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Msisdn")
    }
}

impl Msisdn<'_> {
    /// The number as E.164 writes it, `+6281234567890`.
    pub fn e164(&self) -> String {
        let mut text = String::from("+62");
        text.push_str(self.national());
        text
    }

    /// The number without its 0.
    pub fn national(&self) -> &str {
        self.domestic.get(1..).unwrap_or_default()
    }

    /// The operator that the prefix points at.
    pub fn operator(&self) -> Option<Operator> {
        operators::operator(&self.domestic)
    }

    /// The number with at least four digits hidden, `0812****6647`.
    pub fn masked(&self) -> String {
        masked(&self.domestic, 4, self.domestic.len().saturating_sub(8).min(4))
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
/// let number = kasir::rules::msisdn::mobile("+62 (0)812-3456-7890").unwrap();
/// assert_eq!((number.domestic.as_ref(), number.e164().as_str()), ("081234567890", "+6281234567890"));
/// ```
pub fn mobile(text: &str) -> Result<Msisdn<'_>, Finding> {
    if text.starts_with('0') && plain(text) && is_mobile(text.get(1..).unwrap_or_default()) {
        return Ok(Msisdn { domestic: Cow::Borrowed(text) });
    }
    let national = indonesian(text)?;
    match mobile_fault(&national) {
        None => Ok(Msisdn { domestic: domestic(&national) }),
        Some(fault) => Err(fault),
    }
}

/// The number with its 0, where the text is a mobile number in a spelling that nothing else has: `+62…` or `08…`.
/// Bare digits such as `6281234567890` may be a customer's number of any biller.
pub fn spelled(text: &str) -> Option<Cow<'_, str>> {
    let Dialled { plus, digits } = dialled(text).ok()?;
    if plus || digits.starts_with("08") { Some(mobile(text).ok()?.domestic) } else { None }
}

/// A number where a buyer is reached: mobile or, where it cannot be mobile, an Indonesian landline; with its 0.
///
/// # Errors
/// - those of [`mobile`], but `msisdn.not_phone` instead of `msisdn.not_mobile`: `08001234567`
pub fn contact(text: &str) -> Result<Cow<'_, str>, Finding> {
    if text.starts_with('0') && plain(text) && is_reachable(text.get(1..).unwrap_or_default()) {
        return Ok(Cow::Borrowed(text));
    }
    Ok(domestic(&reached(text)?))
}

/// A telephone number without its country code: for `62` without the 0 too, for others as the country writes it.
///
/// # Errors
/// - those of [`contact`] for `62`
/// - `msisdn.not_phone`, `msisdn.too_short`, `msisdn.too_long` by the limits of E.164 for other countries
/// - `msisdn.wrong_country`: another country code before the number than `dial_code`
pub fn subscriber<'a>(dial_code: &str, text: &'a str) -> Result<Cow<'a, str>, Finding> {
    if dial_code != "62" {
        return foreign(dial_code, text);
    }
    reached(text)
}

/// Notes `msisdn.unknown_prefix` where no operator is known to use the prefix.
pub fn prefix_advice(msisdn: &Msisdn, notes: &mut Notes) {
    if msisdn.operator().is_none() {
        notes.push(Code::MsisdnUnknownPrefix.into());
    }
}

/// Notes `msisdn.other_operator` where the prefix belongs to somebody else than the product's operator or brand; a name
/// that is nobody's tells nothing.
pub fn operator_advice(msisdn: &Msisdn, expected: &str, notes: &mut Notes) {
    if let Some(operator) = msisdn.operator().filter(|operator| operator.serves(expected) == Some(false)) {
        let finding = Finding::of(Code::MsisdnOtherOperator).text("operator", operator.brand);
        notes.push(finding.text("expected", expected.to_owned()));
    }
}

fn is_mobile(national: &str) -> bool {
    matches!(national.as_bytes(), [b'8', b'1'..=b'3' | b'5'..=b'9', ..])
        && (SHORTEST..=LONGEST).contains(&national.len())
}

fn mobile_fault(national: &str) -> Option<Finding> {
    let mobile = matches!(national.as_bytes(), [b'8'] | [b'8', b'1'..=b'3' | b'5'..=b'9', ..]);
    if !mobile && (landline::fits(national) || is_service(national)) {
        return Some(Code::MsisdnNotMobile.into());
    }
    let fault = length_fault(national.len());
    if mobile { fault } else { Some(fault.unwrap_or(Code::MsisdnNotPhone.into())) }
}

/// 0800, 0804, 0807, 0809 and the seven digits of 1500: services that a firm pays for, nobody's own telephone.
fn is_service(national: &str) -> bool {
    national.starts_with("80") || (national.starts_with("1500") && national.len() == 7)
}

fn reached(text: &str) -> Result<Cow<'_, str>, Finding> {
    let fault = match indonesian(text) {
        Ok(national) if is_reachable(&national) => return Ok(national),
        Ok(national) => mobile_fault(&national),
        Err(fault) => Some(fault),
    };
    Err(fault.filter(|fault| fault.code != Code::MsisdnNotMobile).unwrap_or(Code::MsisdnNotPhone.into()))
}

fn is_reachable(national: &str) -> bool {
    is_mobile(national) || landline::fits(national)
}

// The limits that a sentence names count the 0, as the buyer does.
fn length_fault(length: usize) -> Option<Finding> {
    if length < SHORTEST {
        return Some(Finding::of(Code::MsisdnTooShort).number("min", SHORTEST as u64 + 1));
    }
    (length > LONGEST).then(|| Finding::of(Code::MsisdnTooLong).number("max", LONGEST as u64 + 1))
}

fn domestic(national: &str) -> Cow<'static, str> {
    let mut text = String::with_capacity(national.len() + 1);
    text.push('0');
    text.push_str(national);
    Cow::Owned(text)
}

/// The number without country code and without 0; whether it exists is still open.
fn indonesian(text: &str) -> Result<Cow<'_, str>, Finding> {
    let Dialled { plus, digits } = dialled(text)?;
    let national = match (plus, digits.as_bytes()) {
        (_, [b'6', b'2', b'0', ..]) => without_first(digits, 3),
        (_, [b'6', b'2', ..]) => without_first(digits, 2),
        (true, [b'0', ..]) => return Err(Code::MsisdnNotPhone.into()),
        (true, _) => return Err(Code::MsisdnWrongCountry.into()),
        (false, [b'0', b'0', b'6', b'2', b'0', ..]) => without_first(digits, 5),
        (false, [b'0', b'0', b'6', b'2', ..]) => without_first(digits, 4),
        // 001803 and 007803 are toll-free numbers, called from Indonesia only.
        (false, [b'0', b'0', b'1' | b'7', b'8', b'0', b'3', ..]) => return Err(Code::MsisdnNotMobile.into()),
        (false, [b'0', b'0', b'1'..=b'9', ..]) => return Err(Code::MsisdnWrongCountry.into()),
        (false, [b'0', ..]) => without_first(digits, 1),
        (false, _) => digits,
    };
    Ok(national)
}

fn foreign<'a>(dial_code: &str, text: &'a str) -> Result<Cow<'a, str>, Finding> {
    let Dialled { plus, digits } = dialled(text)?;
    let code_at = match (plus, digits.as_bytes()) {
        (true, _) => Some(0),
        (false, [b'0', b'0', ..]) => Some(2),
        (false, _) => None,
    };
    let number = match code_at {
        None => digits,
        Some(at) if digits.get(at..).is_some_and(|rest| rest.starts_with(dial_code)) => {
            without_first(digits, at + dial_code.len())
        }
        Some(_) => return Err(Code::MsisdnWrongCountry.into()),
    };
    let longest = E164_LONGEST.saturating_sub(dial_code.len());
    if number.len() < FOREIGN_SHORTEST {
        return Err(Finding::of(Code::MsisdnTooShort).number("min", FOREIGN_SHORTEST as u64));
    }
    if number.len() > longest {
        return Err(Finding::of(Code::MsisdnTooLong).number("max", longest as u64));
    }
    Ok(number)
}
