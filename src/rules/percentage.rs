//! Percentages as decimal text.
//!
//! Netzme's sample sends the JSON number `1.4` as a merchant's margin ("Product Percentage",
//! <https://apidocs-ppob.netzme.id>). Range, rounding, and whether a negative margin is taken are not printed: no range
//! is checked here and a minus passes. The digits are kept as written, trailing zeros included, because the body's
//! digest covers them; so the text must already be a JSON number (RFC 8259 section 6) without exponent: no plus, no
//! superfluous leading zero, a digit on both sides of the point. Indonesian writes a comma, `1,4`; it becomes a point.
//! At most 15 digits, so that a reader with double precision keeps them all.

use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::text::{Spelling, respelled};

const MOST_DIGITS: u32 = 15;

/// The number with a point, otherwise as written.
///
/// # Errors
/// - `percentage.malformed`: `1e2`, `01`, `.5`, `-0`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::percentage::percentage, "1,40"), Ok("1.40"));
/// ```
pub fn percentage(desk: &mut Desk<'_>) -> Result<(), Finding> {
    match mark(desk.text) {
        b'.' => {}
        b',' => respelled(desk, 0, with_point),
        _ => return Err(Code::PercentageMalformed.into()),
    }
    Ok(())
}

fn with_point(letter: char) -> Spelling {
    Spelling::As(if letter == ',' { '.' } else { letter })
}

/// The mark before the fraction, a point where there is no fraction, zero when the text is no number.
fn mark(text: &str) -> u8 {
    let (negative, number) = match text.as_bytes() {
        [b'-', number @ ..] => (true, number),
        number => (false, number),
    };
    // How many digits there are, how many before the mark, and the bits of all of them: zero as long as each is a zero.
    let (mut digits, mut whole, mut ones) = (0, 0, 0);
    let mut mark = b'.';
    for byte in number {
        let digit = u32::from(*byte ^ b'0');
        if digit < 10 {
            // No zero leads another digit.
            if digits == 1 && whole + ones == 0 {
                return 0;
            }
            digits += 1;
            ones |= digit;
        } else if matches!(byte, b'.' | b',') && whole == 0 && digits > 0 {
            whole = digits;
            mark = *byte;
        } else {
            return 0;
        }
    }
    // A reader may drop the sign of zero, so a negative zero would not survive a second encoding.
    let negative_zero = negative && ones == 0;
    if digits == whole || digits > MOST_DIGITS || negative_zero { 0 } else { mark }
}
