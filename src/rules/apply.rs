//! Which rule reads which kind of field.

use std::borrow::Cow;

use crate::alphabet::{COMMON, LETTER, seen};
use crate::code::Code;
use crate::issue::Finding;
use crate::rules::calendar_day::CalendarDay;
use crate::rules::{
    Notes, calendar_day, country, dial_codes, email, id_card, locale, msisdn, number, percentage, person_name,
    product_code, reference, rupiah, text, time_of_day, transaction_id,
};
use crate::shape::{DayRule, Kind};

/// The longest destination: no page prints a limit; bill numbers and wallet accounts stay far below.
const LONGEST_DESTINATION: usize = 64;

/// The two values of a gender; only `male` is printed, `female` is its counterpart.
const GENDERS: &[&str] = &["male", "female"];

/// Reads a field's text into its wire spelling.
///
/// # Errors
/// The finding of the kind's rule.
pub fn apply<'a>(kind: Kind, value: &'a str, today: CalendarDay, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let seen = seen(value);
    let read = match kind {
        Kind::Text(most) => plain(value, most, seen, notes),
        Kind::Destination | Kind::CustomerPhone | Kind::Subscriber => plain(value, LONGEST_DESTINATION, seen, notes),
        Kind::Name => name(value, seen, notes),
        kind => read(kind, value, today, notes),
    }?;
    // No rule puts in a character that a writer escapes.
    if !is_common(seen) && text::escape_sensitive(&read) {
        notes.push(Finding::of(Code::TextEscapeSensitive));
    }
    Ok(read)
}

fn read<'a>(kind: Kind, value: &'a str, today: CalendarDay, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    match kind {
        Kind::ProductCode => product_code::product_code(value).map(Cow::Borrowed),
        Kind::Reference => reference::reference(value, notes).map(Cow::Borrowed),
        Kind::TransactionId => transaction_id::transaction_id(value).map(Cow::Borrowed),
        Kind::Contact => msisdn::contact(value),
        Kind::DialCode => dial_codes::dial_code(value),
        Kind::Amount => rupiah::rupiah(value),
        Kind::Integer(most) => number::integer(value, 1, most),
        Kind::Percentage => percentage::percentage(value),
        Kind::Email => email::email(value, notes),
        Kind::Country => country::country(value),
        Kind::Locale => locale::locale(value),
        Kind::Day(rule) => day(value, rule, today),
        Kind::Time => time_of_day::time_of_day(value),
        Kind::Gender => gender(value),
        Kind::IdCard => id_card::id_card(value, notes),
        _ => Err(Finding::of(Code::FieldWrongType)),
    }
}

/// Nothing that needs a second look, as nearly every text of a form.
fn is_common(seen: u8) -> bool {
    seen & !COMMON == 0
}

fn plain<'a>(value: &'a str, most: usize, seen: u8, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    if !is_common(seen) || !(1..=most).contains(&value.len()) {
        text::plain_text(value, 1, most)?;
        text::bidi_advice(value, notes);
    }
    Ok(Cow::Borrowed(value))
}

fn name<'a>(value: &'a str, seen: u8, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    if !is_common(seen) || seen & LETTER == 0 || value.len() > person_name::LONGEST {
        person_name::person_name(value)?;
        text::bidi_advice(value, notes);
    }
    Ok(Cow::Borrowed(value))
}

fn day<'a>(value: &'a str, rule: DayRule, today: CalendarDay) -> Result<Cow<'a, str>, Finding> {
    let day = calendar_day::calendar_day(value)?;
    match rule {
        DayRule::Birth => calendar_day::birth(day, today)?,
        DayRule::Coming if day < today => return Err(Finding::of(Code::DateInPast)),
        DayRule::Coming => {}
    }
    Ok(calendar_day::iso_text(value, day))
}

fn gender(value: &str) -> Result<Cow<'_, str>, Finding> {
    if GENDERS.contains(&value) {
        return Ok(Cow::Borrowed(value));
    }
    match value.to_ascii_lowercase().as_str() {
        "male" => Ok(Cow::Borrowed("male")),
        "female" => Ok(Cow::Borrowed("female")),
        _ => Err(Finding::of(Code::ChoiceUnknown).allowed(GENDERS)),
    }
}
