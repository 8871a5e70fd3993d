//! E-mail addresses, as a browser's own form takes them.
//!
//! "Valid email address" of the HTML Living Standard (<https://html.spec.whatwg.org/multipage/input.html>), which by
//! its own word departs from RFC 5322: quoted names, comments and address literals are refused, dots stand where they
//! like before the `@`. Lengths after RFC 5321 section 4.5.3.1: 64 before the `@`, 254 in all, 63 for each label. The
//! domain is lower-cased, since its case means nothing (RFC 4343); what stands before the `@` is kept. A domain without
//! a dot is valid and hardly ever meant: advice.

use crate::alphabet::{UPPER, seen};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::tail;

const LONGEST: usize = 254;
const LOCAL_LONGEST: usize = 64;
const LABEL_LONGEST: usize = 63;

/// The address, its domain in lower case.
///
/// # Errors
/// - `email.malformed`: `a@-b.c`
/// - `email.too_long`: 255 characters
///
/// # Advice
/// - `email.no_dot`: `a@b`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(kasir::rules::email::email("Oim@YoipMail.com", desk), Ok("Oim@yoipmail.com"));
/// ```
pub fn email<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let (local, labels) = measured(text);
    if local == 0 {
        return Err(Code::EmailMalformed.into());
    }
    let limit = if local > LOCAL_LONGEST { LOCAL_LONGEST } else { LONGEST };
    if local > limit || text.len() > LONGEST {
        return Err(Finding::limited(Code::EmailTooLong, limit as u32));
    }
    if labels == 1 {
        desk.note(Code::EmailNoDot);
    }
    if seen(tail(text, text.len() - local)) & UPPER == 0 {
        return Ok(text);
    }
    let mut address = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        address.push(char::from(if at < local { byte } else { byte.to_ascii_lowercase() }));
    }
    Ok(desk.keep(address))
}

/// How many characters stand before the `@`, none where the text is no address, and how many labels behind it.
fn measured(text: &str) -> (usize, usize) {
    let (mut local, mut labels) = (0, 0);
    // How long the label is so far, and the byte before.
    let (mut length, mut before) = (0, 0);
    for at in 0..=text.len() {
        // The end closes the last label as a dot does.
        let byte = text.as_bytes().get(at).copied().unwrap_or(b'.');
        let fits = match byte {
            b'@' => local == 0 && at > 0,
            b'.' if local > 0 => before != b'-' && (1..=LABEL_LONGEST).contains(&length),
            b'-' if local > 0 => length > 0,
            _ => byte.is_ascii_alphanumeric() || local == 0 && is_mark(byte),
        };
        if !fits {
            return (0, 0);
        }
        (length, before) = (length + 1, byte);
        if byte == b'@' {
            (local, labels, length) = (at, 0, 0);
        } else if byte == b'.' {
            (labels, length) = (labels + 1, 0);
        }
    }
    (local, labels)
}

/// The marks that may stand before the `@`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-'..=b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}
