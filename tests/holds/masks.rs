//! What a mask shows: no more than the masks of `src/format/masks.rs` promise, of any text.

use kasir::format::masks;
use kasir::parse::ParseKind;

fn shown(text: &str, head: usize, tail: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let behind = letters.len() - tail;
    letters.iter().enumerate().map(|(at, letter)| if (head..behind).contains(&at) { '*' } else { *letter }).collect()
}

/// The first four, and at the end what is left once four are hidden, at most four.
pub fn telephone(text: &str) -> String {
    match text.chars().count() {
        ..8 => shown(text, 0, 0),
        length => shown(text, 4, (length - 8).min(4)),
    }
}

/// A quarter at either end, at most four.
pub fn account(text: &str) -> String {
    let quarter = (text.chars().count() / 4).min(4);
    shown(text, quarter, quarter)
}

/// The domain, and of a name of more than one letter the first.
pub fn email(text: &str) -> String {
    let Some((name, domain)) = text.rsplit_once('@') else { return shown(text, 0, 0) };
    let first: String = name.chars().take(usize::from(name.chars().nth(1).is_some())).collect();
    format!("{first}***@{domain}")
}

/// Of any text: who hides what, by the letter.
pub fn masked(text: &str) {
    assert_eq!(masks::msisdn(text), telephone(text));
    assert_eq!(masks::account(text), account(text));
    assert_eq!(masks::nik(text), account(text));
    assert_eq!(masks::email(text), email(text));
}

/// The mask of a kind's value; what belongs to nobody has none.
pub fn of_kind(kind: ParseKind, value: &str) -> Option<String> {
    use ParseKind::{Bpjs, Driver, Email, IndonesianPassport, Meter, Msisdn, Nik, Passport, Wallet};
    match kind {
        Msisdn | Wallet => Some(telephone(value)),
        Nik | Passport | IndonesianPassport | Meter | Bpjs | Driver => Some(account(value)),
        Email => Some(email(value)),
        _ => None,
    }
}
