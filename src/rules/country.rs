//! Countries, two letters each.
//!
//! The 249 officially assigned codes of ISO 3166-1 alpha-2, as the time zone database lists them (`iso3166.tab`,
//! <https://www.iana.org/time-zones>). Klikoo prints them in lower case, `id` ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>), so that is how they are sent. Codes by agreement
//! only, such as `xk`, are unknown here. The list stands with the calling codes.

use std::borrow::Cow;

use crate::alphabet::{LOWER, only};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::dial_codes;

// Ascension, Tristan da Cunha and Kosovo have calling codes all the same.
const BY_AGREEMENT: [&str; 3] = ["AC", "TA", "XK"];

/// The country in the provider's spelling, `id`.
///
/// # Errors
/// - `country.unknown`: `xx`
pub fn country(text: &str) -> Result<Cow<'_, str>, Finding> {
    if !known(text) {
        return Err(Code::CountryUnknown.into());
    }
    let lower = only(text, LOWER);
    Ok(if lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) })
}

/// Whether a country has the two letters, in either case.
pub fn known(alpha2: &str) -> bool {
    !BY_AGREEMENT.iter().any(|other| other.eq_ignore_ascii_case(alpha2)) && dial_codes::reached_by(alpha2).is_some()
}
