//! Where an issue sits.

use crate::input::{Sheet, Value};
use crate::packed::pieces;
use crate::plain::{Members, Plain, View};
use crate::shape::{Field, Kind, Shape};
use crate::texts::{append, push_number};

/// The steps from the input to a value, a list of keys and of rows from 0.
#[derive(Clone, Debug, Default)]
pub struct Path {
    /// The name of the form control, `departure.passengers.0.dob`.
    pub name: String,
    /// The JSON Pointer (RFC 6901), `/departure/passengers/0/dob`.
    pub pointer: String,
    /// Where in the name the key begins that no shape has; behind the name where there is none.
    stranger: usize,
}

impl Path {
    /// The path one key deep.
    pub fn key(key: &str) -> Path {
        let mut path = Path::default();
        path.step(key);
        path
    }

    /// The path to a key of the input itself that no shape has.
    #[cfg(feature = "hook")]
    pub fn of_stranger(key: &str) -> Path {
        let mut path = Path::default();
        path.stranger(key);
        path
    }

    /// A step to a key that has nothing to escape, or to a row.
    pub fn step(&mut self, step: &str) {
        self.put(step);
        append(&mut self.pointer, step);
        self.stranger = self.name.len() + 1;
    }

    /// The last step, to a key that only the input knows.
    pub fn stranger(&mut self, key: &str) {
        self.put(key);
        for (at, piece) in pieces(key, b'/').enumerate() {
            append(&mut self.pointer, if at > 0 { "~1" } else { "" });
            for (at, piece) in pieces(piece, b'~').enumerate() {
                append(&mut self.pointer, if at > 0 { "~0" } else { "" });
                append(&mut self.pointer, piece);
            }
        }
    }

    fn put(&mut self, name: &str) {
        let dot = if self.name.is_empty() { "" } else { "." };
        append(&mut self.name, dot);
        append(&mut self.name, name);
        append(&mut self.pointer, "/");
    }
}

impl View for Path {
    fn members(&self, members: &mut Members<'_>) {
        Steps(self.name.get(..self.stranger.saturating_sub(1)).unwrap_or_default()).members(members);
        if let Some(key) = self.name.get(self.stranger..) {
            members.item(Plain::Text(key));
        }
    }
}

/// The steps that a name is made of.
pub struct Steps<'v>(pub &'v str);

impl View for Steps<'_> {
    fn members(&self, members: &mut Members<'_>) {
        for step in pieces(self.0, b'.') {
            members.item(Plain::of(step));
        }
    }
}

/// An issue's place, found again from the sheet.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The steps.
    pub path: Path,
    /// The last field on the way.
    pub field: Option<&'static Field>,
    /// Whether the last step is a row.
    pub is_row: bool,
    /// The shape of the object where the way ends.
    pub shape: &'static Shape,
}

impl Traced {
    /// The way that begins at the input itself.
    pub fn new(shape: &'static Shape) -> Traced {
        Traced { path: Path::default(), field: None, is_row: false, shape }
    }

    /// Finds the steps to what holds the place, then, where the place itself is meant, the last one.
    pub fn descend(&mut self, place: usize, sheet: &Sheet<'_>, itself: bool) {
        let mut at = 0;
        let holder = loop {
            at += 1;
            match *sheet.at(place - at.min(place)) {
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
            let mut row = String::new();
            push_number(&mut row, at as u64);
            self.path.step(&row);
        } else if let Some(field) = self.shape.fields.get(at) {
            self.path.step(field.key);
            self.field = Some(field);
            self.shape = field.kind.below().unwrap_or(self.shape);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointer_escapes_tilde_and_slash() {
        let mut path = Path::key("rows");
        path.step("10");
        path.stranger("a/b~c");
        assert_eq!(path.pointer, "/rows/10/a~1b~0c");
        assert_eq!(path.name, "rows.10.a/b~c");
    }

    #[test]
    fn a_key_of_digits_or_of_nothing_stays_a_text() {
        for (known, key) in [("rows.10", "7"), ("rows.10", ""), ("", "7"), ("", "")] {
            let mut path = Path::default();
            pieces(known, b'.').filter(|step| !step.is_empty()).for_each(|step| path.step(step));
            path.stranger(key);
            let steps = serde_json::to_value(Plain::List(&path)).ok();
            let known = if known.is_empty() { vec![] } else { vec![serde_json::json!("rows"), serde_json::json!(10)] };
            assert_eq!(steps, Some(known.into_iter().chain([serde_json::json!(key)]).collect()));
        }
    }
}
