//! Klikoo's answers.
//!
//! Source: API's Response Code, <https://klikoo-doc.readme.io/reference/apis-response-code>: a code is HTTP status (3),
//! service (2), case (4); callbacks and the signature helper print 7 digits, so both are read. One code carries two
//! different texts on two pages (503xx9998), so a code is split and never mapped to a text, but for the few cases that
//! mean one thing to a buyer.

use crate::answer::Answer;
use crate::input::whole;
use crate::packed;
use crate::packed::Packed;
use crate::state::{OperationKind, Reason, State};
use crate::verdict::{ProviderPart, Verdict};

/// The three parts of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponseCode<'a> {
    /// The HTTP status.
    pub http: u16,
    /// The service.
    pub service: &'a str,
    /// The case.
    pub case: &'a str,
}

impl<'a> ResponseCode<'a> {
    /// Splits 7 or 9 digits.
    #[inline(never)]
    pub fn split(code: &'a str) -> Option<ResponseCode<'a>> {
        let http = (number(code)? / 10_000) as u16;
        Some(ResponseCode { http, service: code.get(3..5)?, case: code.get(5..)? })
    }
}

/// The status and the case's four digits as one number, 404 and 7002 as 404_7002; no code of 7 digits has those.
#[inline(never)]
fn number(code: &str) -> Option<u32> {
    let digits = whole(code)? as u32;
    let number = match code.len() {
        9 => digits / 1_000_000 * 10_000 + digits % 10_000,
        7 => digits / 10_000 * 10_000,
        _ => 0,
    };
    (100_0000..600_0000).contains(&number).then_some(number)
}

/// The number of an answer's code; 0 where there is none, and where code and HTTP status disagree, which proves nothing.
#[inline(never)]
fn proven(answer: &Answer<'_>) -> u32 {
    let number = answer.text("response_code").and_then(number).unwrap_or_default();
    let agrees = answer.http.is_none_or(|http| u32::from(http) / 100 == number / 100_0000);
    if agrees { number } else { 0 }
}

/// What an answer means for an operation of that kind.
#[inline(never)]
pub fn verdict(kind: OperationKind, answer: &Answer<'_>) -> Verdict {
    let (code, data) = (proven(answer), answer.data());
    let succeeded = code / 100_0000 == 2;
    if kind == OperationKind::Query {
        return match succeeded {
            true if !data.is_blank() => Verdict::of(State::Success),
            false if code > 0 => Verdict::failed(Some(reason(code))),
            _ => Verdict::of(State::Unknown),
        };
    }
    // The order's own status; the callback spells it otherwise.
    let status = data.text("status").or_else(|| data.text("transaction_status"));
    match (succeeded, status.and_then(|status| STATUSES.place(status))) {
        (true, Some(SUCCESS)) => Verdict::of(State::Success),
        (true, Some(WAITING)) if kind == OperationKind::Hold => Verdict::of(State::Held),
        (true, Some(WAITING)) => Verdict::of(State::Pending),
        (true, Some(_)) => Verdict::failed(None),
        // A refusal around an order that waits or is done contradicts itself and proves nothing.
        (false, told) if is_documented_refusal(code) && (told == Some(FAILED) || status.is_none_or(str::is_empty)) => {
            Verdict::failed(Some(reason(code)))
        }
        _ => Verdict::of(State::Unknown),
    }
}

const STATUSES: Packed = packed!(["SUCCESS", "WAITING", "FAILED"]);
const SUCCESS: usize = 0;
const WAITING: usize = 1;
const FAILED: usize = 2;

/// Whether the provider refused at its gate, before looking at the order: a token that is not good or not good any more.
pub fn is_refused_at_gate(kind: OperationKind, answer: &Answer<'_>) -> bool {
    matches!(proven(answer), 401_6500 | 401_6535)
        && answer.http.is_none_or(|http| http == 401)
        && verdict(kind, answer).state == State::Failed
}

/// Whether the reference is taken: something with it has arrived before.
pub fn is_duplicate(kind: OperationKind, answer: &Answer<'_>) -> bool {
    kind != OperationKind::Query && proven(answer) == 409_6563
}

/// The provider's own code and words.
#[inline(never)]
pub fn provider<'a>(answer: &'a Answer<'_>) -> ProviderPart<'a> {
    let (code, message) = (answer.text("response_code"), answer.text("response_message"));
    let part = ProviderPart { code, http: answer.http, message, ..ProviderPart::default() };
    match code.and_then(ResponseCode::split) {
        Some(ResponseCode { http, service, case }) => {
            ProviderPart { http: part.http.or(Some(http)), service: Some(service), case: Some(case), ..part }
        }
        None => part,
    }
}

/// The refusals that leave no doubt that nothing was bought: those that the page lists, and the rest of 400_65xx, 401 and
/// 403 with them; and 422_6558, which the Buy Product page prints though the table of codes lacks it.
#[inline(never)]
fn is_documented_refusal(code: u32) -> bool {
    matches!(code, 400_6500..=400_6599
        | 401_0000..=401_9999 | 403_0000..=403_9999
        | 404_6525 | 404_7001..=404_7003 | 404_7009 | 404_7011 | 404_7012
        | 422_6558 | 501_9976)
}

#[inline(never)]
fn reason(code: u32) -> Reason {
    match code {
        404_7002 | 404_7011 => Reason::Destination,
        404_7003 | 404_6525 | 400_6525 => Reason::Product,
        404_7009 => Reason::Blocked,
        404_7012 => Reason::LastInstalment,
        503_9991 => Reason::Supplier,
        _ => Reason::Other,
    }
}
