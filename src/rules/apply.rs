//! Which rule reads which kind of field.

use crate::alphabet::TWOFOLD;
use crate::code::Code;
use crate::desk::{Desk, Rule};
use crate::issue::Finding;
use crate::params::GENDERS;
use crate::rules::dialled::digits_alone;
use crate::rules::text::free;
use crate::rules::{
    calendar_day, country, dial_codes, email, id_card, locale, msisdn, number, percentage, person_name, product_code,
    reference, rupiah, time_of_day, transaction_id,
};
use crate::shape::{DayRule, Kind};

/// The longest destination: no page prints a limit; bill numbers and wallet accounts stay far below.
const LONGEST_DESTINATION: usize = 64;

/// Reads the text on the desk as that of a field, into its wire spelling.
///
/// # Errors
/// The finding of the kind's rule.
pub fn apply(kind: Kind, desk: &mut Desk<'_>) -> Result<(), Finding> {
    match kind {
        Kind::Text(most) => free(desk, most.into()),
        Kind::Destination | Kind::CustomerPhone | Kind::Subscriber => {
            digits_alone(desk);
            free(desk, LONGEST_DESTINATION)
        }
        Kind::Name => person_name::person_name(desk),
        Kind::Integer(most) => number::integer(desk, most),
        kind => rule(kind)(desk),
    }?;
    // No rule puts in or leaves out a character that is escaped in two ways.
    if desk.look & TWOFOLD != 0 {
        desk.note(Code::TextEscapeSensitive);
    }
    Ok(())
}

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
        _ => |_| Err(Finding::of(Code::FieldWrongType)),
    }
}

fn gender(desk: &mut Desk<'_>) -> Result<(), Finding> {
    let known = GENDERS.iter().find(|known| known.eq_ignore_ascii_case(desk.text));
    desk.text = known.ok_or(Finding::of(Code::ChoiceUnknown))?;
    Ok(())
}
