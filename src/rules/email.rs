//! E-mail addresses, as a browser's own form takes them.
//!
//! "Valid email address" of the HTML Living Standard (<https://html.spec.whatwg.org/multipage/input.html>), which by
//! its own word departs from RFC 5322: quoted names, comments and address literals are refused, dots stand where they
//! like before the `@`. Lengths: 64 before the `@` and 254 in all (RFC 5321 section 4.5.3.1), 63 for each label (the HTML
//! standard, after RFC 1035 section 2.3.4). The domain is lower-cased, since its case means nothing (RFC 4343); what stands
//! before the `@` is kept. A domain without a dot is valid and hardly ever meant: advice.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::lowered;

const LONGEST: usize = 254;
const NAME_LONGEST: usize = 64;
const LABEL_END: usize = 63 + 1;

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
    let (mut name, mut labels, mut run, mut malformed) = (0, 0, 0, false);
    let mut before = b'@';
    for byte in desk.text.bytes() {
        let plain = byte.is_ascii_alphanumeric();
        run += 1;
        if labels > 0 && byte == b'.' {
            malformed |= !ends_label(run, before);
            (labels, run) = (labels + 1, 0);
        } else if labels > 0 {
            malformed |= !plain && (byte != b'-' || run == 1);
        } else if byte == b'@' {
            malformed |= run == 1;
            (name, labels, run) = (run - 1, 1, 0);
        } else {
            malformed |= !plain && !is_mark(byte);
        }
        before = byte;
    }
    if malformed || labels == 0 || !ends_label(run + 1, before) {
        return Err(Code::EmailMalformed.into());
    }
    let limit = if name > NAME_LONGEST { NAME_LONGEST } else { LONGEST };
    if limit == NAME_LONGEST || desk.text.len() > LONGEST {
        return Err(Finding::limited(Code::EmailTooLong, limit as u32));
    }
    if labels == 1 {
        desk.note(Code::EmailNoDot);
    }
    lowered(desk, name);
    Ok(())
}

/// Whether a label can end before that place, where its first character has the place 1 and `before` is its last one.
fn ends_label(place: usize, before: u8) -> bool {
    matches!(place, 2..=LABEL_END) && before != b'-'
}

/// The marks that may stand before the `@`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-'..=b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~')
}
