//! From a provider's answer, or from what the hook shows of one, to an outcome for a person.

use crate::input::Node;
use crate::messages::receipts;
use crate::operation::{Operation, Provider};
use crate::options::Options;
use crate::outcome::{Next, OperationKind, Reason, State};
use crate::providers::{klikoo, netzme};
use crate::receipt::Receipt;
use crate::verdict::{Answer, ProviderPart, Verdict};
use crate::views::{BookingCodes, NextView, Outcome};

impl Operation {
    /// What an answer means for this operation.
    pub fn verdict(&self, answer: &Answer<'_>) -> Verdict {
        match self.provider {
            _ if answer.silent => Verdict::of(State::Unknown),
            Provider::Klikoo => klikoo::response::verdict(self.kind, answer),
            Provider::Netzme => netzme::response::verdict(self.kind, answer),
        }
    }

    /// Whether the provider refused at its gate, before looking at the order: a token that is not good or not good any
    /// more.
    pub fn is_refused_at_gate(&self, answer: &Answer<'_>) -> bool {
        self.provider == Provider::Klikoo && klikoo::response::is_refused_at_gate(self.kind, answer)
    }

    /// Whether the reference is taken: something with it has arrived before.
    pub fn is_duplicate(&self, answer: &Answer<'_>) -> bool {
        self.provider == Provider::Klikoo && klikoo::response::is_duplicate(self.kind, answer)
    }

    /// The provider's own code and words.
    pub fn provider_part<'a>(&self, answer: &'a Answer<'_>) -> ProviderPart<'a> {
        match self.provider {
            Provider::Klikoo => klikoo::response::provider(answer),
            Provider::Netzme => netzme::response::provider(answer),
        }
    }
}

/// The outcome of a provider's raw answer.
pub fn raw<'a>(operation: &'static Operation, answer: &'a Answer<'_>, options: &'a Options<'_>) -> Outcome<'a> {
    let provider = operation.provider_part(answer);
    outcome(operation, operation.verdict(answer), answer.data(), Some(provider), options)
}

/// The outcome of what the hook shows the page: `{ state, reason?, data? }`; what cannot be read tells nothing.
pub fn shown<'a>(operation: &'static Operation, answer: &'a Answer<'_>, options: &'a Options<'_>) -> Outcome<'a> {
    let state = answer.text("state").and_then(State::named).unwrap_or(State::Unknown);
    let reason = answer.text("reason").and_then(Reason::named);
    outcome(operation, Verdict { state, reason }, answer.envelope.root().get("data"), None, options)
}

fn outcome<'a>(
    operation: &'static Operation,
    verdict: Verdict,
    data: Node<'a>,
    provider: Option<ProviderPart<'a>>,
    options: &'a Options<'_>,
) -> Outcome<'a> {
    let state = options.state.unwrap_or(verdict.state);
    let (context, language) = (&options.context, options.language);
    let receipt = Receipt { state, data, kept: options.receipt.root(), context, language };
    let pln_token = receipt.pln_token();
    // Before success a serial number proves nothing: the Buy Product page prints one beside WAITING.
    let serial = receipt.text("sn").filter(|_| state == State::Success && pln_token.is_none());
    let booking = |key| data.get("booking_codes").text(key).filter(|code| !code.is_empty());
    Outcome {
        state,
        operation: operation.id,
        reference: options.reference.as_deref(),
        transaction_id: receipt.text("transaction_id"),
        serial,
        pln_token,
        // One-way bookings print an empty text for the way back.
        booking_codes: BookingCodes { departure: booking("departure"), back: booking("return") },
        expires_at: receipt.text("expired_at"),
        message: receipts::outcome_sentence(operation.kind, state, verdict.reason, language),
        lines: receipt.lines(operation.lines),
        next: NextView::of(next(operation.kind, state, verdict.reason), language),
        provider,
    }
}

fn next(kind: OperationKind, state: State, reason: Option<Reason>) -> Next {
    match state {
        State::Success => Next::None,
        State::Accepted => Next::Pay,
        State::Sent | State::Pending => Next::Wait,
        State::Held => Next::Confirm,
        State::Cancelled => Next::BuyAgain,
        // A question that stayed without an answer may simply be asked again.
        State::Unknown if kind == OperationKind::Query => Next::BuyAgain,
        State::Unknown => Next::Wait,
        State::Failed => match reason {
            Some(Reason::Destination) => Next::Fix,
            Some(Reason::Supplier) | None => Next::BuyAgain,
            Some(Reason::Other) if kind == OperationKind::Query => Next::Fix,
            Some(Reason::Product | Reason::LastInstalment | Reason::Blocked | Reason::Other) => Next::Contact,
        },
    }
}
