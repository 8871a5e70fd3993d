//! A browser's call as the hook receives it, and the receipt of what was sent.

use kasir::call;
use kasir::lookup;
use kasir::operation::Operation;
use serde_json::Value;

use super::reached::reached;
use super::{chosen, options};

/// A call is opened with nothing but form fields in it, or its issues lead somewhere.
pub fn call(text: &str) {
    let (choice, text) = chosen(text);
    match call::open(text, &options(choice)) {
        Ok(opened) => {
            let operation = Operation::named(opened.operation).expect("a known operation");
            reached("opened", operation.id);
            let form: Value = serde_json::from_str(&opened.form).expect("JSON");
            for key in form.as_object().expect("an object").keys() {
                let field = operation.shape.field(key).expect("a field");
                assert!(field.is_asked_of_person(options(choice).context.product.open), "{key}");
            }
            assert!(opened.advice.iter().all(|issue| issue.severity == "advice"));
            assert!(opened.basket.chars().count() <= 200);
        }
        Err(unopened) => {
            assert!(unopened.issues.iter().any(|issue| issue.severity == "error"));
            assert!(
                unopened.issues.iter().all(|issue| issue.path.pointer.starts_with('/') && !issue.message.is_empty())
            );
        }
    }
    for operation in Operation::all() {
        let receipt: Value = serde_json::from_str(&lookup::receipt(operation, text)).expect("JSON");
        let known = |key: &String| operation.receipt_fields.contains(&key.as_str()) || key == "seats";
        assert!(receipt.as_object().expect("an object").keys().all(known), "{receipt}");
    }
}
