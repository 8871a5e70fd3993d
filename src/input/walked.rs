//! The page's walk over an input object, as one string.
//!
//! The page reads the object by the operation's shape and writes every value followed by one control character that
//! tells its type. Texts go in as they are. The page also says how many marks it wrote: a text that holds a control
//! character makes the counts differ, and then the page walks again with care and writes a tape.

use crate::input::tape::{FALSE, LIST as ROWS, NULL, NUMBER, OBJECT as RECORD, TEXT, TRUE};
use crate::input::{MAX_BYTES, MAX_ROWS, Sheet, Value, whole};
use crate::shape::{Kind, Shape};

const ABSENT: u8 = 1;

/// Reads a walk; `None` where it is not one, byte for byte.
pub fn walked<'a>(text: &'a str, marks: usize, shape: &Shape) -> Option<Sheet<'a>> {
    if text.len() > MAX_BYTES || marks > text.len() {
        return None;
    }
    let mut walk = Walk { text, at: 0, marks: 0, sheet: Sheet::new(2 * marks) };
    if walk.next()? != ("", RECORD) {
        return None;
    }
    walk.record(shape, 0)?;
    (walk.at == text.len() && walk.marks == marks).then_some(walk.sheet)
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    marks: usize,
    sheet: Sheet<'a>,
}

impl<'a> Walk<'a> {
    /// The text before the next mark, and the mark.
    fn next(&mut self) -> Option<(&'a str, u8)> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = first_mark(rest)?;
        let head = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        self.marks += 1;
        Some((head, *rest.get(length)?))
    }

    fn record(&mut self, shape: &Shape, holder: usize) -> Option<usize> {
        let first = self.sheet.open(shape.fields.len(), holder);
        for (at, field) in shape.fields.iter().enumerate() {
            self.value(field.kind, first + at)?;
        }
        Some(first)
    }

    fn value(&mut self, kind: Kind, place: usize) -> Option<()> {
        let (head, mark) = self.next()?;
        let value = match (mark, kind) {
            (TEXT, _) => Value::Text(head),
            (NUMBER, _) => Value::Number(head),
            (ABSENT, _) => return Some(()),
            (NULL, _) => Value::Null,
            (TRUE, _) => Value::Flag(true),
            (FALSE, _) => Value::Flag(false),
            (RECORD, Kind::Record(shape) | Kind::Rows(shape, ..)) => Value::Record(self.record(shape, place)?),
            (ROWS, Kind::Rows(..)) => {
                let count = whole(head).filter(|count| *count <= MAX_ROWS as u64)? as usize;
                let first = self.sheet.open(count, place);
                for row in 0..count {
                    self.value(kind, first + row)?;
                }
                Value::Rows(first, count)
            }
            _ => return None,
        };
        self.sheet.put(place, value);
        Some(())
    }
}

/// Where the first control character stands; eight bytes at a time, since every byte of an input passes here.
fn first_mark(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    let (words, rest) = bytes.as_chunks();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // The high bit of each byte below 0x20; a borrow can set it in bytes behind the first such byte only.
        let marks = word.wrapping_sub(ONES * 0x20) & !word & (ONES * 0x80);
        if marks != 0 {
            return Some(at * 8 + (marks.trailing_zeros() / 8) as usize);
        }
    }
    let at = rest.iter().position(|byte| *byte < 0x20)?;
    Some(words.len() * 8 + at)
}
