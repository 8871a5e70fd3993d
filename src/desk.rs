//! What the rules of one call work on: the day it is, the value that is read, the texts they have written, what they
//! found.

use elsa::FrozenVec;

use crate::alphabet::look;
use crate::issue::{Codes, Finding, Issue};
use crate::rules::calendar_day::CalendarDay;

/// Texts written anew; they stay as long as the call, so that every value is a plain `&str`, typed or rewritten.
pub type Kept = FrozenVec<String>;

/// The most issues that are told of one input: far more than anybody reads, and few enough to be written as one answer.
pub const MOST_TOLD: usize = 5_000;

/// Brings the text on the desk into its wire spelling, or tells what forbids it.
pub type Rule = for<'a> fn(&mut Desk<'a>) -> Result<(), Finding>;

/// What a rule works on.
pub struct Desk<'a> {
    /// The day of the check.
    pub today: CalendarDay,
    /// The value: as typed, without blanks around it and not empty; once a rule has passed it, in its wire spelling.
    pub text: &'a str,
    /// The kinds of characters that stand in it as typed, see [`look`].
    pub look: u32,
    /// The kinds of characters that stand in any value so far.
    pub looks: u32,
    /// Where the value stands on the sheet.
    pub place: usize,
    /// What was found so far.
    pub issues: Vec<Issue<'a>>,
    /// Their codes.
    told: Codes,
    kept: &'a Kept,
}

impl<'a> Desk<'a> {
    /// A desk with nothing on it.
    pub fn new(today: CalendarDay, kept: &'a Kept) -> Desk<'a> {
        Desk { today, text: "", look: 0, looks: 0, place: 0, issues: Vec::new(), told: Codes::NONE, kept }
    }

    /// Lays a value down to be read.
    pub fn lay(&mut self, place: usize, text: &'a str) {
        (self.place, self.text, self.look) = (place, text, look(text));
        self.looks |= self.look;
    }

    /// What a rule makes of a text by itself.
    ///
    /// # Errors
    /// The finding of the rule.
    pub fn read(&mut self, rule: Rule, text: &'a str) -> Result<&'a str, Finding> {
        self.lay(0, text);
        rule(self)?;
        Ok(self.text)
    }

    /// Keeps a text that was written anew.
    #[inline(never)]
    pub fn keep(&self, text: String) -> &'a str {
        self.kept.push_get(text)
    }

    /// Puts a text that was written anew in the value's place.
    #[inline(never)]
    pub fn rewrite(&mut self, text: String) {
        self.text = self.keep(text);
    }

    /// Notes what is worth telling of the value.
    pub fn note(&mut self, finding: impl Into<Finding>) {
        self.tell(self.place, finding.into(), None);
    }

    /// Tells a finding at a place, or of a key that the object there does not have. A hostile input could have a
    /// hundred thousand; beyond [`MOST_TOLD`] only the first of each code is told.
    #[inline(never)]
    pub fn tell(&mut self, place: usize, finding: Finding, key: Option<&'a str>) {
        let told = self.told.and(finding.code());
        if self.issues.len() < MOST_TOLD || told != self.told {
            self.issues.push(Issue { finding, place, key });
        }
        self.told = told;
    }
}
