//! What every issue promises.

use kasir::code::Code;
use kasir::operation::Operation;
use kasir::shape::{Kind, Shape};
use kasir::views::{IssueView, Prepared};
use serde_json::Value;

use super::given::Given;

/// Something stands in the way of what is refused, and nothing in that of what is ready.
pub fn of_prepared(operation: &Operation, prepared: &Prepared, input: Option<&Given>) {
    let (list, is_refused) = match prepared {
        Prepared::Ready(_, advice) => (advice, false),
        Prepared::Refused(issues) => (issues, true),
    };
    assert_eq!(list.iter().any(|issue| issue.severity == "error"), is_refused);
    told(operation, list, input);
}

/// Each issue has a frozen code, its declared params, a sentence, and a path that leads to a field of the operation or to
/// a value of the input.
pub fn told(operation: &Operation, issues: &[IssueView], input: Option<&Given>) {
    for issue in issues {
        let seen = serde_json::to_value(issue).expect("plain data");
        let code = Code::named(issue.code).expect("a known code");
        let params = seen["params"].as_object().expect("an object");
        assert!(params.keys().all(|name| code.params().iter().any(|(known, _)| known == name)), "{seen}");
        assert!(["error", "advice"].contains(&issue.severity), "{seen}");
        // A place of the sentence that was not filled; what the provider or the person calls a key may hold anything.
        let said =
            params.values().filter_map(Value::as_str).fold(issue.message.clone(), |said, own| said.replace(own, ""));
        assert!(!issue.message.is_empty() && !said.contains(['{', '}', '[', ']']), "{seen}");
        let path = seen["path"].as_array().expect("a list");
        let steps: Vec<String> = path.iter().map(spelled).collect();
        assert!(!steps.is_empty(), "{seen}");
        assert_eq!(issue.path.name, steps.join("."));
        let pointer: String =
            steps.iter().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect();
        assert_eq!(issue.path.pointer, pointer);
        assert!(leads(path, Some(operation.shape), input), "{seen} leads nowhere");
        let value = input.map(|input| steps.iter().try_fold(input, |value, step| value.get(step)));
        assert!(value.is_none_or(|value| value.is_some() || may_be_absent(code)), "{seen} is about nothing");
    }
}

/// A key, or the number of a row; JavaScript's numbers are all doubles, so WASM writes 0 as 0.0.
fn spelled(step: &Value) -> String {
    step.as_str().map_or_else(|| step.as_f64().expect("a key or a row").to_string(), str::to_owned)
}

/// Whether an issue may be about a value that is not there.
fn may_be_absent(code: Code) -> bool {
    use Code::{BookingKeyMissing, FieldMissing, InquiryNotOffered, InquiryUnsure, MsidnPhoneRequired};
    // What is wrong with the whole input is told at the first field, what the context tells of a product at its code.
    matches!(code, BookingKeyMissing | FieldMissing | MsidnPhoneRequired | InquiryNotOffered | InquiryUnsure)
        || code.as_str().starts_with("input.")
}

/// Whether each step is a known key, a row, or at last a key of nobody; where the input is known, all that can be is in it.
fn leads(path: &[Value], shape: Option<&'static Shape>, input: Option<&Given>) -> bool {
    let [step, rest @ ..] = path else { return true };
    let key = step.as_str().unwrap_or_default();
    let Some(field) = shape.and_then(|shape| shape.field(key)).filter(|_| step.is_string()) else {
        return rest.is_empty() && step.is_string() && input.is_none_or(|input| input.get(key).is_some());
    };
    let below = input.and_then(|input| input.get(key));
    match (field.kind, rest) {
        // A row of a list that the input has; a list may also come as the one object.
        (Kind::Rows(inner, ..), [row, rest @ ..]) if row.is_number() => {
            let row = below.map(|list| list.get(&spelled(row)));
            row.is_none_or(|row| row.is_some()) && leads(rest, Some(inner), row.flatten())
        }
        (kind, rest) => leads(rest, kind.below(), below),
    }
}
