//! Indonesian fixed lines: area codes and lengths, enough to tell a landline from a slip of the finger.
//!
//! Facts of google/libphonenumber release 9.0.35, `resources/PhoneNumberMetadata.xml`, region ID
//! (<https://github.com/google/libphonenumber>): an area code of two digits (21, 22, 24, 31, 61) or three, without
//! its 0, then 5 to 8 digits; in 21 and 24 seven or eight, in 22 six to eight, after 619 one more. Left out are the
//! hotlines `21 14xxx` and `21 500xxx` of Jakarta: firms answer there, not buyers.

use crate::packed::pieces;

// Each word is two digits and every third digit that makes an area code with them.
const AREAS: &str = "\
    231234 251234 26012345678 27123456 280123456789 2912345678 3212345678 331234568 34123 \
    3512345678 36123568 370123469 380123456789 401234589 410134789 420123678 430124568 443 \
    4512378 4612345 47134 481245 5112356789 5225678 5312456789 54123589 5512346 5612345678 \
    620123456789 631234569 64123456 650123456789 702 71123456789 72123456789 730123456789 \
    7412345678 75123456789 760123456789 7701236789 9012 9101345678 920123479 95125678 9623679 \
    97159 9801346";

/// Whether the digits, written without the 0, are an Indonesian landline.
pub fn fits(national: &str) -> bool {
    let length = national.len();
    match national.as_bytes() {
        [b'2', b'1' | b'4', ..] => (9..=10).contains(&length),
        [b'2', b'2', ..] => (8..=10).contains(&length),
        [b'6', b'1', b'9', ..] => (7..=11).contains(&length),
        [b'3' | b'6', b'1', ..] => (7..=10).contains(&length),
        [first, second, third, ..] => (8..=11).contains(&length) && is_area(*first, *second, *third),
        _ => false,
    }
}

fn is_area(first: u8, second: u8, third: u8) -> bool {
    pieces(AREAS, b' ').any(|row| match row.as_bytes() {
        [a, b, ..] => *a == first && *b == second && row.bytes().skip(2).any(|digit| digit == third),
        _ => false,
    })
}
