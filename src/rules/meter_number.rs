//! Electricity: what PLN's customers type, and the token they get.
//!
//! A meter number has 11 digits, a customer number (IDPEL) 12; prepaid tokens are bought with either, postpaid bills
//! are found by the customer number (<https://normanardik.com>, quoting PLN's own account; Digiflazz, "Inquiry PLN",
//! <https://developer.digiflazz.com>). Digiflazz prints an 11-digit sandbox number for a postpaid bill too, so there
//! the length is advice. Leading zeros belong to the number: Klikoo's sample is `01105691111` ("Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). No check digit: of the published samples some pass the
//! Luhn sum and others, Klikoo's among them, fail. A token has 20 digits, shown in five groups of four (IEC 62055-41,
//! STS).

use crate::alphabet::look;
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::{Finding, UNTOLD};
use crate::rules::digits::{counted, digits, plain};
use crate::rules::text::{DIGITS, carried};

const METER: usize = 11;
const CUSTOMER: usize = 12;
const TOKEN: usize = 20;

/// The number that a prepaid token is bought for, without separators.
///
/// # Errors
/// - `meter.not_11_or_12_digits`: `0110569111`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::meter_number::prepaid, "0110 5691 111"), Ok("01105691111"));
/// ```
pub fn prepaid(desk: &mut Desk<'_>) -> Result<(), Finding> {
    numbered(desk, METER as u32)
}

/// Leaves the digits of a meter or a customer number; the finding tells how many a meter number has.
fn numbered(desk: &mut Desk<'_>, meter: u32) -> Result<(), Finding> {
    let counted = counted(desk, 1 << METER | 1 << CUSTOMER, Code::MeterNot11Or12Digits);
    counted.map_err(|_| Finding::limited(Code::MeterNot11Or12Digits, meter))
}

/// The number that a postpaid bill is found by, without separators.
///
/// # Errors
/// - `meter.not_11_or_12_digits`: `0110569111`
///
/// # Advice
/// - `meter.not_customer_number`: `01105691111`
pub fn postpaid(desk: &mut Desk<'_>) -> Result<(), Finding> {
    // Nobody is sent to the meter, whose number is not what the bill is found by.
    numbered(desk, UNTOLD)?;
    if desk.text.len() != CUSTOMER {
        desk.note(Code::MeterNotCustomerNumber);
    }
    Ok(())
}

/// The token without separators.
///
/// # Errors
/// - `text.not_allowed`: `0261-7700-abcd`
/// - `text.too_short`, `text.too_long`: `0261770001801700562`
#[inline(never)]
pub fn token(desk: &mut Desk<'_>) -> Result<(), Finding> {
    digits(desk);
    if desk.text.is_empty() {
        return Err(Finding::limited(Code::TextNotAllowed, DIGITS));
    }
    carried(look(desk.text), TOKEN, TOKEN)
}

/// Whether the text is a token: exactly 20 digits.
#[inline(never)]
pub fn is_token(text: &str) -> bool {
    text.len() == TOKEN && plain(text)
}
