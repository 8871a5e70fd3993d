//! Countries, two letters each.
//!
//! The 249 officially assigned codes of ISO 3166-1 alpha-2, as the time zone database lists them (`iso3166.tab`,
//! <https://www.iana.org/time-zones>). Klikoo prints them in lower case, `id` ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>), so that is how they are sent. Codes by agreement
//! only, such as `xk`, are unknown here.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::dial_codes::{Fact, holds};
use crate::rules::text::lowered;

/// The country in the provider's spelling, `id`.
///
/// # Errors
/// - `country.unknown`: `xx`
pub fn country(desk: &mut Desk<'_>) -> Result<(), Finding> {
    if !known(desk.text) {
        return Err(Code::CountryUnknown.into());
    }
    lowered(desk, 0);
    Ok(())
}

/// Whether a country has the two letters, in either case.
pub fn known(alpha2: &str) -> bool {
    holds(Fact::Assigned, "", alpha2)
}
