//! The blanks and line ends of ECMAScript 2025, sections 12.2 and 12.3: what a browser drops with `trim`.

pub const BLANKS: &str = "\t\u{b}\u{c} \u{a0}\u{feff}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}\n\r\u{2028}\u{2029}";
