//! Personal values with their middle hidden: enough to recognise one's own, too little to learn another's.
//!
//! Every hidden character becomes one `*`. A value too short to keep a secret is hidden whole.

use crate::alphabet::{length, look};
use crate::rules::digits::tail;
use crate::texts::{joined, next};

/// A telephone number: `0812****6647`. The first four digits tell the operator only; at least four stay hidden.
#[inline(never)]
pub fn msisdn(text: &str) -> String {
    match length(look(text)).checked_sub(8) {
        Some(tail) => masked(text, 4, tail.min(4)),
        None => masked(text, 0, 0),
    }
}

/// An identity number: `3174********0001`. The district, the date of birth and the gender stay hidden.
pub fn nik(text: &str) -> String {
    account(text)
}

/// Any other number of an account, a meter or a customer: at most a quarter at either end is shown.
#[inline(never)]
pub fn account(text: &str) -> String {
    let shown = (length(look(text)) / 4).min(4);
    masked(text, shown, shown)
}

/// An e-mail address: `b***@example.com`. The domain is shown; the length of the name is hidden too.
pub fn email(text: &str) -> String {
    let Some(at) = text.bytes().rposition(|byte| byte == b'@') else { return masked(text, 0, 0) };
    // The first letter, where another follows.
    let shown = (1..at).find_map(|end| text.get(..end)).unwrap_or_default();
    joined(&joined(shown, "***"), tail(text, text.len() - at))
}

/// The text with what stands between `head` and `tail` characters hidden: one star for each, so the length stays visible.
#[inline(never)]
fn masked(text: &str, head: usize, tail: usize) -> String {
    let hidden_end = length(look(text)).saturating_sub(tail);
    let mut masked = String::with_capacity(text.len());
    let (mut letters, mut at) = (text.chars(), 0);
    while let Some(letter) = next(&mut letters) {
        masked.push(if at < head || at >= hidden_end { letter } else { '*' });
        at += 1;
    }
    masked
}
