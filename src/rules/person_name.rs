//! Names of people, in any script.
//!
//! A name is whatever its bearer says, so little is asked: a letter somewhere, no control character, at most 100
//! characters. Single names are common in Indonesia. Nothing is re-spelled, trimmed inside or normalised. The limit of
//! 100 is ours; Klikoo prints none ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>).

use crate::alphabet::LETTER;
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{bidi_advice, carried};

/// The most characters of a name.
pub const LONGEST: usize = 100;

/// The name as it is.
///
/// # Errors
/// - `name.malformed`: `12345`
/// - `text.control_character`: a line break
/// - `text.too_long`: 101 characters
///
/// # Advice
/// - `text.bidi_control`: U+202E
pub fn person_name(desk: &mut Desk<'_>) -> Result<(), Finding> {
    carried(desk.look, 1, LONGEST)?;
    if desk.look & LETTER == 0 {
        return Err(Finding::of(Code::NameMalformed));
    }
    bidi_advice(desk);
    Ok(())
}
