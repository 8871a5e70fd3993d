//! The readers of the providers' answers.

use kasir::answer::Answer;
use kasir::desk::Kept;
use kasir::operation::{Operation, Provider};
use kasir::outcome::{self, Outcome};
use kasir::plain::Plain;
use kasir::state::{OperationKind, State};
use serde_json::Value;

use super::blanks::BLANKS;
use super::given::Given;
use super::reached::reached;
use super::{chosen, options};

pub fn klikoo(text: &str) {
    read(Provider::Klikoo, text);
}

pub fn netzme(text: &str) {
    read(Provider::Netzme, text);
    #[cfg(feature = "hook")]
    if let Some(token) = kasir::providers::netzme::token::read(text) {
        assert!(!token.inner_signature.is_empty() && (token.authorization == text) != text.contains('%'));
    }
}

fn read(provider: Provider, text: &str) {
    let (choice, text) = chosen(text);
    let operations: Vec<&Operation> = Operation::all().filter(|operation| operation.provider == provider).collect();
    let operation = operations[choice % operations.len()];
    let http = [None, Some(200), Some(400), Some(401), Some(404), Some(409), Some(500)][choice / 7 % 7];
    answered(operation, http, text, choice);
}

/// Whatever arrives has an outcome with a sentence, and is a success only where the answer says so in so many words.
pub fn answered(operation: &'static Operation, http: Option<u16>, text: &str, choice: usize) {
    let (kept, options) = (Kept::new(), options(choice));
    let answer = Answer::arrived(http, text, &kept);
    let verdict = operation.verdict(&answer).state;
    let outcome = outcome::raw(operation, &answer, &options);
    assert_eq!(outcome.receipt.state, verdict);
    reached(operation.provider.as_str(), verdict.as_str());
    is_told(operation, &outcome);
    let sent = to_json(text);
    match (verdict, Given::read(&sent).map(Given::value)) {
        (State::Unknown, _) => {}
        (State::Success, Some(told)) => assert!(says_success(operation, http, &told), "{text}"),
        (State::Pending | State::Held | State::Failed, Some(Value::Object(_))) => {}
        // Half a surrogate pair, or a number that is no double.
        (_, None) => assert!(super::readers::is_json(&sent), "{text}"),
        (state, _) => panic!("{state:?}: {text}"),
    }
    is_told(operation, &outcome::shown(operation, &answer, &options));
    #[cfg(feature = "hook")]
    hook::judged(operation, &answer, &options);
}

/// The text as serde_json takes it: providers put control characters raw into texts, and blanks around everything.
pub fn to_json(text: &str) -> String {
    super::readers::escaped(text.trim_matches(|letter| BLANKS.contains(letter)))
}

fn is_told(operation: &Operation, outcome: &Outcome<'_>) {
    assert!(!outcome.message().is_empty() && !outcome.next().text.is_empty() || outcome.next().kind == "none");
    let seen = serde_json::to_value(Plain::View(outcome)).expect("plain data");
    assert_eq!((&seen["operation"], &seen["state"]), (&operation.id.into(), &outcome.receipt.state.as_str().into()));
    for line in seen["lines"].as_array().expect("a list") {
        assert!(
            ["label", "text"].iter().all(|part| line[part].as_str().is_some_and(|text| !text.is_empty())),
            "{seen}"
        );
    }
    // A token is twenty digits; before success nothing is one.
    let token = seen["plnToken"].as_str().unwrap_or("00000000000000000000");
    assert!(token.len() == 20 && token.bytes().all(|byte| byte.is_ascii_digit()), "{seen}");
    let has_serial = seen["serial"].is_string() || seen["plnToken"].is_string();
    assert!(!has_serial || outcome.receipt.state == State::Success, "{seen}");
}

/// The pages' own words of success: a code 2xx (Klikoo) or a status 100 or 200 (Netzme), and the order's status, which a
/// question and a setting have not.
fn says_success(operation: &Operation, http: Option<u16>, told: &Value) -> bool {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let data = if told["data"].is_null() { &told["body"] } else { &told["data"] };
    let has_no_order = matches!(operation.kind, OperationKind::Query | OperationKind::Setting);
    match operation.provider {
        Provider::Klikoo => {
            let status = if data["status"].is_null() { &data["transaction_status"] } else { &data["status"] };
            word(&told["response_code"]).starts_with('2')
                && http.is_none_or(|http| http / 100 == 2)
                && (word(status) == "SUCCESS" || operation.kind == OperationKind::Query)
        }
        Provider::Netzme => {
            let status = if data["status"].is_null() { &data["order_status"] } else { &data["status"] };
            word(&told["status"]).trim_start_matches('0').parse().is_ok_and(|code: u64| [100, 200].contains(&code))
                && http.is_none_or(|http| http < 500)
                && (word(status) == "complete" || has_no_order)
        }
    }
}

#[cfg(feature = "hook")]
pub mod hook {
    use kasir::answer::Answer;
    use kasir::desk::Kept;
    use kasir::lookup;
    use kasir::operation::Operation;
    use kasir::options::Options;
    use kasir::outcome;
    use serde_json::Value;

    use crate::holds::readers::is_json;

    /// What the hook shows of an answer has the same state, and no key but those that a buyer may see.
    pub fn judged(operation: &'static Operation, answer: &Answer<'_>, options: &Options<'_>) {
        let judged = lookup::judge(operation, answer);
        assert_eq!(judged.state, operation.verdict(answer).state.as_str());
        assert!(judged.gate.is_none() || judged.state == "failed");
        shows_a_buyer(operation, &judged.answer, judged.state, options);
        let found = lookup::judge_detail(operation, "{}", answer);
        assert_ne!(found.finding, "found", "a body of nothing was bought by nobody");
        let _ = lookup::in_history("6d654219-d9b7-4e1a-8b51-99a5cafb11cb", answer);
    }

    pub fn shows_a_buyer(operation: &'static Operation, text: &str, state: &str, options: &Options<'_>) {
        // A provider's number may be none that a double holds.
        let Ok(seen) = serde_json::from_str::<Value>(text) else { return assert!(is_json(text), "{text}") };
        let keys = seen.as_object().expect("an object").keys();
        assert!(keys.clone().all(|key| ["state", "reason", "data"].contains(&key.as_str())), "{text}");
        let data = seen["data"].as_object();
        assert!(
            data.is_none_or(|data| data.keys().all(|key| operation.buyer_fields.contains(&key.as_str()))),
            "{text}"
        );
        let (kept, options) = (Kept::new(), options.clone());
        let shown = Answer::arrived(None, text, &kept);
        assert_eq!(outcome::shown(operation, &shown, &options).receipt.state.as_str(), state);
    }
}
