//! The params of an issue, made when it is shown: limits and allowed values that a sentence names, never a value that
//! the buyer typed.

use std::borrow::Cow;

use crate::code::Code;
use crate::issue::Finding;
use crate::path::Traced;
use crate::rules::operators;
use crate::shape::{Kind, MAX_SAFE, Shape};

/// One param.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count or a limit.
    Number(u64),
    /// A name, a spelling.
    Text(Cow<'static, str>),
    /// The values allowed.
    Texts(&'static [&'static str]),
}

/// Params with their names.
pub type Params = Vec<(&'static str, Param)>;

/// The two values of a gender; only `male` is printed, `female` is its counterpart.
pub const GENDERS: &[&str] = &["male", "female"];

/// The place in an input that is no JSON where nobody tells it: the page's browser does not.
pub const SOMEWHERE: u32 = 0xFF_FFFF;

/// The alphabets that `text.not_allowed` counts.
const ALPHABETS: [&str; 3] = ["A-Z a-z 0-9 - _ .", "A-Z a-z 0-9 - _", "0-9"];

/// The params of a finding at its place; `operator` is the one that the product is for.
pub fn params(finding: Finding, traced: &Traced<'_>, operator: Option<&str>) -> Params {
    let code = finding.code();
    let mut params = Params::new();
    for (at, (name, _)) in code.params().iter().enumerate() {
        if let Some(param) = param(finding, at, traced, operator) {
            params.push((name, param));
        }
    }
    params
}

/// The param at a place among those of the finding's code.
fn param(finding: Finding, at: usize, traced: &Traced<'_>, operator: Option<&str>) -> Option<Param> {
    let limit = finding.limit();
    let text = match finding.code() {
        Code::NumberOutOfRange if at == 0 => return Some(Param::Number(1)),
        Code::NumberOutOfRange | Code::AmountTooLarge if limit == 0 => return Some(Param::Number(MAX_SAFE)),
        Code::CustomersNotQuantity | Code::PassengersNotEqual => {
            let (one, other) = finding.counts();
            return Some(Param::Number(u64::from(if at == 0 { one } else { other })));
        }
        Code::ChoiceUnknown => return Some(Param::Texts(GENDERS)),
        Code::MsisdnOtherOperator if at == 1 => return Some(Param::Text(operator?.to_owned().into())),
        Code::MsisdnOtherOperator => operators::at(limit)?.brand,
        Code::DateOutOfOrder => "start_date",
        Code::TextNotAllowed => ALPHABETS.get(limit as usize)?,
        Code::FieldWrongType => expected(traced),
        Code::InputMalformed if limit == SOMEWHERE => return None,
        Code::FieldUnknown => nearest(traced.key?, traced.shape)?,
        _ => return Some(Param::Number(limit.into())),
    };
    Some(Param::Text(Cow::Borrowed(text)))
}

fn expected(traced: &Traced<'_>) -> &'static str {
    match traced.field.map(|field| field.kind) {
        Some(Kind::Record(_)) => "object",
        Some(Kind::Rows(..)) => {
            if traced.is_row {
                "object"
            } else {
                "array"
            }
        }
        Some(Kind::Integer(..)) => "integer",
        _ => "string",
    }
}

/// Names that others use, and the key that has their meaning.
const CONFUSED: [(&str, &str); 3] =
    [("phone", "msidn"), ("phone_number", "msidn"), ("reference", "partner_reference_id")];

/// The known key that an unknown one most likely means: a known confusion, or at most two letters away.
fn nearest(key: &str, shape: &'static Shape) -> Option<&'static str> {
    let meant = CONFUSED.iter().find(|(name, _)| *name == key).map_or("", |(_, meant)| meant);
    for edits in 0..3 {
        for field in shape.fields {
            if field.key == meant || is_within(edits, key.as_bytes(), field.key.as_bytes()) {
                return Some(field.key);
            }
        }
    }
    None
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
