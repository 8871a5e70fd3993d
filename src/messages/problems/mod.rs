//! What the merchant's backend hook refuses.

pub(super) mod en;
pub(super) mod id;

use crate::format::Language;
use crate::names;

use super::texts::{Subject, text};

/// A problem: the `code` of a hook's `application/problem+json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// Nobody is signed in.
    SignedOut,
    /// The person may not do this.
    Forbidden,
    /// The merchant has not been paid.
    NotPaid,
    /// The merchant has no more of it.
    SoldOut,
    /// The order already has a purchase that is neither failed nor cancelled.
    OrderTaken,
    /// The price is not the one that the page showed.
    PriceChanged,
    /// The purchase is on its way or settled and cannot be taken back.
    IntentInFlight,
    /// The purchase was given up before it was sent.
    IntentCancelled,
    /// The hook has no such purchase for this person.
    IntentNotFound,
    /// No reference came with the call.
    ReferenceMissing,
    /// The reference is no version 4 UUID.
    ReferenceMalformed,
    /// The reference belongs to another form.
    ReferenceReused,
    /// The form has issues.
    InputInvalid,
    /// The call is larger than the hook reads.
    InputTooLarge,
    /// The call is no JSON.
    MediaUnsupported,
    /// The call comes from a page that is not the merchant's.
    OriginForbidden,
    /// Too many calls.
    RateLimited,
    /// The ledger cannot be read or written.
    LedgerUnavailable,
    /// The merchant's own check did not answer.
    AuthorizeUnavailable,
    /// The provider cannot be reached; nothing was sent.
    ProviderUnavailable,
    /// No such operation.
    OperationUnknown,
    /// The route takes other methods.
    MethodNotAllowed,
    /// No such route.
    RouteUnknown,
}

names!(Problem {
    SignedOut = "signed_out",
    Forbidden = "forbidden",
    NotPaid = "not_paid",
    SoldOut = "sold_out",
    OrderTaken = "order.taken",
    PriceChanged = "price.changed",
    IntentInFlight = "intent.in_flight",
    IntentCancelled = "intent.cancelled",
    IntentNotFound = "intent.not_found",
    ReferenceMissing = "reference.missing",
    ReferenceMalformed = "reference.malformed",
    ReferenceReused = "reference.reused",
    InputInvalid = "input.invalid",
    InputTooLarge = "input.too_large",
    MediaUnsupported = "media.unsupported",
    OriginForbidden = "origin.forbidden",
    RateLimited = "rate.limited",
    LedgerUnavailable = "ledger.unavailable",
    AuthorizeUnavailable = "authorize.unavailable",
    ProviderUnavailable = "provider.unavailable",
    OperationUnknown = "operation.unknown",
    MethodNotAllowed = "method.not_allowed",
    RouteUnknown = "route.unknown",
});

/// The sentence of a problem.
pub fn sentence(problem: Problem, language: Language) -> &'static str {
    text(Subject::Problem, problem as usize, language)
}
