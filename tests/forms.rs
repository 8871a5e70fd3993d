//! What a form is built from, and what becomes of what was typed into it.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::collections::BTreeSet;

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::fields::fields;
use kasir::operation::Operation;
use kasir::parse::ParseKind;
use kasir::plain::Plain;
use serde_json::{Value, json};

fn normalised(operation: &str, form: &Value, options: &str) -> Value {
    let operation = support::operation(operation);
    let text =
        api::normalise(operation, Source::json(&form.to_string(), &Kept::new()), &support::options(options)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The fields of an operation as a page sees them.
fn views(operation: &Operation, options: &str) -> Vec<Value> {
    let options = support::options(options);
    let operation = support::operation(operation.id);
    serde_json::from_value(serde_json::to_value(Plain::List(&fields(operation, &options))).unwrap()).unwrap()
}

fn field(operation: &str, name: &str, options: &str) -> Value {
    let views = views(support::operation(operation), options);
    views.into_iter().find(|view| view["name"] == name).unwrap_or_else(|| panic!("{operation} has no {name}"))
}

#[test]
fn a_form_is_put_into_the_spelling_of_the_wire() {
    let typed = json!({
        "product_code": " BUS ", "departure": { "trip_id": "188336", "passengers": [
            { "seat_name": "8", "name": " Pandu ", "dob": "9/12/1996", "gender": "Male", "id_card_number": "3174 1009 1296 0001" },
        ] },
        "order_detail": { "name": "Pandu", "email": "order@EXAMPLE.com", "phone_number": "+62 821-2227-4139" },
    });
    let wire = json!({
        "product_code": "BUS", "departure": { "trip_id": 188336, "passengers": [
            { "seat_name": "8", "name": "Pandu", "dob": "1996-12-09", "gender": "male", "id_card_number": "3174100912960001" },
        ] },
        "return": null,
        "order_detail": { "name": "Pandu", "email": "order@example.com", "phone_number": "082122274139" },
    });
    assert_eq!(normalised("klikoo.transport_block_seat", &typed, ""), wire);
}

/// No rule has looked at what stands within it, so that its texts might be written without their escapes.
#[test]
fn a_row_that_is_no_object_is_left_out_of_the_wire() {
    let typed = json!({ "departure": { "passengers": [[{ "name": "\\" }], "\"", 7, { "seat_name": "8" }] } });
    let form = normalised("klikoo.transport_block_seat", &typed, "");
    assert_eq!(form["departure"], json!({ "passengers": [null, null, null, { "seat_name": "8" }] }));
}

#[test]
fn a_destination_of_an_unknown_product_is_respelled_where_only_a_telephone_number_is_spelled_so() {
    for (typed, sent) in [
        ("0812 3456 7890", "081234567890"),
        ("0812-3456-7890", "081234567890"),
        ("(0812) 3456.7890", "081234567890"),
        ("+62 812 3456 7890", "081234567890"),
        ("+62 (0)812-3456-7890", "081234567890"),
        ("081234567890", "081234567890"),
        // Bare digits may be a customer's number of any biller, and so may digits between hyphens; blanks belong to none.
        ("6281234567890", "6281234567890"),
        ("62 812 3456 7890", "6281234567890"),
        ("812 3456 7890", "81234567890"),
        ("0062 812 3456 7890", "006281234567890"),
        ("0110-569-1111", "0110-569-1111"),
        ("0110.569.1111", "0110.569.1111"),
        ("0110-569 1111", "0110-569 1111"),
        ("5371 7611 1111", "537176111111"),
        ("547 010 008701", "547010008701"),
        ("\u{202a}547\u{a0}010\u{3000}008701\u{202c}", "547010008701"),
        ("５４７０１０００８７０１", "547010008701"),
        ("٥٤٧٠١٠٠٠٨٧٠١", "547010008701"),
        ("547\u{200b}010\u{feff}008701", "547010008701"),
        ("0110-\u{200b}569-1111", "0110-\u{200b}569-1111"),
        // No biller prints marks beyond ASCII.
        ("0110\u{2010}569\u{2010}1111", "01105691111"),
        ("\u{feff}AB\u{200b}12\u{202c}", "AB\u{200b}12"),
        ("AB 12", "AB 12"),
        ("0812 345", "0812345"),
        ("+62", "+62"),
        ("+1 202 555 0143", "+1 202 555 0143"),
        ("021 8350123", "0218350123"),
        ("0812 3456 7890 A", "0812 3456 7890 A"),
        ("A-0812", "A-0812"),
    ] {
        let form = normalised("klikoo.product_buy", &json!({ "product_code": "X1", "value": typed }), "");
        assert_eq!((&form["value"], &form["msidn"]), (&json!(sent), &json!(sent)), "{typed}");
    }
}

#[test]
fn what_the_form_does_not_ask_for_is_left_out() {
    let typed = json!({ "product_code": "S10", "value": "081234567890", "amount": "1", "selling_price": "2", "partner_reference_id": "x", "colour": "red" });
    let form = json!({ "product_code": "S10", "value": "081234567890", "msidn": "081234567890" });
    assert_eq!(normalised("klikoo.product_buy", &typed, ""), form);
    let open = normalised("klikoo.product_buy", &typed, r#"{"context":{"product":{"open":true}}}"#);
    assert_eq!((open["amount"].as_str(), open.get("selling_price")), (Some("1"), None));
}

#[test]
fn a_value_that_is_refused_leaves_no_trace_in_the_form() {
    let typed = json!({ "product_code": "S 10", "value": 1, "msidn": "081234567890" });
    assert_eq!(normalised("klikoo.product_buy", &typed, ""), json!({ "msidn": "081234567890" }));
}

/// The page's form is the one that the hook makes a fingerprint of.
#[cfg(feature = "hook")]
#[test]
fn page_and_hook_spell_one_form() {
    for request in support::requests("") {
        let operation = request.operation();
        if operation.kind == kasir::state::OperationKind::Lookup {
            continue;
        }
        let mut input: Value = serde_json::from_str(request.input()).unwrap();
        for field in views(operation, "").iter().filter(|field| field["owner"] != "form") {
            support::pointer::remove(&mut input, &format!("/{}", field["name"].as_str().unwrap()));
        }
        let options = request.options();
        let options = support::options(&options);
        let call = json!({ "operation": request.operation, "input": input }).to_string();
        // The slips in some printed samples stop a call.
        if let Ok(opened) = kasir::call::open(&call, &options) {
            let form = api::normalise(operation, Source::json(&input.to_string(), &Kept::new()), &options);
            assert_eq!(form, Some(opened.form), "{}", request.name);
        }
    }
}

#[test]
fn every_field_is_named_and_labelled() {
    for operation in Operation::all() {
        for language in ["id", "en"] {
            let options = format!(r#"{{"language":"{language}"}}"#);
            let views = views(operation, &options);
            let names: BTreeSet<&str> = views.iter().map(|view| view["name"].as_str().unwrap()).collect();
            assert_eq!(names.len(), views.len(), "{}", operation.id);
            for view in &views {
                let name = view["name"].as_str().unwrap();
                assert!(view["label"] != "" && view["kind"] != "", "{} {name}", operation.id);
                let path: Vec<&str> =
                    view["path"].as_array().unwrap().iter().map(|step| step.as_str().unwrap()).collect();
                assert_eq!(path.join("."), name);
                assert_eq!(view.get("group").is_some(), name.contains('*'), "{name}");
                assert!(["form", "checkout", "merchant"].contains(&view["owner"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn owners_tell_who_fills_a_field_in() {
    let owners = |operation: &str, owner: &str| -> Vec<String> {
        let views = views(support::operation(operation), "");
        let owned = views.iter().filter(|view| view["owner"] == owner);
        owned.map(|view| view["name"].as_str().unwrap().to_owned()).collect()
    };
    for operation in ["klikoo.product_buy", "klikoo.product_inquiry", "klikoo.attraction_buy"] {
        assert_eq!(owners(operation, "merchant"), ["amount", "selling_price"], "{operation}");
        assert_eq!(owners(operation, "checkout"), ["partner_reference_id"], "{operation}");
    }
    assert_eq!(owners("klikoo.transport_block_seat", "merchant"), ["selling_price"]);
    assert_eq!(owners("klikoo.transport_block_seat", "checkout"), ["partner_reference_no"]);
    assert_eq!(owners("netzme.percentage_product", "merchant"), ["merchantId"]);
    let open = r#"{"context":{"product":{"open":true}}}"#;
    assert_eq!(field("klikoo.product_buy", "amount", open)["owner"], "form");
    assert_eq!(field("klikoo.product_buy", "selling_price", open)["owner"], "merchant");
}

#[test]
fn a_destination_is_called_by_what_the_product_makes_of_it() {
    let label = |kind: &str| {
        let options = json!({ "language": "en", "context": { "product": { "kind": kind } } }).to_string();
        field("klikoo.product_buy", "value", &options)["label"].as_str().unwrap().to_owned()
    };
    let labels: BTreeSet<String> = ["pulsa", "ovo", "pln_prepaid", "pln_postpaid", "bpjs", "maxim"].map(label).into();
    assert_eq!(labels.len(), 6);
    assert_eq!(label("ovo"), label("dana"));
    assert_eq!(label("other"), label("no such kind"));
}

#[test]
fn hints_for_browsers_follow_the_kind() {
    let seats = "klikoo.transport_block_seat";
    let passenger = |key: &str| field(seats, &format!("departure.passengers.*.{key}"), "");
    let genders = json!([{ "value": "male", "label": "Laki-laki" }, { "value": "female", "label": "Perempuan" }]);
    assert_eq!(passenger("gender")["choices"], genders);
    assert_eq!(
        (&passenger("dob")["autocomplete"], &passenger("dob")["maxDigits"]),
        (&json!("section-* bday"), &json!(8))
    );
    assert_eq!(passenger("id_card_number")["group"], "departure.passengers");
    assert_eq!(field(seats, "order_detail.email", "")["inputmode"], "email");
    assert_eq!(field("klikoo.attraction_buy", "buyer_tel_country_code", "")["autocomplete"], "tel-country-code");
    assert_eq!(field("klikoo.attraction_buy", "buyer_first_name", "")["autocomplete"], "given-name");
    assert_eq!(field("klikoo.attraction_buy", "buyer_last_name", "")["autocomplete"], "family-name");
    assert_eq!(field("klikoo.product_buy", "msidn", "")["required"], false);
    assert_eq!(field("klikoo.product_buy", "value", "")["required"], true);
}

#[test]
fn every_kind_that_can_be_parsed_alone_refuses_a_blank() {
    let kept = Kept::new();
    for kind in ParseKind::ALL.iter().map(|kind| kind.as_str()) {
        for text in ["", "   "] {
            let parsed = kasir::parse::parse(kind, text, &support::options(""), &kept).unwrap();
            assert_eq!(parsed.issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), ["field.missing"], "{kind}");
            assert!(parsed.value.is_none() && parsed.masked.is_none());
            assert_eq!(serde_json::to_value(Plain::View(&parsed.parts)).unwrap(), json!({}));
        }
    }
}
