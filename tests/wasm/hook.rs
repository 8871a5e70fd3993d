//! The exports of the hook's build.

use kasir::wasm::hook;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{requests, responses};
use crate::{CAREFUL, fault, page, seen, tells};

#[wasm_bindgen_test]
fn every_printed_answer_is_judged_the_same() {
    for response in responses("").iter().filter(|response| response.sent.is_none()) {
        let judged = seen(hook::judge(&response.operation, response.http.unwrap_or(0), &response.text));
        let (name, expected) = (response.name, &response.outcome);
        assert!(expected.state.as_deref().is_none_or(|state| judged["state"] == state), "{name}: {judged}");
        assert_eq!(judged["gate"], json!(expected.gate), "{name}");
        assert_eq!(judged["duplicate"], expected.duplicate, "{name}");
        let answer = judged["answer"].as_str().expect("JSON text");
        let shown = seen(page::read_shown(&response.operation, answer, &response.options()));
        tells(response, &shown);
        for hidden in &response.hidden {
            assert!(!answer.contains(hidden.as_str()) && !shown.to_string().contains(hidden.as_str()), "{name}");
        }
    }
}

#[wasm_bindgen_test]
fn every_printed_detail_proves_the_same() {
    let details: Vec<_> = responses("klikoo.transaction_detail");
    assert!(details.len() > 20);
    for response in &details {
        let sent = response.sent.as_ref().expect("a purchase");
        let http = response.http.unwrap_or(0);
        let found = seen(hook::judge_lookup(&sent.operation, &sent.body, http, &response.text));
        let expected = &response.outcome;
        assert_eq!(found["finding"], json!(expected.finding), "{}", response.name);
        assert_eq!(found["state"], json!(expected.state), "{}", response.name);
        assert_eq!(found["transactionId"], json!(expected.transaction_id), "{}", response.name);
    }
}

#[wasm_bindgen_test]
fn a_call_is_opened_or_its_issues_are_told() {
    let call = json!({ "operation": "klikoo.product_buy", "input": { "product_code": "S10", "value": "0812" }, "basket": "7" });
    let opened = seen(hook::open_call(&call.to_string(), ""));
    assert_eq!(opened["form"], r#"{"msidn":"0812","product_code":"S10","value":"0812"}"#);
    assert_eq!((&opened["basket"], &opened["expect"]), (&json!("7"), &Value::Null));
    let unopened = seen(hook::open_call("{}", ""));
    assert_eq!(unopened["issues"][0]["code"], "field.missing");
    assert_eq!(unopened["unknown_operation"], Value::Null);
}

#[wasm_bindgen_test]
fn a_row_steps_by_names() {
    assert_eq!(hook::purchase_step("", "send", 0).as_deref(), Some("sent 1 forward"));
    assert_eq!(hook::purchase_step("sent", "gate_refused", 1).as_deref(), Some("sent 2 forward"));
    assert_eq!(hook::purchase_step("success", "send", 1).as_deref(), Some("success 1 refuse"));
    assert_eq!(hook::purchase_step("sent", "bought", 1), None);
    // A state that cannot be read is no reference without a row: nothing may be sent on it.
    assert_eq!(hook::purchase_step("snet", "send", 1), None);
}

#[wasm_bindgen_test]
fn a_history_and_a_receipt_cross() {
    let page =
        json!({ "response_code": "200022000", "data": [{ "partner_reference_id": "r", "transaction_id": "7" }] });
    let found = seen(Ok(hook::find_in_history("r", 200, &page.to_string())));
    assert_eq!((&found["finding"], &found["transactionId"]), (&json!("found"), &json!("7")));
    let body =
        json!({ "product_code": "S10", "value": "081234567890", "amount": "1", "selling_price": "2" }).to_string();
    let kept = hook::receipt("klikoo.product_buy", &body).unwrap();
    assert_eq!(kept, r#"{"product_code":"S10","value":"0812****7890","selling_price":"2"}"#);
}

#[wasm_bindgen_test]
fn a_request_is_prepared_as_the_page_prepares_it() {
    for request in &requests("") {
        let (id, options) = (request.operation.as_str(), request.options());
        let made = seen(hook::prepare(id, request.input(), &options));
        assert_eq!(made, seen(page::prepare(id, &page::tape(request.input()), CAREFUL, &options)), "{}", request.name);
    }
    assert_eq!(hook::operations(), page::operations());
    assert_eq!(
        hook::message("text.too_long", r#"{"max":64}"#, "en"),
        page::message("text.too_long", r#"{"max":64}"#, "en")
    );
}

#[wasm_bindgen_test]
fn misuse_of_the_hooks_exports_is_thrown_as_a_code() {
    assert_eq!(fault(hook::prepare("klikoo.product_by", "{}", "")), "ERR_UNKNOWN_OPERATION");
    for options in ["[]", "{", r#"{"language":"jv"}"#, r#"{"today":"tomorrow"}"#, r#"{"treatAsError":["no.code"]}"#] {
        assert_eq!(fault(hook::prepare("klikoo.product_buy", "{}", options)), "ERR_BAD_OPTIONS", "{options}");
        assert_eq!(fault(hook::open_call("{}", options)), "ERR_BAD_OPTIONS", "{options}");
    }
    assert_eq!(hook::message("field.missing", "{}", "jv").unwrap_err().as_string().as_deref(), Some("ERR_BAD_OPTIONS"));
}
