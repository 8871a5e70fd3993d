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

use crate::code::Code;
use crate::issue::Finding;

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
    let mut words = text.split(['-', '_']);
    let language =
        words.next().filter(|word| matches!(word.len(), 2 | 3) && letters(word)).ok_or(Code::LocaleMalformed)?;
    let mut tag = language.to_ascii_lowercase();
    if let Some((_, new)) = WITHDRAWN.iter().find(|(old, _)| *old == tag) {
        tag = String::from(*new);
    }
    let mut next = words.next();
    if let Some(script) = next.filter(|word| word.len() == 4 && letters(word)) {
        tag.push('-');
        tag.push_str(&capitalised(script));
        next = words.next();
    }
    if let Some(region) = next.filter(|word| is_region(word)) {
        tag.push('-');
        tag.push_str(&region.to_ascii_uppercase());
        next = words.next();
    }
    match next {
        Some(_) => Err(Code::LocaleMalformed.into()),
        None if tag == text => Ok(Cow::Borrowed(text)),
        None => Ok(Cow::Owned(tag)),
    }
}

// What nearly every call gets needs no second spelling.
fn usual(text: &str) -> bool {
    text.len() == 2
        && text.bytes().all(|byte| byte.is_ascii_lowercase())
        && WITHDRAWN.iter().all(|(old, _)| *old != text)
}

fn letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_region(word: &str) -> bool {
    (word.len() == 2 && letters(word)) || (word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_ascii_lowercase();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}
