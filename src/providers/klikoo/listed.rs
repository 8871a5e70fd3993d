//! What a list of the provider's answer allows, to hold the input against.

use crate::check::Check;
use crate::input::{Leaf, Node, trimmed};
use crate::issue::Finding;
use crate::rules::calendar_day::{CalendarDay, calendar_day};
use crate::rules::repeats::{Earlier, NO_ROW};

/// The texts of a list, where it is known what it lacks. A list and an input may have a thousand rows each, so a text is
/// looked up by a hash.
pub struct Listed<'t>(Option<Earlier<'t>>);

impl<'t> Listed<'t> {
    /// The texts that a list's objects have under a key; an object with `taken: true` counts for nothing. What a list lacks
    /// is not known where it is empty or one of its texts cannot be read.
    pub fn of(list: Node<'t>, key: &str) -> Listed<'t> {
        let mut texts = Earlier::new(list.0.len());
        for object in list.children() {
            let Some(text) = listed_text(object, key) else { return Listed(None) };
            if !matches!(object.get("taken").leaf(), Leaf::Flag(true)) {
                texts.row(text, 0);
            }
        }
        Listed((list.0.len() > 1).then_some(texts))
    }

    /// Tells the rows of a list of the input whose text at that place the list lacks.
    #[inline(never)]
    pub fn hold_rows<'a: 't>(&mut self, list: usize, at: usize, finding: Finding, check: &mut Check<'_, 'a>) {
        if self.0.is_none() {
            return;
        }
        for row in check.sheet.rows(list) {
            if let Some(record) = check.sheet.record(row) {
                self.hold(record + at, finding, check);
            }
        }
    }

    /// Tells a place of the input whose text the list lacks.
    pub fn hold<'a: 't>(&mut self, place: usize, finding: Finding, check: &mut Check<'_, 'a>) {
        let text = check.text(place);
        if let Some(texts) = &mut self.0
            && !text.is_empty()
            && texts.row(text, NO_ROW).is_none()
        {
            check.tell(place, finding);
        }
    }
}

/// A text or a number's digits, without blanks around it, as the input's are; a blank one counts as none.
#[inline(never)]
pub fn listed_text<'t>(object: Node<'t>, key: &str) -> Option<&'t str> {
    object.text(key).map(trimmed).filter(|text| !text.is_empty())
}

/// The day that a date or a time (RFC 3339) begins with. Providers print year 1 where they have none.
#[inline(never)]
pub fn listed_day(object: Node<'_>, key: &str) -> Option<CalendarDay> {
    let day = calendar_day(object.text(key)?.get(..10)?).ok()?;
    (day.year() > 1).then_some(day)
}
