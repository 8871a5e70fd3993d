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
            if values.get(first) == Some(value) {
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
    // The multiplier of Fibonacci hashing, 2^32 divided by the golden ratio.
    let mix = |mixed: u32, word: u32| (mixed.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9);
    let (words, rest) = text.as_bytes().as_chunks();
    let mixed = words.iter().fold(0, |mixed, word| mix(mixed, u32::from_le_bytes(*word)));
    // The low bits of a product know little.
    (rest.iter().fold(mixed, |mixed, byte| mix(mixed, (*byte).into())) >> 16) as usize
}
