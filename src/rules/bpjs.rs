//! BPJS Kesehatan: the participant's card and the virtual account made of it.
//!
//! A card has 13 digits; a virtual account is `88888` (BRI, BNI, BTN, BCA) or `89888` (Mandiri) and the last 11 digits
//! of the card (kompas.com, 9 March 2021: card 0001944358911, accounts 8888801944358911 and 8988801944358911). Klikoo's
//! postpaid sample is a virtual account, `8888801433177155` ("Inquiry Postpaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-postpaid>). Some channels find a bill by the 16-digit NIK or by the
//! account's 11 digits without the bank's code; whether Klikoo does is not printed, so both are sent with advice. No
//! province has the code 88 or 89, so a virtual account is never a NIK.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::{counted, tail};
use crate::rules::nik::nik;
use crate::texts::{joined, owned};

/// The number that a bill is found by, without separators.
///
/// # Errors
/// - `bpjs.malformed`: `000194435891`, 16 digits that are neither an account nor a NIK
///
/// # Advice
/// - `bpjs.unusual`: `01944358911`, a NIK
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::bpjs::bpjs, "88888 0194 4358 911"), Ok("8888801944358911"));
/// ```
pub fn bpjs(desk: &mut Desk<'_>) -> Result<(), Finding> {
    counted(desk, 1 << 11 | 1 << 13 | 1 << 16, Code::BpjsMalformed)?;
    if is_nik(desk.text) && nik(desk).is_err() {
        return Err(Code::BpjsMalformed.into());
    }
    // Neither 13 nor 11 digits are a virtual account.
    if desk.text.len() != 13 && !is_account(desk.text) {
        desk.note(Code::BpjsUnusual);
    }
    Ok(())
}

/// What a virtual account at BRI, BNI, BTN and BCA begins with.
pub const MOST_BANKS: &str = "88888";
/// What a virtual account at Mandiri begins with.
pub const MANDIRI: &str = "89888";

/// The virtual account at a bank; empty for a NIK.
///
/// ```
/// use kasir::rules::bpjs::{MANDIRI, virtual_account};
/// assert_eq!(virtual_account(MANDIRI, "0001944358911"), "8988801944358911");
/// ```
#[inline(never)]
pub fn virtual_account(bank: &str, number: &str) -> String {
    if is_nik(number) { String::new() } else { joined(bank, tail(number, 11)) }
}

/// The card; for an account the card that begins with two zeros, as all published ones do; empty for a NIK.
///
/// ```
/// assert_eq!(kasir::rules::bpjs::card("8888801944358911"), "0001944358911");
/// ```
pub fn card(number: &str) -> String {
    if number.len() == 13 { owned(number) } else { virtual_account("00", number) }
}

#[inline(never)]
fn is_nik(number: &str) -> bool {
    number.len() == 16 && !is_account(number)
}

#[inline(never)]
fn is_account(number: &str) -> bool {
    number.len() == 16 && matches!(number.as_bytes(), [b'8', b'8' | b'9', b'8', b'8', b'8', ..])
}
