//! Seats held against the trip that they are for, where the page knows it.
//!
//! Source: Trip Detail, <https://klikoo-doc.readme.io/reference/trip-detail>: `id`, `available_seat`, `depart_time` and
//! `arrival_time` (RFC 3339), and `seats`, "the available seats", each with a `name`. The page prints no field for a seat
//! that is not free: a shop whose list has such seats marks them with `taken: true`. What `mandatory_fields` names (PHONE,
//! EMAILID, NAME) every input must have anyway, and for anything else the body has no key. What is left out or cannot be
//! read is not known, and nothing is held against it. No page prints a rule on ages, so none is checked.

use crate::check::Check;
use crate::code::Code;
use crate::input::whole;
use crate::issue::Finding;
use crate::providers::klikoo::listed::{Listed, listed_day, listed_text};
use crate::providers::klikoo::transport_block_seat::{PASSENGERS, SEAT, TRIP};

/// Tells another trip than the one known by that name, one that has left, a return trip that leaves before the outbound one
/// has arrived, more passengers than seats, and seats that are not free.
pub fn leg(leg: usize, name: &str, check: &mut Check<'_, '_>) {
    let trip = check.context.answer(name);
    let chosen = check.text(leg + TRIP);
    if !chosen.is_empty() {
        if listed_text(trip, "id").is_some_and(|id| id != chosen) {
            check.tell(leg + TRIP, Code::TripMismatch);
            return;
        }
        times(leg + TRIP, name, check);
    }
    let passengers = check.sheet.rows(leg + PASSENGERS);
    if let Some(available) = trip.text("available_seat").and_then(whole)
        && available < passengers.len() as u64
    {
        check.tell(leg + PASSENGERS, Finding::limited(Code::SeatNotEnough, available as u32));
    }
    Listed::of(trip.get("seats"), "name").hold_rows(leg + PASSENGERS, SEAT, Code::SeatNotFree.into(), check);
}

fn times(place: usize, name: &str, check: &mut Check<'_, '_>) -> Option<()> {
    let trip = check.context.answer(name);
    if listed_day(trip, "depart_time")? < check.desk.today {
        check.tell(place, Code::TripInPast);
    }
    // The provider writes its times in one form and with one offset, so that they compare as texts.
    let leaves = trip.text("depart_time")?;
    let there = check.context.answer("trip");
    let precedes =
        |key| there.text(key).is_some_and(|time| time.len() == leaves.len() && leaves.as_bytes() < time.as_bytes());
    if name != "trip" && (precedes("depart_time") || precedes("arrival_time")) {
        check.tell(place, Code::TripReturnTooEarly);
    }
    None
}
