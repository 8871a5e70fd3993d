//! Klikoo's answers.
//!
//! Source: API's Response Code, <https://klikoo-doc.readme.io/reference/apis-response-code>: a code is HTTP status (3),
//! service (2), case (4); callbacks and the signature helper print 7 digits, so both are read. One code carries two
//! different texts on two pages (503xx9998), so a code is split and never mapped to a text, but for the few cases that
//! mean one thing to a buyer.

use crate::input::{Node, whole};
use crate::outcome::{OperationKind, Reason, State};
use crate::verdict::{Answer, ProviderPart, Verdict};

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
    pub fn split(code: &'a str) -> Option<ResponseCode<'a>> {
        let digits = whole(code).filter(|_| matches!(code.len(), 7 | 9))?;
        let http = (digits / if code.len() == 9 { 1_000_000 } else { 10_000 }) as u16;
        let fits = (100..600).contains(&http);
        fits.then_some(ResponseCode { http, service: code.get(3..5)?, case: code.get(5..)? })
    }

    /// The status and the case's four digits as one number, 404 and 7002 as 404_7002; no code of 7 digits is one.
    fn number(self) -> u32 {
        match whole(self.case) {
            Some(case) if self.case.len() == 4 => u32::from(self.http) * 10_000 + case as u32,
            _ => u32::from(self.http) * 10_000,
        }
    }
}

/// What an answer means for an operation of that kind.
pub fn verdict(kind: OperationKind, answer: &Answer<'_>) -> Verdict {
    match answer.text("response_code").and_then(ResponseCode::split) {
        Some(code) if answer.http.is_none_or(|http| http / 100 == code.http / 100) => {
            let verdict = judge(kind, code.number(), answer.data());
            // A token that is not good, or not good any more: refused before anything is looked at.
            let gate = matches!(code.number(), 401_6500 | 401_6535) && answer.http.is_none_or(|http| http == 401);
            Verdict { gate: gate && verdict.state == State::Failed, ..verdict }
        }
        // An envelope whose code and HTTP status disagree proves nothing.
        _ => Verdict::of(State::Unknown),
    }
}

/// The provider's own code and words.
pub fn provider<'a>(answer: &'a Answer<'_>) -> ProviderPart<'a> {
    let code = answer.text("response_code");
    let split = code.and_then(ResponseCode::split);
    ProviderPart {
        code,
        http: answer.http.or(split.map(|code| code.http)),
        service: split.map(|code| code.service),
        case: split.map(|code| code.case),
        message: answer.text("response_message"),
    }
}

fn judge(kind: OperationKind, code: u32, data: Node<'_>) -> Verdict {
    let succeeded = code / 100_0000 == 2;
    if kind == OperationKind::Query {
        return match succeeded {
            true if data.is_blank() => Verdict::of(State::Unknown),
            true => Verdict::of(State::Success),
            false => Verdict::failed(Some(reason(code))),
        };
    }
    // The order's own status; the callback spells it otherwise.
    let status = data.text("status").or_else(|| data.text("transaction_status"));
    if succeeded {
        return match status {
            Some("SUCCESS") => Verdict::of(State::Success),
            Some("WAITING") if kind == OperationKind::Hold => Verdict::of(State::Held),
            Some("WAITING") => Verdict::of(State::Pending),
            Some("FAILED") => Verdict::failed(None),
            _ => Verdict::of(State::Unknown),
        };
    }
    // A refusal around an order that waits or is done contradicts itself and proves nothing.
    if is_documented_refusal(code) && matches!(status, None | Some("" | "FAILED")) {
        return Verdict::failed(Some(reason(code)));
    }
    Verdict { duplicate: code == 409_6563, ..Verdict::of(State::Unknown) }
}

/// The refusals that the page lists and that leave no doubt that nothing was bought; 422_6558 is printed on the Buy
/// Product page though missing in the table of codes.
fn is_documented_refusal(code: u32) -> bool {
    matches!(code, 400_6500..=400_6599
        | 401_0000..=401_9999 | 403_0000..=403_9999
        | 404_6525 | 404_7001..=404_7003 | 404_7009 | 404_7011 | 404_7012
        | 422_6558 | 501_9976)
}

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
