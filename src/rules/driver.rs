//! The number of a Maxim driver's account.
//!
//! No public page tells its format, and Klikoo's sample for `MAX5000` repeats an electricity meter ("Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). Four to twenty digits are taken without a word, anything
//! else that a field may carry with advice; both limits and the 64 characters are ours.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::digits;
use crate::rules::text::carried;

/// The most characters of a driver number.
pub const LONGEST: usize = 64;

/// The number: digits without separators, anything else as it is.
///
/// # Errors
/// - `text.control_character`, `text.too_long`: 65 characters
///
/// # Advice
/// - `driver.unusual`: `123`
pub fn driver(desk: &mut Desk<'_>) -> Result<(), Finding> {
    carried(desk.look, 1, LONGEST)?;
    let typed = desk.text;
    digits(desk);
    if !matches!(desk.text.len(), 4..=20) {
        desk.note(Code::DriverUnusual);
    }
    if desk.text.is_empty() {
        desk.text = typed;
    }
    Ok(())
}
