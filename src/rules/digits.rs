//! Numbers that are names: digits kept as text, leading zeros and all, since JSON numbers (RFC 8259 section 6) and
//! double precision would lose them.
//!
//! Blanks, dots and hyphens between the digits are how people group them; they are dropped. Digits of other scripts are
//! no digits here: only telephone numbers are known to be typed with them.

use crate::alphabet::{DIGIT, only};
use crate::desk::Desk;
use crate::rules::text::{Spelling, respelled};

/// The digits of the text without blanks, dots and hyphens between them; empty when anything else stands there.
pub fn digits<'a>(text: &'a str, desk: &Desk<'a>) -> &'a str {
    if plain(text) {
        return text;
    }
    let digits = respelled(text, spelled, desk);
    digits.unwrap_or_default()
}

fn spelled(letter: char) -> Spelling {
    match letter {
        '0'..='9' => Spelling::As(letter),
        ' ' | '\u{A0}' | '.' | '-' => Spelling::Dropped,
        _ => Spelling::Refused,
    }
}

/// Whether the text is digits and nothing else.
pub fn plain(text: &str) -> bool {
    !text.is_empty() && only(text, DIGIT)
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
