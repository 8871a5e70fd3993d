//! Indonesian fixed lines: area codes and lengths, enough to tell a landline from a slip of the finger.
//!
//! Facts of google/libphonenumber release 9.0.35, `resources/PhoneNumberMetadata.xml`, region ID
//! (<https://github.com/google/libphonenumber>): an area code of two digits (21, 22, 24, 31, 61) or three, without
//! its 0, then 5 to 8 digits; in 21 and 24 seven or eight, in 22 six to eight, after 619 one more. Left out are the
//! hotlines `21 14xxx` and `21 500xxx` of Jakarta: firms answer there, not buyers.

// Each word is two digits and every third digit that makes an area code with them.
const WORDS: &str = "\
    210123456789 220123456789 231234 240123456789 251234 26012345678 27123456 280123456789 2912345678 310123456789 \
    3212345678 331234568 34123 3512345678 36123568 370123469 380123456789 401234589 410134789 420123678 430124568 \
    443 4512378 4612345 47134 481245 5112356789 5225678 5312456789 54123589 5512346 5612345678 610123456789 \
    620123456789 631234569 64123456 650123456789 702 71123456789 72123456789 730123456789 7412345678 75123456789 \
    760123456789 7701236789 9012 9101345678 920123479 95125678 9623679 97159 9801346";

/// A bit for every third digit; the two before it count the entries.
static AREAS: [u16; 100] = areas();

#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
const fn areas() -> [u16; 100] {
    let mut areas = [0; 100];
    let words = WORDS.as_bytes();
    let (mut at, mut start) = (0, 0);
    while at < words.len() {
        if words[at] == b' ' {
            start = at + 1;
        } else if at > start + 1 {
            areas[(words[start] - b'0') as usize * 10 + (words[start + 1] - b'0') as usize] |= 1 << (words[at] - b'0');
        }
        at += 1;
    }
    areas
}

/// Whether the digits, written without the 0, are an Indonesian landline.
pub fn fits(national: &str) -> bool {
    is_landline(national.as_bytes())
}

pub(crate) fn is_landline(national: &[u8]) -> bool {
    let [first, second, third, ..] = national else { return false };
    let lengths = match (first, second, third) {
        (b'2', b'1' | b'4', _) => 9..11,
        (b'2', b'2', _) => 8..11,
        (b'6', b'1', b'9') => 7..12,
        (b'3' | b'6', b'1', _) => 7..11,
        _ => 8..12,
    };
    let area = usize::from(first & 0x0F) * 10 + usize::from(second & 0x0F);
    lengths.contains(&national.len()) && AREAS.get(area).is_some_and(|thirds| thirds >> (third & 0x0F) & 1 == 1)
}
