//! Books an attraction for any number of customers.
//!
//! Source: Buy Product Attraction, <https://klikoo-doc.readme.io/reference/buy-product-attraction>. The keys of
//! `booking_field` and `customer_booking_field` come from the attraction's detail; the keys that the page prints
//! (names, birth, nationality, passport) are checked by what they hold.

use crate::check::Check;
use crate::code::Code;
use crate::format::date;
use crate::input::{Record, Value, whole};
use crate::issue::Finding;
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::outcome::{Line, OperationKind};
use crate::path::Path;
use crate::providers::klikoo::product_buy;
use crate::receipt::Receipt;
use crate::rules::repeats::repeats;
use crate::rules::{calendar_day, dial_codes, msisdn, passport};
use crate::shape::{DayRule, Field, Kind, Need};
use crate::sorted_shape;

/// No page says how many tickets one order may hold; lists of a thousand are what an input may hold at all.
const MOST_TICKETS: u64 = 1000;

sorted_shape! {
    /// A value for a key that the attraction asks for.
    PAIR = [
        Field::typed("key", Kind::Text(100), Label::BookingKey),
        Field::typed("value", Kind::Text(200), Label::BookingValue),
    ]
}

sorted_shape! {
    /// One customer.
    CUSTOMER = [
        Field::typed("customer_booking_field", Kind::Rows(&PAIR, 1, 50), Label::CustomerFields),
    ]
}

sorted_shape! {
    /// The input.
    pub SHAPE = [
        Field::typed("product_code", Kind::ProductCode, Label::ProductCode),
        Field::typed("quantity", Kind::Integer(MOST_TICKETS), Label::Quantity),
        Field::typed("start_date", Kind::Day(DayRule::Coming), Label::StartDate),
        Field::typed("end_date", Kind::Day(DayRule::Coming), Label::EndDate),
        Field::typed("event_time", Kind::Time, Label::EventTime),
        Field::typed("booking_field", Kind::Rows(&PAIR, 0, 50), Label::BookingFields).need(Need::Optional),
        Field::typed("customers", Kind::Rows(&CUSTOMER, 1, MOST_TICKETS as u16), Label::Customers).need(Need::Optional),
        Field::typed("buyer_first_name", Kind::Name, Label::BuyerFirstName),
        Field::typed("buyer_last_name", Kind::Name, Label::BuyerLastName),
        Field::typed("email", Kind::Email, Label::Email),
        Field::typed("buyer_tel_country_code", Kind::DialCode, Label::BuyerDialCode),
        Field::typed("buyer_tel_number", Kind::Subscriber, Label::BuyerPhone),
        Field::typed("buyer_country", Kind::Country, Label::BuyerCountry),
        Field::typed("state", Kind::Text(100), Label::State),
        Field::typed("locale", Kind::Locale, Label::Locale),
        Field::merchant("amount", Kind::Amount, Label::Amount),
        Field::merchant("selling_price", Kind::Amount, Label::SellingPrice),
        Field::reference("partner_reference_id"),
    ]
}

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.attraction_buy",
    provider: Provider::Klikoo,
    kind: OperationKind::Purchase,
    method: "POST",
    path: "/v1/open-api/attractions/buy",
    shape: &SHAPE,
    reference: Some("partner_reference_id"),
    envelope: Envelope::Plain,
    across,
    buyer_fields: &["transaction_id", "status", "sn", "product_name", "product_code", "transaction_time"],
    lines,
    receipt_fields: &["product_code", "quantity", "start_date", "event_time", "selling_price"],
};

fn across(record: &mut Record<'_>, check: &mut Check<'_>) {
    dates_in_order(record, check);
    buyer_telephone(record, check);
    repeated_keys(record.get("booking_field"), &Path::key("booking_field"), check);
    customers(record, check);
    product_buy::price_above_cost(record, check);
}

