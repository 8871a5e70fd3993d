//! The walk that holds an input against its shape: presence, types, rules, unknown keys. All issues at once.

use crate::code::Code;
use crate::context::Context;
use crate::desk::Desk;
use crate::input::{MAX_BYTES, MAX_DEPTH, MAX_ROWS, Sheet, Value, trimmed};
use crate::issue::{Finding, Issue};
use crate::rules::{self, repeats::repeats};
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

/// A check under way.
pub struct Check<'c, 'a> {
    /// Which fields are asked for.
    pub scope: Scope,
    /// What the page or the merchant already knows.
    pub context: &'c Context,
    /// The input; a value that has passed stands in its wire spelling.
    pub sheet: Sheet<'a>,
    /// What the rules work on.
    pub desk: Desk<'a>,
    /// What was found.
    pub issues: Vec<Issue<'a>>,
}

impl<'a> Check<'_, 'a> {
    /// Tells a finding at a place.
    pub fn tell(&mut self, place: usize, finding: impl Into<Finding>) {
        tell(&mut self.issues, place, finding.into(), None);
    }

    /// Checks an object's fields one by one and puts each value into its wire spelling.
    pub fn record(&mut self, shape: &'static Shape, first: usize) {
        for (at, field) in shape.fields.iter().enumerate() {
            let value = self.field(field, first + at);
            self.sheet.put(first + at, value);
        }
        if self.scope != Scope::Form {
            for stranger in &self.sheet.strangers {
                if stranger.record == first {
                    tell(&mut self.issues, first, Finding::of(stranger.code), Some(stranger.key));
                }
            }
        }
    }

    /// Puts what a rule made of a text in its place, and tells what the rule found.
    pub fn settle(&mut self, place: usize, read: Result<&'a str, Finding>) {
        let value = self.settled(place, read, false);
        self.sheet.put(place, value);
    }

    /// Tells the rows of a list whose value at that place of the row an earlier row has.
    pub fn repeated(&mut self, list: usize, at: usize, code: Code) {
        let rows = self.sheet.rows(list);
        let mut values = Vec::with_capacity(rows.len());
        for row in rows.clone() {
            values.push(self.sheet.record(row).and_then(|record| self.sheet.text(record + at)));
        }
        for (row, first) in &repeats(&values) {
            if let Some(record) = self.sheet.record(rows.start + *row) {
                self.tell(record + at, Finding::limited(code, *first as u32 + 1));
            }
        }
    }

    fn settled(&mut self, place: usize, read: Result<&'a str, Finding>, number: bool) -> Value<'a> {
        for note in &self.desk.notes {
            tell(&mut self.issues, place, *note, None);
        }
        self.desk.notes.clear();
        match read {
            Ok(read) if number => Value::Number(read),
            Ok(read) => Value::Text(read),
            Err(finding) => self.refuse(place, finding),
        }
    }

    fn refuse(&mut self, place: usize, finding: Finding) -> Value<'a> {
        self.tell(place, finding);
        Value::Refused
    }

    /// The value in its wire spelling.
    fn field(&mut self, field: &Field, place: usize) -> Value<'a> {
        let mut value = self.sheet.at(place);
        if let Value::Text(text) = &mut value {
            *text = trimmed(text);
        }
        if let Value::Absent | Value::Null | Value::Text("") = value {
            match (field.kind, field.need) {
                // Its own fields are what a person can fill in, so each of them is told.
                (Kind::Record(inner), Need::Required) => {
                    value = Value::Record(self.sheet.open(inner.fields.len(), place));
                }
                _ => return self.blank(field, place),
            }
        }
        if self.scope == Scope::Browser && !self.is_asked_of_person(field) {
            return self.refuse(place, Finding::of(Code::FieldNotYours));
        }
        let number = writes_number(field.kind);
        let text = match (field.kind, value) {
            (Kind::Record(inner), Value::Record(first)) => {
                self.record(inner, first);
                return value;
            }
            (Kind::Rows(inner, least, most), Value::Rows(..)) => {
                self.rows(place, inner, least, most);
                return value;
            }
            (_, Value::Odd(code)) => return self.refuse(place, odd(code)),
            (Kind::Record(_) | Kind::Rows(..), _) => return self.refuse(place, Finding::of(Code::FieldWrongType)),
            (_, Value::Text(text)) => text,
            // Telephone, identity and meter numbers lose their zeros as JSON numbers, so only these may be one.
            (kind, Value::Number(digits)) if number || matches!(kind, Kind::Amount) => digits,
            _ => return self.refuse(place, Finding::of(Code::FieldWrongType)),
        };
        let read = rules::apply(field.kind, text, &mut self.desk);
        self.settled(place, read, number)
    }

    fn is_asked_of_person(&self, field: &Field) -> bool {
        field.is_asked_of_person(self.context.product.open)
    }

    /// What stands in for a blank, told where the field is asked for.
    fn blank(&mut self, field: &Field, place: usize) -> Value<'a> {
        let asked = self.scope == Scope::Final || self.is_asked_of_person(field);
        match field.need {
            Need::Required if asked => self.refuse(place, Finding::of(Code::FieldMissing)),
            Need::Nullable => Value::Null,
            // Its own rule has read it by now.
            Need::Before => match self.sheet.at(place - 1) {
                value @ (Value::Absent | Value::Null | Value::Number(_) | Value::Text(_)) => value,
                _ => Value::Refused,
            },
            _ => Value::Absent,
        }
    }

    fn rows(&mut self, place: usize, shape: &'static Shape, least: u8, most: u16) {
        let rows = self.sheet.rows(place);
        if rows.len() < usize::from(least) {
            self.tell(place, Finding::limited(Code::RowsTooFew, least.into()));
        }
        if rows.len() > usize::from(most) {
            self.tell(place, Finding::limited(Code::RowsTooMany, most.into()));
        }
        for row in rows {
            match self.sheet.at(row) {
                Value::Record(first) => self.record(shape, first),
                Value::Odd(code) => self.tell(row, odd(code)),
                _ => self.tell(row, Code::FieldWrongType),
            }
        }
    }
}

#[inline(never)]
fn tell<'a>(issues: &mut Vec<Issue<'a>>, place: usize, finding: Finding, key: Option<&'a str>) {
    issues.push(Issue { finding, place, key });
}

fn odd(code: Code) -> Finding {
    let limit = match code {
        Code::RowsTooMany => MAX_ROWS,
        Code::InputTooDeep => MAX_DEPTH,
        Code::InputTooLarge => MAX_BYTES,
        _ => 0,
    };
    Finding::limited(code, limit as u32)
}

fn writes_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer(..) | Kind::Percentage)
}
