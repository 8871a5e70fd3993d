//! Countries, two letters each.
//!
//! The 249 officially assigned codes of ISO 3166-1 alpha-2, as the time zone database lists them (`iso3166.tab`,
//! <https://www.iana.org/time-zones>). Klikoo prints them in lower case, `id` ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>), so that is how they are sent. Codes by agreement
//! only, such as `xk`, are unknown here.

use std::borrow::Cow;

use crate::alphabet::{LOWER, only};
use crate::code::Code;
use crate::issue::Finding;

// Each word is a first letter and every second letter that makes a country with it.
const COUNTRIES: &str = "\
    ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR \
    GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ \
    NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU \
    WFS YET ZAMW";

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
    let [first, second] = alpha2.as_bytes() else { return false };
    let (first, second) = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
    COUNTRIES.split(' ').any(|row| match row.as_bytes() {
        [letter, seconds @ ..] => *letter == first && seconds.contains(&second),
        [] => false,
    })
}
