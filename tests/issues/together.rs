//! The issues of one input together: their order and number, the fields that they ask for, what they keep to themselves.

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::views::Prepared;
use serde_json::{Value, json};

use crate::support;

#[test]
fn all_issues_come_at_once_in_the_order_of_the_form() {
    let input = json!({
        "product_code": "S 10", "value": 1, "amount": "20,500", "partner_reference_id": "order 7", "colour": "red",
    });
    let operation = support::operation("klikoo.product_buy");
    let Some(Prepared::Refused(issues)) =
        api::prepare(operation, Source::json(&input.to_string(), &Kept::new()), &support::options(""))
    else {
        panic!("five faults")
    };
    let told: Vec<(&str, &str)> = issues.iter().map(|issue| (issue.code, issue.path.pointer.as_str())).collect();
    assert_eq!(
        told,
        [
            ("text.not_allowed", "/product_code"),
            ("field.wrong_type", "/value"),
            ("amount.ambiguous", "/amount"),
            ("field.missing", "/selling_price"),
            ("reference.malformed", "/partner_reference_id"),
            ("field.unknown", "/colour"),
        ]
    );
}

#[test]
fn of_a_hundred_thousand_faults_five_thousand_are_told_and_the_first_of_every_other_kind() {
    let pairs = vec![json!({}); 50];
    let input = json!({
        "customers": vec![json!({ "customer_booking_field": pairs }); 1000], "email": "no address",
        "start_date": "2024-13-01", "colour": "red", "shape": "round",
    });
    let operation = support::operation("klikoo.attraction_buy");
    let Some(Prepared::Refused(issues)) =
        api::prepare(operation, Source::json(&input.to_string(), &Kept::new()), &support::options(""))
    else {
        panic!("a hundred thousand faults")
    };
    let told: Vec<&str> = issues.iter().map(|issue| issue.code).collect();
    assert_eq!(told[..3], ["field.missing", "field.missing", "date.not_real_day"]);
    assert_eq!(told[5000..], ["email.malformed", "field.unknown"]);
}

#[test]
fn an_empty_input_tells_every_field_that_must_be_there() {
    for operation in Operation::all() {
        let issues = match api::prepare(operation, Source::json("{}", &Kept::new()), &support::options("")).unwrap() {
            Prepared::Refused(issues) => issues,
            Prepared::Ready(..) => panic!("{} needs nothing", operation.id),
        };
        assert!(issues.iter().all(|issue| issue.code == "field.missing"), "{}", operation.id);
        assert!(issues.iter().any(|issue| issue.path.name == operation.shape.fields[0].key), "{}", operation.id);
    }
}

#[test]
fn a_form_is_asked_for_its_own_fields_only() {
    let form = json!({ "product_code": "S10", "value": "081234567890" });
    let operation = support::operation("klikoo.product_buy");
    let issues = |options: &str| {
        api::validate(operation, Source::json(&form.to_string(), &Kept::new()), &support::options(options)).unwrap()
    };
    assert_eq!(issues("").len(), 0);
    // The buyer chooses the amount of an open denomination.
    let open = issues(r#"{"context":{"product":{"open":true}}}"#);
    assert_eq!(
        open.iter().map(|issue| (issue.code, issue.path.pointer.as_str())).collect::<Vec<_>>(),
        [("field.missing", "/amount")]
    );
}

#[test]
fn a_merchants_field_is_checked_in_a_form_where_it_is_there() {
    let form = json!({ "product_code": "S10", "value": "081234567890", "amount": "x" });
    let operation = support::operation("klikoo.product_buy");
    let issues =
        api::validate(operation, Source::json(&form.to_string(), &Kept::new()), &support::options("")).unwrap();
    assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), ["amount.not_digits"]);
}

#[test]
fn no_issue_repeats_what_the_buyer_typed() {
    let secret = "rahasia-7391";
    for operation in Operation::all() {
        let input: Value = operation.shape.fields.iter().map(|field| (field.key.to_owned(), json!(secret))).collect();
        let issues =
            match api::prepare(operation, Source::json(&input.to_string(), &Kept::new()), &support::options(""))
                .unwrap()
            {
                Prepared::Refused(issues) | Prepared::Ready(_, issues) => issues,
            };
        for issue in issues {
            let told = format!("{} {:?} {}", issue.message, issue.params, issue.path.pointer);
            assert!(!told.contains(secret) && !told.contains("7391"), "{}: {told}", issue.code);
        }
    }
}
