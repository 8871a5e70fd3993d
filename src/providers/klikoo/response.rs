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
        if !matches!(code.len(), 7 | 9) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let http = whole(code.get(..3)?).map(|http| http as u16).filter(|http| (100..600).contains(http))?;
        Some(ResponseCode { http, service: code.get(3..5)?, case: code.get(5..)? })
    }
}

/// What an answer means for an operation of that kind.
pub fn verdict(kind: OperationKind, answer: &Answer<'_>) -> Verdict {
    let split = answer.text("response_code").and_then(ResponseCode::split);
    let mut verdict = match split {
        Some(code) if answer.http.is_none_or(|http| http / 100 == code.http / 100) => judge(kind, code, answer.data()),
        // An envelope whose code and HTTP status disagree proves nothing.
        _ => Verdict::of(State::Unknown),
    };
    let http = answer.http.or(split.map(|code| code.http));
    verdict.gate = verdict.state == State::Failed && http == Some(401) && split.is_some_and(is_gate);
    let provider = ProviderPart {
        code: answer.text("response_code").map(str::to_owned),
        http,
        service: split.map(|code| code.service.to_owned()),
        case: split.map(|code| code.case.to_owned()),
        message: answer.text("response_message").map(str::to_owned),
    };
    Verdict { provider, ..verdict }
}

fn judge(kind: OperationKind, code: ResponseCode<'_>, data: Node<'_>) -> Verdict {
    match (kind, code.http / 100) {
        (OperationKind::Query, 2) if data.is_blank() => Verdict::of(State::Unknown),
        (OperationKind::Query, 2) => Verdict::of(State::Success),
        (OperationKind::Query, _) => Verdict::failed(reason(code)),
        (_, 2) => ordered(kind, data),
        _ if (code.http, code.case) == (409, "6563") => Verdict { duplicate: true, ..Verdict::of(State::Unknown) },
        // A refusal around an order that waits or is done contradicts itself and proves nothing.
        _ if is_documented_refusal(code) && matches!(status(data), None | Some("" | "FAILED")) => {
            Verdict::failed(reason(code))
        }
        _ => Verdict::of(State::Unknown),
    }
}

/// A token that is not good, or not good any more: refused before anything is looked at.
fn is_gate(code: ResponseCode<'_>) -> bool {
    code.http == 401 && matches!(code.case, "6500" | "6535")
}

/// The order's own status; the callback spells it otherwise.
fn status(data: Node<'_>) -> Option<&str> {
    data.text("status").or_else(|| data.text("transaction_status"))
}

/// What the order's own status says inside a success.
fn ordered(kind: OperationKind, data: Node<'_>) -> Verdict {
    match status(data) {
        Some("SUCCESS") => Verdict::of(State::Success),
        Some("WAITING") if kind == OperationKind::Hold => Verdict::of(State::Held),
        Some("WAITING") => Verdict::of(State::Pending),
        Some("FAILED") => Verdict::failed(None),
        _ => Verdict::of(State::Unknown),
    }
}

/// The refusals that the page lists and that leave no doubt that nothing was bought.
fn is_documented_refusal(code: ResponseCode<'_>) -> bool {
    match (code.http, code.case) {
        (400, case) => case.len() == 4 && case.starts_with("65"),
        (401 | 403, _) => true,
        (404, "7001" | "7002" | "7003" | "7009" | "7011" | "7012" | "6525") => true,
        // Printed on the Buy Product page though missing in the table of codes.
        (422, "6558") => true,
        (501, "9976") => true,
        _ => false,
    }
}

fn reason(code: ResponseCode<'_>) -> Option<Reason> {
    Some(match (code.http, code.case) {
        (404, "7002" | "7011") => Reason::Destination,
        (404, "7003" | "6525") | (400, "6525") => Reason::Product,
        (404, "7009") => Reason::Blocked,
        (404, "7012") => Reason::LastInstalment,
        (503, "9991") => Reason::Supplier,
        _ => Reason::Other,
    })
}
