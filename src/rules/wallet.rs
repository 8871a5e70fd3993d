//! The account of an e-wallet: its holder's mobile number, `081233445566`.
//!
//! Klikoo's samples for OVO, GoPay and DANA hold one, `0817345544` ("Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). The longer numbers by which banks pay into a wallet (`898`,
//! `8528`, `706` and others before the number; DOKU, "List of e-Wallet", <https://docs.doku.com>) differ from bank to
//! bank and are refused: they are too long for a mobile number. No wallet is held at a landline.

use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::msisdn;

/// The number with its 0.
///
/// # Errors
/// - those of [`msisdn::mobile`]
///
/// # Advice
/// - `msisdn.unknown_prefix`: `082812345678`
pub fn wallet(desk: &mut Desk<'_>) -> Result<(), Finding> {
    msisdn::mobile(desk)?;
    msisdn::prefix_advice(desk);
    Ok(())
}
