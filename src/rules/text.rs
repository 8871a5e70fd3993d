//! Free text: its length, the characters that no field may carry, the ones worth a word.
//!
//! Refused are the controls of Unicode (U+0000–001F, U+007F–009F) and U+FEFF: RFC 8259 section 7 lets a JSON writer
//! choose among spellings for controls, and RFC 8259 section 8.1 lets a reader drop a byte order mark, so a digest over
//! the body could differ at the two ends. Characters that turn the direction of writing (Unicode Standard Annex 9:
//! U+202A–202E, U+2066–2069, and the marks U+200E, U+200F) are only pointed out: names in Arabic script may hold them.
//! Text is never normalised, and lone surrogates never get here: no Rust string holds one.

use crate::alphabet::{CONTROL, ESCAPED, WIDE, seen};
use crate::code::Code;
use crate::issue::Finding;
use crate::desk::Desk;

/// The text, when it has `min` to `max` scalar values and nothing that no field may carry.
///
/// # Errors
/// - `text.control_character`: a line break
/// - `text.too_short`: fewer than `min` scalar values
/// - `text.too_long`: more than `max` scalar values
///
/// ```
/// assert_eq!(kasir::rules::text::plain_text("Sé", 1, 2), Ok("Sé"));
/// ```
pub fn plain_text(text: &str, min: usize, max: usize) -> Result<&str, Finding> {
    let seen = seen(text);
    let wide = seen & WIDE != 0;
    if seen & CONTROL != 0 || (wide && text.contains(is_wide_control)) {
        return Err(Code::TextControlCharacter.into());
    }
    let length = if wide { text.chars().count() } else { text.len() };
    if length < min {
        return Err(Finding::limited(Code::TextTooShort, min as u32));
    }
    if length > max {
        return Err(Finding::limited(Code::TextTooLong, max as u32));
    }
    Ok(text)
}

fn is_wide_control(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{9F}' | '\u{FEFF}')
}

/// Notes `text.bidi_control` where a character turns the direction of writing.
pub fn bidi_advice(text: &str, desk: &mut Desk<'_>) {
    if seen(text) & WIDE != 0 && text.contains(turns_direction) {
        desk.note(Code::TextBidi);
    }
}

fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether one of the characters stands in the text that JSON encoders write in two ways: `<`, `>`, `&`, U+2028, U+2029
/// (Go's encoding/json escapes them unless told otherwise, <https://pkg.go.dev/encoding/json#Marshal>).
pub fn escape_sensitive(text: &str) -> bool {
    let written_in_two_ways = |letter| matches!(letter, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
    seen(text) & (ESCAPED | WIDE) != 0 && text.contains(written_in_two_ways)
}

/// How a rule writes one character of what was typed.
#[derive(Clone, Copy)]
pub(crate) enum Spelling {
    As(char),
    Dropped,
    Refused,
}

/// The text with each character spelled anew, borrowed where that changes nothing; nothing when one is refused. A
/// pointer to a function, not a generic: one loop for all rules.
#[inline(never)]
pub(crate) fn respelled<'a>(text: &'a str, spelling: fn(char) -> Spelling, desk: &Desk<'a>) -> Option<&'a str> {
    let mut respelled = String::with_capacity(text.len());
    for letter in text.chars() {
        match spelling(letter) {
            Spelling::As(letter) => respelled.push(letter),
            Spelling::Dropped => {}
            Spelling::Refused => return None,
        }
    }
    Some(if respelled == text { text } else { desk.keep(respelled) })
}

/// The number that the digits of a text write together, when the whole text has the form; nothing otherwise.
///
/// In a form `9` stands for a digit, `0` for one that may be left out before another, `A` for a capital, `a` for a small
/// letter, `x` for a hexadecimal digit, `y` for the variant of a UUID (8, 9, a, b); every other mark for itself.
#[inline(never)]
pub(crate) fn formed(text: &str, form: &str) -> Option<u64> {
    let mut rest = text.as_bytes();
    let mut number = 0_u64;
    for mark in form.bytes() {
        if mark == b'0' && !matches!(rest, [_, b'0'..=b'9', ..]) {
            number *= 10;
            continue;
        }
        let (&byte, after) = rest.split_first()?;
        let fits = match mark {
            b'0' | b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'a' => byte.is_ascii_lowercase(),
            b'x' => byte.is_ascii_hexdigit(),
            b'y' => matches!(byte, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
            _ => byte == mark,
        };
        if !fits {
            return None;
        }
        if matches!(mark, b'0' | b'9') {
            number = number.wrapping_mul(10) + u64::from(byte & 0x0F);
        }
        rest = after;
    }
    rest.is_empty().then_some(number)
}

/// What stands before and after the first of the ASCII marks.
pub(crate) fn halves(text: &str, mark: fn(u8) -> bool) -> Option<(&str, &str)> {
    let at = text.bytes().position(mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}
