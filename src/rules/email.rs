//! E-mail addresses, as a browser's own form takes them.
//!
//! "Valid email address" of the HTML Living Standard (<https://html.spec.whatwg.org/multipage/input.html>), which by
//! its own word departs from RFC 5322: quoted names, comments and address literals are refused, dots stand where they
//! like before the `@`. Lengths after RFC 5321 section 4.5.3.1: 64 before the `@`, 254 in all, 63 for each label. The
//! domain is lower-cased, since its case means nothing (RFC 4343); what stands before the `@` is kept. A domain without
//! a dot is valid and hardly ever meant: advice.

use std::borrow::Cow;

use crate::alphabet::{UPPER, seen};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::Notes;
use crate::rules::text::halves;

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
/// assert_eq!(kasir::rules::email::email("Oim@YoipMail.com", &mut vec![]).as_deref(), Ok("Oim@yoipmail.com"));
/// ```
pub fn email<'a>(text: &'a str, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let (local, domain) = halves(text, |byte| byte == b'@').ok_or(Code::EmailMalformed)?;
    if local.is_empty() || !local.bytes().all(is_atom_or_dot) || !domain.split('.').all(is_label) {
        return Err(Code::EmailMalformed.into());
    }
    if local.len() > LOCAL_LONGEST {
        return Err(Finding::of(Code::EmailTooLong).number("max", LOCAL_LONGEST as u64));
    }
    if text.len() > LONGEST {
        return Err(Finding::of(Code::EmailTooLong).number("max", LONGEST as u64));
    }
    if !domain.contains('.') {
        notes.push(Code::EmailNoDot.into());
    }
    if seen(domain) & UPPER == 0 {
        return Ok(Cow::Borrowed(text));
    }
    let mut address = String::with_capacity(text.len());
    address.push_str(local);
    address.push('@');
    address.push_str(&domain.to_ascii_lowercase());
    Ok(Cow::Owned(address))
}

fn is_atom_or_dot(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

fn is_label(label: &str) -> bool {
    let ends_well = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    bytes.len() <= LABEL_LONGEST
        && ends_well(bytes.first())
        && ends_well(bytes.last())
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}
