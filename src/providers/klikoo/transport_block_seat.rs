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
const MOST_PASSENGERS: u16 = 1000;

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
        Field::typed("trip_id", Kind::Integer(crate::shape::MAX_SAFE), Label::Trip),
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
    let (Some(departure), Some(back)) = (record.get("departure").as_record(), record.get("return").as_record()) else {
        return;
    };
    if departure.text("trip_id").is_some_and(|trip| back.text("trip_id") == Some(trip)) {
        check.tell(Path::key("return").then("trip_id"), Code::TripSameBothWays);
    }
    if let (Value::Rows(out), Value::Rows(home)) = (departure.get("passengers"), back.get("passengers"))
        && out.len() != home.len()
    {
        let finding = Finding::of(Code::PassengersNotEqual).number("departure", out.len() as u64);
        check.tell(Path::key("return").then("passengers"), finding.number("return", home.len() as u64));
    }
}

fn passengers(rows: &[Value<'_>], path: &Path, check: &mut Check<'_>) {
    let (seats, cards) = (column(rows, "seat_name"), column(rows, "id_card_number"));
    repeated(&seats, "seat_name", Code::RowsDuplicate, path, check);
    repeated(&cards, "id_card_number", Code::PassengerDuplicate, path, check);
    let (births, genders) = (column(rows, "dob"), column(rows, "gender"));
    for (at, ((card, born), gender)) in cards.into_iter().zip(births).zip(genders).enumerate() {
        for note in disagreement(card, born, gender) {
            check.tell(path.row(at).then("id_card_number"), note);
        }
    }
}

/// The texts that the passengers have for a key.
fn column<'v>(rows: &'v [Value<'_>], key: &str) -> Vec<Option<&'v str>> {
    let place = PASSENGER.position(key).unwrap_or_default();
    rows.iter().map(|row| row.as_record()?.values.get(place)?.as_text()).collect()
}

fn repeated(values: &[Option<&str>], key: &'static str, code: Code, path: &Path, check: &mut Check<'_>) {
    for (at, first) in repeats(values) {
        check.tell(path.row(at).then(key), Finding::of(code).number("first", first as u64 + 1));
    }
}

/// A NIK tells a birthday and a gender, but a corrected birthday leaves the NIK as it was: advice, never more.
fn disagreement(card: Option<&str>, born: Option<&str>, gender: Option<&str>) -> Notes {
    let mut notes = Notes::new();
    if agrees_at_a_glance(card, born, gender) {
        return notes;
    }
    if let Some(Ok(card)) = card.map(nik::nik) {
        let born = born.and_then(|text| calendar_day::calendar_day(text).ok());
        let female = gender.filter(|gender| matches!(*gender, "female" | "male")).map(|gender| gender == "female");
        card.agreement(born, female, &mut notes);
    }
    notes
}

/// The digits of the NIK beside those of the date: nearly every passenger is settled without reading either again.
fn agrees_at_a_glance(card: Option<&str>, born: Option<&str>, gender: Option<&str>) -> bool {
    let forty = match gender {
        Some("female") => 4,
        Some("male") => 0,
        _ => return false,
    };
    match (card.map(str::as_bytes), born.map(str::as_bytes)) {
        (Some([_, _, _, _, _, _, ten, one, rest @ .., _, _, _, _]), Some([_, _, a, r, b'-', m, o, b'-', d, y])) => {
            *ten == d + forty && one == y && rest == [*m, *o, *a, *r]
        }
        _ => false,
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
