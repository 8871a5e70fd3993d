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
    let Some((local, dots)) = measured(text) else { return Err(Code::EmailMalformed.into()) };
    if local > LOCAL_LONGEST {
        return Err(Finding::limited(Code::EmailTooLong, LOCAL_LONGEST as u32));
    }
    if text.len() > LONGEST {
        return Err(Finding::limited(Code::EmailTooLong, LONGEST as u32));
    }
    if dots == 0 {
        desk.note(Code::EmailNoDot);
    }
    let mut address = text.to_owned();
    match address.get_mut(local..) {
        Some(domain) if seen(domain) & UPPER != 0 => domain.make_ascii_lowercase(),
        _ => return Ok(text),
    }
    Ok(desk.keep(address))
}

/// How many characters stand before the `@` and how many dots behind it; nothing where the text is no address.
fn measured(text: &str) -> Option<(usize, usize)> {
    let (mut local, mut labels) = (0, 0);
    // How long the label is so far, and the byte before.
    let (mut length, mut before) = (0, b'-');
    for at in 0..=text.len() {
        // The end closes the last label as a dot does.
        let byte = text.as_bytes().get(at).copied().unwrap_or(b'.');
        let fits = if local == 0 {
            is_atom_or_dot(byte) || byte == b'@' && at > 0
        } else if byte == b'.' {
            before != b'-' && (1..=LABEL_LONGEST).contains(&length)
        } else {
            byte.is_ascii_alphanumeric() || byte == b'-' && length > 0
        };
        if !fits {
            return None;
        }
        length += 1;
        if local == 0 && byte == b'@' {
            (local, length) = (at, 0);
        } else if byte == b'.' {
            (labels, length) = (labels + 1, 0);
        }
        before = byte;
    }
    (local > 0).then_some((local, labels - 1))
}

fn is_atom_or_dot(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-'..=b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}
