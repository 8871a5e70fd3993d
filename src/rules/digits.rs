//! Numbers that are names: digits kept as text, leading zeros and all, since JSON numbers (RFC 8259 section 6) and
//! double precision would lose them.
//!
//! Blanks, dots and hyphens between the digits are how people group them; they are dropped, and with them what nobody sees.
//! Digits of other scripts are no digits here: only telephone numbers are known to be typed with them.

use crate::alphabet::{DIGIT, only};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{Spelling, respelled};

/// Leaves the digits of the text without blanks, dots and hyphens between them; nothing when anything else stands there.
pub fn digits(desk: &mut Desk<'_>) {
    respelled(desk, DIGIT, without_separators);
}

fn without_separators(letter: char) -> Spelling {
    match letter {
        ' ' | '\u{A0}' | '.' | '-' => Spelling::Dropped,
        _ => Spelling::Refused,
    }
}

/// Whether the text is digits and nothing else.
pub fn plain(text: &str) -> bool {
    !text.is_empty() && only(text, DIGIT)
}

/// Leaves the digits that [`digits`] leaves, where `lengths` has the bit of how many they are.
///
/// # Errors
/// `code`, where it has not.
pub(crate) fn counted(desk: &mut Desk<'_>, lengths: u32, code: Code) -> Result<(), Finding> {
    digits(desk);
    let length = desk.text.len();
    if length < 32 && lengths >> length & 1 != 0 { Ok(()) } else { Err(Finding::of(code)) }
}

/// The digits without zeros before them: nothing is left of a zero.
pub(crate) fn bare(digits: &str) -> &str {
    let mut rest = digits.as_bytes();
    while let [b'0', after @ ..] = rest {
        rest = after;
    }
    tail(digits, rest.len())
}

/// The text without its first byte, where that is `first`, a character of ASCII.
#[inline(never)]
pub(crate) fn without(text: &str, first: u8) -> &str {
    match text.as_bytes() {
        [byte, rest @ ..] if *byte == first => tail(text, rest.len()),
        _ => text,
    }
}

/// The last `length` bytes of a text.
#[inline(never)]
pub(crate) fn tail(text: &str, length: usize) -> &str {
    text.get(text.len().saturating_sub(length)..).unwrap_or_default()
}

/// The number that two digits of the text write; 0 where it ends before.
#[inline(never)]
pub(crate) fn two(text: &str, at: usize) -> u32 {
    match text.as_bytes().get(at..) {
        Some([tens, ones, ..]) => u32::from(tens & 0x0F) * 10 + u32::from(ones & 0x0F),
        _ => 0,
    }
}
