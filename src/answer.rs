//! A provider's answer, as it arrived.

use crate::desk::Kept;
use crate::input::{ANSWER, Leaf, Node, Tree, json};

/// A provider's answer.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The HTTP status; `None` where none arrived or none was handed in.
    pub http: Option<u16>,
    /// The envelope; nothing where the text is no JSON, and without members where it is no object.
    pub envelope: Tree<'a>,
    /// Nothing arrived: time-out, reset.
    pub silent: bool,
}

impl<'a> Answer<'a> {
    /// Reads the tape of an answer.
    pub fn read(http: Option<u16>, tape: &'a str) -> Answer<'a> {
        Answer { http, envelope: Tree::read(tape, ANSWER), silent: false }
    }

    /// Reads the JSON text that arrived; no status and no text are no answer.
    pub fn arrived(http: Option<u16>, text: &str, kept: &'a Kept) -> Answer<'a> {
        if http.is_none() && text.is_empty() {
            return Answer { http, envelope: Tree::default(), silent: true };
        }
        let tape = json::lenient_tape(text.trim_matches(is_blank_to_the_page));
        Answer::read(http, kept.push_get(tape.unwrap_or_default()))
    }

    /// The payload: some pages print it under `data`, others under `body`.
    pub fn data(&self) -> Node<'_> {
        let data = self.envelope.root().get("data");
        if matches!(data.leaf(), Leaf::Null) { self.envelope.root().get("body") } else { data }
    }

    /// The text of an envelope's key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.envelope.root().text(key)
    }
}

/// What JavaScript's `trim` takes away (ECMAScript, WhiteSpace and LineTerminator), so that the page and the hook read the
/// same answer alike.
fn is_blank_to_the_page(letter: char) -> bool {
    letter == '\u{feff}' || letter.is_whitespace() && letter != '\u{85}'
}
