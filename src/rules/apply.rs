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
        Kind::Text(most) => free(value, look, text::carried(look, 1, most.into()), desk),
        Kind::Destination | Kind::CustomerPhone | Kind::Subscriber => {
            free(value, look, text::carried(look, 1, LONGEST_DESTINATION), desk)
        }
        Kind::Name => free(value, look, person_name::named(look), desk),
        Kind::Integer(most) => number::integer(value, most),
        kind => rule(kind)(value, desk),
    };
    // No rule puts in or leaves out a character that is escaped in two ways.
    if look & TWOFOLD != 0 && read.is_ok() {
        desk.note(Code::TextEscapeSensitive);
    }
    read
}

/// A rule that needs no more than the text and the desk.
type Rule = for<'a> fn(&'a str, &mut Desk<'a>) -> Result<&'a str, Finding>;

/// The rule of a kind. A table of functions costs a page less than a call for each.
fn rule(kind: Kind) -> Rule {
    match kind {
        Kind::ProductCode => product_code::product_code,
        Kind::Reference => reference::reference,
        Kind::TransactionId => transaction_id::transaction_id,
        Kind::Contact => msisdn::contact,
        Kind::DialCode => dial_codes::dial_code,
        Kind::Amount => rupiah::rupiah,
        Kind::Percentage => percentage::percentage,
        Kind::Email => email::email,
        Kind::Country => country::country,
        Kind::Locale => locale::locale,
        Kind::Day(DayRule::Birth) => calendar_day::birth,
        Kind::Day(DayRule::Coming) => calendar_day::coming,
        Kind::Time => time_of_day::time_of_day,
        Kind::Gender => gender,
        Kind::IdCard => id_card::id_card,
        _ => |_, _| Err(Finding::of(Code::FieldWrongType)),
    }
}

fn free<'a>(value: &'a str, look: u32, fits: Result<(), Finding>, desk: &mut Desk<'a>) -> Result<&'a str, Finding> {
    fits?;
    if look & TURNING != 0 {
        desk.note(Code::TextBidi);
    }
    Ok(value)
}

fn gender<'a>(value: &'a str, _: &mut Desk<'a>) -> Result<&'a str, Finding> {
    let known = GENDERS.iter().find(|known| known.eq_ignore_ascii_case(value));
    known.copied().ok_or(Finding::of(Code::ChoiceUnknown))
}
