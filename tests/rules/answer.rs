//! What a rule answered, in words that a table of known answers can hold.

use std::borrow::Cow;

use kasir::code::Code;
use kasir::issue::{Finding, Param};
use kasir::rules::Notes;
use kasir::rules::calendar_day::{CalendarDay, calendar_day};

/// A rule's answer: the value or the code that forbids it, and the codes of its advice.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub result: Result<String, &'static str>,
    pub advice: Vec<&'static str>,
}

impl Answer {
    pub fn of<T: Into<Cow<'static, str>>>(result: Result<T, Finding>, notes: Notes) -> Answer {
        for finding in result.as_ref().err().into_iter().chain(&notes) {
            params_are_declared(finding);
        }
        let result = result.map(|value| value.into().into_owned()).map_err(|finding| finding.code.as_str());
        Answer { result, advice: notes.iter().map(|finding| finding.code.as_str()).collect() }
    }
}

/// The finding's params are exactly those that its code promises, by name and type.
#[track_caller]
pub fn params_are_declared(finding: &Finding) {
    let found: Vec<(&str, &str)> = finding.params.iter().map(|(name, value)| (*name, kind(value))).collect();
    assert_eq!(found, finding.code.params(), "params of {}", finding.code.as_str());
}

fn kind(value: &Param) -> &'static str {
    match value {
        Param::Number(_) => "number",
        Param::Text(_) => "string",
        Param::Texts(_) => "string[]",
    }
}

/// The finding of a refused text: its code and its numbers.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T, Finding>) -> (Code, Vec<(&'static str, u64)>) {
    let finding = result.expect_err("the rule took what it should refuse");
    params_are_declared(&finding);
    let numbers = finding.params.iter().filter_map(|(name, value)| match value {
        Param::Number(number) => Some((*name, *number)),
        Param::Text(_) | Param::Texts(_) => None,
    });
    (finding.code, numbers.collect())
}

/// The codes of the advice.
pub fn codes(notes: &Notes) -> Vec<Code> {
    notes.iter().map(|finding| finding.code).collect()
}

#[track_caller]
pub fn day(text: &str) -> CalendarDay {
    calendar_day(text).expect("a day")
}

/// The value of a text that already is in its wire spelling costs no allocation.
#[track_caller]
pub fn is_borrowed(result: Result<Cow<'_, str>, Finding>) {
    assert!(matches!(result, Ok(Cow::Borrowed(_))), "{result:?}");
}
