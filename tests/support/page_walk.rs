//! The page's walk over an input object, written again after the words of `src/input/walked.rs`.

use serde_json::{Map, Value};

enum Shape {
    Leaf,
    Record(Vec<(String, Shape)>),
    Rows(Vec<(String, Shape)>),
}

/// Reads `a;!b;c{d;e};f[g]` up to the closing mark; who fills a field in (`!`) does not matter to a walk.
fn fields(spelled: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Vec<(String, Shape)> {
    let mut fields = Vec::new();
    let mut key = String::new();
    while let Some(letter) = spelled.next() {
        let shape = match letter {
            ';' => {
                fields.push((std::mem::take(&mut key), Shape::Leaf));
                continue;
            }
            '{' => Shape::Record(self::fields(spelled)),
            '[' => Shape::Rows(self::fields(spelled)),
            '}' | ']' => break,
            '!' => continue,
            other => {
                key.push(other);
                continue;
            }
        };
        fields.push((std::mem::take(&mut key), shape));
        spelled.next_if_eq(&';');
    }
    if !key.is_empty() {
        fields.push((key, Shape::Leaf));
    }
    fields
}

#[derive(Default)]
struct Walk {
    text: String,
    marks: usize,
}

impl Walk {
    fn push(&mut self, text: &str, mark: u8) {
        self.text.push_str(text);
        self.text.push(char::from(mark));
        self.marks += 1;
    }

    fn record(&mut self, members: &Map<String, Value>, fields: &[(String, Shape)]) -> Option<()> {
        if members.keys().any(|key| fields.iter().all(|(known, _)| known != key)) {
            return None;
        }
        self.push("", 7);
        fields.iter().try_for_each(|(key, shape)| self.value(members.get(key), shape))
    }

    fn value(&mut self, value: Option<&Value>, shape: &Shape) -> Option<()> {
        match (value, shape) {
            (None, _) => self.push("", 1),
            (Some(Value::Null), _) => self.push("", 2),
            (Some(Value::String(text)), _) => self.push(text, 3),
            (Some(Value::Number(number)), _) => self.push(&number.to_string(), 4),
            (Some(Value::Bool(true)), _) => self.push("", 5),
            (Some(Value::Bool(false)), _) => self.push("", 6),
            (Some(Value::Object(members)), Shape::Record(fields) | Shape::Rows(fields)) => {
                self.record(members, fields)?;
            }
            (Some(Value::Array(rows)), Shape::Rows(_)) => {
                self.push(&rows.len().to_string(), 8);
                rows.iter().try_for_each(|row| self.value(Some(row), shape))?;
            }
            (Some(Value::Object(_) | Value::Array(_)), _) => return None,
        }
        Some(())
    }
}

/// The walk's text and the marks it wrote; `None` where the page writes a tape instead.
pub fn walk(spelled: &str, input: &Value) -> Option<(String, usize)> {
    let fields = fields(&mut spelled.chars().peekable());
    let mut walk = Walk::default();
    walk.record(input.as_object()?, &fields)?;
    Some((walk.text, walk.marks))
}
