//! The provider's own number of a transaction.
//!
//! Klikoo prints digits, `14429004`, and asks for it as a part of the path ("Transaction Detail",
//! <https://klikoo-doc.readme.io/reference/transaction-detail>). Letters, hyphen and underscore pass too, since no page
//! fixes the alphabet; all of them are unreserved in a path (RFC 3986 section 2.3), so nothing needs an escape and the
//! signed path is the sent one. A dot is refused: `..` means another path. The limit of 64 is ours.

use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{WITHOUT_DOTS, word};

/// The number as it is.
///
/// # Errors
/// - `text.too_long`: 65 characters
/// - `text.not_allowed`: `../balance`
pub fn transaction_id(desk: &mut Desk<'_>) -> Result<(), Finding> {
    word(desk, WITHOUT_DOTS)
}
