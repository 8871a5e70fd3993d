//! The destination of a top-up or a bill, and the telephone number beside it.
//!
//! Source: Buy Product, <https://klikoo-doc.readme.io/reference/buy-product>: `value` is the destination number,
//! customer phone number, customer id or driver id; `msidn` usually repeats it, but for postpaid BPJS it must hold the
//! customer's telephone number. The Inquiry Prepaid page prints wallet samples whose `msidn` is a PLN meter, so a
//! `msidn` that is no telephone number is advice.

use std::borrow::Cow;

use crate::check::Check;
use crate::code::Code;
use crate::context::ProductKind;
use crate::input::{Record, Value};
use crate::issue::Finding;
use crate::path::Path;
use crate::rules::{Notes, bpjs, driver, meter_number, msisdn};

/// Puts `value` and `msidn` into the spelling that the product's kind asks for.
pub fn across(record: &mut Record<'_>, check: &mut Check<'_>) {
    let context = check.terms.context;
    let kind = context.product_kind(record.text("product_code"));
    let copied = record.text("msidn").is_none_or(|msidn| Some(msidn) == record.text("value"));
    if let Some(text) = record.text("value") {
        let mut notes = Notes::new();
        let read = destination(kind, context.product.operator.as_deref(), text, &mut notes).map(Cow::into_owned);
        rewrite(record, "value", read, notes, check);
    }
    match kind {
        Some(ProductKind::Bpjs) => telephone_for_bpjs(record, check),
        _ if copied => copy_value(record),
        _ => telephone(record, check),
    }
}

fn rewrite(
    record: &mut Record<'_>,
    key: &'static str,
    read: Result<String, Finding>,
    notes: Notes,
    check: &mut Check<'_>,
) {
    for note in notes {
        check.tell(Path::key(key), note);
    }
    let value = match read {
        Ok(read) => Value::Text(Cow::Owned(read)),
        Err(finding) => {
            check.tell(Path::key(key), finding);
            Value::Refused
        }
    };
    if let Some(slot) = record.slot(key) {
        *slot = value;
    }
}

fn copy_value(record: &mut Record<'_>) {
    let value = record.get("value").scalar();
    if let Some(slot) = record.slot("msidn").filter(|slot| !matches!(slot, Value::Absent)) {
        *slot = value;
    }
}

fn destination<'a>(
    kind: Option<ProductKind>,
    operator: Option<&str>,
    text: &'a str,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    match kind {
        Some(kind) if kind.is_mobile() => mobile(kind, operator, text, notes),
        Some(ProductKind::PlnPrepaid) => meter_number::prepaid(text),
        Some(ProductKind::PlnPostpaid) => meter_number::postpaid(text, notes),
        Some(ProductKind::Bpjs) => bpjs::bpjs(text, notes),
        Some(ProductKind::Maxim) => driver::driver(text, notes),
        // What the number is, is not known: only the spelling may say for certain that it is a telephone number.
        _ => Ok(msisdn::spelled(text).unwrap_or(Cow::Borrowed(text))),
    }
}

fn mobile<'a>(
    kind: ProductKind,
    operator: Option<&str>,
    text: &'a str,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    let number = msisdn::mobile(text)?;
    msisdn::prefix_advice(&number, notes);
    if let (ProductKind::Pulsa, Some(expected)) = (kind, operator) {
        msisdn::operator_advice(&number, expected, notes);
    }
    Ok(number.domestic)
}

fn telephone(record: &mut Record<'_>, check: &mut Check<'_>) {
    let Some(text) = record.text("msidn") else { return };
    let (read, notes) = match msisdn::mobile(text) {
        Ok(number) => (number.domestic.into_owned(), Notes::new()),
        Err(_) => (text.to_owned(), vec![Finding::of(Code::MsidnNotPhone)]),
    };
    rewrite(record, "msidn", Ok(read), notes, check);
}

fn telephone_for_bpjs(record: &mut Record<'_>, check: &mut Check<'_>) {
    // A `msidn` left out has taken the card number by now, which is no telephone number either.
    let Some(text) = record.text("msidn") else { return };
    let read = msisdn::mobile(text).map(|number| number.domestic.into_owned());
    rewrite(record, "msidn", read.map_err(|_| Finding::of(Code::MsidnPhoneRequired)), Notes::new(), check);
}
