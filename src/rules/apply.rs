//! Which rule reads which kind of field.

use crate::alphabet::{TURNING, TWOFOLD, look};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::params::GENDERS;
use crate::rules::{
    calendar_day, country, dial_codes, email, id_card, locale, msisdn, number, percentage, person_name, product_code,
    reference, rupiah, text, time_of_day, transaction_id,
};
use crate::shape::{DayRule, Kind};

/// The longest destination: no page prints a limit; bill numbers and wallet accounts stay far below.
const LONGEST_DESTINATION: usize = 64;

/// Reads a field's text into its wire spelling.
///
/// # Errors
/// The finding of the kind's rule.
pub fn apply<'a>(kind: Kind, value: &'a str, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let look = look(value);
    let read = match kind {
        Kind::Text(most) => free(value, look, text::carried(look, 1, most), desk),
        Kind::Destination | Kind::CustomerPhone | Kind::Subscriber => {
            free(value, look, text::carried(look, 1, LONGEST_DESTINATION), desk)
        }
        Kind::Name => free(value, look, person_name::named(look), desk),
        Kind::ProductCode => product_code::product_code(value),
        Kind::Reference => reference::reference(value, desk),
        Kind::TransactionId => transaction_id::transaction_id(value),
        Kind::Contact => msisdn::contact(value, desk),
        Kind::DialCode => dial_codes::dial_code(value, desk),
        Kind::Amount => rupiah::rupiah(value, desk),
        Kind::Integer(most) => number::integer(value, most),
        Kind::Percentage => percentage::percentage(value, desk),
        Kind::Email => email::email(value, desk),
        Kind::Country => country::country(value, desk),
        Kind::Locale => locale::locale(value, desk),
        Kind::Day(DayRule::Birth) => calendar_day::birth(value, desk),
        Kind::Day(DayRule::Coming) => calendar_day::coming(value, desk),
        Kind::Time => time_of_day::time_of_day(value, desk),
        Kind::Gender => gender(value),
        Kind::IdCard => id_card::id_card(value, desk),
        Kind::Record(..) | Kind::Rows(..) => Err(Finding::of(Code::FieldWrongType)),
    };
    // No rule puts in or leaves out a character that is escaped in two ways.
    if look & TWOFOLD != 0 && read.is_ok() {
        desk.note(Code::TextEscapeSensitive);
    }
    read
}

fn free<'a>(value: &'a str, look: u32, fits: Result<(), Finding>, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    fits?;
    if look & TURNING != 0 {
        desk.note(Code::TextBidi);
    }
    Ok(value)
}

fn gender(value: &str) -> Result<&str, Finding> {
    let known = GENDERS.iter().find(|known| known.eq_ignore_ascii_case(value));
    known.copied().ok_or(Finding::of(Code::ChoiceUnknown))
}
