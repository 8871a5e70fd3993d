//! Where an issue sits.

use crate::input::{Sheet, Value};
use crate::issue::Issue;
use crate::shape::{Field, Kind, Shape};

/// One step from an object to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key that the operation's shape knows.
    Key(&'static str),
    /// A key that only the input knows.
    Other(String),
    /// A row of a list, from 0.
    Row(usize),
}

/// The steps from the input to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The path one key deep.
    pub fn key(key: &'static str) -> Path {
        Path(vec![Step::Key(key)])
    }

    /// The name of the form control, `departure.passengers.0.dob`.
    pub fn name(&self) -> String {
        self.joined('.')
    }

    /// The JSON Pointer (RFC 6901), `/departure/passengers/0/dob`.
    pub fn pointer(&self) -> String {
        self.joined('/')
    }

    fn joined(&self, mark: char) -> String {
        let mut text = String::new();
        for step in &self.0 {
            if mark == '/' || !text.is_empty() {
                text.push(mark);
            }
            match step {
                Step::Key(key) => text.push_str(key),
                Step::Other(key) if mark == '/' => push_escaped(&mut text, key),
                Step::Other(key) => text.push_str(key),
                Step::Row(row) => push_number(&mut text, *row as u64),
            }
        }
        text
    }
}

/// Appends a key as a JSON Pointer writes it; those that the shapes know have nothing to escape.
fn push_escaped(pointer: &mut String, key: &str) {
    for letter in key.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// An issue's place, found again from the sheet.
#[derive(Clone, Debug)]
pub struct Traced<'i> {
    /// The steps.
    pub path: Path,
    /// The last field on the way.
    pub field: Option<&'static Field>,
    /// Whether the last step is a row.
    pub is_row: bool,
    /// The shape of the object where the way ends.
    pub shape: &'static Shape,
    /// A key that this shape does not have.
    pub key: Option<&'i str>,
}

/// Finds the steps to an issue's place.
pub fn trace<'i>(issue: &Issue<'i>, sheet: &Sheet<'_>, shape: &'static Shape) -> Traced<'i> {
    let mut traced = Traced { path: Path::default(), field: None, is_row: false, shape, key: issue.key };
    traced.descend(issue.place, sheet, issue.key.is_none());
    if let Some(key) = issue.key {
        traced.path.0.push(Step::Other(key.to_owned()));
    }
    traced
}

impl Traced<'_> {
    /// Finds the steps to what holds the place, then, where the place itself is meant, the last one.
    fn descend(&mut self, place: usize, sheet: &Sheet<'_>, itself: bool) {
        let mut at = 0;
        let holder = loop {
            at += 1;
            match sheet.at(place - at.min(place)) {
                Value::Head(holder) => break holder,
                _ if at > place => return,
                _ => {}
            }
        };
        if holder > 0 {
            self.descend(holder, sheet, true);
        }
        if itself {
            self.step(at - 1);
        }
    }

    fn step(&mut self, at: usize) {
        let among_rows = !self.is_row && matches!(self.field, Some(Field { kind: Kind::Rows(..), .. }));
        self.is_row = among_rows;
        if among_rows {
            self.path.0.push(Step::Row(at));
        } else if let Some(field) = self.shape.fields.get(at) {
            self.path.0.push(Step::Key(field.key));
            self.field = Some(field);
            self.shape = field.kind.below().unwrap_or(self.shape);
        }
    }
}

/// Appends a number's digits; the formatting machinery of the standard library would cost a page more bytes than this.
pub fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointer_escapes_tilde_and_slash() {
        let path = Path(vec![Step::Other("a/b~c".into()), Step::Row(10)]);
        assert_eq!(path.pointer(), "/a~1b~0c/10");
        assert_eq!(path.name(), "a/b~c.10");
    }
}
