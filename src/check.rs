//! The walk that holds an input against its shape: presence, types, rules, unknown keys. All issues at once.

use std::ops::Range;

use crate::code::Code;
use crate::context::Context;
use crate::desk::Desk;
use crate::input::{MAX_BYTES, MAX_DEPTH, MAX_ROWS, Sheet, Value, trimmed};
use crate::issue::Finding;
use crate::rules::{self, repeats::Earlier};
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
pub struct Check<'c: 'a, 'a> {
    /// Which fields are asked for.
    pub scope: Scope,
    /// What the page or the merchant already knows.
    pub context: &'c Context<'c>,
    /// The input; a value that has passed stands in its wire spelling.
    pub sheet: Sheet<'a>,
    /// What the rules work on, and what was found.
    pub desk: Desk<'a>,
    /// How many of the sheet's strangers have been passed.
    stranger: usize,
}

impl<'c, 'a> Check<'c, 'a> {
    /// A check of nothing yet.
    pub fn new(scope: Scope, context: &'c Context, sheet: Sheet<'a>, desk: Desk<'a>) -> Check<'c, 'a> {
        Check { scope, context, sheet, desk, stranger: 0 }
    }

    /// Tells a finding at a place.
    pub fn tell(&mut self, place: usize, finding: impl Into<Finding>) {
        self.desk.tell(place, finding.into(), None);
    }

    /// Checks an object's fields one by one and puts each value into its wire spelling.
    pub fn record(&mut self, shape: &'static Shape, first: usize) {
        let strangers = self.strangers(first);
        for (at, field) in shape.fields.iter().enumerate() {
            if let Err(finding) = self.field(field, first + at) {
                self.refuse(first + at, finding);
            }
        }
        // A page may send its own keys beside the form's.
        if self.scope != Scope::Form {
            for stranger in self.sheet.strangers.get(strangers).unwrap_or_default() {
                self.desk.tell(first, Finding::of(stranger.code), Some(stranger.key));
            }
        }
    }

    /// Where an object's strangers stand. Objects are asked for in the order in which they lie on the sheet, and so do
    /// the strangers.
    fn strangers(&mut self, first: usize) -> Range<usize> {
        let mut pass = |until: usize| {
            while self.sheet.strangers.get(self.stranger).is_some_and(|stranger| stranger.record < until) {
                self.stranger += 1;
            }
            self.stranger
        };
        pass(first)..pass(first + 1)
    }

