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
use crate::packed::pieces;
use crate::rules::text::lowered;

const LONGEST: usize = 254;
const NAME_LONGEST: usize = 64;
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
/// assert_eq!(desk.read(kasir::rules::email::email, "Oim@YoipMail.com"), Ok("Oim@yoipmail.com"));
/// ```
pub fn email(desk: &mut Desk<'_>) -> Result<(), Finding> {
    let text = desk.text;
    let mut parts = pieces(text, b'@');
    let (name, domain) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let labels = labels(domain);
    if labels == 0 || !is_name(name) || parts.next().is_some() {
        return Err(Code::EmailMalformed.into());
    }
    let limit = if name.len() > NAME_LONGEST { NAME_LONGEST } else { LONGEST };
    if name.len() > limit || text.len() > LONGEST {
        return Err(Finding::limited(Code::EmailTooLong, limit as u32));
    }
    if labels == 1 {
        desk.note(Code::EmailNoDot);
    }
    lowered(desk, name.len());
    Ok(())
}

/// How many labels the domain has, none where it is no domain.
fn labels(domain: &str) -> usize {
    let mut labels = 0;
    for label in pieces(domain, b'.') {
        if label.len() > LABEL_LONGEST || matches!(label.as_bytes(), [] | [b'-', ..] | [.., b'-']) {
            return 0;
        }
        for byte in label.bytes() {
            if !byte.is_ascii_alphanumeric() && byte != b'-' {
                return 0;
            }
        }
        labels += 1;
    }
    labels
}

fn is_name(name: &str) -> bool {
    for byte in name.bytes() {
        if !byte.is_ascii_alphanumeric() && !is_mark(byte) {
            return false;
        }
    }
    !name.is_empty()
}

/// The marks that may stand before the `@`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-'..=b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}
