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
use crate::rules::text::{Spelling, respelled, taken};

/// Each withdrawn language with the one that took its place.
const WITHDRAWN: &[u8; 20] = b"INIDIWHEJIYIJWJVMORO";

/// The tag in its usual spelling.
///
/// # Errors
/// - `locale.malformed`: `english`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(kasir::rules::locale::locale("in_ID", desk), Ok("id-ID"));
/// ```
pub fn locale<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let capitals = respelled(text, capital, desk).unwrap_or_default().as_bytes();
    if !is_tag(capitals) {
        return Err(Code::LocaleMalformed.into());
    }
    let tag = spelled(capitals);
    Ok(if tag == text { text } else { desk.keep(tag) })
}

fn capital(letter: char) -> Spelling {
    Spelling::As(if letter == '_' { '-' } else { letter.to_ascii_uppercase() })
}

fn is_tag(capitals: &[u8]) -> bool {
    let language = without(capitals, "AA");
    let rest = without(without(language, "A"), "-AAAA");
    language.len() < capitals.len() && without(rest, if rest.len() == 3 { "-AA" } else { "-999" }).is_empty()
}

/// What stands behind the form; all where it does not stand first.
fn without<'t>(text: &'t [u8], form: &str) -> &'t [u8] {
    let mut rest = text;
    if taken(&mut rest, form).is_some() { rest } else { text }
}

/// The usual spelling: small letters, but for the first of a script and both of a region.
fn spelled(capitals: &[u8]) -> String {
    let language = renamed(capitals);
    let mut tag = String::with_capacity(capitals.len());
    let (mut before, mut second_before) = (0, 0);
    for (at, byte) in capitals.iter().enumerate() {
        let byte = *language.get(at).unwrap_or(byte);
        let stays = before == b'-' || second_before == b'-' && at + 1 == capitals.len();
        tag.push(char::from(if stays { byte } else { byte.to_ascii_lowercase() }));
        (second_before, before) = (before, byte);
    }
    tag
}

/// The language that took the place of a withdrawn one.
fn renamed(capitals: &[u8]) -> &'static [u8] {
    if matches!(capitals, [_, _] | [_, _, b'-', ..]) {
        for [first, second, new @ ..] in WITHDRAWN.as_chunks::<4>().0 {
            if capitals.starts_with(&[*first, *second]) {
                return new;
            }
        }
    }
    &[]
}
