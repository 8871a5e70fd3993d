//! Books an attraction for any number of customers.
//!
//! Source: Buy Product Attraction, <https://klikoo-doc.readme.io/reference/buy-product-attraction>. The keys of
//! `booking_field` and `customer_booking_field` come from the attraction's detail; the keys that the page prints
//! (names, birth, nationality, passport) are checked by what they hold; where the page knows the detail,
//! `attraction_context` holds the input against it.

use crate::check::Check;
use crate::code::Code;
use crate::input::{ROOT, whole};
use crate::issue::Finding;
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::providers::klikoo::{attraction_context, product_buy};
use crate::receipt::{Row, Show};
use crate::rules::{calendar_day, dial_codes, msisdn, passport};
use crate::shape::{DayRule, Field, Kind, Need};
use crate::sorted_shape;
use crate::state::{Line, OperationKind};

/// No page says how many tickets one order may hold; lists of a thousand are what an input may hold at all.
const MOST_TICKETS: u16 = 1000;

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
        Field::typed("customers", Kind::Rows(&CUSTOMER, 1, MOST_TICKETS), Label::Customers).need(Need::Optional),
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
    #[cfg(feature = "hook")]
    buyer_fields: &["transaction_id", "status", "sn", "product_name", "product_code", "transaction_time"],
    lines: &[
        Row::text(Line::Product, "product_name product_code"),
        Row::text(Line::Quantity, "quantity"),
        Row::shown(Line::Time, Show::Visit, "start_date"),
        Row::shown(Line::Serial, Show::Serial, "sn"),
        Row::shown(Line::Price, Show::Amount, "selling_price"),
        Row::text(Line::Transaction, "transaction_id"),
        Row::text(Line::Reference, "reference"),
    ],
    #[cfg(feature = "hook")]
    receipt_fields: &["product_code", "quantity", "start_date", "event_time", "selling_price"],
};

const START: usize = ROOT + SHAPE.place("start_date");
const END: usize = ROOT + SHAPE.place("end_date");
const QUANTITY: usize = ROOT + SHAPE.place("quantity");
const FIELDS: usize = ROOT + SHAPE.place("booking_field");
const CUSTOMERS: usize = ROOT + SHAPE.place("customers");
const DIAL_CODE: usize = ROOT + SHAPE.place("buyer_tel_country_code");
const TELEPHONE: usize = ROOT + SHAPE.place("buyer_tel_number");
const COUNTRY: usize = ROOT + SHAPE.place("buyer_country");
const AMOUNT: usize = ROOT + SHAPE.place("amount");
const PRICE: usize = ROOT + SHAPE.place("selling_price");
pub(super) const KEY: usize = PAIR.place("key");
pub(super) const VALUE: usize = PAIR.place("value");

fn across(check: &mut Check<'_, '_>) {
    dates_in_order(check);
    attraction_context::day(START, check);
    attraction_context::day(END, check);
    buyer_telephone(check);
    repeated_keys(FIELDS, check);
    attraction_context::answers(FIELDS..FIELDS + 1, "booking_field", check);
    customers(check);
    product_buy::price_above_cost(check, AMOUNT, PRICE);
}

fn dates_in_order(check: &mut Check<'_, '_>) {
    // Both are ISO by now, whose text order is the order of days; a day that was refused is none.
    let end = check.text(END);
    if !end.is_empty() && end < check.text(START) {
        check.tell(END, Code::DateOutOfOrder);
    }
}

fn buyer_telephone(check: &mut Check<'_, '_>) {
    let (dial_code, country) = (check.text(DIAL_CODE), check.text(COUNTRY));
    if dial_code.is_empty() || check.lay(TELEPHONE).is_empty() {
        return;
    }
    if !country.is_empty() && !dial_codes::country_fits(dial_code, country) {
        check.tell(DIAL_CODE, Code::DialCodeOtherCountry);
    }
    let read = msisdn::subscriber(dial_code, &mut check.desk);
    check.settle(read);
}

fn repeated_keys(list: usize, check: &mut Check<'_, '_>) {
    check.repeated(list, KEY, Code::RowsDuplicate);
}

fn customers(check: &mut Check<'_, '_>) {
    let rows = check.sheet.rows(CUSTOMERS);
    // A quantity that was refused or left out counts as 0.
    let quantity = whole(check.text(QUANTITY)).unwrap_or_default() as usize;
    if quantity > 0 && !rows.is_empty() && rows.len() != quantity {
        check.tell(CUSTOMERS, Finding::counted(Code::CustomersNotQuantity, quantity, rows.len()));
    }
    let asked = if rows.is_empty() { CUSTOMERS..CUSTOMERS + 1 } else { rows.clone() };
    attraction_context::answers(asked, "customer_booking_field", check);
    for row in rows {
        let Some(fields) = check.sheet.record(row) else { continue };
        repeated_keys(fields, check);
        for pair in check.sheet.rows(fields) {
            if let Some(pair) = check.sheet.record(pair) {
                customer_value(pair, check);
            }
        }
    }
}

/// The keys whose meaning the page's sample shows.
fn customer_value(pair: usize, check: &mut Check<'_, '_>) {
    let is_birth = match check.text(pair + KEY) {
        "birth" => true,
        "passportNo" => false,
        _ => return,
    };
    if check.lay(pair + VALUE).is_empty() {
        return;
    }
    let desk = &mut check.desk;
    // A printed sample holds `testpassport`, so the code of this finding weighs as advice.
    let read = if is_birth { calendar_day::birth(desk) } else { passport::passport(desk) };
    match read {
        Ok(()) => check.settle(read),
        Err(finding) => check.tell(pair + VALUE, finding),
    }
}
