//! Values of any shape as one string: what JSON can hold, and a word for what it cannot.
//!
//! Each value is a head and a control character that tells its type: `TEXT` and `KEY` stand behind a text's length in
//! UTF-16 units, and the text follows, so that no text can pass for a mark; a number stands before its mark as it is
//! written, and so does the letter of an odd value. An object opens with `OBJECT`, a list with `LIST`; `END` ends both.
//! The page's script writes tapes, of objects as of JSON text; elsewhere `json` does.

use crate::code::Code;
use crate::input::marked::{FALSE, LIST, Marked, NULL, NUMBER, OBJECT, TEXT, TRUE};
use crate::input::tree::{Entry, Leaf, Tree};
use crate::input::whole;

pub(super) const END: u8 = 11;
pub(super) const KEY: u8 = 12;
const ODD: u8 = 13;

/// The odd value of a text with half a surrogate pair.
pub(super) const MALFORMED: &str = "s\r";

/// So deep is read at all, to find the end of what lies too deep; beyond, nothing is, so that none exhausts the stack.
pub(super) const DEEPEST: usize = 96;

/// How much is taken; more is told as odd.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The deepest nesting.
    pub depth: usize,
    /// The longest list.
    pub rows: usize,
}

impl<'a> Tree<'a> {
    /// Reads a tape; no value at all where it is none.
    pub fn read(tape: &'a str, limits: Limits) -> Tree<'a> {
        let mut reader = Reader { marked: Marked::of(tape), entries: Vec::new(), limits };
        if reader.value("", 0).is_none() || reader.marked.at != tape.len() {
            reader.entries.clear();
        }
        Tree(reader.entries)
    }
}

struct Reader<'a> {
    marked: Marked<'a>,
    entries: Vec<Entry<'a>>,
    limits: Limits,
}

impl<'a> Reader<'a> {
    /// The text behind its mark.
    fn text(&mut self, length: &str) -> Option<&'a str> {
        let from = self.marked.at;
        let mut units = whole(length)?;
        let bytes = self.marked.text.as_bytes();
        loop {
            let byte = bytes.get(self.marked.at).copied();
            // A character begins anywhere but at a continuation byte, and takes two units where it has four bytes.
            if byte.is_none_or(|byte| byte & 0xC0 != 0x80) {
                if units == 0 {
                    return self.marked.text.get(from..self.marked.at);
                }
                units = units.checked_sub(1 + u64::from(byte? >= 0xF0))?;
            }
            self.marked.at += 1;
        }
    }

    fn value(&mut self, key: &'a str, depth: usize) -> Option<()> {
        let place = self.entries.len();
        self.entries.push(Entry { key, leaf: Leaf::Null, size: 1 });
        let (head, mark) = self.marked.next()?;
        let leaf = match mark {
            NULL => Leaf::Null,
            TEXT => Leaf::Text(self.text(head)?),
            NUMBER => Leaf::Number(head),
            TRUE | FALSE => Leaf::Flag(mark == TRUE),
            OBJECT | LIST => self.values(mark, depth)?,
            ODD => Leaf::Odd(odd(head)?),
            _ => return None,
        };
        if let Leaf::Odd(_) = leaf {
            self.entries.truncate(place + 1);
        }
        let size = self.entries.len() - place;
        if let Some(entry) = self.entries.get_mut(place) {
            entry.leaf = leaf;
            entry.size = size;
        }
        Some(())
    }

    /// The values of a list or an object up to its end.
    fn values(&mut self, mark: u8, depth: usize) -> Option<Leaf<'a>> {
        let mut rows = 0;
        while *self.marked.text.as_bytes().get(self.marked.at)? != END {
            let mut key = "";
            if mark == OBJECT {
                let (length, KEY) = self.marked.next()? else { return None };
                key = self.text(length)?;
            }
            if depth >= DEEPEST {
                return None;
            }
            self.value(key, depth + 1)?;
            rows += 1;
        }
        self.marked.at += 1;
        Some(match mark {
            _ if rows > 0 && depth >= self.limits.depth => Leaf::Odd(Code::InputTooDeep),
            OBJECT => Leaf::Object,
            _ if rows > self.limits.rows => Leaf::Odd(Code::RowsTooMany),
            _ => Leaf::List,
        })
    }
}

fn odd(letter: &str) -> Option<Code> {
    Some(match letter.as_bytes() {
        b"c" => Code::InputCyclic,
        b"d" => Code::InputTooDeep,
        b"g" => Code::InputUnreadable,
        b"l" => Code::InputTooLarge,
        b"r" => Code::RowsTooMany,
        b"s" => Code::TextMalformed,
        b"f" => Code::FieldWrongType,
        _ => return None,
    })
}
