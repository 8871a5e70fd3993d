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
use crate::rules::{bpjs, driver, meter_number, msisdn, wallet};

const PRODUCT_CODE: usize = ROOT + SHAPE.place("product_code");
const VALUE: usize = ROOT + SHAPE.place("value");
const MSIDN: usize = ROOT + SHAPE.place("msidn");

/// Puts `value` and `msidn` into the spelling that the product's kind asks for.
pub fn across(check: &mut Check<'_, '_>) {
    let context = check.context;
    let kind = context.product_kind(check.sheet.text(PRODUCT_CODE));
    let value = check.lay(VALUE);
    if !value.is_empty() {
        let read = destination(kind, context.product.operator, &mut check.desk);
        check.settle(read);
    }
    // A `msidn` that was left out holds the destination by now, and a BPJS number is no telephone number.
    let bpjs = kind == Some(ProductKind::Bpjs);
    let msidn = check.lay(MSIDN);
    if msidn.is_empty() || !bpjs && msidn == value {
        if !matches!(check.sheet.at(MSIDN), Value::Absent | Value::Refused) {
            check.sheet.put(MSIDN, *check.sheet.at(VALUE));
        }
        return;
    }
    let mut read = msisdn::mobile(&mut check.desk);
    if read.is_err() && bpjs {
        read = Err(Code::MsidnPhoneRequired.into());
    } else if read.is_err() {
        check.desk.text = msidn;
        check.desk.note(Code::MsidnNotPhone);
        read = Ok(());
    }
    check.settle(read);
}

fn destination(kind: Option<ProductKind>, operator: Option<&str>, desk: &mut Desk<'_>) -> Result<(), Finding> {
    match kind {
        Some(kind) if kind.is_mobile() => {
            wallet::wallet(desk)?;
            if let (ProductKind::Pulsa, Some(expected)) = (kind, operator) {
                msisdn::operator_advice(expected, desk);
            }
        }
        Some(ProductKind::PlnPrepaid) => return meter_number::prepaid(desk),
        Some(ProductKind::PlnPostpaid) => return meter_number::postpaid(desk),
        Some(ProductKind::Bpjs) => return bpjs::bpjs(desk),
        Some(ProductKind::Maxim) => return driver::driver(desk),
        // What the number is, is not known: only the spelling may say for certain that it is a telephone number.
        _ => msisdn::spelled(desk),
    }
    Ok(())
}
