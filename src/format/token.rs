//! The PLN token as a meter's key pad takes it: five groups of four digits (IEC 62055-41 has 20 digits).

use crate::texts::next;

/// The text in groups of four characters.
pub fn groups(text: &str) -> String {
    let mut groups = String::with_capacity(text.len() + 4);
    let (mut letters, mut place) = (text.chars(), 0);
    while let Some(letter) = next(&mut letters) {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        groups.push(letter);
        place += 1;
    }
    groups
}
