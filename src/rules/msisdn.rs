//! Indonesian mobile numbers, and the telephone numbers a buyer can be reached at.
//!
//! Plan: country code 62, trunk prefix 0, mobile numbers begin with 8, then 1–3 or 5–9, and have 9 to 12 digits without
//! the 0 (google/libphonenumber release 9.0.35, `resources/PhoneNumberMetadata.xml`, region ID,
//! <https://github.com/google/libphonenumber>; Wikipedia, "Telephone numbers in Indonesia",
//! <https://en.wikipedia.org/wiki/Telephone_numbers_in_Indonesia>). The country code may stand as `+62`, `62` or `0062`
//! and may be followed by the trunk 0, `+62 (0)812`. ITU-T E.164 allows 15 digits in all.
//!
//! Mobile is decided before landline. Bare digits that begin with 62 always carry the country code here, so that a landline
//! of the areas 062x is read with its 0 or behind `+62`, and beside the dial code 62 not at all. Numbers abroad are sent as
//! they are typed, a trunk 0 included: no table of plans is kept.
//!
//! On Indonesian numbers the verdict is libphonenumber's, but for these differences:
//!
//! - U+202A, U+200E, U+FEFF and others that nobody sees: contact apps wrap numbers in them, the library drops U+00AD,
//!   U+200B and U+2060 alone.
//! - `(+62) 812…`: the library takes nothing before a plus, people put the country code in brackets.
//! - `62812959293`: the library reads a landline of the area 0628, a buyer means +62 812 959 293.
//! - `0062812…`: 00 is what most of the world dials abroad; the library knows only the 008 and 009 of Indonesia.
//! - `0812… ext. 5`, `x5`, `#5`, `,5`, and any tilde: the library keeps it apart, a number that is topped up has none.
//! - `0812…;phone-context=+62`: the library reads the parameters of a tel URI, nobody types them.
//! - `00862812…`: the library drops 008 and 009, which are dialled to leave Indonesia, not to reach it.
//! - `021 14045`, `021 500123`: valid fixed lines to the library, but firms answer there, not buyers.
//! - `0622 421234` without its 0, as providers take it beside the dial code 62: nobody could tell that from +62 2421234.
//! - Beside another dial code than 62 the library knows the plan of each country, kasir E.164 alone: four digits at
//!   least, and 15 with the code at most.

use crate::code::Code;
use crate::desk::Desk;
use crate::input::whole;
use crate::issue::Finding;
use crate::rules::dialled::dialled;
use crate::rules::digits::{tail, without};
use crate::rules::landline::is_landline;
use crate::rules::operators::{self, Operator};
use crate::texts::joined;

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
    #[inline(never)]
    pub fn e164(self) -> String {
        joined("+62", self.national())
    }

    /// The number without its 0.
    #[inline(never)]
    pub fn national(self) -> &'a str {
        without(self.domestic, b'0')
    }

    /// The operator that the prefix points at.
    pub fn operator(self) -> Option<&'static Operator> {
        operators::operator(self.domestic)
    }
}

/// An Indonesian mobile number in any spelling; it is left with its 0.
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
/// assert_eq!(desk.read(kasir::rules::msisdn::mobile, "+62 (0)812-3456-7890"), Ok("081234567890"));
/// let number = kasir::rules::msisdn::Msisdn { domestic: desk.text };
/// assert_eq!(number.e164(), "+6281234567890");
/// ```
pub fn mobile(desk: &mut Desk<'_>) -> Result<(), Finding> {
    domestic(desk, Code::MsisdnNotMobile)
}

/// Leaves the number with its 0, where the text is a mobile number in a spelling that nothing else has: `+62…` or `08…`.
/// Bare digits such as `6281234567890` may be a customer's number of any biller.
#[inline(never)]
pub fn spelled(desk: &mut Desk<'_>) {
    let typed = desk.text;
    let is_certain = dialled(desk).is_ok() && matches!(desk.text.as_bytes(), [b'+', ..] | [b'0', b'8', ..]);
    if !is_certain || mobile(desk).is_err() {
        desk.text = typed;
    }
}

/// A number where a buyer is reached: mobile or, where it cannot be mobile, an Indonesian landline; with its 0.
///
/// # Errors
/// - those of [`mobile`], but `msisdn.not_phone` instead of `msisdn.not_mobile`: `08001234567`
pub fn contact(desk: &mut Desk<'_>) -> Result<(), Finding> {
    domestic(desk, Code::MsisdnNotPhone)
}

/// A telephone number without its country code: for `62` without the 0 too, for others as the country writes it.
///
/// # Errors
/// - those of [`contact`] for `62`
/// - `msisdn.not_phone`, `msisdn.too_short`, `msisdn.too_long` by the limits of E.164 for other countries
/// - `msisdn.wrong_country`: another country code before the number than `dial_code`
/// - `msisdn.not_mobile` for a landline that would be read as a number behind its country code: `0622421234`
pub fn subscriber(dial_code: &str, desk: &mut Desk<'_>) -> Result<(), Finding> {
    let home = if dial_code == HOME { Some(Code::MsisdnNotPhone) } else { None };
    judged(desk, dial_code, home)?;
    let (as_a_code, code) = if home.is_some() { (HOME, Code::MsisdnNotMobile) } else { ("00", Code::MsisdnNotPhone) };
    if home.is_some() {
        desk.text = without(desk.text, b'0');
    }
    if desk.text.starts_with(as_a_code) { Err(code.into()) } else { Ok(()) }
}

