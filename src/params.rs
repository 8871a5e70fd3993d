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

/// The known key that an unknown one most likely means: one or two letters away, or a known confusion.
fn nearest(key: &str, shape: &'static Shape) -> Option<&'static str> {
    let confused = match key {
        "msisdn" | "phone" | "phone_number" => "msidn",
        "partner_reference_id" => "partner_reference_no",
        "partner_reference_no" | "reference" => "partner_reference_id",
        _ => "",
    };
    let mut least = 3;
    let mut nearest = None;
    for field in shape.fields {
        let distance = if field.key == confused { 0 } else { distance(key.as_bytes(), field.key.as_bytes()) };
        if distance < least {
            (least, nearest) = (distance, Some(field.key));
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
