//! Free text: its length, the characters that no field may carry, the ones worth a word.
//!
//! Refused are the controls of Unicode (U+0000–001F, U+007F–009F) and U+FEFF: RFC 8259 section 7 lets a JSON writer
//! choose among spellings for controls, and RFC 8259 section 8.1 lets a reader drop a byte order mark, so a digest over
//! the body could differ at the two ends. Characters that turn the direction of writing (Unicode Standard Annex 9:
//! U+202A–202E, U+2066–2069, and the marks U+061C, U+200E, U+200F) are only pointed out: names in Arabic script may hold
//! them. Text is never normalised, and lone surrogates never get here: no Rust string holds one.

use std::num::NonZeroU32;

use crate::alphabet::{CONTROL, TURNING, TWOFOLD, UNSEEN, UPPER, has_only, is_unseen, length, look, run, seen};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::tail;
use crate::texts::{next, owned};

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
    carried(look(text), min, max)?;
    Ok(text)
}

/// Whether a text that was looked at has `min` to `max` scalar values and nothing that no field may carry.
#[inline(never)]
pub(crate) fn carried(look: u32, min: usize, max: usize) -> Result<(), Finding> {
    if look & CONTROL != 0 {
        return Err(Finding::of(Code::TextControlCharacter));
    }
    if length(look) < min {
        return Err(Finding::limited(Code::TextTooShort, min as u32));
    }
    if length(look) > max { Err(Finding::limited(Code::TextTooLong, max as u32)) } else { Ok(()) }
}

/// Any text up to so many characters.
///
/// # Errors
/// - `text.control_character`: a line break
/// - `text.too_long`: more
///
/// # Advice
/// - `text.bidi_control`: U+202E
#[inline(never)]
pub fn free(desk: &mut Desk<'_>, most: usize) -> Result<(), Finding> {
    carried(desk.look, 1, most)?;
    bidi_advice(desk);
    Ok(())
}

/// Notes `text.bidi_control` where a character turns the direction of writing.
#[inline(never)]
pub fn bidi_advice(desk: &mut Desk<'_>) {
    if desk.look & TURNING != 0 {
        desk.note(Code::TextBidi);
    }
}

/// Whether one of the characters stands in the text that JSON encoders write in two ways: `<`, `>`, `&`, U+2028, U+2029
/// (Go's encoding/json escapes them unless told otherwise, <https://pkg.go.dev/encoding/json#Marshal>).
pub fn escape_sensitive(text: &str) -> bool {
    look(text) & TWOFOLD != 0
}

/// The alphabet of letters, digits, hyphen, underscore and dot, as `text.not_allowed` counts it.
pub(crate) const WITH_DOTS: u32 = 0;
/// The same without the dot.
pub(crate) const WITHOUT_DOTS: u32 = 1;
/// The digits alone.
pub(crate) const DIGITS: u32 = 2;

/// The most characters of a word.
const LONGEST_WORD: usize = 64;

/// Whether the text is at most 64 characters of the alphabet.
#[inline(never)]
pub(crate) fn word(desk: &Desk<'_>, alphabet: u32) -> Result<(), Finding> {
    let mut stranger = desk.text.is_empty();
    for byte in desk.text.bytes() {
        stranger |= match byte {
            b'.' => alphabet != WITH_DOTS,
            b'-' | b'_' => false,
            byte => !byte.is_ascii_alphanumeric(),
        };
    }
    if stranger {
        return Err(Finding::limited(Code::TextNotAllowed, alphabet));
    }
    carried(desk.look, 1, LONGEST_WORD)
}

/// How a rule writes one character of what was typed.
#[derive(Clone, Copy)]
pub(crate) enum Spelling {
    As(char),
    Dropped,
    Refused,
}

