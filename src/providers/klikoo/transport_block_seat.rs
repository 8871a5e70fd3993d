//! Holds seats of a bus until a time.
//!
//! Source: Block Ticket (Reserved Seat), <https://klikoo-doc.readme.io/reference/block-ticket-seat>. There is no
//! `amount`; the reference is `partner_reference_no`. The table marks `return` as mandatory while the sample sends
//! `null`: one way is `null`. What `return` holds beside passengers is not printed; it is taken to be like `departure`.

use crate::check::Check;
use crate::code::Code;
use crate::input::{Record, Value};
use crate::issue::Finding;
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::outcome::{Line, OperationKind};
use crate::path::Path;
use crate::receipt::Receipt;
use crate::rules::repeats::repeats;
use crate::rules::{Notes, calendar_day, nik};
use crate::shape::{DayRule, Field, Kind, Need};
use crate::sorted_shape;

/// No page says how many seats one order may hold; lists of a thousand are what an input may hold at all.
const MOST_PASSENGERS: usize = 1000;

sorted_shape! {
    /// Who orders.
    ORDER = [
        Field::typed("name", Kind::Name, Label::OrderName),
        Field::typed("email", Kind::Email, Label::Email),
        Field::typed("phone_number", Kind::Contact, Label::OrderPhone),
    ]
}

sorted_shape! {
    /// Who travels.
    PASSENGER = [
        Field::typed("seat_name", Kind::Text(20), Label::SeatName),
        Field::typed("name", Kind::Name, Label::PassengerName),
        Field::typed("dob", Kind::Day(DayRule::Birth), Label::BirthDate),
        Field::typed("gender", Kind::Gender, Label::Gender),
        Field::typed("id_card_number", Kind::IdCard, Label::IdCard),
    ]
}

sorted_shape! {
    /// One way.
    LEG = [
        Field::typed("trip_id", Kind::Integer(1, crate::shape::MAX_SAFE), Label::Trip),
        Field::typed("passengers", Kind::Rows(&PASSENGER, 1, MOST_PASSENGERS), Label::Passengers),
    ]
}

sorted_shape! {
    /// The input.
    pub SHAPE = [
        Field::typed("product_code", Kind::ProductCode, Label::ProductCode),
        Field::typed("departure", Kind::Record(&LEG), Label::Departure),
        Field::typed("return", Kind::Record(&LEG), Label::Return).need(Need::Nullable),
        Field::typed("order_detail", Kind::Record(&ORDER), Label::OrderDetail),
        Field::merchant("selling_price", Kind::Amount, Label::SellingPrice),
        Field::reference("partner_reference_no"),
    ]
}

/// The operation.
pub static OPERATION: Operation = Operation {
    id: "klikoo.transport_block_seat",
    provider: Provider::Klikoo,
    kind: OperationKind::Hold,
    method: "POST",
    path: "/v1/open-api/transports/block-seat",
    shape: &SHAPE,
    reference: Some("partner_reference_no"),
    envelope: Envelope::Plain,
    across,
    buyer_fields: &["transaction_id", "status", "expired_at", "product_name", "product_code"],
    lines,
    receipt_fields: &["product_code", "selling_price"],
};

fn across(record: &mut Record<'_>, check: &mut Check<'_>) {
    for key in ["departure", "return"] {
        if let Value::Record(leg) = record.get(key) {
            passengers(leg.get("passengers").as_rows(), &Path::key(key).then("passengers"), check);
        }
    }
    let count = |key| record.get(key).as_record().map(|leg| leg.get("passengers").as_rows().len() as u64);
    if let (Some(out), Some(back)) = (count("departure"), count("return"))
        && out != back
    {
        let finding = Finding::of(Code::PassengersNotEqual).number("departure", out).number("return", back);
        check.tell(Path::key("return").then("passengers"), finding);
    }
}

fn passengers(rows: &[Value<'_>], path: &Path, check: &mut Check<'_>) {
    repeated(rows, "seat_name", Code::RowsDuplicate, path, check);
    repeated(rows, "id_card_number", Code::PassengerDuplicate, path, check);
    for (at, row) in rows.iter().enumerate() {
        if let Value::Record(passenger) = row {
            identity_agrees(passenger, at, path, check);
        }
    }
}

fn repeated(rows: &[Value<'_>], key: &'static str, code: Code, path: &Path, check: &mut Check<'_>) {
    let place = PASSENGER.position(key).unwrap_or_default();
    let values: Vec<Option<&str>> = rows.iter().map(|row| row.as_record()?.values.get(place)?.as_text()).collect();
    for (at, first) in repeats(&values) {
        check.tell(path.row(at).then(key), Finding::of(code).number("first", first as u64 + 1));
    }
}

/// A NIK tells a birthday and a gender, but a corrected birthday leaves the NIK as it was: advice, never more.
fn identity_agrees(passenger: &Record<'_>, at: usize, path: &Path, check: &mut Check<'_>) {
    let Some(card) = passenger.text("id_card_number").and_then(|text| nik::nik(text).ok()) else { return };
    let born = passenger.text("dob").and_then(|text| calendar_day::calendar_day(text).ok());
    let female = match passenger.text("gender") {
        Some("female") => Some(true),
        Some("male") => Some(false),
        _ => None,
    };
    let mut notes = Notes::new();
    card.agreement(born, female, &mut notes);
    for note in notes {
        check.tell(path.row(at).then("id_card_number"), note);
    }
}

fn lines(receipt: &mut Receipt<'_>) {
    receipt.line(Line::Product, "product_name");
    receipt.line(Line::Seats, "seats");
    receipt.moment(Line::HeldUntil, "expired_at");
    receipt.amount(Line::Price, "selling_price");
    receipt.line(Line::Transaction, "transaction_id");
    receipt.line(Line::Reference, "reference");
}
