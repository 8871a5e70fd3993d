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
        let mut name = String::new();
        for step in &self.0 {
            if !name.is_empty() {
                name.push('.');
            }
            step.append(&mut name);
        }
        name
    }

    /// The JSON Pointer (RFC 6901), `/departure/passengers/0/dob`.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            let mut text = String::new();
            step.append(&mut text);
            for letter in text.chars() {
                match letter {
                    '~' => pointer.push_str("~0"),
                    '/' => pointer.push_str("~1"),
                    other => pointer.push(other),
                }
            }
        }
        pointer
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
    let mut way = climb(issue.place, sheet);
    if issue.key.is_some() {
        way.remove(0);
    }
    let mut traced = Traced { path: Path::default(), field: None, is_row: false, shape, key: issue.key };
    let mut among_rows = false;
    for at in way.into_iter().rev() {
        traced.is_row = among_rows;
        if among_rows {
            traced.path.0.push(Step::Row(at));
            among_rows = false;
        } else if let Some(field) = traced.shape.fields.get(at) {
            traced.path.0.push(Step::Key(field.key));
            traced.field = Some(field);
            among_rows = matches!(field.kind, Kind::Rows(..));
            traced.shape = field.kind.below().unwrap_or(traced.shape);
        }
    }
    traced.path.0.extend(issue.key.map(|key| Step::Other(key.to_owned())));
    traced
}

/// From a value up to the whole input: which one it is in its object or list, and so on for what holds it.
fn climb(mut place: usize, sheet: &Sheet<'_>) -> Vec<usize> {
    let mut way = Vec::new();
    let mut at = 0;
    while place > 0 {
        place -= 1;
        match sheet.at(place) {
            Value::Head(holder) => {
                way.push(at);
                (place, at) = (holder, 0);
            }
            _ => at += 1,
        }
    }
    way
}

impl Step {
    fn append(&self, text: &mut String) {
        match self {
            Step::Key(key) => text.push_str(key),
            Step::Other(key) => text.push_str(key),
            Step::Row(row) => push_number(text, *row as u64),
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