/// Spells each character of the text on the desk anew, unless only characters of the `fine` kinds stand in it; the text is
/// empty afterwards where one was refused. What nobody sees is dropped. The spelling is a pointer to a function and not a
/// generic, so that the page has the loop once.
#[inline(never)]
pub(crate) fn respelled(desk: &mut Desk<'_>, fine: u32, spelling: fn(char) -> Spelling) {
    // The look is of what was typed, which is enough: a rule before this one can only have made the text plainer.
    if has_only(desk.look, fine) {
        return;
    }
    let mut respelled = String::with_capacity(desk.text.len());
    let mut rest = desk.text;
    loop {
        let (same, other) = rest.split_at_checked(run(rest, fine)).unwrap_or_default();
        respelled.push_str(same);
        let mut letters = other.chars();
        let Some(letter) = next(&mut letters) else { break };
        rest = letters.as_str();
        match spelling(letter) {
            Spelling::As(letter) => respelled.push(letter),
            Spelling::Dropped => {}
            Spelling::Refused if is_unseen(letter) => {}
            Spelling::Refused => {
                desk.text = "";
                return;
            }
        }
    }
    desk.rewrite(respelled);
}

/// Drops what nobody sees from the text on the desk.
pub(crate) fn visible(desk: &mut Desk<'_>) {
    if desk.look & UNSEEN != 0 {
        respelled(desk, 0, unless_unseen);
    }
}

fn unless_unseen(letter: char) -> Spelling {
    if is_unseen(letter) { Spelling::Dropped } else { Spelling::As(letter) }
}

/// Makes small letters of the capitals of ASCII from there on.
#[inline(never)]
pub(crate) fn lowered(desk: &mut Desk<'_>, start: usize) {
    if seen(tail(desk.text, desk.text.len() - start)) & UPPER == 0 {
        return;
    }
    let mut text = owned(desk.text);
    if let Some(end) = text.get_mut(start..) {
        end.make_ascii_lowercase();
    }
    desk.rewrite(text);
}

/// The number that up to nine digits write together, kept with one added, so that an `Option` of it is one word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits(NonZeroU32);

impl Digits {
    pub(crate) fn number(self) -> u32 {
        self.0.get() - 1
    }
}

/// The number that the digits of a text write together, when the whole text has the form; nothing otherwise.
///
/// In a form `9` stands for a digit, `0` for one that may be left out before another, `A` for a capital, `t` for what
/// separates a day from a time, `s` for what separates a day from a month, the same each time; every other mark for
/// itself, a small letter for its capital too.
#[inline(never)]
pub(crate) fn formed(text: &str, form: &str) -> Option<Digits> {
    let rest = &mut text.as_bytes();
    taken(rest, form).filter(|_| rest.is_empty())
}

/// The number of what stands first, when it has the form, see [`formed`]; it is taken off the bytes then.
#[inline(never)]
pub(crate) fn taken(rest: &mut &[u8], form: &str) -> Option<Digits> {
    let (mut left, mut number, mut separator) = (*rest, 0, 0);
    for mark in form.bytes() {
        if mark == b'0' && !matches!(left, [_, b'0'..=b'9', ..]) {
            number *= 10;
            continue;
        }
        let (&byte, after) = left.split_first()?;
        left = after;
        let fits = match mark {
            b'0' | b'9' => {
                number = number * 10 + u32::from(byte & 0x0F);
                byte.is_ascii_digit()
            }
            b'A' => byte.is_ascii_uppercase(),
            b't' => matches!(byte, b'T' | b't' | b' '),
            b's' => {
                let before = std::mem::replace(&mut separator, byte);
                matches!(byte, b'/' | b'-' | b'.' | b' ') && (before == 0 || before == byte)
            }
            _ => byte.to_ascii_lowercase() == mark,
        };
        if !fits {
            return None;
        }
    }
    *rest = left;
    NonZeroU32::new(number + 1).map(Digits)
}

/// A number in a form, see [`write`].
#[inline(never)]
pub(crate) fn written(number: u32, form: &str) -> String {
    let mut text = String::new();
    write(&mut text, number, form.as_bytes());
    text
}

/// Appends a number in a form of `9`, for its digits from the right, and marks.
pub(crate) fn write(text: &mut String, number: u32, form: &[u8]) {
    let [before @ .., mark] = form else { return };
    let (number, letter) = if *mark == b'9' { (number / 10, b'0' + (number % 10) as u8) } else { (number, *mark) };
    write(text, number, before);
    text.push(char::from(letter));
}
