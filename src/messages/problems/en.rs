//! Problem sentences in English.
//!
//! They stay true for every call that can meet the problem: a status call that fails says nothing about the purchase.

use super::Problem;

/// The sentence of a problem.
pub const fn sentence(problem: Problem) -> &'static str {
    match problem {
        Problem::SignedOut => "You are not signed in, or your session has ended. Please sign in and try again.",
        Problem::Forbidden => "You are not allowed to do this. Contact the seller if that is a mistake.",
        Problem::NotPaid => "This order has not been paid yet. Please pay for it first.",
        Problem::SoldOut => "Sorry, this product is sold out. Please choose another one.",
        Problem::OrderTaken => "This order already has a purchase. Do not buy again; look at its result first.",
        Problem::PriceChanged => "The price has changed and nothing was bought. See the new price before you go on.",
        Problem::IntentInFlight => {
            "This purchase is under way or finished and cannot be cancelled. Please look at its result."
        }
        Problem::IntentCancelled => "This purchase was cancelled and not sent. Please start a new one.",
        Problem::IntentNotFound => "This purchase was not found. Check its reference or contact the seller.",
        Problem::ReferenceMissing => "This request has no reference. Reload the page and try again.",
        Problem::ReferenceMalformed => "This reference cannot be used. Reload the page and try again.",
        Problem::ReferenceReused => {
            "This reference was already used for other data. Look at the result of the earlier purchase first."
        }
        Problem::InputInvalid => "Some fields need to be corrected. Check the marked ones.",
        Problem::InputTooLarge => "There is too much data in the form. Shorten it and try again.",
        Problem::MediaUnsupported => "The shop cannot read this request. Reload the page and try again.",
        Problem::OriginForbidden => "This page cannot be used for buying. Open it again from the seller's own site.",
        Problem::RateLimited => "Too many attempts. Wait a moment and try again.",
        Problem::LedgerUnavailable => {
            "The shop's records cannot be opened now. This request was not passed on; try again later."
        }
        Problem::AuthorizeUnavailable => {
            "The shop cannot check this order now. This request was not passed on; try again later."
        }
        Problem::ProviderUnavailable => "The provider cannot be reached now. Nothing was bought; try again later.",
        Problem::OperationUnknown => "The shop does not offer this kind of purchase. Please contact the seller.",
        Problem::MethodNotAllowed | Problem::RouteUnknown => {
            "The shop does not know this request. Reload the page or contact the seller."
        }
    }
}
