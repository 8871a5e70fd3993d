//! The provider's code of a product.
//!
//! Klikoo prints `PLN20`, `DNOPEN`, `ATTO-03`, `BUS` ("Buy Product",
//! <https://klikoo-doc.readme.io/reference/buy-product>) and no alphabet; letters, digits, hyphen, underscore and dot
//! hold all of them. The code is sent as it is: no page says that its case is without meaning. The limit of 64 is ours.

use crate::code::Code;
use crate::issue::Finding;

/// The most characters of a code.
pub const LONGEST: usize = 64;

/// The code as it is.
///
/// # Errors
/// - `text.too_long`: 65 characters
/// - `text.not_allowed`: `PLN 20`
pub fn product_code(text: &str) -> Result<&str, Finding> {
    if text.bytes().any(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b'.')) || text.is_empty()
    {
        return Err(Finding::of(Code::TextNotAllowed).text("allowed", "A-Z a-z 0-9 - _ ."));
    }
    if text.len() > LONGEST {
        return Err(Finding::of(Code::TextTooLong).number("max", LONGEST as u64));
    }
    Ok(text)
}
