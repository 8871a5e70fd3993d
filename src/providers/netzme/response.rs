//! Netzme's answers.
//!
//! Source: Product Percentage and its neighbours, <https://apidocs-ppob.netzme.id/api-reference/open-api/product-percentage>:
//! the payload stands under `data` or `body`, success is 200 or 100, and the answer's `type` is not always the
//! request's, so it decides nothing. The words for an order's state are those of List Transactions,
//! <https://apidocs-ppob.netzme.id>; any other word proves nothing.

use crate::answer::Answer;
use crate::input::whole;
use crate::packed;
use crate::packed::Packed;
use crate::state::{OperationKind, Reason, State};
use crate::verdict::{ProviderPart, Verdict};

/// What an answer means for an operation of that kind.
#[inline(never)]
pub fn verdict(kind: OperationKind, answer: &Answer<'_>) -> Verdict {
    match answer.text("status").and_then(whole) {
        _ if answer.http.is_some_and(|http| http >= 500) => Verdict::of(State::Unknown),
        Some(100 | 200) => accepted(kind, answer),
        // The only 401 that is printed is a bad signature, so none of them proves that the gate refused.
        Some(400..=499) => Verdict::failed(Some(Reason::Other)),
        _ => Verdict::of(State::Unknown),
    }
}

/// The provider's own code and words.
#[inline(never)]
pub fn provider<'a>(answer: &'a Answer<'_>) -> ProviderPart<'a> {
    let (code, message) = (answer.text("status"), answer.text("statusMessage"));
    ProviderPart { code, http: answer.http, message, ..ProviderPart::default() }
}

#[inline(never)]
fn accepted(kind: OperationKind, answer: &Answer<'_>) -> Verdict {
    let data = answer.data();
    let Some(status) = data.text("status").or_else(|| data.text("order_status")) else {
        let told = matches!(kind, OperationKind::Query | OperationKind::Setting) && !data.is_blank();
        return Verdict::of(if told { State::Success } else { State::Unknown });
    };
    match STATUSES.place(status) {
        Some(COMPLETE) => Verdict::of(State::Success),
        Some(PENDING | PROCESSING) => Verdict::of(State::Pending),
        Some(_) => Verdict::failed(None),
        None => Verdict::of(State::Unknown),
    }
}

const STATUSES: Packed = packed!(["complete", "pending", "processing", "failed", "expired"]);
const COMPLETE: usize = 0;
const PENDING: usize = 1;
const PROCESSING: usize = 2;
