//! The blanks and line ends of ECMAScript 2025, sections 12.2 and 12.3: what a browser drops with `trim`.

pub const BLANKS: &str = "\t\u{b}\u{c} \u{a0}\u{feff}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}\n\r\u{2028}\u{2029}";

/// What nobody sees and every rule drops around a text: of Unicode 16's Default_Ignorable_Code_Point
/// (DerivedCoreProperties.txt) what formats text of any script.
#[allow(dead_code)] // not every crate of tests asks
pub const UNSEEN: &str = "\u{ad}\u{61c}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2065}\u{2066}\u{2067}\u{2068}\u{2069}\u{206a}\u{206b}\u{206c}\u{206d}\u{206e}\u{206f}\u{feff}";

/// Without the blanks of Unicode and what nobody sees around it.
#[allow(dead_code)]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || UNSEEN.contains(letter))
}
