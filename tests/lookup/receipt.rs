//! The receipt that is kept.

use kasir::lookup::receipt;
use serde_json::{Value, json};

use crate::support::{self, operation};
use crate::{REFERENCE, buy, sent};

#[test]
fn a_receipt_keeps_no_person_and_no_buy_price() {
    let kept =
        |id: &str, body: Value| -> Value { serde_json::from_str(&receipt(operation(id), &body.to_string())).unwrap() };
    assert_eq!(
        kept("klikoo.product_buy", sent()),
        json!({ "product_code": "PLN20", "value": "01*******11", "selling_price": "21000" })
    );
    let mut top_up = sent();
    top_up["value"] = json!("081234567890");
    assert_eq!(kept("klikoo.product_buy", top_up)["value"], "0812****7890");
    let person = |seat: &str| json!({ "seat_name": seat, "name": "Pandu", "dob": "1996-12-09", "gender": "male", "id_card_number": "3174100912960001" });
    let seats = json!({
        "departure": { "trip_id": 1, "passengers": [person("8"), person("9")] }, "return": { "trip_id": 2, "passengers": [person("1")] },
        "order_detail": { "name": "Pandu", "email": "order@example.com", "phone_number": "082122274139" },
        "product_code": "BUS", "selling_price": "20000", "partner_reference_no": REFERENCE,
    });
    assert_eq!(
        kept("klikoo.transport_block_seat", seats),
        json!({ "product_code": "BUS", "selling_price": "20000", "seats": "8, 9, 1" })
    );
    assert_eq!(
        kept(
            "netzme.percentage_product",
            json!({ "type": "UPDATE_PERCENTAGE", "body": { "merchantId": "M", "updatePercentage": 1.4 } })
        ),
        json!({ "updatePercentage": "1.4" })
    );
    assert_eq!(receipt(buy(), "no body"), "{}");
}

#[test]
fn a_receipt_is_json_whatever_was_sent() {
    for (code, kept) in [("S\\t10", r#"{"product_code":"S\t10"}"#), ("S\\u0000\\n", r#"{"product_code":"S\n"}"#)] {
        assert_eq!(receipt(buy(), &format!(r#"{{"product_code":"{code}"}}"#)), kept);
    }
}

#[test]
fn every_printed_body_leaves_a_receipt_without_the_destination() {
    for request in support::requests("klikoo.product") {
        let input: Value = serde_json::from_str(&request.body).unwrap();
        let kept = receipt(request.operation(), &request.body);
        assert!(!kept.contains(input["value"].as_str().unwrap()), "{}", request.name);
        assert!(!kept.contains(input["msidn"].as_str().unwrap()), "{}", request.name);
    }
}
