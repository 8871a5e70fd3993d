//! What a rule answered, in words that a table of known answers can hold.

use kasir::code::Code;
use kasir::desk::{Desk, Kept};
use kasir::issue::{Finding, UNTOLD};
use kasir::params::Params;
use kasir::plain::{Members, Plain, View};
use kasir::rules::calendar_day::{CalendarDay, calendar_day};

/// A rule's answer: the value or the code that forbids it, and the codes of its advice.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub result: Result<String, &'static str>,
    pub advice: Vec<&'static str>,
}

impl Answer {
    pub fn of<T: Into<String>>(result: Result<T, Finding>, desk: &Desk<'_>) -> Answer {
        for finding in result.as_ref().err().into_iter().chain(desk.issues.iter().map(|issue| &issue.finding)) {
            params_are_declared(finding);
        }
        let result = result.map(Into::into).map_err(|finding| finding.code().as_str());
        Answer { result, advice: desk.issues.iter().map(|issue| issue.finding.code().as_str()).collect() }
    }
}

/// A desk with nothing on it. What a test keeps there stays until the tests end.
pub fn a_desk<'a>() -> Desk<'a> {
    a_desk_on("2024-07-01")
}

/// A desk on a day.
pub fn a_desk_on<'a>(today: &str) -> Desk<'a> {
    Desk::new(day(today), Box::leak(Box::<Kept>::default()))
}

/// The finding's params are exactly those that its code promises, by name and type, or none where it has none to tell.
#[track_caller]
pub fn params_are_declared(finding: &Finding) {
    let mut found = Vec::new();
    let mut put = |name: &str, value: &Plain<'_>| found.push((name.to_owned(), kind(value)));
    params_of(finding).members(&mut Members(&mut put));
    let found: Vec<(&str, &str)> = found.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    let told = |kind| if finding.limit() == UNTOLD { "absent" } else { kind };
    let declared: Vec<(&str, &str)> = finding.code().params().iter().map(|(name, kind)| (*name, told(*kind))).collect();
    assert_eq!(found, declared, "params of {}", finding.code().as_str());
}

fn params_of(finding: &Finding) -> Params {
    Params { finding: *finding, word: "telkomsel".to_owned() }
}

fn kind(value: &Plain<'_>) -> &'static str {
    match value {
        Plain::Number(_) => "number",
        Plain::Text(_) => "string",
        Plain::List(_) => "string[]",
        _ => "absent",
    }
}

/// The finding of a refused text: its code and its numbers.
#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T, Finding>) -> (Code, Vec<(&'static str, u64)>) {
    let finding = result.expect_err("the rule took what it should refuse");
    params_are_declared(&finding);
    let mut numbers = Vec::new();
    for (name, _) in finding.code().params() {
        let mut put = |found: &str, value: &Plain<'_>| match value {
            Plain::Number(number) if found == *name => numbers.push((*name, *number)),
            _ => {}
        };
        params_of(&finding).members(&mut Members(&mut put));
    }
    (finding.code(), numbers)
}

/// The codes of the advice.
pub fn codes(desk: &Desk<'_>) -> Vec<Code> {
    desk.issues.iter().map(|issue| issue.finding.code()).collect()
}

#[track_caller]
pub fn day(text: &str) -> CalendarDay {
    calendar_day(text).expect("a day")
}

/// The value of a text that already is in its wire spelling costs no allocation: it is a part of the text.
#[track_caller]
pub fn is_borrowed<'a>(rule: impl FnOnce(&'a str, &mut Desk<'a>) -> Result<&'a str, Finding>, text: &'a str) {
    let value = rule(text, &mut a_desk()).expect("a value").as_bytes().as_ptr_range();
    let text = text.as_bytes().as_ptr_range();
    assert!(text.start <= value.start && value.end <= text.end);
}
