//! What kinds of characters stand in a text, found in one pass over its bytes.
//!
//! Nearly every text of a form is plain ASCII without anything odd, and every rule asks about that first. One table and
//! one loop answer for all of them.

/// 0 to 9.
pub const DIGIT: u8 = 1;
/// A to Z.
pub const UPPER: u8 = 2;
/// a to z.
pub const LOWER: u8 = 4;
/// U+0000 to U+001F and U+007F.
pub const CONTROL: u8 = 8;
/// What some JSON writer escapes: `"`, `\`, `<`, `>`, `&`.
pub const ESCAPED: u8 = 16;
/// Every other mark of ASCII.
pub const MARK: u8 = 32;
/// The blank.
pub const BLANK: u8 = 64;
/// Part of a character beyond ASCII.
pub const WIDE: u8 = 128;

/// A to Z and a to z.
pub const LETTER: u8 = UPPER | LOWER;
/// Whatever a keyboard writes and every JSON writer leaves as it is.
pub const COMMON: u8 = DIGIT | LETTER | MARK | BLANK;

const KINDS: [u8; 256] = kinds();

#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
const fn kinds() -> [u8; 256] {
    let mut kinds = [WIDE; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'"' | b'\\' | b'<' | b'>' | b'&' => ESCAPED,
            b' ' => BLANK,
            b'!'..=b'~' => MARK,
            _ => CONTROL,
        };
        byte += 1;
    }
    kinds
}

/// The kinds of characters that stand in the text.
pub fn seen(text: &str) -> u8 {
    text.bytes().fold(0, |seen, byte| seen | KINDS.get(usize::from(byte)).copied().unwrap_or_default())
}

/// Whether nothing but those kinds stands in the text.
pub fn only(text: &str, kinds: u8) -> bool {
    seen(text) & !kinds == 0
}
