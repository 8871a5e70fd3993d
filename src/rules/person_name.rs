//! Names of people, in any script.
//!
//! A name is whatever its bearer says, so little is asked: a letter somewhere, no control character, at most 100
//! characters. Single names are common in Indonesia. Nothing is re-spelled, trimmed inside or normalised. The limit of
//! 100 is ours; Klikoo prints none ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>).

use crate::alphabet::{LETTER, WIDE, seen};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::text::plain_text;

/// The most characters of a name.
pub const LONGEST: usize = 100;

/// The name as it is.
///
/// # Errors
/// - `name.malformed`: `12345`
/// - `text.control_character`: a line break
/// - `text.too_long`: 101 characters
pub fn person_name(text: &str) -> Result<&str, Finding> {
    plain_text(text, 1, LONGEST)?;
    let seen = seen(text);
    let letter = seen & LETTER != 0 || (seen & WIDE != 0 && text.chars().any(is_letter));
    if letter { Ok(text) } else { Err(Code::NameMalformed.into()) }
}

/// Whether the scalar value may be a letter beyond ASCII. The tables of the standard library would cost a page more bytes than this
/// list of the blocks that hold punctuation, digits, symbols and combining marks (Unicode 16, Blocks.txt); whatever
/// stands elsewhere counts as a letter, so that no script is refused.
fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7F}' => false,
        '\u{80}'..='\u{BF}' => matches!(letter, '\u{AA}' | '\u{B5}' | '\u{BA}'),
        '\u{D7}' | '\u{F7}' => false,
        '\u{300}'..='\u{344}' | '\u{346}'..='\u{362}' => false,
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => false,
        '\u{2000}'..='\u{2070}' | '\u{20A0}'..='\u{20FF}' | '\u{2190}'..='\u{245F}' | '\u{2500}'..='\u{2BFF}' => false,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FE00}'..='\u{FE6F}' => false,
        '\u{FF00}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' => false,
        '\u{E000}'..='\u{F8FF}'
        | '\u{1F000}'..='\u{1F12F}'
        | '\u{1F18A}'..='\u{1FAFF}'
        | '\u{E0000}'..='\u{10FFFF}' => false,
        _ => true,
    }
}
