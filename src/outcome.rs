//! From a provider's answer, or from what the hook shows of one, to an outcome for a person.

use crate::answer::Answer;
use crate::input::Node;
use crate::messages::receipts;
use crate::operation::{Operation, Provider};
use crate::options::Options;
use crate::plain::{Members, Plain, View};
use crate::providers::{klikoo, netzme};
use crate::receipt::{Lines, Receipt};
use crate::state::{Next, OperationKind, Reason, State};
use crate::verdict::{ProviderPart, Verdict};
use crate::views::NextView;

impl Operation {
    /// What an answer means for this operation.
    #[inline(never)]
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

/// What became of a purchase, for a person to read.
#[derive(Clone)]
pub struct Outcome<'a> {
    /// What it is read from.
    pub receipt: Receipt<'a>,
    /// The provider's own code and words; only where the raw answer was read.
    pub provider: Option<ProviderPart<'a>>,
    /// The partner's reference.
    pub reference: Option<&'a str>,
    operation: &'static Operation,
    reason: Option<Reason>,
}

/// The outcome of a provider's raw answer.
pub fn raw<'a>(operation: &'static Operation, answer: &'a Answer<'_>, options: &'a Options<'_>) -> Outcome<'a> {
    let provider = operation.provider_part(answer);
    Outcome::of(operation, operation.verdict(answer), answer.data(), Some(provider), options)
}

/// The outcome of what the hook shows the page: `{ state, reason?, data? }`; what cannot be read tells nothing.
pub fn shown<'a>(operation: &'static Operation, answer: &'a Answer<'_>, options: &'a Options<'_>) -> Outcome<'a> {
    let state = answer.text("state").and_then(State::named).unwrap_or(State::Unknown);
    let reason = answer.text("reason").and_then(Reason::named);
    Outcome::of(operation, Verdict { state, reason }, answer.envelope.root().get("data"), None, options)
}

impl<'a> Outcome<'a> {
    #[inline(never)]
    fn of(
        operation: &'static Operation,
        verdict: Verdict,
        data: Node<'a>,
        provider: Option<ProviderPart<'a>>,
        options: &'a Options<'_>,
    ) -> Outcome<'a> {
        let state = options.state.unwrap_or(verdict.state);
        let (context, language) = (&options.context, options.language);
        let receipt = Receipt { state, data, kept: options.receipt.root(), context, language };
        Outcome { receipt, provider, operation, reason: verdict.reason, reference: options.reference }
    }

    /// What happened.
    #[inline(never)]
    pub fn message(&self) -> &'static str {
        receipts::outcome_sentence(self.operation.kind, self.receipt.state, self.reason, self.receipt.language)
    }

    /// What the buyer does next.
    #[inline(never)]
    pub fn next(&self) -> NextView {
        NextView::of(next(self.operation.kind, self.receipt.state, self.reason), self.receipt.language)
    }

    /// The lines of the receipt.
    pub fn lines(&self) -> Lines<'_> {
        Lines { receipt: &self.receipt, rows: self.operation.lines }
    }
}

impl View for Outcome<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named(
            "state operation reference transactionId serial plnToken bookingCodes \
            expiresAt message lines next provider",
        );
        let receipt = &self.receipt;
        members.text(receipt.state.as_str());
        members.text(self.operation.id);
        members.optional(self.reference);
        members.optional(receipt.text("transaction_id"));
        members.optional(receipt.serial());
        members.optional(receipt.pln_token());
        let codes = Codes(receipt.data.get("booking_codes"));
        let booked = codes.departure().or(codes.back()).is_some();
        members.put(if booked { Plain::View(&codes) } else { Plain::Absent });
        members.optional(receipt.text("expired_at"));
        members.text(self.message());
        members.list(&self.lines());
        members.view(&self.next());
        members.put(self.provider.as_ref().map_or(Plain::Absent, |provider| Plain::View(provider)));
    }
}

/// The codes of a booking. One-way bookings print an empty text for the return trip.
struct Codes<'a>(Node<'a>);

impl Codes<'_> {
    fn departure(&self) -> Option<&str> {
        filled(self.0.text("departure"))
    }

    fn back(&self) -> Option<&str> {
        filled(self.0.text("return"))
    }
}

#[inline(never)]
fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

impl View for Codes<'_> {
    fn members(&self, members: &mut Members<'_>) {
        let members = &mut members.named("departure return");
        members.optional(self.departure());
        members.optional(self.back());
    }
}

#[inline(never)]
fn next(kind: OperationKind, state: State, reason: Option<Reason>) -> Next {
    let asks = kind == OperationKind::Query;
    match state {
        State::Success => Next::None,
        State::Accepted => Next::Pay,
        State::Sent | State::Pending => Next::Wait,
        State::Held => Next::Confirm,
        State::Cancelled => Next::BuyAgain,
        // A question that stayed without an answer may simply be asked again.
        State::Unknown if asks => Next::BuyAgain,
        State::Unknown => Next::Wait,
        State::Failed => match reason {
            Some(Reason::Destination) => Next::Fix,
            Some(Reason::Product) if asks => Next::Fix,
            Some(Reason::Other) if asks => Next::BuyAgain,
            Some(Reason::Other) if kind == OperationKind::Setting => Next::Fix,
            Some(Reason::Supplier) | None => Next::BuyAgain,
            Some(Reason::Product | Reason::LastInstalment | Reason::Blocked | Reason::Other) => Next::Contact,
        },
    }
}
