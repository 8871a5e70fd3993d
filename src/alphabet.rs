//! What kinds of characters stand in a text, found in one pass over its bytes.
//!
//! Nearly every text of a form is plain ASCII without anything odd, and every rule asks about that first. One table and
//! one loop answer for all of them; what stands beyond ASCII is looked at a second time, character by character.

/// 0 to 9.
pub const DIGIT: u32 = 1;
/// A to Z; beyond ASCII whatever may be a letter.
pub const UPPER: u32 = 2;
/// a to z.
pub const LOWER: u32 = 4;
/// U+0000 to U+001F and U+007F; beyond ASCII U+0080 to U+009F and U+FEFF.
pub const CONTROL: u32 = 8;
/// `"` and `\`, which JSON escapes.
pub const QUOTED: u32 = 16;
/// What some JSON writers escape and some do not: `<`, `>`, `&`, U+2028, U+2029.
pub const TWOFOLD: u32 = 32;
/// Every other mark of ASCII.
pub const MARK: u32 = 64;
/// The blank.
pub const BLANK: u32 = 128;
/// Beyond ASCII.
pub const WIDE: u32 = 256;
/// What turns the direction of writing.
pub const TURNING: u32 = 512;

/// A to Z and a to z.
pub const LETTER: u32 = UPPER | LOWER;
/// Whatever a keyboard writes and every JSON writer leaves as it is.
pub const COMMON: u32 = DIGIT | LETTER | MARK | BLANK;

/// The bits below the count of characters in the word of [`look`].
const KIND_BITS: u32 = 12;

const ASCII: [u8; 128] = ascii();

#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
const fn ascii() -> [u8; 128] {
    let mut kinds = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        let kind = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'"' | b'\\' => QUOTED,
            b'<' | b'>' | b'&' => TWOFOLD,
            b' ' => BLANK,
            b'!'..=b'~' => MARK,
            _ => CONTROL,
        };
        kinds[byte] = kind as u8;
        byte += 1;
    }
    kinds
}

/// The kinds of characters that stand in the text.
#[inline(never)]
pub fn seen(text: &str) -> u32 {
    text.bytes().fold(0, |seen, byte| seen | ASCII.get(usize::from(byte)).map_or(WIDE, |kind| u32::from(*kind)))
}

/// Whether nothing but those kinds stands in the text.
pub fn only(text: &str, kinds: u32) -> bool {
    seen(text) & !kinds == 0
}

/// The kinds of characters, those beyond ASCII too, and above them the count of scalar values: see [`length`].
#[inline(never)]
pub fn look(text: &str) -> u32 {
    let seen = seen(text);
    if seen & WIDE == 0 { seen | (text.len() as u32) << KIND_BITS } else { closer_look(text, seen) }
}

/// How many scalar values the text has that was looked at.
pub fn length(look: u32) -> usize {
    (look >> KIND_BITS) as usize
}

fn closer_look(text: &str, seen: u32) -> u32 {
    let mut look = seen;
    for letter in text.chars() {
        look = (look | wide(letter)) + (1 << KIND_BITS);
    }
    look
}

/// The kind of a character beyond ASCII.
///
/// The tables of the standard library would cost a page more bytes than this list of the blocks that hold punctuation,
/// digits, symbols and combining marks (Unicode 16, Blocks.txt); whatever stands elsewhere counts as a letter, so that no
/// script is refused.
fn wide(letter: char) -> u32 {
    match letter {
        '\0'..='\u{7F}' => 0,
        '\u{80}'..='\u{9F}' | '\u{FEFF}' => CONTROL,
        '\u{2028}' | '\u{2029}' => TWOFOLD,
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => TURNING,
        '\u{AA}' | '\u{B5}' | '\u{BA}' => UPPER,
        '\u{A0}'..='\u{BF}' | '\u{D7}' | '\u{F7}' => 0,
        '\u{300}'..='\u{344}' | '\u{346}'..='\u{362}' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => 0,
        '\u{2000}'..='\u{2070}' | '\u{20A0}'..='\u{20FF}' | '\u{2190}'..='\u{245F}' | '\u{2500}'..='\u{2BFF}' => 0,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FE00}'..='\u{FE6F}' => 0,
        '\u{FF00}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' => 0,
        '\u{E000}'..='\u{F8FF}' | '\u{1F000}'..='\u{1F12F}' | '\u{1F18A}'..='\u{1FAFF}' | '\u{E0000}'.. => 0,
        _ => UPPER,
    }
}
