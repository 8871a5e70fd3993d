//! Language tags.
//!
//! RFC 5646, as far as a checkout needs it: a language of two or three letters, then perhaps a script of four letters,
//! then perhaps a region of two letters or three digits; case has no meaning and the usual one is written (`id-ID`).
//! Variants, extensions and private tags are refused: Klikoo prints `en` only ("Buy Product Attraction",
//! <https://klikoo-doc.readme.io/reference/buy-product-attraction>). The withdrawn `in`, `iw`, `ji`, `jw`, `mo` become
//! `id`, `he`, `yi`, `jv`, `ro` (IANA Language Subtag Registry,
//! <https://www.iana.org/assignments/language-subtag-registry>). An underscore, as Java and POSIX write, is read as a
//! hyphen. Whether anybody speaks the language is not checked.

use std::borrow::Cow;

use crate::alphabet::{LETTER, LOWER, only};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::digits::plain;
use crate::rules::text::{Spelling, respelled};

const WITHDRAWN: &[(&str, &str)] = &[("in", "id"), ("iw", "he"), ("ji", "yi"), ("jw", "jv"), ("mo", "ro")];

/// The tag in its usual spelling.
///
/// # Errors
/// - `locale.malformed`: `english`
///
/// ```
/// assert_eq!(kasir::rules::locale::locale("in_ID").as_deref(), Ok("id-ID"));
/// ```
pub fn locale(text: &str) -> Result<Cow<'_, str>, Finding> {
    if usual(text) {
        return Ok(Cow::Borrowed(text));
    }
    let lower = respelled(text, |letter| match letter {
        '_' => Spelling::As('-'),
        _ => Spelling::As(letter.to_ascii_lowercase()),
    });
    match spelled(&lower.unwrap_or_default()) {
        Some(tag) if tag == text => Ok(Cow::Borrowed(text)),
        Some(tag) => Ok(Cow::Owned(tag)),
        None => Err(Code::LocaleMalformed.into()),
    }
}

/// The usual spelling of a tag in lower case; nothing when it is none.
fn spelled(lower: &str) -> Option<String> {
    let mut tag = String::with_capacity(lower.len());
    // 0: nothing read yet, then the language (1), the script (2), the region (3).
    let mut read = 0;
    for word in lower.split('-') {
        read = match (read, word.len()) {
            (0, 2 | 3) if letters(word) => 1,
            (1, 4) if letters(word) => 2,
            (1 | 2, 2) if letters(word) => 3,
            (1 | 2, 3) if plain(word) => 3,
            _ => return None,
        };
        if read == 1 {
            tag.push_str(WITHDRAWN.iter().find(|(old, _)| *old == word).map_or(word, |(_, new)| new));
            continue;
        }
        tag.push('-');
        for (at, letter) in word.chars().enumerate() {
            let capital = read == 3 || at == 0;
            tag.push(if capital { letter.to_ascii_uppercase() } else { letter });
        }
    }
    Some(tag)
}

// What nearly every call gets needs no second spelling.
fn usual(text: &str) -> bool {
    text.len() == 2 && only(text, LOWER) && WITHDRAWN.iter().all(|(old, _)| *old != text)
}

fn letters(word: &str) -> bool {
    only(word, LETTER)
}
