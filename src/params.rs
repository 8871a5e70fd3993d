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
    let limit = u64::from(finding.limit());
    let (one, other) = finding.counts();
    let number = |name, number: u32| (name, Param::Number(number.into()));
    let text = |name, text: &'static str| (name, Param::Text(Cow::Borrowed(text)));
    match finding.code() {
        Code::AmountTooLarge => vec![("max", Param::Number(MAX_SAFE))],
        Code::NumberOutOfRange => {
            vec![number("min", 1), ("max", Param::Number(if limit == 0 { MAX_SAFE } else { limit }))]
        }
        Code::CustomersNotQuantity => vec![number("quantity", one), number("customers", other)],
        Code::PassengersNotEqual => vec![number("departure", one), number("return", other)],
        Code::DateOutOfOrder => vec![text("start", "start_date")],
        Code::ChoiceUnknown => vec![("allowed", Param::Texts(GENDERS))],
        Code::TextNotAllowed => {
            vec![text("allowed", ALPHABETS.get(finding.limit() as usize).copied().unwrap_or_default())]
        }
        Code::FieldWrongType => vec![text("expected", expected(traced))],
        Code::FieldUnknown => suggestion(traced).map(|known| text("suggestion", known)).into_iter().collect(),
        Code::MsisdnOtherOperator => {
            let brand = operators::at(finding.limit()).map_or("", |operator| operator.brand);
            let expected = Cow::Owned(operator.unwrap_or_default().to_owned());
            vec![text("operator", brand), ("expected", Param::Text(expected))]
        }
        code => code.params().iter().map(|(name, _)| (*name, Param::Number(limit))).collect(),
    }
}

fn expected(traced: &Traced<'_>) -> &'static str {
    match traced.field.map(|field| field.kind) {
        Some(Kind::Record(_)) => "object",
        Some(Kind::Rows(..)) => if traced.is_row { "object" } else { "array" },
        Some(Kind::Integer(..)) => "integer",
        _ => "string",
    }
}

fn suggestion(traced: &Traced<'_>) -> Option<&'static str> {
    nearest(traced.key?, traced.shape)
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
    let mut row: Vec<usize> = (0..=right.len()).collect();
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
