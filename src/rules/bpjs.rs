//! BPJS Kesehatan: the participant's card and the virtual account made of it.
//!
//! A card has 13 digits; a virtual account is `88888` (BRI, BNI, BTN, BCA) or `89888` (Mandiri) and the last 11 digits
//! of the card (kompas.com, 9 March 2021: card 0001944358911, accounts 8888801944358911 and 8988801944358911). Klikoo's
//! postpaid sample is a virtual account, `8888801433177155` ("Inquiry Postpaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-postpaid>). Some channels find a bill by the 16-digit NIK or by the
//! account's 11 digits without the bank's code; whether Klikoo does is not printed, so both are sent with advice. No
//! province has the code 88 or 89, so a virtual account is never a NIK.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::rules::Notes;
use crate::rules::digits::digits;

const BANKS: &str = "88888";
const MANDIRI: &str = "89888";

/// The number that a bill is found by, without separators.
///
/// # Errors
/// - `bpjs.malformed`: `000194435891`
///
/// # Advice
/// - `bpjs.unusual`: `01944358911`, a NIK
///
/// ```
/// assert_eq!(kasir::rules::bpjs::bpjs("88888 0194 4358 911", &mut vec![]).as_deref(), Ok("8888801944358911"));
/// ```
pub fn bpjs<'a>(text: &'a str, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let number = digits(text).ok_or(Code::BpjsMalformed)?;
    match number.len() {
        13 => {}
        16 if own_part(&number).is_some() => {}
        11 | 16 => notes.push(Code::BpjsUnusual.into()),
        _ => return Err(Code::BpjsMalformed.into()),
    }
    Ok(number)
}

/// The virtual account of a card, at the banks but Mandiri.
pub fn virtual_account(card: &str) -> Option<String> {
    let card = digits(card).filter(|card| card.len() == 13)?;
    let mut account = String::from(BANKS);
    account.push_str(card.get(2..)?);
    Some(account)
}

/// The card of a virtual account, for the cards that begin with two zeros; all published ones do.
pub fn card(account: &str) -> Option<String> {
    let account = digits(account).filter(|account| account.len() == 16)?;
    let mut card = String::from("00");
    card.push_str(own_part(&account)?);
    Some(card)
}

fn own_part(account: &str) -> Option<&str> {
    account.strip_prefix(BANKS).or_else(|| account.strip_prefix(MANDIRI))
}
