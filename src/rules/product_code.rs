//! The provider's code of a product.
//!
//! Klikoo prints `PLN20`, `DNOPEN`, `ATTO-03`, `BUS` ("Buy Product",
//! <https://klikoo-doc.readme.io/reference/buy-product>) and no alphabet; letters, digits, hyphen, underscore and dot
//! hold all of them. The code is sent as it is: no page says that its case is without meaning. The limit of 64 is ours.

use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{WITH_DOTS, word};

/// The code as it is.
///
/// # Errors
/// - `text.too_long`: 65 characters
/// - `text.not_allowed`: `PLN 20`
pub fn product_code(desk: &mut Desk<'_>) -> Result<(), Finding> {
    word(desk, WITH_DOTS)
}
