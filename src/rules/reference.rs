//! The merchant's reference of a purchase, by which a provider knows a repeat.
//!
//! Klikoo recommends a version 4 UUID ("Buy Product", <https://klikoo-doc.readme.io/reference/buy-product>) and prints
//! others in its samples (`42323-42234-44226-96273`, `{{$guid}}`, `1238`), so another spelling is advice. A UUID's
//! layout, version and variant are RFC 9562's. Length and alphabet are not printed: 64 printable ASCII characters
//! without blanks, stricter than the provider, because a reference is searched for in histories and addresses.

use crate::alphabet::{DIGIT, ESCAPED, LETTER, MARK, only};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::Notes;

/// The most characters of a reference.
pub const LONGEST: usize = 64;

/// The reference as it is, case included.
///
/// # Errors
/// - `reference.malformed`: `order 7`, 65 characters
///
/// # Advice
/// - `reference.not_uuid_v4`: `1238`
///
/// ```
/// let mut notes = vec![];
/// assert_eq!(kasir::rules::reference::reference("1238", &mut notes), Ok("1238"));
/// assert_eq!(notes[0].code.as_str(), "reference.not_uuid_v4");
/// ```
pub fn reference<'a>(text: &'a str, notes: &mut Notes) -> Result<&'a str, Finding> {
    if text.is_empty() || text.len() > LONGEST || !only(text, DIGIT | LETTER | MARK | ESCAPED) {
        return Err(Code::ReferenceMalformed.into());
    }
    if !is_uuid_v4(text) {
        notes.push(Code::ReferenceNotUuidV4.into());
    }
    Ok(text)
}

/// Whether the text is a version 4 UUID of the RFC 9562 variant, in either case.
pub fn is_uuid_v4(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => byte == b'4',
            19 => matches!(byte, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Sixteen random bytes as a version 4 UUID in text.
///
/// Source: RFC 9562, section 5.4.
pub fn uuid_v4(random: [u8; 16]) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut text = String::with_capacity(36);
    for (at, byte) in random.into_iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let byte = match at {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => byte,
        };
        for nibble in [byte >> 4, byte & 0x0f] {
            text.extend(HEX.get(usize::from(nibble)));
        }
    }
    text
}
