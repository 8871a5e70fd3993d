//! Language tags.
//!
//! RFC 5646, as far as a checkout needs it: a language of two or three letters, then perhaps a script of four letters,
//! then perhaps a region of two letters or three digits; case has no meaning and the usual one is written (`id-ID`).
//! Variants, extensions and private tags are refused: Klikoo prints `en` only ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). The withdrawn `in`, `iw`, `ji`, `jw`, `mo` become
//! `id`, `he`, `yi`, `jv`, `ro` (IANA Language Subtag Registry,
//! <https://www.iana.org/assignments/language-subtag-registry>). An underscore, as Java and POSIX write, is read as a
//! hyphen. Whether anybody speaks the language is not checked.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{Spelling, formed, respelled};

/// What a tag in capitals looks like.
const FORMS: &str = "AA AA-AA AA-999 AA-AAAA AA-AAAA-AA AA-AAAA-999 AAA AAA-AA AAA-999 AAA-AAAA AAA-AAAA-AA AAA-AAAA-999";

/// The withdrawn languages, each with the one that took its place.
const WITHDRAWN: &str = "INIDIWHEJIYIJWJVMORO";

/// The tag in its usual spelling.
///
/// # Errors
/// - `locale.malformed`: `english`
pub fn locale<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let capitals = respelled(text, capital, desk).unwrap_or_default();
    if !FORMS.split(' ').any(|form| formed(capitals, form).is_some()) {
        return Err(Code::LocaleMalformed.into());
    }
    let tag = usual(capitals);
    Ok(if tag == text { text } else { desk.keep(tag) })
}

fn capital(letter: char) -> Spelling {
    match letter {
        '_' => Spelling::As('-'),
        _ => Spelling::As(letter.to_ascii_uppercase()),
    }
}

/// The usual spelling of a tag in capitals: small letters, but the first of a script and both of a region.
fn usual(capitals: &str) -> String {
    let mut tag = String::with_capacity(capitals.len());
    let (mut before, mut second_before) = (0, 0);
    let (language, rest) = capitals.split_at_checked(2).unwrap_or((capitals, ""));
    let mut left = capitals.len();
    for byte in language.bytes().chain(rest.bytes()) {
        left -= 1;
        let stays = before == b'-' || second_before == b'-' && left == 0;
        tag.push(char::from(if stays { byte } else { byte.to_ascii_lowercase() }));
        (second_before, before) = (before, byte);
    }
    tag
}
