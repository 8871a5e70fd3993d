//! Whole rupiah, as people write them.
//!
//! Indonesia groups by dots and puts a comma before decimals: `Rp 20.500,00` and, since CLDR 48, `Rp 20.500`, with
//! U+00A0 after `Rp` (Unicode CLDR, locale id-ID, <https://cldr.unicode.org>). ISO 4217 gives IDR two minor digits,
//! which nobody pays: decimals of zero and the dash of price tags, `Rp 20.500,-`, are dropped, others refused. `20,500`
//! means 20500 in English and 20.5 in Indonesian, so it is refused rather than guessed; so is everything whose dots and
//! commas can be read in two ways, as `0.500`: nobody groups behind a zero, so it is a half in English, or a slip.
//! The providers print requests as text of whole rupiah, `"20500"` (Klikoo, "Inquiry Prepaid",
//! <https://klikoo-doc.readme.io/reference/inquiry-prepaid>). The limit is the largest integer that every JSON reader
//! holds exactly (RFC 8259 section 6): 2^53 - 1.

use crate::alphabet::{DIGIT, has_only, run};
use crate::code::Code;
use crate::desk::Desk;
use crate::issue::Finding;
use crate::rules::digits::{bare, plain, tail};
use crate::rules::text::{taken, visible};
use crate::texts::push_number;

/// The largest amount, 2^53 - 1.
pub const LARGEST: u64 = 9_007_199_254_740_991;

const ZERO: u32 = b'0' as u32;
const DOT: u32 = b'.' as u32;
const COMMA: u32 = b',' as u32;
const DASH: u32 = b'-' as u32;

/// The amount as bare digits, `20500`.
///
/// # Errors
/// - `amount.not_digits`: `dua puluh`
/// - `amount.ambiguous`: `20,500`, `0.500`
/// - `amount.has_decimals`: `20.500,50`
/// - `amount.too_large`: `9007199254740992`
/// - `amount.zero`: `0`
///
/// ```
/// # let kept = kasir::desk::Kept::new();
/// # let today = kasir::rules::calendar_day::CalendarDay::from_days(0).unwrap();
/// # let desk = &mut kasir::desk::Desk::new(today, &kept);
/// assert_eq!(desk.read(kasir::rules::rupiah::rupiah, "Rp 20.500,00"), Ok("20500"));
/// ```
pub fn rupiah(desk: &mut Desk<'_>) -> Result<(), Finding> {
    visible(desk);
    let digits_alone = has_only(desk.look, DIGIT);
    let written = if digits_alone { desk.text } else { without_symbol(desk.text) };
    let amount = amount(written)?;
    if digits_alone || plain(written) {
        desk.text = bare(written);
    } else {
        let mut digits = String::new();
        push_number(&mut digits, amount);
        desk.rewrite(digits);
    }
    Ok(())
}

/// The amount as a number; nothing when it is none or zero.
pub fn number(text: &str) -> Option<u64> {
    amount(without_symbol(text)).ok()
}

pub(crate) fn without_symbol(text: &str) -> &str {
    let rest = &mut text.as_bytes();
    if taken(rest, "rp.").or_else(|| taken(rest, "rp")).or_else(|| taken(rest, "idr")).is_none() {
        return text;
    }
    while let [b' ' | 0xC2 | 0xA0, after @ ..] = *rest {
        *rest = after;
    }
    tail(text, rest.len())
}

/// The whole rupiah of a JSON number (RFC 8259 section 6), in which a point never groups.
///
/// # Errors
/// - `amount.has_decimals`: `20.5`, `12.345`
pub(crate) fn of_json(number: &str) -> Result<&str, Code> {
    let (whole, rest) = number.split_at_checked(run(number, DIGIT)).unwrap_or_default();
    match rest.as_bytes() {
        [b'.', sen @ ..] if sen.iter().any(|digit| *digit != b'0') => Err(Code::AmountHasDecimals),
        [b'.', ..] => Ok(whole),
        _ => Ok(number),
    }
}

/// The number, once nothing of it can be read in two ways.
fn amount(written: &str) -> Result<u64, Code> {
    let (mut amount, mut cents) = (0_u64, 0);
    // The digits since the last mark, and that mark.
    let (mut run, mut mark) = (0, 0);
    let mut clear = true;
    let leading_zero = matches!(written.as_bytes(), [b'0', ..]);
    for byte in written.bytes().map(u32::from) {
        let digit = byte ^ ZERO;
        // A dash stands for sen that nobody pays.
        if mark == COMMA && byte == DASH {
            run += 1;
        } else if digit < 10 {
            run += 1;
            if mark == COMMA {
                cents |= digit;
            } else {
                amount = (amount * 10 + u64::from(digit)).min(LARGEST + 1);
            }
        } else if byte == DOT || byte == COMMA {
            clear &= ends_well(mark, run, byte) && !(byte == DOT && leading_zero);
            (run, mark) = (0, byte);
        } else {
            return Err(Code::AmountNotDigits);
        }
    }
    if !(clear && ends_well(mark, run, 0)) {
        let between_digits = matches!(written.as_bytes(), [b'0'..=b'9', .., b'0'..=b'9']);
        return Err(if between_digits { Code::AmountAmbiguous } else { Code::AmountNotDigits });
    }
    match amount {
        _ if cents != 0 => Err(Code::AmountHasDecimals),
        0 => Err(Code::AmountZero),
        1..=LARGEST => Ok(amount),
        _ => Err(Code::AmountTooLarge),
    }
}

/// Whether `run` digits can stand between two marks, where 0 is the begin or the end of the amount: one to three before the
/// first dot, three after each dot, one or two after the comma.
fn ends_well(before: u32, run: u32, after: u32) -> bool {
    match before {
        DOT => run == 3,
        COMMA => after == 0 && matches!(run, 1 | 2),
        _ => run > 0 && (after != DOT || run < 4),
    }
}