/// Notes `msisdn.unknown_prefix` where no operator is known to use the prefix of the number on the desk.
pub fn prefix_advice(desk: &mut Desk<'_>) {
    if operators::operator(desk.text).is_none() {
        desk.note(Code::MsisdnUnknownPrefix);
    }
}

/// Notes `msisdn.other_operator` where the prefix belongs to somebody else than the product's operator or brand; a name
/// that is nobody's tells nothing.
pub fn operator_advice(expected: &str, desk: &mut Desk<'_>) {
    if let Some(operator) = operators::operator(desk.text)
        && operator.serves(expected) == Some(false)
    {
        desk.note(Finding::limited(Code::MsisdnOtherOperator, operator.place()));
    }
}

/// Leaves an Indonesian number with its 0.
fn domestic(desk: &mut Desk<'_>, other: Code) -> Result<(), Finding> {
    judged(desk, HOME, Some(other))?;
    if !matches!(desk.text.as_bytes(), [b'0', ..]) {
        desk.rewrite(joined("0", desk.text));
    }
    Ok(())
}

/// Leaves a number without its country code, its 0 as typed. `home` is given for Indonesian numbers, and is the code for one
/// that is not mobile: `msisdn.not_mobile`, or `msisdn.not_phone` where landlines count as well.
fn judged(desk: &mut Desk<'_>, dial_code: &str, home: Option<Code>) -> Result<(), Finding> {
    dialled(desk)?;
    let typed = desk.text;
    without_code(desk, dial_code, home)?;
    match (home, desk.text.as_bytes()) {
        (None, number) => fits(number.len(), FOREIGN_SHORTEST, E164_LONGEST.saturating_sub(dial_code.len())),
        (Some(other), [b'0', national @ ..]) => domestic_fits(national, 1, other),
        // Limits are told as the digits were typed: behind a country code nobody misses the 0.
        (Some(other), national) => domestic_fits(national, usize::from(national.len() < typed.len()), other),
    }
}

/// Leaves what follows the country code, which an Indonesian number may lack; whether such a number exists is not asked here.
fn without_code(desk: &mut Desk<'_>, dial_code: &str, home: Option<Code>) -> Result<(), Finding> {
    let typed = desk.text;
    let (abroad, plus) = match typed.as_bytes() {
        [b'+', abroad @ ..] => (abroad, true),
        [b'0', b'0', abroad @ ..] => (abroad, false),
        digits => {
            if home.is_some() && digits.starts_with(dial_code.as_bytes()) {
                desk.text = tail(typed, digits.len() - dial_code.len());
            }
            return Ok(());
        }
    };
    if abroad.starts_with(dial_code.as_bytes()) {
        desk.text = tail(typed, abroad.len() - dial_code.len());
        return Ok(());
    }
    let fault = match (home, abroad) {
        (Some(_), [] | [b'0', ..]) if !plus => return Ok(()),
        (Some(_), [b'0', ..]) => Code::MsisdnNotPhone,
        // 001803 and 007803 are toll-free numbers, called from Indonesia only.
        (Some(other), [b'1' | b'7', b'8', b'0', b'3', ..]) if !plus => other,
        _ => return Err(Finding::limited(Code::MsisdnWrongCountry, whole(dial_code).unwrap_or_default() as u32)),
    };
    Err(fault.into())
}

/// Whether a number without its 0 is a mobile number or, where those count, a landline. The limits that a
/// finding tells count the `zeros` typed before it too.
fn domestic_fits(national: &[u8], zeros: usize, other: Code) -> Result<(), Finding> {
    let mobile = matches!(national, [b'8'] | [b'8', b'1'..=b'3' | b'5'..=b'9', ..]);
    let landline = is_landline(national);
    if landline && other == Code::MsisdnNotPhone {
        return Ok(());
    }
    if landline || !mobile && is_service(national) {
        return Err(other.into());
    }
    fits(national.len() + zeros, SHORTEST - 1 + zeros, LONGEST - 1 + zeros)?;
    if mobile { Ok(()) } else { Err(Code::MsisdnNotPhone.into()) }
}

/// 0800, 0804, 0807, 0809 and the seven digits of 1500: services that a firm pays for, nobody's own telephone.
fn is_service(national: &[u8]) -> bool {
    matches!(national, [b'8', b'0', ..] | [b'1', b'5', b'0', b'0', _, _, _])
}

#[inline(never)]
fn fits(length: usize, shortest: usize, longest: usize) -> Result<(), Finding> {
    if length < shortest {
        return Err(Finding::limited(Code::MsisdnTooShort, shortest as u32));
    }
    if length > longest { Err(Finding::limited(Code::MsisdnTooLong, longest as u32)) } else { Ok(()) }
}
