//! Values that stand twice in a list: seats, identity numbers, keys.
//!
//! A list may have a thousand rows, so a value is looked up among the earlier ones by a hash, not held against each of
//! them. Sorting would serve as well and cost a page ten times the bytes.

/// The rows whose value an earlier row has, each with that row, counted from 0. A row without a value repeats nothing.
///
/// ```
/// use kasir::rules::repeats::repeats;
/// assert_eq!(repeats(&[Some("1A"), None, Some("1B"), Some("1A"), None]), [(3, 0)]);
/// ```
pub fn repeats(values: &[Option<&str>]) -> Vec<(usize, usize)> {
    // Open addressing, at least half of the slots free; a slot holds a row counted from 1.
    let mask = (values.len() * 2).next_power_of_two() - 1;
    let mut slots = vec![0_u32; mask + 1];
    let mut repeats = Vec::new();
    for (row, value) in values.iter().enumerate() {
        let Some(text) = value else { continue };
        let mut place = hash(text);
        while let Some(slot) = slots.get_mut(place & mask) {
            let Some(first) = slot.checked_sub(1) else {
                *slot = row as u32 + 1;
                break;
            };
            let first = first as usize;
            if matches!(values.get(first), Some(Some(earlier)) if earlier == text) {
                repeats.push((row, first));
                break;
            }
            place += 1;
        }
    }
    repeats
}

/// Every byte goes in, four at a time: seats differ at the end, identity numbers anywhere.
fn hash(text: &str) -> usize {
    let (words, rest) = text.as_bytes().as_chunks();
    let mut mixed = 0_u64;
    for byte in rest {
        mixed = mixed << 8 | u64::from(*byte);
    }
    for word in words {
        mixed = mixed.rotate_left(21) ^ u64::from(u32::from_le_bytes(*word));
    }
    // The multiplier of Fibonacci hashing, 2^64 divided by the golden ratio.
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}
