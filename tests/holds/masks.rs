//! What a mask shows.

use kasir::format::masks;

/// No more than the masks of `src/format/masks.rs` promise, of any text: who hides what, by the letter.
pub fn masked(text: &str) {
    let letters: Vec<char> = text.chars().collect();
    let stars = |count: usize| "*".repeat(count);
    let shown = |head: usize, tail: usize| {
        let hidden = stars(letters.len() - head - tail);
        let (head, tail): (String, String) =
            (letters[..head].iter().collect(), letters[letters.len() - tail..].iter().collect());
        [head, hidden, tail].concat()
    };
    let (head, tail) = match letters.len() {
        ..8 => (0, 0),
        length => (4, (length - 8).min(4)),
    };
    assert_eq!(masks::msisdn(text), shown(head, tail));
    let quarter = (letters.len() / 4).min(4);
    assert_eq!(masks::account(text), shown(quarter, quarter));
    assert_eq!(masks::nik(text), masks::account(text));
    assert_eq!(
        masks::email(text),
        match text.rsplit_once('@') {
            None => stars(letters.len()),
            Some((name, domain)) => {
                let first: String = name.chars().take(usize::from(name.chars().nth(1).is_some())).collect();
                format!("{first}***@{domain}")
            }
        }
    );
}
