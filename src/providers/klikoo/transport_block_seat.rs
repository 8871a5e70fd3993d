//! Holds seats of a bus until a time.
//!
//! Source: Block Ticket (Reserved Seat), <https://klikoo-doc.readme.io/reference/block-ticket-seat>. There is no
//! `amount`; the reference is `partner_reference_no`. The table marks `return` as mandatory while the sample sends
//! `null`: one way is `null`. What `return` holds beside passengers is not printed; it is taken to be like `departure`.
//! Where the page knows the trips, `trip_context` holds the input against them.

use crate::check::Check;
use crate::code::Code;
use crate::input::{ROOT, Value};
use crate::issue::Finding;
use crate::messages::labels::Label;
use crate::operation::{Envelope, Operation, Provider};
use crate::providers::klikoo::trip_context;
use crate::receipt::{Row, Show};
use crate::rules::nik;
use crate::shape::{DayRule, Field, Kind, Need};
use crate::sorted_shape;
use crate::state::{Line, OperationKind};

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
        Field::typed("trip_id", Kind::Integer(0), Label::Trip),
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
    #[cfg(feature = "hook")]
    buyer_fields: &["transaction_id", "status", "expired_at", "product_name", "product_code"],
    lines: &[
        Row::text(Line::Product, "product_name"),
        Row::text(Line::Seats, "seats"),
        Row::shown(Line::HeldUntil, Show::Moment, "expired_at"),
        Row::shown(Line::Price, Show::Amount, "selling_price"),
        Row::text(Line::Transaction, "transaction_id"),
        Row::text(Line::Reference, "reference"),
    ],
    #[cfg(feature = "hook")]
    receipt_fields: &["product_code", "selling_price"],
};

const DEPARTURE: usize = ROOT + SHAPE.place("departure");
const RETURN: usize = ROOT + SHAPE.place("return");
pub(super) const TRIP: usize = LEG.place("trip_id");
pub(super) const PASSENGERS: usize = LEG.place("passengers");
pub(super) const SEAT: usize = PASSENGER.place("seat_name");
const BORN: usize = PASSENGER.place("dob");
const GENDER: usize = PASSENGER.place("gender");
const CARD: usize = PASSENGER.place("id_card_number");

fn across(check: &mut Check<'_, '_>) {
    let (departure, back) = (check.sheet.record(DEPARTURE), check.sheet.record(RETURN));
    if let Some(leg) = departure {
        passengers(leg + PASSENGERS, check);
        trip_context::leg(leg, "trip", check);
    }
    if let Some(leg) = back {
        passengers(leg + PASSENGERS, check);
        trip_context::leg(leg, "returnTrip", check);
    }
    let (Some(departure), Some(back)) = (departure, back) else { return };
    let trip = check.text(departure + TRIP);
    if !trip.is_empty() && trip == check.text(back + TRIP) {
        check.tell(back + TRIP, Code::TripSameBothWays);
    }
    if let (Value::Rows(_, out), Value::Rows(_, home)) =
        (*check.sheet.at(departure + PASSENGERS), *check.sheet.at(back + PASSENGERS))
        && out != home
    {
        check.tell(back + PASSENGERS, Finding::counted(Code::PassengersNotEqual, out, home));
    }
}

fn passengers(list: usize, check: &mut Check<'_, '_>) {
    check.repeated(list, SEAT, Code::RowsDuplicate);
    check.repeated(list, CARD, Code::PassengerDuplicate);
    for row in check.sheet.rows(list) {
        let Some(passenger) = check.sheet.record(row) else { continue };
        // A NIK tells a birthday and a gender, but a corrected birthday leaves the NIK as it was: advice, never more.
        let (born, gender) = (check.text(passenger + BORN), check.text(passenger + GENDER));
        check.lay_again(passenger + CARD);
        nik::disagreement(born, gender, &mut check.desk);
    }
}
