//! The params of an issue, made when it is shown: limits and allowed values that a sentence names, never a value that
//! the buyer typed.

use crate::code::Code;
use crate::issue::{Finding, UNTOLD};
use crate::packed;
use crate::packed::{Packed, pieces};
use crate::path::Traced;
use crate::plain::{Members, Plain, View};
use crate::rules::operators;
use crate::shape::{Field, Kind, MAX_SAFE, Shape};

/// The params of an issue, each a member under its name.
#[derive(Clone, Debug)]
pub struct Params {
    /// What is wrong; its number is what most params are.
    pub finding: Finding,
    /// What only the place tells, see [`word`].
    pub word: String,
}

/// The two values of a gender; only `male` is printed, `female` is its counterpart.
pub const GENDERS: &[&str] = &["male", "female"];

/// The alphabets that `text.not_allowed` counts.
const ALPHABETS: Packed = packed!(["A-Z a-z 0-9 - _ .", "A-Z a-z 0-9 - _", "0-9"]);

impl View for Params {
    fn members(&self, members: &mut Members<'_>) {
        for (at, name) in pieces(self.finding.code().param_names(), b' ').enumerate() {
            if !name.is_empty() {
                members.put(name, self.param(at));
            }
        }
    }
}

impl Params {
    /// The param at a place among those of the finding's code.
    fn param(&self, at: usize) -> Plain<'_> {
        let limit = self.finding.limit();
        let text = match self.finding.code() {
            Code::NumberOutOfRange if at == 0 => return Plain::Number(1),
            Code::NumberOutOfRange | Code::AmountTooLarge if limit == 0 => return Plain::Number(MAX_SAFE),
            Code::CustomersNotQuantity | Code::PassengersNotEqual => {
                let (one, other) = self.finding.counts();
                return Plain::Number(u64::from(if at == 0 { one } else { other }));
            }
            Code::MsisdnOtherOperator if at == 0 => operators::at(limit).map_or("", |operator| operator.brand),
            _ if limit == UNTOLD => return Plain::Absent,
            Code::ChoiceUnknown => return Plain::List(&GENDERS),
            Code::DateOutOfOrder => "start_date",
            Code::TextNotAllowed => ALPHABETS.text(limit as usize),
            Code::FieldWrongType | Code::FieldUnknown | Code::MsisdnOtherOperator | Code::BookingKeyMissing => {
                &self.word
            }
            _ => return Plain::Number(limit.into()),
        };
        if text.is_empty() { Plain::Absent } else { Plain::Text(text) }
    }
}

/// What only the place of a finding tells: the type expected, the key meant or left out, the operator that the product is
/// for.
pub fn word<'o>(code: Code, traced: &Traced, key: &'o str, operator: Option<&'o str>) -> &'o str {
    match code {
        Code::FieldWrongType => expected(traced),
        Code::FieldUnknown => nearest(key, traced.shape),
        Code::MsisdnOtherOperator => operator.unwrap_or_default(),
        Code::BookingKeyMissing => key,
        _ => "",
    }
}

fn expected(traced: &Traced) -> &'static str {
    match traced.field {
        Some(Field { kind: Kind::Rows(..), .. }) if !traced.is_row => "array",
        Some(Field { kind: Kind::Record(_) | Kind::Rows(..), .. }) => "object",
        Some(Field { kind: Kind::Integer(..), .. }) => "integer",
        _ => "string",
    }
}

/// Names that others use, and the keys that have their meaning.
const CONFUSED: Packed = packed!(["phone", "phone_number", "reference"]);
const MEANT: Packed = packed!(["msidn", "msidn", "partner_reference_id"]);

/// The known key that an unknown one most likely means: a known confusion, or at most two letters away.
fn nearest(key: &str, shape: &'static Shape) -> &'static str {
    let meant = CONFUSED.place(key).map_or("", |at| MEANT.text(at));
    for edits in 0..3 {
        for field in shape.fields {
            if field.key == meant || is_within(edits, key.as_bytes(), field.key.as_bytes()) {
                return field.key;
            }
        }
    }
    ""
}

/// Whether so many letters put in, left out or changed make one word of the other: the Levenshtein distance.
fn is_within(edits: usize, left: &[u8], right: &[u8]) -> bool {
    match (left, right) {
        ([], rest) | (rest, []) => rest.len() <= edits,
        ([one, left @ ..], [other, right @ ..]) if one == other => is_within(edits, left, right),
        _ if edits == 0 => false,
        ([_, shorter_left @ ..], [_, shorter_right @ ..]) => {
            is_within(edits - 1, shorter_left, shorter_right)
                || is_within(edits - 1, shorter_left, right)
                || is_within(edits - 1, left, shorter_right)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn one_wrong_letter_is_one_step_away() {
        for (left, right, distance) in
            [("ammount", "amount", 1), ("selling_pirce", "selling_price", 2), ("value", "value", 0)]
        {
            let within = |edits| is_within(edits, left.as_bytes(), right.as_bytes());
            assert!(within(distance) && (distance == 0 || !within(distance - 1)), "{left}");
        }
    }
}
