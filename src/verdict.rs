//! What a provider's answer means for a purchase.

use crate::plain::{Members, Plain, View};
use crate::state::{Reason, State};

/// The parts of a provider's answer that tell what happened, verbatim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProviderPart<'a> {
    /// The provider's code as written.
    pub code: Option<&'a str>,
    /// The HTTP status, arrived or told by the code.
    pub http: Option<u16>,
    /// The service digits.
    pub service: Option<&'a str>,
    /// The case digits.
    pub case: Option<&'a str>,
    /// The provider's sentence.
    pub message: Option<&'a str>,
}

impl View for ProviderPart<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("code http service case message");
        members.nullable(self.code);
        members.put(self.http.map_or(Plain::Null, |http| Plain::Number(http.into())));
        members.nullable(self.service);
        members.nullable(self.case);
        members.nullable(self.message);
    }
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The state that it proves.
    pub state: State,
    /// Why it failed, where that is told by a code with one meaning.
    pub reason: Option<Reason>,
}

impl Verdict {
    /// A verdict of a state alone.
    pub const fn of(state: State) -> Verdict {
        Verdict { state, reason: None }
    }

    /// A failure for a reason.
    pub const fn failed(reason: Option<Reason>) -> Verdict {
        Verdict { state: State::Failed, reason }
    }
}
