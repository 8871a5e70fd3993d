//! A text taken apart: the characters of its value, the separators between them, the caret among both.

use super::{MOST, TypedKind};
use crate::alphabet::is_unseen;
use crate::rules::text::Spelling;
use crate::rules::{dialled, passport, rupiah};
use crate::texts::next;

/// The place of no character.
pub const NOTHING: u32 = u32::MAX;

/// What stands in a text beside its characters. A separator's bit is the place of the character that follows it.
#[derive(Clone, Copy, Default)]
pub struct Reading {
    /// The caret, not beyond the text and not within a surrogate pair.
    pub caret: usize,
    /// Whether the kind cannot hold the text.
    pub refused: bool,
    /// How many characters there are.
    pub length: u32,
    /// How many of them stand before the caret.
    pub place: u32,
    /// The separators before the caret.
    pub before: u32,
    /// The separators behind the caret.
    pub behind: u32,
    /// Those of either that are hyphens.
    pub hyphens: u32,
    /// Those of either that are blanks.
    pub blanks: u32,
    /// Those with no character between them and another one or the begin.
    pub doubled: u32,
}

impl Reading {
    /// All separators.
    pub fn separators(self) -> u32 {
        self.before | self.behind
    }
}

/// Reads a text, one of its characters left out; those of the value are kept.
pub fn read(kind: TypedKind, text: &str, caret: usize, left_out: u32, kept: &mut String) -> Reading {
    let mut body = text.len();
    let spelling = match kind {
        TypedKind::Rupiah => {
            body = rupiah::without_symbol(text).len();
            in_amount
        }
        TypedKind::Passport => passport::in_capitals,
        // Digits of other scripts and all that people put between are read in every number.
        _ => dialled::spelling,
    };
    let mut reading = Reading::default();
    let (mut units, mut count) = (0, 0);
    let mut letters = text.chars();
    while let Some(letter) = next(&mut letters) {
        units += letter.len_utf16();
        let is_before = units <= caret;
        if is_before {
            reading.caret = units;
        }
        if letters.as_str().len() >= body || is_unseen(letter) {
            continue;
        }
        let place = 1_u32.wrapping_shl(reading.length);
        match spelling(letter) {
            Spelling::As(letter) if (letter != '+' || count == 0 && kind == TypedKind::Msisdn) => {
                if left_out == count {
                    // In its place is the separator that went with it.
                    reading.behind |= place;
                } else {
                    kept.push(letter);
                    reading.length += 1;
                    reading.place += u32::from(is_before);
                }
                count += 1;
            }
            Spelling::Dropped => {
                reading.doubled |= (reading.separators() | 1) & place;
                if is_before {
                    reading.before |= place;
                } else {
                    reading.behind |= place;
                }
                match letter {
                    '-' => reading.hyphens |= place,
                    ' ' => reading.blanks |= place,
                    _ => {}
                }
            }
            _ => reading.refused = true,
        }
    }
    reading.refused |= count == 0 || reading.length > MOST;
    reading
}

fn in_amount(letter: char) -> Spelling {
    match letter {
        '0'..='9' => Spelling::As(letter),
        '.' => Spelling::Dropped,
        _ => Spelling::Refused,
    }
}
