//! E-mail addresses, as a browser's own form takes them.
//!
//! "Valid email address" of the HTML Living Standard (<https://html.spec.whatwg.org/multipage/input.html>), which by
//! its own word departs from RFC 5322: quoted names, comments and address literals are refused, dots stand where they
//! like before the `@`. Lengths after RFC 5321 section 4.5.3.1: 64 before the `@`, 254 in all, 63 for each label. The
//! domain is lower-cased, since its case means nothing (RFC 4343); what stands before the `@` is kept. A domain without
//! a dot is valid and hardly ever meant: advice.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;

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
pub fn email<'a>(text: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    match read(text) {
        Some((_, local, _)) if local > LOCAL_LONGEST => Err(Finding::limited(Code::EmailTooLong, LOCAL_LONGEST as u32)),
        Some(_) if text.len() > LONGEST => Err(Finding::limited(Code::EmailTooLong, LONGEST as u32)),
        Some((address, _, labels)) => {
            if labels == 1 {
                desk.note(Code::EmailNoDot);
            }
            Ok(if address == text { text } else { desk.keep(address) })
        }
        None => Err(Code::EmailMalformed.into()),
    }
}

/// The address with its domain in lower case, how many characters stand before the `@`, and how many labels behind it.
fn read(text: &str) -> Option<(String, usize, usize)> {
    let mut address = String::with_capacity(text.len());
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
            return None;
        }
        if at < text.len() {
            address.push(char::from(if local > 0 { byte.to_ascii_lowercase() } else { byte }));
        }
        (length, before) = (length + 1, byte);
        if byte == b'@' {
            (local, labels, length) = (at, 0, 0);
        } else if byte == b'.' {
            (labels, length) = (labels + 1, 0);
        }
    }
    (local > 0).then_some((address, local, labels))
}

/// The marks that may stand before the `@`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-'..=b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}
