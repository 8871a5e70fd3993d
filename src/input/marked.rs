//! Texts with control characters between them, as the page writes its quick walk and its tapes.

pub(super) const NULL: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const NUMBER: u8 = 4;
pub(super) const TRUE: u8 = 5;
pub(super) const FALSE: u8 = 6;
pub(super) const OBJECT: u8 = 7;
pub(super) const LIST: u8 = 8;

/// A marked text on its way from one mark to the next.
pub(super) struct Marked<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How many marks have been passed.
    pub(super) marks: usize,
}

impl<'a> Marked<'a> {
    pub(super) fn of(text: &'a str) -> Marked<'a> {
        Marked { text, at: 0, marks: 0 }
    }

    /// The text before the next mark, and the mark.
    #[inline(never)]
    pub(super) fn next(&mut self) -> Option<(&'a str, u8)> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = first_mark(rest)?;
        let head = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        self.marks += 1;
        Some((head, *rest.get(length)?))
    }
}

/// Where the first control character stands; eight bytes at a time, since every byte of an input passes here.
fn first_mark(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 255;
    let (words, rest) = bytes.as_chunks();
    for (at, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // The high bit of each byte below 0x20; a borrow can set it in bytes behind the first such byte only.
        let marks = word.wrapping_sub(ONES * 0x20) & !word & (ONES * 0x80);
        if marks != 0 {
            return Some(at * 8 + (marks.trailing_zeros() / 8) as usize);
        }
    }
    let at = rest.iter().position(|byte| *byte < 0x20)?;
    Some(words.len() * 8 + at)
}
