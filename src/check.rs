//! The walk that holds an input against its shape: presence, types, rules, unknown keys. All issues at once.

use std::borrow::Cow;

use crate::code::Code;
use crate::context::Context;
use crate::input::{Record, Value, trimmed};
use crate::issue::{Finding, Issue, TreatAsError};
use crate::path::{Path, Step};
use crate::rules::{self, calendar_day::CalendarDay};
use crate::shape::{Field, Kind, Need, Shape};

/// Which fields are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What a person types; the rest only where present. Unknown keys pass.
    Form,
    /// What a browser may send: the form's fields and nothing else.
    Browser,
    /// Everything.
    Final,
}

/// What a check knows beyond the input.
#[derive(Debug)]
pub struct Terms<'t> {
    /// Which fields are asked for.
    pub scope: Scope,
    /// The day of the check.
    pub today: CalendarDay,
    /// Which advice is an error.
    pub treat_as_error: &'t TreatAsError,
    /// What the page or the merchant already knows.
    pub context: &'t Context,
}

/// A check under way.
pub struct Check<'t> {
    /// What it knows.
    pub terms: &'t Terms<'t>,
    /// What it found.
    pub issues: Vec<Issue>,
    trail: Vec<Step>,
    notes: rules::Notes,
}

impl<'t> Check<'t> {
    /// A check that has found nothing yet.
    pub fn new(terms: &'t Terms<'t>) -> Check<'t> {
        Check { terms, issues: Vec::new(), trail: Vec::new(), notes: Vec::new() }
    }

    /// Tells a finding at a place.
    pub fn tell(&mut self, path: Path, finding: impl Into<Finding>) {
        let Finding { code, params } = finding.into();
        let severity = self.terms.treat_as_error.severity(code);
        self.issues.push(Issue { code, path, severity, params });
    }

    fn tell_here(&mut self, finding: impl Into<Finding>) {
        let path = Path(self.trail.clone());
        self.tell(path, finding);
    }

    /// Checks an object's fields one by one and puts each value into its wire spelling.
    pub fn record(&mut self, record: &mut Record<'_>) {
        for (field, value) in record.shape.fields.iter().zip(record.values.iter_mut()) {
            self.trail.push(Step::Key(field.key));
            self.field(field, value);
            self.trail.pop();
        }
        if self.terms.scope != Scope::Form {
            self.strangers(record);
        }
        self.fill_from_neighbours(record);
    }

    fn strangers(&mut self, record: &Record<'_>) {
        for (key, code) in &record.strangers {
            let mut finding = Finding::of(*code);
            if let (Code::FieldUnknown, Some(known)) = (code, nearest(key, record.shape)) {
                finding = finding.text("suggestion", known);
            }
            let mut path = Path(self.trail.clone());
            path.0.push(Step::Other(key.clone()));
            self.tell(path, finding);
        }
    }

    fn fill_from_neighbours(&mut self, record: &mut Record<'_>) {
        let shape = record.shape;
        for (at, field) in shape.fields.iter().enumerate() {
            let Need::From(neighbour) = field.need else { continue };
            let filled = record.get(neighbour).scalar();
            if let Some(slot @ Value::Absent) = record.values.get_mut(at) {
                *slot = filled;
            }
        }
    }

    fn field(&mut self, field: &Field, value: &mut Value<'_>) {
        if value.is_blank() {
            match field.kind {
                // Its own fields are what a person can fill in, so each of them is told.
                Kind::Record(shape) if field.need == Need::Required => *value = Value::Record(Record::empty(shape)),
                _ => {
                    *value = self.blank(field);
                    return;
                }
            }
        }
        if self.terms.scope == Scope::Browser && !self.is_asked_of_person(field) {
            self.tell_here(Code::FieldNotYours);
            *value = Value::Refused;
            return;
        }
        match (field.kind, &mut *value) {
            (Kind::Record(_), Value::Record(inner)) => self.record(inner),
            (Kind::Rows(shape, least, most), Value::Rows(rows)) => self.rows(rows, Kind::Record(shape), least, most),
            (_, Value::Odd(code)) => {
                let finding = odd(*code, field.kind);
                self.tell_here(finding);
                *value = Value::Refused;
            }
            (Kind::Record(_) | Kind::Rows(..), _) => self.wrong_type(field.kind, value),
            (kind, Value::Text(text)) => {
                if let Some(read) = self.scalar(kind, text) {
                    *value = if writes_number(kind) { Value::Number(read) } else { Value::Text(read) };
                } else {
                    *value = Value::Refused;
                }
            }
            (kind, Value::Number(digits)) if takes_number(kind) => match self.scalar(kind, digits) {
                Some(read) => *value = if writes_number(kind) { Value::Number(read) } else { Value::Text(read) },
                None => *value = Value::Refused,
            },
            (kind, _) => self.wrong_type(kind, value),
        }
    }

    fn is_asked_of_person(&self, field: &Field) -> bool {
        field.is_asked_of_person(self.terms.context.product.open)
    }

    fn wrong_type(&mut self, kind: Kind, value: &mut Value<'_>) {
        self.tell_here(Finding::of(Code::FieldWrongType).text("expected", expected(kind)));
        *value = Value::Refused;
    }

    /// What stands in for a blank, told where the field is asked for.
    fn blank<'v>(&mut self, field: &Field) -> Value<'v> {
        let asked = match self.terms.scope {
            Scope::Final => true,
            Scope::Form | Scope::Browser => self.is_asked_of_person(field),
        };
        match field.need {
            Need::Required if asked => {
                self.tell_here(Code::FieldMissing);
                Value::Refused
            }
            Need::Nullable => Value::Null,
            _ => Value::Absent,
        }
    }

    fn rows(&mut self, rows: &mut [Value<'_>], kind: Kind, least: u16, most: u16) {
        if rows.len() < usize::from(least) {
            self.tell_here(Finding::of(Code::RowsTooFew).number("min", least.into()));
        }
        if rows.len() > usize::from(most) {
            self.tell_here(Finding::of(Code::RowsTooMany).number("max", most.into()));
        }
        for (at, row) in rows.iter_mut().enumerate() {
            self.trail.push(Step::Row(at));
            match row {
                Value::Record(record) => self.record(record),
                Value::Odd(code) => {
                    let finding = odd(*code, kind);
                    self.tell_here(finding);
                }
                _ => self.tell_here(odd(Code::FieldWrongType, kind)),
            }
            self.trail.pop();
        }
    }

    /// The value in its wire spelling; `None` where its rule refused it.
    fn scalar<'a>(&mut self, kind: Kind, text: &Cow<'a, str>) -> Option<Cow<'a, str>> {
        let read = match text {
            Cow::Borrowed(text) => rules::apply(kind, trimmed(text), self.terms.today, &mut self.notes),
            Cow::Owned(text) => rules::apply(kind, trimmed(text), self.terms.today, &mut self.notes)
                .map(|read| Cow::Owned(read.into_owned())),
        };
        if !self.notes.is_empty() {
            for note in std::mem::take(&mut self.notes) {
                self.tell_here(note);
            }
        }
        match read {
            Ok(read) => Some(read),
            Err(finding) => {
                self.tell_here(finding);
                None
            }
        }
    }
}

