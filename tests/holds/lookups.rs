//! What a look-up proves of a purchase.

use std::collections::BTreeMap;

use kasir::answer::Answer;
use kasir::desk::Kept;
use kasir::lookup;
use kasir::operation::Operation;
use serde_json::value::RawValue;

use super::answers::{hook::shows_a_buyer, to_json};
use super::options;
use super::reached::reached;

type Object<'j> = BTreeMap<String, &'j RawValue>;

/// The members of an object; of anything else none.
fn object(json: &str) -> Object<'_> {
    serde_json::from_str(json).unwrap_or_default()
}

/// A text, or a number as it is written.
fn text(object: &Object<'_>, key: &str) -> Option<String> {
    let raw = object.get(key)?.get();
    match raw.as_bytes()[0] {
        b'"' => serde_json::from_str(raw).ok(),
        b'-' | b'0'..=b'9' => Some(raw.to_owned()),
        _ => None,
    }
}

fn reference(object: &Object<'_>) -> Option<String> {
    text(object, "partner_reference_id")
        .or_else(|| text(object, "partner_reference_no"))
        .map(|it| it.to_ascii_lowercase())
}

/// The payload, wherever it stands.
fn data<'j>(answer: &Object<'j>) -> &'j str {
    let filled = |key: &str| answer.get(key).map(|raw| raw.get()).filter(|raw| *raw != "null");
    filled("data").or_else(|| filled("body")).unwrap_or("null")
}

/// The reference, and all that the body has of product, destination and amount, stand in the answer too.
fn agree(sent: &Object<'_>, told: &Object<'_>) -> bool {
    let is_there = reference(sent).is_some() && reference(sent) == reference(told);
    is_there
        && ["product_code", "value", "amount"].into_iter().all(|key| {
            let Some(sent) = text(sent, key) else { return true };
            let Some(told) = text(told, key) else { return false };
            told == sent || key == "amount" && told.contains('.') && told.trim_end_matches('0') == sent + "."
        })
}

/// A transaction detail is the purchase's where it tells of an order and agrees with the body that was sent, and proves that
/// there is none by one code alone.
pub fn looked_up(operation: &'static Operation, sent: &str, http: Option<u16>, answer: &str) {
    let (kept, json) = (Kept::new(), to_json(answer));
    let arrived = Answer::arrived(http, answer, &kept);
    let found = lookup::judge_detail(operation, sent, &arrived);
    let (body, told) = (object(sent), object(&json));
    let detail = object(data(&told));
    let code = text(&told, "response_code").unwrap_or_default();
    let is_absent = code.len() == 9
        && code.bytes().all(|byte| byte.is_ascii_digit())
        && (code.starts_with("404") && code.ends_with("7005"))
        && http.is_none_or(|http| http == 404);
    let state = operation.verdict(&arrived).state.as_str();
    let is_order = match state {
        "failed" => text(&detail, "status").is_some(),
        state => state != "unknown",
    };
    let expected = match () {
        () if is_absent => "absent",
        () if is_order && agree(&body, &detail) => "found",
        () => "inconclusive",
    };
    assert_eq!(found.finding, expected, "{sent}\n{answer}");
    reached("look-up", expected);
    if expected != "found" {
        return assert_eq!((found.state, found.transaction_id, found.answer), (None, None, None));
    }
    reached("found", state);
    assert_eq!(found.state, Some(state));
    let id = text(&detail, "transaction_id").filter(|id| !id.is_empty());
    assert_eq!(found.transaction_id.map(str::to_owned), id);
    shows_a_buyer(operation, &found.answer.expect("what is found is shown"), state, &options(0));
}

/// A page of the history proves where it succeeded: the first row of our reference, or that there is none.
pub fn in_history(ours: &str, http: Option<u16>, answer: &str) {
    let (kept, json) = (Kept::new(), to_json(answer));
    let arrived = Answer::arrived(http, answer, &kept);
    let found = lookup::in_history(ours, &arrived);
    let told = object(&json);
    let succeeded = text(&told, "response_code").is_some_and(|code| code.starts_with('2'));
    let rows: Option<Vec<&RawValue>> = serde_json::from_str(data(&told)).ok();
    let expected = match rows.filter(|_| succeeded && http.is_none_or(|http| (200..300).contains(&http))) {
        None => ("inconclusive", None),
        Some(rows) => {
            let mut rows = rows.iter().map(|row| object(row.get()));
            match rows.find(|row| reference(row) == Some(ours.to_ascii_lowercase())) {
                None => ("absent", None),
                Some(row) => match text(&row, "transaction_id").filter(|id| !id.is_empty()) {
                    None => ("inconclusive", None),
                    id => ("found", id),
                },
            }
        }
    };
    assert_eq!((found.finding, found.transaction_id.map(str::to_owned)), expected, "{ours}\n{answer}");
    assert_eq!((found.state, found.answer), (None, None));
    reached("history", expected.0);
}