    /// Lays the value at a place on the desk; empty where there is none.
    #[inline(never)]
    pub fn lay(&mut self, place: usize) -> &'a str {
        let text = self.text(place);
        self.desk.lay(place, text);
        text
    }

    /// Lays a value on the desk that has passed its rule; what it is made of is not looked at again.
    pub fn lay_again(&mut self, place: usize) {
        self.desk.place = place;
        self.desk.text = self.text(place);
    }

    /// The text or the number's digits at a place; empty where there is none.
    #[inline(never)]
    pub fn text(&self, place: usize) -> &'a str {
        self.sheet.text(place).unwrap_or_default()
    }

    /// Puts what a rule made of the text on the desk in its place, or tells what the rule found.
    #[inline(never)]
    pub fn settle(&mut self, read: Result<(), Finding>) {
        match read {
            Ok(()) => self.sheet.put(self.desk.place, Value::Text(self.desk.text)),
            Err(finding) => self.refuse(self.desk.place, finding),
        }
    }

    /// Tells each row of a list that repeats an earlier row's value; `at` is where the value stands in its row.
    pub fn repeated(&mut self, list: usize, at: usize, code: Code) {
        let rows = self.sheet.rows(list);
        let mut earlier = Earlier::new(rows.len());
        for (number, row) in rows.enumerate() {
            let Some(record) = self.sheet.record(row) else { continue };
            if let Some(first) = earlier.row(self.text(record + at), number as u32) {
                self.tell(record + at, Finding::limited(code, first + 1));
            }
        }
    }

    fn refuse(&mut self, place: usize, finding: Finding) {
        self.tell(place, finding);
        self.sheet.put(place, Value::Refused);
    }

    /// Puts the value into its wire spelling.
    fn field(&mut self, field: &Field, place: usize) -> Result<(), Finding> {
        let mut value = *self.sheet.at(place);
        if let Value::Text(text) = &mut value {
            *text = trimmed(text);
        }
        if let Value::Absent | Value::Null | Value::Text("") = value {
            match (field.kind, field.need) {
                // A person fills in the fields of an object and not the object, so each of them is told as missing.
                (Kind::Record(inner), Need::Required) => {
                    value = Value::Record(self.sheet.open(inner.fields.len(), place));
                    self.sheet.put(place, value);
                }
                _ => return self.blank(field, place),
            }
        }
        if self.scope == Scope::Browser && !self.is_asked_of_person(field) {
            return Err(Finding::of(Code::FieldNotYours));
        }
        let number = matches!(field.kind, Kind::Integer(..) | Kind::Percentage);
        let text = match (field.kind, value) {
            (Kind::Record(inner), Value::Record(first)) => {
                self.record(inner, first);
                return Ok(());
            }
            (Kind::Rows(inner, least, most), Value::Rows(first, count)) => {
                self.length(place, count, least, most);
                self.rows(inner, first..first + count);
                return Ok(());
            }
            (Kind::Record(_) | Kind::Rows(..), value) => return Err(unfit(value)),
            (_, Value::Text(text)) => text,
            // Telephone, identity and meter numbers lose their zeros as JSON numbers, so only these may be one.
            (Kind::Amount, Value::Number(digits)) => rules::rupiah::of_json(digits)?,
            (_, Value::Number(digits)) if number => digits,
            (_, value) => return Err(unfit(value)),
        };
        self.desk.lay(place, text);
        rules::apply(field.kind, &mut self.desk)?;
        self.sheet.put(place, if number { Value::Number(self.desk.text) } else { Value::Text(self.desk.text) });
        Ok(())
    }

    fn length(&mut self, place: usize, count: usize, least: u8, most: u16) {
        if count < usize::from(least) {
            self.tell(place, Finding::limited(Code::RowsTooFew, least.into()));
        }
        if count > usize::from(most) {
            self.tell(place, Finding::limited(Code::RowsTooMany, most.into()));
        }
    }

    fn rows(&mut self, shape: &'static Shape, rows: Range<usize>) {
        for row in rows {
            match *self.sheet.at(row) {
                Value::Record(first) => self.record(shape, first),
                value => self.refuse(row, unfit(value)),
            }
        }
    }

    fn is_asked_of_person(&self, field: &Field) -> bool {
        field.is_asked_of_person(self.context.product.open)
    }

    /// Puts down what stands in for a blank, where the field is not asked for.
    fn blank(&mut self, field: &Field, place: usize) -> Result<(), Finding> {
        let asked = self.scope == Scope::Final || self.is_asked_of_person(field);
        let value = match field.need {
            Need::Required if asked => return Err(Finding::of(Code::FieldMissing)),
            Need::Nullable => Value::Null,
            // The field before has been read by its own rule by now.
            Need::Before => match *self.sheet.at(place - 1) {
                value @ (Value::Absent | Value::Null | Value::Number(_) | Value::Text(_)) => value,
                _ => Value::Refused,
            },
            _ => Value::Absent,
        };
        self.sheet.put(place, value);
        Ok(())
    }
}

/// What is wrong with a value of another type than the field's.
#[inline(never)]
fn unfit(value: Value<'_>) -> Finding {
    let Value::Odd(code) = value else { return Finding::of(Code::FieldWrongType) };
    let limit = match code {
        Code::RowsTooMany => MAX_ROWS,
        Code::InputTooDeep => MAX_DEPTH,
        Code::InputTooLarge => MAX_BYTES,
        _ => 0,
    };
    Finding::limited(code, limit as u32)
}
