//! The merchant's reference of a purchase, by which a provider knows a repeat.
//!
//! Klikoo recommends a version 4 UUID ("Buy Product", <https://klikoo-doc.readme.io/reference/buy-product>) and prints
//! others in its samples (`42323-42234-44226-96273`, `{{$guid}}`, `1238`), so another spelling is advice. A UUID's
//! layout, version and variant are RFC 9562's. Length and alphabet are not printed: 64 printable ASCII characters
//! without blanks, stricter than the provider, because a reference is searched for in histories and addresses.

use crate::alphabet::{DIGIT, LETTER, MARK, QUOTED, TWOFOLD, has_only};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;

/// The most characters of a reference.
pub const LONGEST: usize = 64;

/// A version 4 UUID of the RFC 9562 variant.
const UUID_V4: &str = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";

/// The reference as it is, case included.
///
/// # Errors
/// - `reference.malformed`: `order 7`, 65 characters
///
/// # Advice
/// - `reference.not_uuid_v4`: `1238`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::reference::reference, "1238"), Ok("1238"));
/// assert_eq!(desk.issues[0].finding.code().as_str(), "reference.not_uuid_v4");
/// ```
pub fn reference(desk: &mut Desk<'_>) -> Result<(), Finding> {
    if !matches!(desk.text.len(), 1..=LONGEST) || !has_only(desk.look, DIGIT | LETTER | MARK | QUOTED | TWOFOLD) {
        return Err(Code::ReferenceMalformed.into());
    }
    if !is_uuid_v4(desk.text) {
        desk.note(Code::ReferenceNotUuidV4);
    }
    Ok(())
}

/// Whether the text is a version 4 UUID of the RFC 9562 variant, in either case.
pub fn is_uuid_v4(text: &str) -> bool {
    let mut fits = text.len() == UUID_V4.len();
    for (byte, mark) in text.bytes().zip(UUID_V4.bytes()) {
        fits &= match mark {
            b'x' => byte.is_ascii_hexdigit(),
            b'y' => matches!(byte, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
            mark => byte == mark,
        };
    }
    fits
}

/// Sixteen random bytes as a version 4 UUID in text.
///
/// Source: RFC 9562, section 5.4.
pub fn uuid_v4(random: [u8; 16]) -> String {
    let mut text = String::with_capacity(UUID_V4.len());
    let mut at = 0;
    for mark in UUID_V4.bytes() {
        // The version takes the place of its nibble.
        if mark != b'-' {
            at += 1;
        }
        let byte = random.get((at - 1) / 2).copied().unwrap_or_default();
        let nibble = if at % 2 == 1 { byte >> 4 } else { byte & 0x0F };
        let digit = match mark {
            b'x' => nibble,
            b'y' => nibble & 3 | 8,
            mark => {
                text.push(char::from(mark));
                continue;
            }
        };
        text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
    }
    text
}
