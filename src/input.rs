//! Untrusted input to values that stand in the order of an operation's shape.
//!
//! Two ways in: the page's quick walk over an object, and a tape of whatever is unusual, or of JSON text. Both fill the
//! same sheet.

mod escape;
pub mod json;
mod marked;
mod tape;
mod tree;
mod walked;

pub use tape::Limits;
pub use tree::{Children, Entry, Leaf, Node, Tree};
pub use walked::walked;

pub use crate::alphabet::trimmed;

use crate::alphabet::{DIGIT, only};
use crate::code::Code;
use crate::shape::{Kind, Shape};

/// The largest input in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting of an input.
pub const MAX_DEPTH: usize = 8;
/// The longest list of an input.
pub const MAX_ROWS: usize = 1000;

/// What an input may hold.
pub const INPUT: Limits = Limits { depth: MAX_DEPTH, rows: MAX_ROWS };
/// What an answer may hold: a provider's own list may be as long as it likes.
pub const ANSWER: Limits = Limits { depth: 32, rows: usize::MAX };

/// A value of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Not there.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as written.
    Number(&'a str),
    /// A text.
    Text(&'a str),
    /// An object of the field's shape: the place of its first value.
    Record(usize),
    /// A list: the place of its first row, and how many there are.
    Rows(usize, usize),
    /// Something that JSON cannot hold; the code says what.
    Odd(Code),
    /// A value that a rule has refused.
    Refused,
    /// Stands before the values of an object and before the rows of a list: the place of the value that holds them.
    Head(usize),
}

/// A key that a shape does not have, or one that stood twice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stranger<'a> {
    /// The place of the first value of the object that has it.
    pub record: usize,
    /// The key.
    pub key: &'a str,
    /// Unknown or twice.
    pub code: Code,
}

/// An input: the values of all its objects, each object's in the order of its shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet<'a> {
    values: Vec<Value<'a>>,
    /// What no shape has room for, in the order of the objects.
    pub strangers: Vec<Stranger<'a>>,
    /// Whether no text is known to need an escape in the body.
    pub plain: bool,
}

/// The place of the first value of the whole input.
pub const ROOT: usize = 1;

impl<'a> Sheet<'a> {
    /// A sheet without any value, with room for so many.
    pub fn new(room: usize) -> Sheet<'a> {
        Sheet { values: Vec::with_capacity(room), strangers: Vec::new(), plain: false }
    }

    /// A sheet of what an object holds; nothing is filled in where there is none.
    pub fn of(object: Node<'a>, shape: &Shape) -> Sheet<'a> {
        let mut sheet = Sheet::new(2 * object.0.len());
        sheet.fill(object, shape, 0);
        sheet
    }

    /// How many values it has, of every kind.
    pub fn size(&self) -> usize {
        self.values.len()
    }

    /// The value at a place.
    pub fn at(&self, place: usize) -> &Value<'a> {
        self.values.get(place).unwrap_or(&Value::Absent)
    }

    /// Puts another value in a place.
    pub fn put(&mut self, place: usize, value: Value<'a>) {
        if let Some(slot) = self.values.get_mut(place) {
            *slot = value;
        }
    }

    /// The values from a place on.
    pub fn from(&self, place: usize) -> &[Value<'a>] {
        self.values.get(place..).unwrap_or_default()
    }

    /// The text or the number's digits at a place.
    pub fn text(&self, place: usize) -> Option<&'a str> {
        match *self.at(place) {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The places of a list's rows.
    pub fn rows(&self, place: usize) -> std::ops::Range<usize> {
        match *self.at(place) {
            Value::Rows(first, count) => first..first + count,
            _ => 0..0,
        }
    }

    /// The place of an object's first value.
    pub fn record(&self, place: usize) -> Option<usize> {
        match *self.at(place) {
            Value::Record(first) => Some(first),
            _ => None,
        }
    }

    /// Makes room for so many values, below the one at `holder`; gives the place of the first.
    pub fn open(&mut self, count: usize, holder: usize) -> usize {
        self.values.push(Value::Head(holder));
        let first = self.values.len();
        self.values.resize(first + count, Value::Absent);
        first
    }

    /// Puts an object's members in the shape's order; gives the place of the first value.
    fn fill(&mut self, object: Node<'a>, shape: &Shape, holder: usize) -> usize {
        let first = self.open(shape.fields.len(), holder);
        let mut seen = 0_u32;
        for member in object.children() {
            let key = member.key();
            let code = match shape.position(key) {
                None => Code::FieldUnknown,
                Some(at) if seen >> at & 1 == 1 => Code::InputDuplicateKey,
                Some(at) => {
                    seen |= 1 << at;
                    continue;
                }
            };
            self.strangers.push(Stranger { record: first, key, code });
        }
        // Only now, and in the shape's order: what lies below has strangers of its own.
        for (at, field) in shape.fields.iter().enumerate() {
            if seen >> at & 1 == 1 {
                let value = self.shaped(object.get(field.key), field.kind, first + at);
                self.put(first + at, value);
            }
        }
        first
    }

    fn shaped(&mut self, node: Node<'a>, kind: Kind, place: usize) -> Value<'a> {
        match (node.leaf(), kind) {
            (Leaf::Null, _) => Value::Null,
            (Leaf::Flag(flag), _) => Value::Flag(flag),
            (Leaf::Number(digits), _) => Value::Number(digits),
            (Leaf::Text(text), _) => Value::Text(text),
            (Leaf::Odd(code), _) => Value::Odd(code),
            (Leaf::Object, Kind::Record(shape) | Kind::Rows(shape, ..)) => Value::Record(self.fill(node, shape, place)),
            (Leaf::List, Kind::Rows(..)) => {
                let count = node.children().count();
                let first = self.open(count, place);
                for (row, child) in node.children().enumerate() {
                    let value = self.shaped(child, kind, first + row);
                    self.put(first + row, value);
                }
                Value::Rows(first, count)
            }
            (Leaf::Object | Leaf::List, _) => Value::Odd(Code::FieldWrongType),
        }
    }
}

/// The number that the digits write; nothing where something else stands there, or more than nineteen digits, which
/// might pass the range of 64 bits.
pub fn whole(digits: &str) -> Option<u64> {
    let fits = matches!(digits.len(), 1..=19) && only(digits, DIGIT);
    fits.then(|| digits.bytes().fold(0, |number, byte| number * 10 + u64::from(byte & 0x0F)))
}
