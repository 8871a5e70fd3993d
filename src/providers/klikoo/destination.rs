//! The destination of a top-up or a bill, and the telephone number beside it.
//!
//! Source: Buy Product, <https://klikoo-doc.readme.io/reference/buy-product>: `value` is the destination number,
//! customer phone number, customer id or driver id; `msidn` usually repeats it, but for postpaid BPJS it must hold the
//! customer's telephone number. The Inquiry Prepaid page prints wallet samples whose `msidn` is a PLN meter, so a
//! `msidn` that is no telephone number is advice.

use crate::check::Check;
use crate::code::Code;
use crate::context::ProductKind;
use crate::desk::Desk;
use crate::input::{ROOT, Value};
use crate::issue::Finding;
use crate::providers::klikoo::product_buy::SHAPE;
use crate::rules::{bpjs, driver, meter_number, msisdn};

const PRODUCT_CODE: usize = ROOT + SHAPE.place("product_code");
const VALUE: usize = ROOT + SHAPE.place("value");
const MSIDN: usize = ROOT + SHAPE.place("msidn");

/// Puts `value` and `msidn` into the spelling that the product's kind asks for.
pub fn across(check: &mut Check<'_, '_>) {
    let context = check.context;
    let kind = context.product_kind(check.sheet.text(PRODUCT_CODE));
    let (value, msidn) = (check.sheet.text(VALUE), check.sheet.text(MSIDN));
    if let Some(text) = value {
        let read = destination(kind, context.product.operator.as_deref(), text, &mut check.desk);
        check.settle(VALUE, read);
    }
    match msidn {
        // A `msidn` left out has taken the card number by now, which is no telephone number either.
        Some(text) if kind == Some(ProductKind::Bpjs) => {
            let read = msisdn::mobile(text, &check.desk).map(|number| number.domestic);
            check.settle(MSIDN, read.map_err(|_| Code::MsidnPhoneRequired.into()));
        }
        Some(text) if msidn != value => {
            let read = msisdn::mobile(text, &check.desk).map(|number| number.domestic);
            if read.is_err() {
                check.desk.note(Code::MsidnNotPhone);
            }
            check.settle(MSIDN, read.or(Ok(text)));
        }
        _ if check.sheet.at(MSIDN) != Value::Absent => check.sheet.put(MSIDN, check.sheet.at(VALUE)),
        _ => {}
    }
}

fn destination<'a>(
    kind: Option<ProductKind>,
    operator: Option<&str>,
    text: &'a str,
    desk: &mut Desk<'a>,
) -> Result<&'a str, Finding> {
    match kind {
        Some(kind) if kind.is_mobile() => {
            let number = msisdn::mobile(text, desk)?;
            msisdn::prefix_advice(&number, desk);
            if let (ProductKind::Pulsa, Some(expected)) = (kind, operator) {
                msisdn::operator_advice(&number, expected, desk);
            }
            Ok(number.domestic)
        }
        Some(ProductKind::PlnPrepaid) => meter_number::prepaid(text, desk),
        Some(ProductKind::PlnPostpaid) => meter_number::postpaid(text, desk),
        Some(ProductKind::Bpjs) => bpjs::bpjs(text, desk),
        Some(ProductKind::Maxim) => driver::driver(text, desk),
        // What the number is, is not known: only the spelling may say for certain that it is a telephone number.
        _ => Ok(msisdn::spelled(text, desk).unwrap_or(text)),
    }
}
