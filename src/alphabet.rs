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
/// What nobody sees: what contact apps wrap around a number, what chats and web pages put into it, the byte order mark of a
/// file.
pub const UNSEEN: u32 = 1024;

/// A to Z and a to z.
pub const LETTER: u32 = UPPER | LOWER;
/// Whatever a keyboard writes and every JSON writer leaves as it is.
pub const COMMON: u32 = DIGIT | LETTER | MARK | BLANK;

/// The bits below the count of characters in the word of [`look`].
const KIND_BITS: u32 = 12;

/// The kinds of ASCII; a byte beyond it has none, so that every byte has a row.
const BYTES: [u8; 256] = bytes();

#[allow(clippy::indexing_slicing)] // constant evaluation: an index out of bounds would not compile
const fn bytes() -> [u8; 256] {
    let mut kinds = [0; 256];
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

fn kind(byte: u8) -> u8 {
    BYTES.get(usize::from(byte)).copied().unwrap_or_default()
}

/// How many bytes of those kinds of ASCII, and of no other, the text begins with.
pub fn run(text: &str, kinds: u32) -> usize {
    text.bytes().take_while(|byte| u32::from(kind(*byte)) & kinds != 0).count()
}

/// The kinds of characters that stand in the text.
#[inline(never)]
pub fn seen(text: &str) -> u32 {
    let (mut seen, mut bits) = (0, 0);
    let mut note = |byte: u8| {
        seen |= kind(byte);
        bits |= byte;
    };
    let (fours, rest) = text.as_bytes().as_chunks();
    for [one, two, three, four] in fours {
        note(*one);
        note(*two);
        note(*three);
        note(*four);
    }
    rest.iter().copied().for_each(note);
    u32::from(seen) | u32::from(bits & 0x80) << 1
}

/// Whether nothing but those kinds stands in the text.
pub fn only(text: &str, kinds: u32) -> bool {
    seen(text) & !kinds == 0
}

/// The count of scalar values stops here, far beyond what any field takes: there are no bits for more.
const MOST_COUNTED: usize = 0xF_FFFF;

/// The kinds of characters, those beyond ASCII too, and above them the count of scalar values: see [`length`].
#[inline(never)]
pub fn look(text: &str) -> u32 {
    let seen = seen(text);
    if seen & WIDE == 0 { seen | (text.len().min(MOST_COUNTED) as u32) << KIND_BITS } else { closer_look(text, seen) }
}

/// Whether nothing but those kinds stands in a text that was looked at.
pub fn has_only(look: u32, kinds: u32) -> bool {
    look & ((1 << KIND_BITS) - 1) & !kinds == 0
}

/// How many scalar values the text has that was looked at.
pub fn length(look: u32) -> usize {
    (look >> KIND_BITS) as usize
}

/// The text without blanks and unseen characters around it.
pub fn trimmed(text: &str) -> &str {
    match (text.as_bytes(), text.as_bytes()) {
        ([b'!'..=b'~', ..], [.., b'!'..=b'~']) => text,
        _ => closely_trimmed(text),
    }
}

#[inline(never)]
fn closely_trimmed(text: &str) -> &str {
    let (mut start, mut end, mut at) = (text.len(), 0, 0);
    for letter in text.chars() {
        let before = at;
        at += letter.len_utf8();
        if !is_blank(letter) && !is_unseen(letter) {
            start = start.min(before);
            end = at;
        }
    }
    text.get(start..end).unwrap_or_default()
}

/// White_Space of Unicode 16 (PropList.txt): what `char::is_whitespace` says, without its table.
fn is_blank(letter: char) -> bool {
    matches!(letter, '\t'..='\r' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}'
        | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Whether the character is [`UNSEEN`].
#[inline(never)]
pub fn is_unseen(letter: char) -> bool {
    wide(letter) & UNSEEN != 0
}

fn closer_look(text: &str, seen: u32) -> u32 {
    let (mut look, mut count) = (seen, 0);
    for letter in text.chars() {
        look |= wide(letter);
        count += 1;
    }
    look | (MOST_COUNTED.min(count) as u32) << KIND_BITS
}

/// Where among the characters beyond ASCII another kind begins, and that kind; a block of nothing that a rule asks for has
/// none.
///
/// The tables of the standard library would cost a page more bytes than this list of the blocks that hold punctuation,
/// digits, symbols and combining marks (Unicode 16, Blocks.txt); whatever stands elsewhere counts as a letter, so that no
/// script is refused, unless nobody sees it (DerivedCoreProperties.txt, Default_Ignorable_Code_Point): of those characters
/// [`UNSEEN`] are the ones that format text of any script. What turns the direction of writing is Bidi_Control
/// (PropList.txt).
static BLOCKS: [u32; 79] = [
    block(0x80, CONTROL),
    block(0xA0, 0),
    block(0xAA, UPPER),
    block(0xAB, 0),
    block(0xAD, UNSEEN),
    block(0xAE, 0),
    block(0xB5, UPPER),
    block(0xB6, 0),
    block(0xBA, UPPER),
    block(0xBB, 0),
    block(0xC0, UPPER),
    block(0xD7, 0),
    block(0xD8, UPPER),
    block(0xF7, 0),
    block(0xF8, UPPER),
    block(0x300, 0),
    block(0x345, UPPER),
    block(0x346, 0),
    block(0x363, UPPER),
    block(0x61C, TURNING | UNSEEN),
    block(0x61D, UPPER),
    block(0x660, 0),
    block(0x66A, UPPER),
    block(0x6F0, 0),
    block(0x6FA, UPPER),
    block(0x115F, 0),
    block(0x1161, UPPER),
    block(0x17B4, 0),
    block(0x17B6, UPPER),
    block(0x180B, 0),
    block(0x1810, UPPER),
    block(0x2000, 0),
    block(0x200B, UNSEEN),
    block(0x200E, TURNING | UNSEEN),
    block(0x2010, 0),
    block(0x2028, TWOFOLD),
    block(0x202A, TURNING | UNSEEN),
    block(0x202F, 0),
    block(0x2060, UNSEEN),
    block(0x2066, TURNING | UNSEEN),
    block(0x206A, UNSEEN),
    block(0x2070, 0),
    block(0x2071, UPPER),
    block(0x20A0, 0),
    block(0x2100, UPPER),
    block(0x2190, 0),
    block(0x2460, UPPER),
    block(0x2500, 0),
    block(0x2C00, UPPER),
    block(0x3000, 0),
    block(0x3005, UPPER),
    block(0x3008, 0),
    block(0x3021, UPPER),
    block(0x3164, 0),
    block(0x3165, UPPER),
    block(0xE000, 0),
    block(0xF900, UPPER),
    block(0xFE00, 0),
    block(0xFE70, UPPER),
    block(0xFEFF, CONTROL | UNSEEN),
    block(0xFF00, 0),
    block(0xFF21, UPPER),
    block(0xFF3B, 0),
    block(0xFF41, UPPER),
    block(0xFF5B, 0),
    block(0xFF66, UPPER),
    block(0xFFA0, 0),
    block(0xFFA1, UPPER),
    block(0xFFF0, 0),
    block(0x10000, UPPER),
    block(0x1BCA0, 0),
    block(0x1BCA4, UPPER),
    block(0x1D173, 0),
    block(0x1D17B, UPPER),
    block(0x1F000, 0),
    block(0x1F130, UPPER),
    block(0x1F18A, 0),
    block(0x1FB00, UPPER),
    block(0xE0000, 0),
];

/// The bits below the begin of a block.
const BLOCK_BITS: u32 = 11;

const fn block(start: u32, kind: u32) -> u32 {
    start << BLOCK_BITS | kind
}

/// The kind of a character beyond ASCII.
fn wide(letter: char) -> u32 {
    let mut kind = 0;
    for block in &BLOCKS {
        if *block >> BLOCK_BITS > letter as u32 {
            break;
        }
        kind = *block & ((1 << BLOCK_BITS) - 1);
    }
    kind
}
