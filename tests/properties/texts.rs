//! Texts: any at all, and good ones with a few characters changed.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;

use crate::holds::input_types::TYPES;
use crate::inputs::{OPERATIONS, REQUESTS};
use crate::support::page_walk;
use crate::support::{responses, tape};
use crate::values;

/// Pieces that JSON, tapes, walks, inputs and answers are made of.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "d83d",
    "\\ud83d\\ude00",
    "null",
    "true",
    "-",
    "0",
    "1e9",
    ".5",
    "!g",
    "!",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{4}",
    "\u{5}",
    "\u{7}",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "g\r",
    "2\u{3}",
    "4\u{c}",
    "\u{feff}",
    "\"product_code\":\"S10\"",
    "\"value\":",
    "\"passengers\":[{",
    "\"departure\":{",
    "\"response_code\":\"200022000\"",
    "\"status\":\"200\"",
    "\"data\":{",
    "\"status\":\"SUCCESS\"",
    "complete",
    "\"sn\":",
    " ",
    "\n",
    "é",
    "😀",
    "<",
    "\u{2028}",
];

/// A text whose first character chooses, see `holds::chosen`: good for its operation, if for any.
type Case = (usize, String);

fn case((choice, text): Case) -> String {
    let choice = u32::try_from(choice).ok().and_then(char::from_u32).unwrap_or_default();
    format!("{choice}{text}")
}

/// Any text.
pub fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(any::<Index>(), 0..40);
    let near_json = pieces.prop_map(|places| places.iter().map(|place| *place.get(PIECES)).collect::<String>());
    prop_oneof![any::<String>(), near_json, "[ -~]{0,80}"]
}

/// One of these with up to three pieces put in, left out or both; or any text.
fn near(good: &'static [Case]) -> impl Strategy<Value = String> {
    near_cases(good).prop_map(case)
}

fn near_cases(good: &'static [Case]) -> impl Strategy<Value = Case> {
    let edits = prop::collection::vec((any::<Index>(), 0_usize..4, any::<Index>(), any::<Option<char>>()), 0..4);
    let spoilt = (any::<Index>(), 0_usize..150, edits).prop_map(|(which, turns, edits)| {
        let (choice, text): &Case = which.get(good);
        let mut letters: Vec<char> = text.chars().collect();
        for (place, out, piece, letter) in edits {
            let start = place.index(letters.len() + 1);
            let end = letters.len().min(start + out);
            let piece = letter.map_or_else(|| (*piece.get(PIECES)).to_owned(), String::from);
            letters.splice(start..end, piece.chars());
        }
        (choice + turns * OPERATIONS.len(), letters.into_iter().collect())
    });
    let anything = (0_usize..600, any_text());
    prop_oneof![4 => spoilt, 1 => anything]
}

fn of_requests(text: impl Fn(usize) -> String) -> Vec<Case> {
    let place = |at: usize| OPERATIONS.iter().position(|operation| operation.id == REQUESTS[at].operation).unwrap();
    (0..REQUESTS.len()).map(|at| (place(at), text(at))).collect()
}

fn value(at: usize) -> serde_json::Value {
    serde_json::from_str(REQUESTS[at].input()).unwrap()
}

static INPUTS: LazyLock<Vec<Case>> = LazyLock::new(|| of_requests(|at| REQUESTS[at].input().to_owned()));
static TAPES: LazyLock<Vec<Case>> = LazyLock::new(|| of_requests(|at| tape::tape(&value(at))));
static WALKS: LazyLock<Vec<Case>> =
    LazyLock::new(|| of_requests(|at| page_walk::walk(&REQUESTS[at].operation().shape.spell(), &value(at)).unwrap().0));
static ANSWERS: LazyLock<Vec<Case>> =
    LazyLock::new(|| responses("").into_iter().map(|response| (0, response.text)).collect());
static CALLS: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let call = |at: usize| {
        let (mut input, shape) = (value(at), REQUESTS[at].operation().shape);
        // What the checkout and the merchant fill in is not the browser's.
        let members = input.as_object_mut().unwrap();
        members.retain(|key, _| shape.field(key).is_some_and(|field| field.is_asked_of_person(false)));
        let price = json!({ "selling_price": "10500" });
        json!({ "operation": REQUESTS[at].operation, "input": input, "basket": "7", "expect": price })
    };
    of_requests(|at| call(at).to_string())
});

/// A value of each kind as it is shown, each with a deletion backwards.
static TYPED: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let shown = [
        "0812-3456-7890",
        "1.250.000",
        "3174 1009 1296 0001",
        "A1234567",
        "26/07/2024",
        "0110 5691 111",
        "0261 7700 0180 1700 5623",
    ];
    let backwards = TYPES.iter().position(|name| *name == "deleteContentBackward").unwrap();
    (0..shown.len()).map(|at| (backwards * shown.len() + at, shown[at].to_owned())).collect()
});

/// What a fuzz target begins with.
pub fn good(target: &str) -> Vec<String> {
    let cases: &[Case] = match target {
        // Nothing is to be chosen.
        "json" => return INPUTS.iter().map(|(_, text)| text.clone()).collect(),
        "canonical" => &INPUTS,
        "tape" => &TAPES,
        "walk" => &WALKS,
        "klikoo_response" | "netzme_response" => &ANSWERS,
        "call" => &CALLS,
        "msisdn" => &[(0, "+62 (0)812-3456-7890".to_owned()), (0, "021 8350123".to_owned())],
        "as_you_type" => &TYPED,
        _ => &[(0, "Rp 1.250.000,00".to_owned())],
    };
    cases.iter().cloned().map(case).collect()
}

pub fn near_json() -> impl Strategy<Value = String> {
    prop_oneof![any_text(), near_cases(&INPUTS).prop_map(|(_, text)| text)]
}

pub fn near_inputs() -> impl Strategy<Value = String> {
    near(&INPUTS)
}

pub fn near_tapes() -> impl Strategy<Value = String> {
    near(&TAPES)
}

pub fn near_walks() -> impl Strategy<Value = String> {
    near(&WALKS)
}

pub fn near_answers() -> impl Strategy<Value = String> {
    near(&ANSWERS)
}

#[cfg(feature = "hook")]
pub fn near_calls() -> impl Strategy<Value = String> {
    near(&CALLS)
}

/// Telephone numbers, and nearly ones.
pub fn near_numbers() -> impl Strategy<Value = String> {
    (0_usize..600, values::numbers()).prop_map(case)
}

/// Amounts, and nearly ones.
pub fn near_amounts() -> impl Strategy<Value = String> {
    (0_usize..600, values::amounts()).prop_map(case)
}

/// Values of every kind, and nearly ones.
pub fn near_values() -> impl Strategy<Value = String> {
    values::chosen_values().prop_map(case)
}
