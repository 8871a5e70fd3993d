//! Klikoo's printed requests and answers: exact bodies, exact advice, exact outcomes.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "holds/blanks.rs"]
mod blanks;
mod support;

use blanks::BLANKS;
use kasir::answer::Answer;
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::providers::klikoo::response::ResponseCode;
use kasir::state::{OperationKind, State};
use serde_json::{Value, json};
use support::answers::leaked;
use support::known_answers::{means_exactly, prepares_exactly};

/// The requests and answers of an operation.
fn holds(operation: &str) {
    let mut asked = support::requests(operation);
    asked.iter_mut().for_each(prepares_exactly);
    let answered = support::responses(operation);
    assert!(!asked.is_empty() && !answered.is_empty());
    for response in &answered {
        means_exactly(response);
        #[cfg(feature = "hook")]
        support::known_answers::shows_only_the_buyers_part(response);
    }
}

#[test]
fn product_inquiries_are_asked_and_read_as_printed() {
    holds("klikoo.product_inquiry");
}

#[test]
fn product_purchases_are_sent_and_read_as_printed() {
    holds("klikoo.product_buy");
}

#[test]
fn attraction_purchases_are_sent_and_read_as_printed() {
    holds("klikoo.attraction_buy");
}

#[test]
fn seats_are_blocked_and_held_as_printed() {
    holds("klikoo.transport_block_seat");
}

