//! What the merchant's backend hook refuses.

pub(super) mod en;
pub(super) mod id;

use crate::format::Language;
use crate::packed;
use crate::packed::Packed;

use super::texts::{Subject, text};

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// A problem: the `code` of a hook's `application/problem+json`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Problem { $($(#[$doc])* $name),* }

        impl Problem {
            /// Every problem.
            pub const ALL: &'static [Problem] = &[$(Problem::$name),*];

            /// The frozen name.
            pub fn as_str(self) -> &'static str {
                NAMES.text(self as usize)
            }

            /// The problem of that name.
            pub fn named(text: &str) -> Option<Problem> {
                let place = NAMES.place(text)?;
                // The compiler makes a plain conversion of this; looking into ALL would keep a table in the module.
                $(if place == Problem::$name as usize {
                    return Some(Problem::$name);
                })*
                None
            }

            const fn name(self) -> &'static str {
                match self { $(Problem::$name => $text),* }
            }
        }
    };
}

problems! {
    /// Nobody is signed in.
    SignedOut = "signed_out";
    /// The person may not do this.
    Forbidden = "forbidden";
    /// The merchant has not been paid.
    NotPaid = "not_paid";
    /// The merchant has no more of it.
    SoldOut = "sold_out";
    /// The order already has a purchase that is neither failed nor cancelled.
    OrderTaken = "order.taken";
    /// The price is not the one that the page showed.
    PriceChanged = "price.changed";
    /// The purchase is on its way or settled and cannot be taken back.
    IntentInFlight = "intent.in_flight";
    /// The purchase was given up before it was sent.
    IntentCancelled = "intent.cancelled";
    /// The hook has no such purchase for this person.
    IntentNotFound = "intent.not_found";
    /// No reference came with the call.
    ReferenceMissing = "reference.missing";
    /// The reference is no version 4 UUID.
    ReferenceMalformed = "reference.malformed";
    /// The reference belongs to another form.
    ReferenceReused = "reference.reused";
    /// The form has issues.
    InputInvalid = "input.invalid";
    /// The call is larger than the hook reads.
    InputTooLarge = "input.too_large";
    /// The call is no JSON.
    MediaUnsupported = "media.unsupported";
    /// The call comes from a page that is not the merchant's.
    OriginForbidden = "origin.forbidden";
    /// Too many calls.
    RateLimited = "rate.limited";
    /// The ledger cannot be read or written.
    LedgerUnavailable = "ledger.unavailable";
    /// The merchant's own check did not answer.
    AuthorizeUnavailable = "authorize.unavailable";
    /// The provider cannot be reached; nothing was sent.
    ProviderUnavailable = "provider.unavailable";
    /// No such operation.
    OperationUnknown = "operation.unknown";
    /// The route takes other methods.
    MethodNotAllowed = "method.not_allowed";
    /// No such route.
    RouteUnknown = "route.unknown";
}

const NAMES: Packed = packed!(Problem::ALL, Problem::name);

/// The sentence of a problem.
pub fn sentence(problem: Problem, language: Language) -> &'static str {
    text(Subject::Problem, problem as usize, language)
}
