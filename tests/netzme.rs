//! Netzme's printed requests and answers: exact bodies, exact outcomes.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::state::State;
use kasir::views::Prepared;
use serde_json::json;
use support::answers::leaked;
use support::known_answers::{means_exactly, prepares_exactly};

const PERCENTAGE: &str = "netzme.percentage_product";

#[test]
fn percentages_are_set_and_read_as_printed() {
    let mut requests = support::requests(PERCENTAGE);
    requests.iter_mut().for_each(prepares_exactly);
    let responses = support::responses(PERCENTAGE);
    assert!(!requests.is_empty() && !responses.is_empty());
    for response in &responses {
        means_exactly(response);
        #[cfg(feature = "hook")]
        support::known_answers::shows_only_the_buyers_part(response);
    }
}

#[test]
fn decimals_keep_every_digit_they_were_written_with() {
    for (written, sent) in [
        (r#""1.40""#, "1.40"),
        ("1.40", "1.40"),
        (r#""0.00000000000001""#, "0.00000000000001"),
        (r#""2,5""#, "2.5"),
        (r#""-1.5""#, "-1.5"),
        ("3", "3"),
    ] {
        let input = format!(r#"{{"merchantId":"M_1","updatePercentage":{written}}}"#);
        let prepared =
            api::prepare(support::operation(PERCENTAGE), Source::json(&input, &Kept::new()), &support::options(""));
        let Some(Prepared::Ready(request, advice)) = prepared else { panic!("{prepared:?}") };
        let body = format!(r#"{{"type":"UPDATE_PERCENTAGE","body":{{"merchantId":"M_1","updatePercentage":{sent}}}}}"#);
        assert_eq!((request.body, advice.len()), (body, 0));
    }
}

fn state(http: u16, envelope: serde_json::Value) -> State {
    Operation::named(PERCENTAGE).unwrap().verdict(leaked(Some(http), &envelope.to_string())).state
}

#[test]
fn the_envelope_tells_the_verdict_and_a_broken_server_tells_none() {
    let data = json!({ "percentage_price_enduser": 1.4 });
    for (http, envelope, expected) in [
        (200, json!({ "status": 200, "data": data }), State::Success),
        (200, json!({ "status": "200", "data": data }), State::Success),
        (200, json!({ "status": 100, "body": data }), State::Success),
        (200, json!({ "status": 200 }), State::Unknown),
        (200, json!({ "status": 200, "data": {} }), State::Unknown),
        (200, json!({ "status": 404 }), State::Failed),
        (404, json!({ "status": 404 }), State::Failed),
        (200, json!({ "status": 500, "data": data }), State::Unknown),
        (502, json!({ "status": 200, "data": data }), State::Unknown),
        (200, json!({ "status": 200, "data": { "status": "pending" } }), State::Pending),
        (200, json!({ "status": 200, "data": { "status": "failed" } }), State::Failed),
        (200, json!({ "status": 200, "data": { "status": "complete" } }), State::Success),
        (200, json!({ "status": 200, "data": { "status": "dream" } }), State::Unknown),
        (200, json!({ "data": data }), State::Unknown),
    ] {
        assert_eq!(state(http, envelope.clone()), expected, "{http} {envelope}");
    }
}

#[test]
fn no_refusal_proves_that_the_gate_refused() {
    for status in [400, 401, 403, 404] {
        let text = json!({ "status": status }).to_string();
        let (operation, answer) = (Operation::named(PERCENTAGE).unwrap(), leaked(Some(status), &text));
        assert_eq!(
            (operation.verdict(answer).state, operation.is_refused_at_gate(answer)),
            (State::Failed, false),
            "{status}"
        );
    }
}
