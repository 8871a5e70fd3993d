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
use crate::rules::digits::{counted, digits};
use crate::rules::text::joined;

/// The number that a bill is found by, without separators.
///
/// # Errors
/// - `bpjs.malformed`: `000194435891`
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
    // Of 13 or 11 digits nothing is a virtual account.
    if desk.text.len() != 13 && !is_account(desk.text) {
        desk.note(Code::BpjsUnusual);
    }
    Ok(())
}

/// The virtual account of the card on the desk, at the banks but Mandiri.
pub fn virtual_account(desk: &mut Desk<'_>) -> Option<String> {
    digits(desk);
    if desk.text.len() == 13 { Some(joined("88888", desk.text.get(2..)?)) } else { None }
}

/// The card of the virtual account on the desk, for the cards that begin with two zeros; all published ones do.
pub fn card(desk: &mut Desk<'_>) -> Option<String> {
    digits(desk);
    if is_account(desk.text) { Some(joined("00", desk.text.get(5..)?)) } else { None }
}

fn is_account(number: &str) -> bool {
    number.len() == 16 && matches!(number.as_bytes(), [b'8', b'8' | b'9', b'8', b'8', b'8', ..])
}
