//! What a provider's answer means for a purchase.

use crate::input::{Leaf, Node, Reader, Tree};
use crate::outcome::{Reason, State};
use crate::plain::{Members, Plain, View};

/// A provider's answer, read leniently.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The HTTP status; `None` where none arrived or none was handed in.
    pub http: Option<u16>,
    /// The envelope; nothing where the text is no JSON object.
    pub envelope: Tree<'a>,
    /// Nothing arrived: time-out, reset.
    pub silent: bool,
}

/// The deepest answer that is read.
const ANSWER_DEPTH: usize = 32;

impl<'a> Answer<'a> {
    /// Reads an answer's text.
    pub fn read(http: Option<u16>, text: &'a str) -> Answer<'a> {
        let read = Reader::lenient(text.trim(), ANSWER_DEPTH).read().ok();
        let envelope = read.filter(|tree| tree.root().is_object()).unwrap_or_default();
        Answer { http, envelope, silent: false }
    }

    /// No answer.
    pub fn none() -> Answer<'static> {
        Answer { http: None, envelope: Tree::default(), silent: true }
    }

    /// The payload: some pages print it under `data`, others under `body`.
    pub fn data(&self) -> Node<'_> {
        let data = self.envelope.root().get("data");
        if *data.leaf() == Leaf::Null { self.envelope.root().get("body") } else { data }
    }

    /// The text of an envelope's key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.envelope.root().text(key)
    }
}

/// The parts of a provider's answer that tell what happened, verbatim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProviderPart {
    /// The provider's code as written.
    pub code: Option<String>,
    /// The HTTP status, arrived or told by the code.
    pub http: Option<u16>,
    /// The service digits.
    pub service: Option<String>,
    /// The case digits.
    pub case: Option<String>,
    /// The provider's sentence.
    pub message: Option<String>,
}

impl View for ProviderPart {
    fn members(&self, members: &mut Members<'_>) {
        members.nullable("code", &self.code);
        members.put("http", self.http.map_or(Plain::Null, |http| Plain::Number(http.into())));
        members.nullable("service", &self.service);
        members.nullable("case", &self.case);
        members.nullable("message", &self.message);
    }
}

/// What an answer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The state that it proves.
    pub state: State,
    /// Why it failed, where that is told by a code with one meaning.
    pub reason: Option<Reason>,
    /// The provider refused at its gate, before looking at the order: a token that is not good or not good any more.
    pub gate: bool,
    /// The reference is taken: something with it has arrived before.
    pub duplicate: bool,
    /// Code and sentence.
    pub provider: ProviderPart,
}

impl Verdict {
    /// A verdict of a state alone.
    pub fn of(state: State) -> Verdict {
        Verdict { state, reason: None, gate: false, duplicate: false, provider: ProviderPart::default() }
    }

    /// A failure for a reason.
    pub fn failed(reason: Option<Reason>) -> Verdict {
        Verdict { reason, ..Verdict::of(State::Failed) }
    }
}
