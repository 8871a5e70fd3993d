//! Holds a request or an answer of the fixtures against the core.

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::views::{IssueView, Prepared};

use super::answers::Outcome;
use super::bytes::sha256;
use super::{Advice, Request, Response, operation, options};

pub fn listed(issues: &[IssueView]) -> Vec<Advice> {
    let mut list: Vec<Advice> = issues
        .iter()
        .map(|issue| Advice { code: issue.code.to_owned(), pointer: issue.path.pointer.clone() })
        .collect();
    list.sort();
    list
}

/// The request is made without an error, to the byte, with just the advice that the fixture lists.
pub fn prepares_exactly(request: &mut Request) {
    let name = request.name;
    let text = request.options();
    let prepared = api::prepare(request.operation(), Source::json(request.input(), &Kept::new()), &options(&text));
    let Some(Prepared::Ready(ready, advice)) = prepared else { panic!("{name}: {prepared:?}") };
    assert_eq!(ready.body, request.body, "{name}");
    assert_eq!(sha256(&ready.body), request.body_sha256, "{name}");
    assert_eq!((ready.operation.method, &ready.path), (request.method.as_str(), &request.path), "{name}");
    assert_eq!(ready.operation.id, request.operation, "{name}");
    assert!(advice.iter().all(|issue| issue.severity == "advice"), "{name}");
    request.advice.sort();
    assert_eq!(listed(&advice), request.advice, "{name}");
}

/// The outcome says what the fixture says; what the fixture leaves out is not asked about.
pub fn tells(response: &Response, outcome: &Outcome) {
    let name = response.name;
    let expected = &response.outcome;
    if let Some(state) = &expected.state {
        assert_eq!(outcome.state.as_str(), state, "{name}");
    }
    if let Some(state) = &expected.not_state {
        assert_ne!(outcome.state.as_str(), state, "{name}");
    }
    for (told, wanted) in [
        (&outcome.transaction_id, &expected.transaction_id),
        (&outcome.serial, &expected.serial),
        (&outcome.pln_token, &expected.pln_token),
        (&outcome.expires_at, &expected.expires_at),
    ] {
        assert!(wanted.is_none() || *told == wanted.as_deref(), "{name}: {told:?} instead of {wanted:?}");
    }
    assert!(
        outcome.serial.is_none() || outcome.state.as_str() == "success",
        "{name}: before success a serial proves nothing"
    );
    // A serial is a token or a serial, never both.
    assert!(outcome.serial.is_none() || outcome.pln_token.is_none(), "{name}");
    if let Some(next) = &expected.next {
        assert_eq!(outcome.next.kind, next, "{name}");
    }
    assert!(!outcome.message.is_empty(), "{name}");
}

/// The raw answer means what the fixture says.
pub fn means_exactly(response: &Response) {
    let text = response.options();
    let outcome = super::answers::raw(operation(&response.operation), response.http, &response.text, &text);
    tells(response, &outcome);
    assert!(outcome.provider.is_some(), "{}", response.name);
}

/// What the hook lets a buyer see means the same and tells nothing that is the merchant's own.
#[cfg(feature = "hook")]
pub fn shows_only_the_buyers_part(response: &Response) {
    use super::answers::lookup;
    let name = response.name;
    let judged = lookup::judge(operation(&response.operation), response.http, &response.text);
    let expected = &response.outcome;
    if let Some(state) = &expected.state {
        assert_eq!(judged.state, state, "{name}");
    }
    assert_eq!(judged.gate, expected.gate.as_deref(), "{name}");
    assert_eq!(judged.duplicate, expected.duplicate, "{name}");
    for (told, wanted) in
        [(&judged.transaction_id, &expected.transaction_id), (&judged.expires_at, &expected.expires_at)]
    {
        assert!(wanted.is_none() || *told == wanted.as_deref(), "{name}: {told:?} instead of {wanted:?}");
    }
    fits_a_buyer(response, &response.operation, &judged.answer);
}

/// What a look-up proves, and that the buyer's part of it is the buyer's.
#[cfg(feature = "hook")]
pub fn proves_exactly(response: &Response) {
    use super::answers::lookup;
    let name = response.name;
    let sent = response.sent.as_ref().expect("a look-up has a purchase");
    let found = lookup::judge_detail(operation(&sent.operation), &sent.body, response.http, &response.text);
    assert_eq!(Some(found.finding), response.outcome.finding.as_deref(), "{name}");
    if found.finding != "found" {
        assert_eq!((found.state, &found.transaction_id, &found.answer), (None, &None, &None), "{name}");
        return;
    }
    assert_eq!(found.state, response.outcome.state.as_deref(), "{name}");
    assert_eq!(found.transaction_id, response.outcome.transaction_id.as_deref(), "{name}");
    fits_a_buyer(response, &sent.operation, found.answer.as_deref().expect("what is found is shown"));
}

#[cfg(feature = "hook")]
fn fits_a_buyer(response: &Response, id: &str, answer: &str) {
    let name = response.name;
    let operation = operation(id);
    let read: serde_json::Value =
        serde_json::from_str(answer).unwrap_or_else(|error| panic!("{name}: {error}: {answer}"));
    let data = read["data"].as_object().cloned().unwrap_or_default();
    for key in data.keys() {
        assert!(operation.buyer_fields.contains(&key.as_str()), "{name}: {key} is no buyer's field");
    }
    let text = response.options();
    let outcome = super::answers::shown(operation, answer, &text);
    tells(response, &outcome);
    assert!(outcome.provider.is_none(), "{name}");
    let page = outcome.text.clone();
    for hidden in &response.hidden {
        assert!(!answer.contains(hidden.as_str()) && !page.contains(hidden.as_str()), "{name} tells {hidden}");
    }
    let values: Vec<String> =
        data.values().map(|value| value.as_str().map_or(value.to_string(), str::to_owned)).collect();
    for shown in &response.shows {
        assert!(values.contains(shown), "{name} does not tell {shown}");
    }
    if let Some(percentage) = &response.percentage {
        assert_eq!(data["percentage_price_enduser"].to_string(), *percentage, "{name}");
    }
}
