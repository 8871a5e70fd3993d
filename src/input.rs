//! Untrusted input to values that stand in the order of an operation's shape.
//!
//! Two ways in: JSON text (the hook, and whatever is unusual in the page) and the page's own walk over an object.
//! Both give the same tree.

mod escape;
mod json;
mod walked;

use std::borrow::Cow;

pub use json::{Member, Node, Reader};
pub use walked::walked;

use crate::alphabet::{DIGIT, only};
use crate::code::Code;
use crate::shape::{Kind, Shape};

/// The largest input in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting of an input.
pub const MAX_DEPTH: usize = 8;
/// The longest list of an input.
pub const MAX_ROWS: usize = 1000;

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Not there.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(Cow<'a, str>),
    /// A text.
    Text(Cow<'a, str>),
    /// An object of the shape's.
    Record(Record<'a>),
    /// A list.
    Rows(Vec<Value<'a>>),
    /// Something that no JSON text can hold; the code says what.
    Odd(Code),
    /// A value that a rule has refused.
    Refused,
}

impl<'a> Value<'a> {
    /// The same text, number or nothing; a value of any other kind counts as refused.
    pub fn scalar(&self) -> Value<'a> {
        match self {
            Value::Absent => Value::Absent,
            Value::Null => Value::Null,
            Value::Number(digits) => Value::Number(digits.clone()),
            Value::Text(text) => Value::Text(text.clone()),
            Value::Bool(_) | Value::Record(_) | Value::Rows(_) | Value::Odd(_) | Value::Refused => Value::Refused,
        }
    }

    /// The text or the number's digits.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The rows of a list.
    pub fn as_rows(&self) -> &[Value<'a>] {
        match self {
            Value::Rows(rows) => rows,
            _ => &[],
        }
    }

    /// The object.
    pub fn as_record(&self) -> Option<&Record<'a>> {
        match self {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// Nothing was given: absent, `null` or a text of blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Absent | Value::Null => true,
            Value::Text(text) => trimmed(text).is_empty(),
            _ => false,
        }
    }
}

/// An object whose values stand in the order of its shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    /// The shape.
    pub shape: &'static Shape,
    /// One value per field of the shape.
    pub values: Vec<Value<'a>>,
    /// Keys that the shape does not have, and keys that stood twice.
    pub strangers: Vec<(String, Code)>,
}

impl PartialEq for Shape {
    fn eq(&self, other: &Shape) -> bool {
        std::ptr::eq(self, other)
    }
}

impl<'a> Record<'a> {
    /// The value of a key; absent where the shape has no such key.
    pub fn get(&self, key: &str) -> &Value<'a> {
        self.shape.position(key).and_then(|at| self.values.get(at)).unwrap_or(&Value::Absent)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).as_text()
    }

    /// The place of a key's value.
    pub fn slot(&mut self, key: &str) -> Option<&mut Value<'a>> {
        self.shape.position(key).and_then(|at| self.values.get_mut(at))
    }

    /// An object with nothing in it.
    pub fn empty(shape: &'static Shape) -> Record<'a> {
        let mut values = Vec::with_capacity(shape.fields.len());
        for _ in shape.fields {
            values.push(Value::Absent);
        }
        Record { shape, values, strangers: Vec::new() }
    }

    /// Puts a JSON object's members in the shape's order.
    pub fn from_members(members: Vec<Member<'a>>, shape: &'static Shape) -> Record<'a> {
        let Record { mut values, mut strangers, .. } = Record::empty(shape);
        for Member { key, node } in members {
            let field = shape.position(&key).and_then(|at| Some((shape.fields.get(at)?, values.get_mut(at)?)));
            match field {
                None => strangers.push((key.into_owned(), Code::FieldUnknown)),
                Some((_, slot)) if !matches!(slot, Value::Absent) => {
                    strangers.push((key.into_owned(), Code::InputDuplicateKey));
                }
                Some((field, slot)) => *slot = shaped(node, field.kind),
            }
        }
        Record { shape, values, strangers }
    }
}

fn shaped(node: Node<'_>, kind: Kind) -> Value<'_> {
    match (node, kind) {
        (Node::Null, _) => Value::Null,
        (Node::Bool(bool), _) => Value::Bool(bool),
        (Node::Number(digits), _) => Value::Number(Cow::Borrowed(digits)),
        (Node::Text(text), _) => Value::Text(text),
        (Node::Odd(code), _) => Value::Odd(code),
        (Node::Object(members), Kind::Record(shape) | Kind::Rows(shape, ..)) => {
            Value::Record(Record::from_members(members, shape))
        }
        (Node::List(nodes), Kind::Rows(..)) => {
            let mut rows = Vec::with_capacity(nodes.len());
            for node in nodes {
                rows.push(shaped(node, kind));
            }
            Value::Rows(rows)
        }
        (Node::Object(_) | Node::List(_), _) => Value::Odd(Code::FieldWrongType),
    }
}

/// The text without blanks around it.
pub fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// The number that the digits write; nothing where something else stands there, or more than nineteen digits, which
/// might pass the range of 64 bits.
pub fn whole(digits: &str) -> Option<u64> {
    let fits = matches!(digits.len(), 1..=19) && only(digits, DIGIT);
    fits.then(|| digits.bytes().fold(0, |number, byte| number * 10 + u64::from(byte & 0x0F)))
}
