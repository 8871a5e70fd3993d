//! Texts put together where bytes matter more than time. The standard library's own functions are inlined at every call,
//! which is worth what it costs a page where a long input is read and copied, and nowhere else.

use std::str::Chars;

/// Appends a text.
#[inline(never)]
pub fn append(text: &mut String, more: &str) {
    text.push_str(more);
}

/// Two texts as one.
#[inline(never)]
pub fn joined(before: &str, after: &str) -> String {
    let mut text = String::with_capacity(before.len() + after.len());
    append(&mut text, before);
    append(&mut text, after);
    text
}

/// A text of one's own.
#[inline(never)]
pub fn owned(text: &str) -> String {
    joined(text, "")
}

/// The next character.
#[inline(never)]
pub fn next(letters: &mut Chars<'_>) -> Option<char> {
    letters.next()
}

/// Appends a number's digits; the formatting machinery of the standard library would cost a page more bytes than this.
pub fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
