//! Values that stand twice in a list: seats, identity numbers, keys.
//!
//! A list may have a thousand rows, so a value is looked up among the earlier ones by a hash and not compared with each of
//! them. Sorting would serve as well, at ten times the bytes.

/// No row: a value is only looked up.
pub const NO_ROW: u32 = u32::MAX;

/// The values of the rows so far.
pub struct Earlier<'t> {
    // Open addressing, at least half of the slots free: those with an empty text.
    slots: Vec<(&'t str, u32)>,
}

impl<'t> Earlier<'t> {
    /// No values yet of so many rows.
    pub fn new(rows: usize) -> Earlier<'t> {
        Earlier { slots: vec![("", 0); (rows * 2).next_power_of_two()] }
    }

    /// The earlier row with the value, which is kept in mind as that of the row unless it is [`NO_ROW`]. An empty text
    /// repeats nothing.
    ///
    /// ```
    /// let mut earlier = kasir::rules::repeats::Earlier::new(4);
    /// assert_eq!(["1A", "1B", "", "1A"].map(|seat| earlier.row(seat, 7)), [None, None, None, Some(7)]);
    /// ```
    pub fn row(&mut self, text: &'t str, row: u32) -> Option<u32> {
        if text.is_empty() {
            return None;
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = hash(text);
        while let Some((earlier, first)) = self.slots.get_mut(place & mask) {
            if *earlier == text {
                return Some(*first);
            }
            if earlier.is_empty() {
                if row != NO_ROW {
                    (*earlier, *first) = (text, row);
                }
                break;
            }
            place += 1;
        }
        None
    }
}

/// Every byte goes in: seats differ at the end, identity numbers anywhere.
fn hash(text: &str) -> usize {
    let mut mixed = 0_u32;
    let (words, rest) = text.as_bytes().as_chunks();
    let last = rest.iter().fold(0, |last, byte| last << 8 | u32::from(*byte));
    for word in words.iter().map(|word| u32::from_le_bytes(*word)).chain([last]) {
        // The multiplier of Fibonacci hashing, 2^32 divided by the golden ratio.
        mixed = (mixed.rotate_left(8) ^ word).wrapping_mul(0x9E37_79B9);
    }
    (mixed >> 12) as usize
}