/// The page's browser drops them with `trim`.
#[test]
fn blanks_around_an_answer_are_those_of_the_page() {
    let operation = support::operation("klikoo.product_buy");
    for letter in '\0'..='\u{ffff}' {
        let text = format!(r#"{letter}{{"response_code":"200022000","data":{{"status":"SUCCESS"}}}}{letter}"#);
        let answer = Answer::arrived(Some(200), &text, &Kept::new()).envelope.is_empty();
        assert_eq!(answer, !BLANKS.contains(letter), "{letter:?}");
    }
    let around = format!(r#"{BLANKS}{{"response_code":"200022000","data":{{"status":"SUCCESS"}}}}{BLANKS}"#);
    assert_eq!(operation.verdict(leaked(Some(200), &around)).state, State::Success);
}

#[cfg(feature = "hook")]
#[test]
fn transaction_details_prove_what_they_may() {
    let mut requests = support::requests("klikoo.transaction_detail");
    requests.iter_mut().for_each(prepares_exactly);
    let responses = support::responses("klikoo.transaction_detail");
    assert!(!requests.is_empty() && !responses.is_empty());
    responses.iter().for_each(support::known_answers::proves_exactly);
}

#[cfg(feature = "hook")]
#[test]
fn a_page_of_the_history_is_asked_for_by_its_path() {
    let mut requests = support::requests("klikoo.transaction_history");
    requests.iter_mut().for_each(prepares_exactly);
    assert!(!requests.is_empty());
}

#[cfg(not(feature = "hook"))]
#[test]
fn the_page_has_no_look_ups() {
    assert!(Operation::named("klikoo.transaction_detail").is_none());
    assert!(Operation::named("klikoo.transaction_history").is_none());
}

/// The state, and whether the gate refused and the reference is taken.
struct Told {
    state: State,
    gate: bool,
    duplicate: bool,
}

fn verdict_of(kind: OperationKind, code: &str, http: u16, data: &Value) -> Told {
    let id = match kind {
        OperationKind::Query => "klikoo.product_inquiry",
        _ => "klikoo.product_buy",
    };
    let text = json!({ "response_code": code, "response_message": "-", "data": data }).to_string();
    let (operation, answer) = (Operation::named(id).unwrap(), leaked(Some(http), &text));
    Told {
        state: operation.verdict(answer).state,
        gate: operation.is_refused_at_gate(answer),
        duplicate: operation.is_duplicate(answer),
    }
}

#[test]
fn every_row_of_the_code_table_has_its_verdict_in_every_service() {
    let table: Value = support::fixture("klikoo/response_codes.json");
    for row in table["codes"].as_array().unwrap() {
        let pattern = row["pattern"].as_str().unwrap();
        let http = row["http"].as_u64().unwrap() as u16;
        for service in ["00", "01", "02", "03", "04", "05", "06"] {
            let code = pattern.replace("xx", service);
            let bought = verdict_of(OperationKind::Purchase, &code, http, &Value::Null);
            let expected = match row["purchase"].as_str().unwrap() {
                "by_status" => "unknown",
                verdict => verdict,
            };
            assert_eq!(bought.state.as_str(), expected, "{code}");
            assert_eq!(bought.gate, row["gate"] == "token", "{code}");
            assert_eq!(bought.duplicate, row["duplicate"] == true, "{code}");
            let data = json!({ "customer_name": "BAHARRUDIN1" });
            let asked = verdict_of(OperationKind::Query, &code, http, &data);
            assert_eq!(asked.state.as_str(), row["query"].as_str().unwrap(), "{code}");
        }
    }
}

#[test]
fn a_success_without_data_answers_no_inquiry() {
    assert_eq!(verdict_of(OperationKind::Query, "200022000", 200, &Value::Null).state, State::Unknown);
}

#[test]
fn codes_are_split_into_their_parts() {
    let table: Value = support::fixture("klikoo/response_codes.json");
    for row in table["split"].as_array().unwrap() {
        let text = row["code"].as_str().unwrap();
        let code = ResponseCode::split(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(u64::from(code.http), row["http"].as_u64().unwrap());
        assert_eq!((code.service, code.case), (row["service"].as_str().unwrap(), row["case"].as_str().unwrap()));
    }
}

#[test]
fn what_is_no_code_is_not_split() {
    for text in ["", "20002200", "2000220000", "20002200x", "099022000", "600022000", "２０００２２０００", "-00022000"]
    {
        assert_eq!(ResponseCode::split(text), None, "{text}");
    }
}

#[test]
fn the_order_status_decides_inside_every_success_code() {
    for code in ["200022000", "201022001", "200062000", "2000200"] {
        for (status, state) in
            [("SUCCESS", "success"), ("WAITING", "pending"), ("FAILED", "failed"), ("success", "unknown")]
        {
            let http = code[..3].parse().unwrap();
            let verdict = verdict_of(OperationKind::Purchase, code, http, &json!({ "status": status }));
            assert_eq!(verdict.state.as_str(), state, "{code} {status}");
        }
    }
}

#[test]
fn a_refusal_around_an_order_that_is_not_failed_proves_nothing() {
    let table: Value = support::fixture("klikoo/response_codes.json");
    for row in table["codes"].as_array().unwrap().iter().filter(|row| row["purchase"] == "failed") {
        let code = row["pattern"].as_str().unwrap().replace("xx", "02");
        let http = row["http"].as_u64().unwrap() as u16;
        let told = |data: Value| {
            let verdict = verdict_of(OperationKind::Purchase, &code, http, &data);
            (verdict.state.as_str(), verdict.gate)
        };
        for key in ["status", "transaction_status"] {
            for status in ["SUCCESS", "WAITING", "PROCESSING"] {
                assert_eq!(told(json!({ key: status })), ("unknown", false), "{code} {status}");
            }
            let gate = row["gate"] == "token";
            for status in ["FAILED", ""] {
                assert_eq!(told(json!({ key: status })), ("failed", gate), "{code} {status}");
            }
        }
    }
}

#[test]
fn the_gate_needs_the_http_status_beside_the_code() {
    for code in ["401026535", "401026500"] {
        for (http, gate) in
            [(Some(401), true), (None, true), (Some(400), false), (Some(403), false), (Some(200), false)]
        {
            let text = json!({ "response_code": code, "data": null }).to_string();
            for id in ["klikoo.product_buy", "klikoo.product_inquiry"] {
                let operation = Operation::named(id).unwrap();
                assert_eq!(operation.is_refused_at_gate(leaked(http, &text)), gate, "{id} {code} under {http:?}");
            }
        }
    }
}

#[test]
fn no_code_and_status_that_disagree_ever_fail_a_purchase() {
    let table: Value = support::fixture("klikoo/response_codes.json");
    for row in table["codes"].as_array().unwrap() {
        let code = row["pattern"].as_str().unwrap().replace("xx", "02");
        let own = row["http"].as_u64().unwrap() as u16 / 100;
        for http in [200, 302, 400, 404, 500, 502, 504] {
            let verdict = verdict_of(OperationKind::Purchase, &code, http, &json!({ "status": "SUCCESS" }));
            if http / 100 != own {
                assert_eq!(verdict.state, State::Unknown, "{code} under {http}");
            }
        }
    }
}
