//! How often the cases of a property came to what it is about: one that only ever meets refusals holds nothing.

use std::cell::RefCell;

/// What was reached, of which operation, kind or rule.
pub type Place = (&'static str, &'static str);

thread_local! {
    static COUNTS: RefCell<Vec<(Place, u64)>> = const { RefCell::new(Vec::new()) };
}

pub fn reached(what: &'static str, of: &'static str) {
    COUNTS.with_borrow_mut(|counts| match counts.iter_mut().find(|(place, _)| *place == (what, of)) {
        Some((_, count)) => *count += 1,
        None => counts.push(((what, of), 1)),
    });
}

/// All that was counted since the last time, in order.
pub fn taken() -> Vec<(Place, u64)> {
    let mut counts = COUNTS.take();
    counts.sort_unstable();
    counts
}