fn odd(code: Code, kind: Kind) -> Finding {
    match code {
        Code::FieldWrongType => Finding::of(code).text("expected", expected(kind)),
        Code::RowsTooMany => Finding::of(code).number("max", crate::input::MAX_ROWS as u64),
        Code::InputTooDeep => Finding::of(code).number("max", crate::input::MAX_DEPTH as u64),
        Code::InputTooLarge => Finding::of(code).number("max", crate::input::MAX_BYTES as u64),
        _ => Finding::of(code),
    }
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Record(_) => "object",
        Kind::Rows(..) => "array",
        Kind::Integer(..) => "integer",
        _ => "string",
    }
}

/// Telephone, identity and meter numbers lose their zeros as JSON numbers, so only these may be one.
fn takes_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer(..) | Kind::Amount | Kind::Percentage)
}

fn writes_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer(..) | Kind::Percentage)
}

/// The known key that an unknown one most likely means: one or two letters away, or a known confusion.
fn nearest(key: &str, shape: &'static Shape) -> Option<&'static str> {
    let confused = match key {
        "msisdn" | "phone" | "phone_number" => "msidn",
        "partner_reference_id" => "partner_reference_no",
        "partner_reference_no" | "reference" => "partner_reference_id",
        _ => "",
    };
    if let Some(field) = shape.field(confused) {
        return Some(field.key);
    }
    let mut nearest = None;
    let mut least = 3;
    for field in shape.fields {
        let distance = distance(key.as_bytes(), field.key.as_bytes());
        if distance < least {
            least = distance;
            nearest = Some(field.key);
        }
    }
    nearest
}

/// The Levenshtein distance, capped by the lengths that can matter.
fn distance(left: &[u8], right: &[u8]) -> usize {
    if left.len().abs_diff(right.len()) > 2 || left.len() > 64 {
        return 3;
    }
    let mut row = Vec::with_capacity(right.len() + 1);
    while row.len() <= right.len() {
        row.push(row.len());
    }
    for (above, from) in left.iter().enumerate() {
        let mut diagonal = above;
        let mut before = above + 1;
        for (to, cell) in right.iter().zip(row.iter_mut().skip(1)) {
            let cost = diagonal + usize::from(from != to);
            diagonal = *cell;
            *cell = cost.min(diagonal + 1).min(before + 1);
            before = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or(3)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn one_wrong_letter_is_one_step_away() {
        assert_eq!(distance(b"ammount", b"amount"), 1);
        assert_eq!(distance(b"selling_pirce", b"selling_price"), 2);
        assert_eq!(distance(b"value", b"value"), 0);
    }
}