fn dates_in_order(record: &Record<'_>, check: &mut Check<'_>) {
    // Both are ISO by now, whose text order is the order of days.
    if let (Some(start), Some(end)) = (record.text("start_date"), record.text("end_date"))
        && end < start
    {
        let finding = Finding::of(Code::DateOutOfOrder).text("start", "start_date");
        check.tell(Path::key("end_date"), finding);
    }
}

fn buyer_telephone(record: &mut Record<'_>, check: &mut Check<'_>) {
    let (Some(dial_code), Some(number)) = (record.text("buyer_tel_country_code"), record.text("buyer_tel_number"))
    else {
        return;
    };
    if record.text("buyer_country").is_some_and(|country| !dial_codes::country_fits(dial_code, country)) {
        check.tell(Path::key("buyer_tel_country_code"), Code::DialCodeOtherCountry);
    }
    let value = match msisdn::subscriber(dial_code, number) {
        Ok(subscriber) => Value::Text(subscriber.into_owned().into()),
        Err(finding) => {
            check.tell(Path::key("buyer_tel_number"), finding);
            Value::Refused
        }
    };
    if let Some(slot) = record.slot("buyer_tel_number") {
        *slot = value;
    }
}

fn repeated_keys(rows: &Value<'_>, path: &Path, check: &mut Check<'_>) {
    let keys: Vec<Option<&str>> = rows.as_rows().iter().map(|row| row.as_record()?.text("key")).collect();
    for (at, first) in repeats(&keys) {
        check.tell(path.row(at).then("key"), Finding::of(Code::RowsDuplicate).number("first", first as u64 + 1));
    }
}

fn customers(record: &mut Record<'_>, check: &mut Check<'_>) {
    let count = record.get("customers").as_rows().len() as u64;
    let quantity = record.text("quantity").and_then(whole);
    if let Some(quantity) = quantity.filter(|quantity| count > 0 && count != *quantity) {
        let finding = Finding::of(Code::CustomersNotQuantity).number("quantity", quantity);
        check.tell(Path::key("customers"), finding.number("customers", count));
    }
    let Some(Value::Rows(rows)) = record.slot("customers") else { return };
    for (at, row) in rows.iter_mut().enumerate() {
        let Value::Record(customer) = row else { continue };
        let path = Path::key("customers").row(at).then("customer_booking_field");
        repeated_keys(customer.get("customer_booking_field"), &path, check);
        let Some(Value::Rows(pairs)) = customer.slot("customer_booking_field") else { continue };
        for (at, pair) in pairs.iter_mut().enumerate() {
            if let Value::Record(pair) = pair {
                customer_value(pair, path.row(at).then("value"), check);
            }
        }
    }
}

/// The keys whose meaning the page's sample shows.
fn customer_value(pair: &mut Record<'_>, path: Path, check: &mut Check<'_>) {
    let (Some(key), Some(text)) = (pair.text("key"), pair.text("value")) else { return };
    let read = match key {
        "birth" => calendar_day::calendar_day(text).and_then(|day| {
            calendar_day::birth(day, check.terms.today)?;
            Ok(day.iso())
        }),
        // A printed sample holds `testpassport`, so the code of this finding weighs as advice.
        "passportNo" => passport::passport(text).map(|number| number.into_owned()),
        _ => return,
    };
    match read {
        Ok(read) => {
            if let Some(slot) = pair.slot("value") {
                *slot = Value::Text(read.into());
            }
        }
        Err(finding) => check.tell(path, finding),
    }
}

fn lines(receipt: &mut Receipt<'_>) {
    let name = if receipt.text("product_name").is_some() { "product_name" } else { "product_code" };
    receipt.line(Line::Product, name);
    receipt.line(Line::Quantity, "quantity");
    if let Some(mut when) = receipt.text("start_date").and_then(|day| date::day(day, receipt.language)) {
        if let Some(time) = receipt.text("event_time") {
            when.push_str(", ");
            when.push_str(time);
        }
        receipt.push(Line::Time, when);
    }
    receipt.serial();
    receipt.amount(Line::Price, "selling_price");
    receipt.line(Line::Transaction, "transaction_id");
    receipt.line(Line::Reference, "reference");
}
