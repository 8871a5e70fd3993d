//! From a provider's answer, or from what the hook shows of one, to an outcome for a person.

use crate::input::{Node, Reader};
use crate::messages::receipts;
use crate::operation::{Operation, Provider};
use crate::options::Options;
use crate::outcome::{Next, OperationKind, Reason, State};
use crate::providers::{klikoo, netzme};
use crate::receipt::Receipt;
use crate::verdict::{Answer, Verdict};
use crate::views::{BookingCodes, NextView, Outcome};

impl Operation {
    /// What an answer means for this operation.
    pub fn verdict(&self, answer: &Answer<'_>) -> Verdict {
        if answer.silent {
            return Verdict::of(State::Unknown);
        }
        match self.provider {
            Provider::Klikoo => klikoo::response::verdict(self.kind, answer),
            Provider::Netzme => netzme::response::verdict(self.kind, answer),
        }
    }
}

/// The outcome of a provider's raw answer.
pub fn raw(operation: &'static Operation, http: Option<u16>, text: &str, options: &Options<'_>) -> Outcome {
    let answer = Answer::read(http, text);
    let verdict = operation.verdict(&answer);
    outcome(operation, verdict, answer.data(), true, options)
}

/// The outcome of what the hook shows the page: `{ state, reason?, data? }`; what cannot be read tells nothing.
pub fn shown(operation: &'static Operation, text: &str, options: &Options<'_>) -> Outcome {
    let tree = Reader::lenient(text, 32).read().unwrap_or_default();
    let node = tree.root();
    let state = node.text("state").and_then(State::named).unwrap_or(State::Unknown);
    let reason = node.text("reason").and_then(Reason::named);
    let verdict = Verdict { reason, ..Verdict::of(state) };
    outcome(operation, verdict, node.get("data"), false, options)
}

fn outcome(
    operation: &'static Operation,
    verdict: Verdict,
    data: Node<'_>,
    raw: bool,
    options: &Options<'_>,
) -> Outcome {
    let state = options.state.unwrap_or(verdict.state);
    let next = next(operation.kind, state, verdict.reason);
    let receipt = Receipt {
        state,
        data,
        kept: options.receipt.root(),
        context: &options.context,
        language: options.language,
    };
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let pln_token = owned(receipt.pln_token());
    // Before success a serial number proves nothing: the Buy Product page prints one beside WAITING.
    let serial = owned(receipt.text("sn")).filter(|_| state == State::Success && pln_token.is_none());
    Outcome {
        state: state.as_str(),
        operation: operation.id,
        reference: options.reference.clone(),
        transaction_id: owned(receipt.text("transaction_id")),
        serial,
        pln_token,
        booking_codes: booking_codes(data.get("booking_codes")),
        expires_at: owned(receipt.text("expired_at")),
        message: receipts::outcome_sentence(operation.kind, state, verdict.reason, options.language),
        lines: receipt.lines(operation.lines),
        next: NextView { kind: next.as_str(), text: receipts::next_sentence(next, options.language) },
        provider: raw.then_some(verdict.provider),
    }
}

/// One-way bookings print an empty text for the way back.
fn booking_codes(node: Node<'_>) -> Option<BookingCodes> {
    let code = |key| node.text(key).filter(|code| !code.is_empty()).map(str::to_owned);
    let codes = BookingCodes { departure: code("departure"), back: code("return") };
    (codes != BookingCodes::default()).then_some(codes)
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
