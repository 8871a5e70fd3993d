//! Numbers that are names: digits kept as text, leading zeros and all, since JSON numbers (RFC 8259 section 6) and
//! double precision would lose them.
//!
//! Blanks, dots and hyphens between the digits are how people group them; they are dropped. Digits of other scripts are
//! no digits here: only telephone numbers are known to be typed with them.

use std::borrow::Cow;

use crate::alphabet::{DIGIT, only};
use crate::rules::text::{Spelling, respelled};

/// The digits of the text without blanks, dots and hyphens between them; nothing when anything else stands there.
pub fn digits(text: &str) -> Option<Cow<'_, str>> {
    if plain(text) {
        return Some(Cow::Borrowed(text));
    }
    let digits = respelled(text, |letter| match letter {
        '0'..='9' => Spelling::As(letter),
        ' ' | '\u{A0}' | '.' | '-' => Spelling::Dropped,
        _ => Spelling::Refused,
    })?;
    (!digits.is_empty()).then_some(Cow::Owned(digits))
}

/// Whether the text is digits and nothing else.
pub fn plain(text: &str) -> bool {
    !text.is_empty() && only(text, DIGIT)
}

/// The text without its first `count` bytes, borrowed where it was.
pub(crate) fn without_first<'a>(text: Cow<'a, str>, count: usize) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(count..).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(count..).unwrap_or_default().to_owned()),
    }
}

/// The text with what stands between `head` and `tail` characters hidden: one star for each, so the length stays visible.
pub fn masked(text: &str, head: usize, tail: usize) -> String {
    let hidden_end = text.chars().count().saturating_sub(tail);
    let mut masked = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        masked.push(if at < head || at >= hidden_end { letter } else { '*' });
    }
    masked
}
