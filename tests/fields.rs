//! What a form builder is told of every field, in both languages. The rows were written by hand: the tokens from the
//! HTML Living Standard (4.10.18.7 Autofill, 6.8.7 inputmode), the digits from the numbering plans that src/rules cites.

#![cfg(not(target_arch = "wasm32"))]
// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

#[path = "fields/attraction.rs"]
mod attraction;
#[path = "fields/row.rs"]
mod row;
#[path = "fields/seats.rs"]
mod seats;
#[path = "fields/top_up.rs"]
mod top_up;

use kasir::api::{self, Source};
use kasir::desk::Kept;
use kasir::fields::fields;
use kasir::plain::Plain;
use row::{Row, view};
use serde_json::{Map, Value, json};

fn options(language: &str, product: &str, open: bool) -> String {
    let mut context = json!({ "product": { "open": open } });
    if !product.is_empty() {
        context["product"]["kind"] = product.into();
    }
    json!({ "language": language, "context": context }).to_string()
}

/// The fields of an operation as a page sees them.
fn told(operation: &str, options: &str) -> Vec<Value> {
    let options = support::options(options);
    let fields = fields(support::operation(operation), &options);
    serde_json::from_value(serde_json::to_value(Plain::List(&fields)).unwrap()).unwrap()
}

fn assert_told(operation: &str, rows: &[Row<'_>], product: &str, open: bool) {
    for language in ["id", "en"] {
        let told = told(operation, &options(language, product, open));
        assert_eq!(told.len(), rows.len(), "{operation}");
        for (told, row) in told.iter().zip(rows) {
            assert_eq!(*told, view(row, language), "{operation} {product} {language}");
        }
    }
}

#[test]
fn a_margin_asks_for_its_percentage() {
    let rows: &[Row<'_>] = &[
        (
            "merchantId",
            ["text", "merchant", "required"],
            ["off", "text", "-", "-"],
            ["ID merchant", "-"],
            ["Merchant ID", "-"],
        ),
        (
            "updatePercentage",
            ["percentage", "form", "required"],
            ["off", "decimal", "-", "-"],
            ["Persentase margin", "Misalnya 1,4."],
            ["Margin percentage", "For example 1.4."],
        ),
    ];
    assert_told("netzme.percentage_product", rows, "", false);
}

#[test]
fn an_issue_calls_a_destination_what_the_form_calls_it() {
    for (product, id, en) in [
        ("pulsa", "Nomor HP belum diisi.", "Mobile number: please fill this in."),
        ("dana", "Nomor HP dompet digital belum diisi.", "E-wallet mobile number: please fill this in."),
        (
            "pln_prepaid",
            "Nomor meter atau ID pelanggan PLN belum diisi.",
            "PLN meter number or customer ID: please fill this in.",
        ),
        ("maxim", "Nomor pengemudi belum diisi.", "Driver number: please fill this in."),
        ("", "Nomor tujuan belum diisi.", "Destination number: please fill this in."),
    ] {
        for (language, sentence) in [("id", id), ("en", en)] {
            let (text, kept) = (options(language, product, false), Kept::new());
            let options = support::options(&text);
            let source = Source::json(r#"{"product_code":"S10","value":""}"#, &kept);
            let views = api::validate(support::operation("klikoo.product_buy"), source, &options).unwrap();
            let told: Vec<_> =
                views.iter().map(|view| (view.code, view.path.name.as_str(), view.message.as_str())).collect();
            assert_eq!(told, [("field.missing", "value", sentence)], "{product}");
        }
    }
}

/// So many digits are taken, and one more is not.
#[test]
fn the_most_digits_are_what_the_rules_take() {
    let issues = |operation: &str, name: &str, product: &str, form: &Value| -> Vec<&str> {
        let text =
            json!({ "today": "2024-07-01", "treatAsError": "typos", "context": { "product": { "kind": product } } });
        let (text, form, kept) = (text.to_string(), form.to_string(), Kept::new());
        let options = support::options(&text);
        let views = api::validate(support::operation(operation), Source::json(&form, &kept), &options).unwrap();
        views.iter().filter(|view| view.path.name == name).map(|view| view.code).collect()
    };
    let at = |operation: &str, name: &str, product: &str, digits: &str| {
        let mut form = Map::new();
        form.insert(name.to_owned(), digits.into());
        form.entry("buyer_tel_country_code").or_insert("1".into());
        issues(operation, name, product, &form.into())
    };
    for (operation, name, product, longest, longer, code) in [
        ("klikoo.product_buy", "value", "pulsa", "0812345678901", "08123456789012", "msisdn.too_long"),
        ("klikoo.product_buy", "value", "dana", "0812345678901", "08123456789012", "msisdn.too_long"),
        ("klikoo.product_buy", "msidn", "bpjs", "0812345678901", "08123456789012", "msidn.phone_required"),
        ("klikoo.product_buy", "value", "pln_prepaid", "523300817840", "5233008178401", "meter.not_11_or_12_digits"),
        ("klikoo.product_buy", "value", "pln_postpaid", "523300817840", "5233008178401", "meter.not_11_or_12_digits"),
        ("klikoo.product_buy", "value", "bpjs", "8888801944358911", "88888019443589111", "bpjs.malformed"),
        ("klikoo.product_buy", "value", "maxim", "01105691111011056911", "011056911110110569111", "driver.unusual"),
        ("klikoo.attraction_buy", "buyer_tel_country_code", "", "886", "8861", "dial_code.unknown"),
        ("klikoo.attraction_buy", "buyer_tel_number", "", "20255501431234", "202555014312345", "msisdn.too_long"),
        ("klikoo.attraction_buy", "start_date", "", "31/12/2025", "131/12/2025", "date.malformed"),
        ("klikoo.attraction_buy", "event_time", "", "09:30", "09:300", "time.malformed"),
    ] {
        let options = options("id", product, false);
        let told = told(operation, &options).into_iter().find(|field| field["name"] == name).unwrap();
        let digits = longest.bytes().filter(u8::is_ascii_digit).count();
        assert_eq!(told["maxDigits"], digits, "{name} {product}");
        assert_eq!(at(operation, name, product, longest), Vec::<&str>::new(), "{name} {product}");
        assert_eq!(at(operation, name, product, longer), [code], "{name} {product}");
    }
}
