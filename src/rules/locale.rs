//! Language tags.
//!
//! RFC 5646, as far as a checkout needs it: a language of two or three letters, then perhaps a script of four letters,
//! then perhaps a region of two letters or three digits; case has no meaning and the usual one is written (`id-ID`).
//! Variants, extensions and private tags are refused: Klikoo prints `en` only ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). The withdrawn `in`, `iw`, `ji`, `jw`, `mo` become
//! `id`, `he`, `yi`, `jv`, `ro` (IANA Language Subtag Registry,
//! <https://www.iana.org/assignments/language-subtag-registry>). An underscore, as Java and POSIX write, is read as a
//! hyphen. Whether anybody speaks the language is not checked.

use crate::alphabet::{DIGIT, LOWER, seen};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::packed::pieces;
use crate::rules::text::respelled;

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
    let small = respelled(text, LOWER, "", small, desk).unwrap_or_default();
    let mut tag = String::with_capacity(small.len());
    let mut before = Part::Nothing;
    for part in pieces(small, b'-') {
        let (kind, part) = match (part.len(), seen(part), before) {
            (2 | 3, LOWER, Part::Nothing) => (Part::Language, renamed(part)),
            (4, LOWER, Part::Language) => (Part::Script, part),
            (2, LOWER, Part::Language | Part::Script) | (3, DIGIT, Part::Language | Part::Script) => (Part::Region, part),
            _ => return Err(Code::LocaleMalformed.into()),
        };
        if kind != Part::Language {
            tag.push('-');
        }
        for (at, letter) in part.chars().enumerate() {
            let stays = kind == Part::Language || kind == Part::Script && at > 0;
            tag.push(if stays { letter } else { letter.to_ascii_uppercase() });
        }
        before = kind;
    }
    Ok(if tag == text { text } else { desk.keep(tag) })
}

/// A part of a tag, in the order in which they stand.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Nothing,
    Language,
    Script,
    Region,
}

fn small(letter: char) -> Option<char> {
    Some(if letter == '_' { '-' } else { letter.to_ascii_lowercase() })
}

/// The language that took the place of a withdrawn one.
fn renamed(language: &str) -> &str {
    match language {
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        "jw" => "jv",
        "mo" => "ro",
        _ => language,
    }
}
