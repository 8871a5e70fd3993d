//! The page's walk over an input object, as one string.
//!
//! The page reads the object by the operation's shape and writes every value followed by one control character that
//! tells its type. Texts go in as they are. The page also says how many marks it wrote: a text that holds a control
//! character makes the counts differ, and then the page walks again with care and writes a tape.

use crate::input::marked::{FALSE, LIST as ROWS, Marked, NULL, NUMBER, OBJECT as RECORD, TEXT, TRUE};
use crate::input::{MAX_BYTES, MAX_ROWS, Sheet, Value, whole};
use crate::shape::{Kind, Shape};

const ABSENT: u8 = 1;

/// Reads a walk; `None` where it is not one, byte for byte.
pub fn walked<'a>(text: &'a str, marks: usize, shape: &Shape) -> Option<Sheet<'a>> {
    if text.len() > MAX_BYTES || marks > text.len() {
        return None;
    }
    let mut walk = Walk { marked: Marked::of(text), sheet: Sheet::new(2 * marks) };
    if walk.marked.next()? != ("", RECORD) {
        return None;
    }
    walk.record(shape, 0)?;
    (walk.marked.at == text.len() && walk.marked.marks == marks).then_some(walk.sheet)
}

struct Walk<'a> {
    marked: Marked<'a>,
    sheet: Sheet<'a>,
}

impl<'a> Walk<'a> {
    fn record(&mut self, shape: &Shape, holder: usize) -> Option<usize> {
        let first = self.sheet.open(shape.fields.len(), holder);
        for (at, field) in shape.fields.iter().enumerate() {
            self.value(field.kind, first + at)?;
        }
        Some(first)
    }

    fn value(&mut self, kind: Kind, place: usize) -> Option<()> {
        let (head, mark) = self.marked.next()?;
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
