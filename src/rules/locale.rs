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
use crate::packed::{Packed, pieces};
use crate::rules::text::{Spelling, respelled};

/// The tag in its usual spelling.
///
/// # Errors
/// - `locale.malformed`: `english`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::locale::locale, "in_ID"), Ok("id-ID"));
/// ```
pub fn locale(desk: &mut Desk<'_>) -> Result<(), Finding> {
    let typed = desk.text;
    respelled(desk, LOWER, small);
    let mut tag = String::with_capacity(typed.len());
    let mut before = NOTHING;
    for part in pieces(desk.text, b'-') {
        let kind = match (part.len(), seen(part)) {
            (2 | 3, LOWER) if before == NOTHING => LANGUAGE,
            (4, LOWER) if before == LANGUAGE => SCRIPT,
            (2, LOWER) | (3, DIGIT) if before < REGION => REGION,
            _ => return Err(Code::LocaleMalformed.into()),
        };
        let part = if kind == LANGUAGE { renamed(part) } else { part };
        if kind != LANGUAGE {
            tag.push('-');
        }
        let mut capitals = kind;
        for byte in part.bytes() {
            tag.push(char::from(if capitals > 0 { byte.to_ascii_uppercase() } else { byte }));
            capitals = capitals.saturating_sub(1);
        }
        before = kind;
    }
    if tag == typed {
        desk.text = typed;
    } else {
        desk.rewrite(tag);
    }
    Ok(())
}

// The parts of a tag in their order, each numbered by how many of its first letters are capitals at most.
const LANGUAGE: usize = 0;
const SCRIPT: usize = 1;
const REGION: usize = 3;
const NOTHING: usize = usize::MAX;

fn small(letter: char) -> Spelling {
    Spelling::As(if letter == '_' { '-' } else { letter.to_ascii_lowercase() })
}

/// The language that took the place of a withdrawn one.
fn renamed(language: &str) -> &str {
    WITHDRAWN.place(language).map_or(language, |place| RENAMED.text(place))
}

const WITHDRAWN: Packed = Packed("in\0iw\0ji\0jw\0mo\0");
const RENAMED: Packed = Packed("id\0he\0yi\0jv\0ro\0");
