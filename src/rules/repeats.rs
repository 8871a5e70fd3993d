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
    let mut slots = vec![0_usize; mask + 1];
    let mut repeats = Vec::new();
    for (row, value) in values.iter().enumerate() {
        let Some(text) = value else { continue };
        let mut place = hash(text.as_bytes()) & mask;
        while let Some(slot) = slots.get_mut(place) {
            match slot.checked_sub(1) {
                None => {
                    *slot = row + 1;
                    break;
                }
                Some(first) if values.get(first).is_some_and(|earlier| earlier == value) => {
                    repeats.push((row, first));
                    break;
                }
                Some(_) => place = (place + 1) & mask,
            }
        }
    }
    repeats
}

/// Both ends of a value go in, eight bytes each: seats differ at the end, identity numbers anywhere.
fn hash(bytes: &[u8]) -> usize {
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(head), Some(tail)) => u64::from_be_bytes(*head).rotate_left(29) ^ u64::from_be_bytes(*tail),
        _ => bytes.iter().fold(0, |ends, byte| ends << 8 | u64::from(*byte)),
    };
    // The multiplier of Fibonacci hashing, 2^64 divided by the golden ratio.
    (ends.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
}
