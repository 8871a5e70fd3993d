//! The identity number of a passenger: a NIK, or for a foreigner a passport.
//!
//! Klikoo asks for `id_card_number` and prints one of 17 digits, which no NIK has ("Block Ticket (Reserved Seat)",
//! <https://klikoo-doc.readme.io/reference/block-ticket-seat>), so nothing but the carriage of text is an error.
//! Sixteen digits are read as a NIK (see [`super::nik`]), a passport's shape as a passport (see [`super::passport`]).
//! The limit of 32 characters is ours.

use crate::alphabet::look;
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::digits;
use crate::rules::nik::of_digits;
use crate::rules::passport::passport;
use crate::rules::text::carried;

/// The most characters of an identity number.
pub const LONGEST: usize = 32;

/// The number: digits without separators, a passport in capitals, anything else as it is.
///
/// # Errors
/// - `text.control_character`, `text.too_long`: 33 characters
///
/// # Advice
/// - `id_card.not_16_digits`: `31741009219923332`
/// - `id_card.not_nik`: `9974100912960001`
/// - `id_card.looks_like_passport`: `A1234567`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::id_card::id_card, "31741009219923332"), Ok("31741009219923332"));
/// assert_eq!(desk.issues[0].finding.code().as_str(), "id_card.not_16_digits");
/// ```
pub fn id_card(desk: &mut Desk<'_>) -> Result<(), Finding> {
    // What nearly every passenger has.
    if of_digits(desk.text, desk.look).is_ok() {
        return Ok(());
    }
    let typed = desk.text;
    digits(desk);
    let look = if desk.text.is_empty() { desk.look } else { look(desk.text) };
    carried(look, 1, LONGEST)?;
    let advice = match desk.text.len() {
        16 if of_digits(desk.text, look).is_ok() => return Ok(()),
        16 => Code::IdCardNotNik,
        0 => {
            desk.text = typed;
            if passport(desk).is_ok() {
                Code::IdCardLooksLikePassport
            } else {
                desk.text = typed;
                Code::IdCardNot16Digits
            }
        }
        _ => Code::IdCardNot16Digits,
    };
    desk.note(advice);
    Ok(())
}
