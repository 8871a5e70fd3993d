//! Where a top-up or a bill goes: telephones, meters, BPJS, drivers.

use serde_json::json;

use crate::base::buy;
use crate::case::Case;

fn telephones() -> Vec<Case> {
    let mut cases = Vec::new();
    for kind in ["pulsa", "ovo", "gopay", "dana", "wallet"] {
        for (number, code, params) in [
            ("abc", "msisdn.not_phone", json!({})),
            ("0812345", "msisdn.too_short", json!({ "min": 10 })),
            ("08123456789012", "msisdn.too_long", json!({ "max": 13 })),
            ("0218350123", "msisdn.not_mobile", json!({})),
            ("+6591234567", "msisdn.wrong_country", json!({ "dial_code": 62 })),
        ] {
            let case = buy().set("/value", number).without("/msidn").product(json!({ "kind": kind }));
            cases.push(case.error(code, "/value", params));
        }
        let case = || buy().without("/msidn").product(json!({ "kind": kind }));
        cases.push(case().set("/value", "086212345678").advice("msisdn.unknown_prefix", "/value", json!({})));
        cases.push(case().set("/value", "+62 (0)812-3456-7890"));
    }
    // What the number is, is not known for a bare code.
    for text in ["12", "+62", "+6591234567", "0812", "tel 081234567890"] {
        cases.push(buy().set("/value", text).without("/msidn"));
    }
    let im3 = json!({ "kind": "pulsa", "operator": "IM3" });
    cases.push(buy().without("/msidn").product(im3.clone()).advice(
        "msisdn.other_operator",
        "/value",
        json!({ "operator": "Telkomsel", "expected": "IM3" }),
    ));
    cases.push(buy().set("/value", "085612345678").without("/msidn").product(im3));
    let nobody = json!({ "kind": "pulsa", "operator": "Esia" });
    cases.push(buy().without("/msidn").product(nobody));
    cases.push(buy().set("/msidn", "01105691111").advice("msidn.not_phone", "/msidn", json!({})));
    let strict = buy().set("/msidn", "01105691111").treat_as_error("typos");
    cases.push(strict.error("msidn.not_phone", "/msidn", json!({})));
    cases.push(buy().set("/msidn", "+62 813 1234 5678"));
    cases
}

fn bills() -> Vec<Case> {
    let product = |kind: &str| buy().without("/msidn").product(json!({ "kind": kind }));
    let bpjs = || buy().set("/msidn", "081234567890").product(json!({ "kind": "bpjs" }));
    vec![
        product("pln_prepaid").set("/value", "0110 5691 111"),
        product("pln_prepaid").set("/value", "0110569111").error(
            "meter.not_11_or_12_digits",
            "/value",
            json!({ "meter": 11 }),
        ),
        product("pln_postpaid").set("/value", "520060000000"),
        product("pln_postpaid").set("/value", "01105691111").advice("meter.not_customer_number", "/value", json!({})),
        product("pln_postpaid").set("/value", "01105691111").treat_as_error("typos").advice(
            "meter.not_customer_number",
            "/value",
            json!({}),
        ),
        product("pln_postpaid").set("/value", "pln").error("meter.not_11_or_12_digits", "/value", json!({})),
        bpjs().set("/value", "8888801433177155"),
        bpjs().set("/value", "0001443317715"),
        bpjs().set("/value", "000144331771").error("bpjs.malformed", "/value", json!({})),
        bpjs().set("/value", "01443317715").advice("bpjs.unusual", "/value", json!({})),
        bpjs().set("/value", "8888801433177155").set("/msidn", "8888801433177155").error(
            "msidn.phone_required",
            "/msidn",
            json!({}),
        ),
        bpjs().set("/value", "8888801433177155").without("/msidn").error("msidn.phone_required", "/msidn", json!({})),
        bpjs().set("/value", "8888801433177155").set("/msidn", "0218350123").error(
            "msidn.phone_required",
            "/msidn",
            json!({}),
        ),
        product("maxim").set("/value", "123").advice("driver.unusual", "/value", json!({})),
        product("maxim").set("/value", "123").treat_as_error("typos").advice("driver.unusual", "/value", json!({})),
        product("maxim").set("/value", "12345678"),
        product("other").set("/value", "X-77/4"),
        // The code itself tells PLN; what the page knows of the product beats it.
        buy()
            .set("/product_code", "PLN20")
            .without("/msidn")
            .error("meter.not_11_or_12_digits", "/value", json!({ "meter": 11 }))
            .set("/value", "0812345678901"),
        buy().set("/product_code", "PLN20").without("/msidn").product(json!({ "kind": "other" })),
    ]
}

pub fn cases() -> Vec<Case> {
    [telephones(), bills()].into_iter().flatten().collect()
}
