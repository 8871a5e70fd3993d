//! What the rules of one call work on: the day it is, the texts they have written, what they noted.

use elsa::FrozenVec;

use crate::issue::Finding;
use crate::rules::calendar_day::CalendarDay;

/// Texts written anew; they stay as long as the call, so that every value is a plain `&str`, typed or rewritten.
pub type Kept = FrozenVec<String>;

/// What a rule works on.
pub struct Desk<'a> {
    /// The day of the check.
    pub today: CalendarDay,
    /// What is worth telling of a value that passes.
    pub notes: Vec<Finding>,
    kept: &'a Kept,
}

impl<'a> Desk<'a> {
    /// A desk with nothing on it.
    pub fn new(today: CalendarDay, kept: &'a Kept) -> Desk<'a> {
        Desk { today, notes: Vec::new(), kept }
    }

    /// Keeps a text that was written anew.
    #[inline(never)]
    pub fn keep(&self, text: String) -> &'a str {
        self.kept.push_get(text)
    }

    /// Notes what is worth telling.
    pub fn note(&mut self, finding: impl Into<Finding>) {
        self.notes.push(finding.into());
    }
}
