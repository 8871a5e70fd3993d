//! Where an issue sits.

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

    /// This path and one more key.
    pub fn then(&self, key: &'static str) -> Path {
        self.with(Step::Key(key))
    }

    /// This path and one more row.
    pub fn row(&self, row: usize) -> Path {
        self.with(Step::Row(row))
    }

    fn with(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
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
