//! Answers as texts: what is made of one borrows from it, and a test ends soon, so the texts are leaked.

use kasir::answer::Answer;
use kasir::desk::Kept;
use kasir::operation::Operation;
use kasir::options::Options;
use kasir::outcome;
use kasir::plain::Plain;
use kasir::state::State;
use kasir::verdict::ProviderPart;
use kasir::views::NextView;

/// An outcome as a page sees it.
pub struct Outcome<'a> {
    pub state: State,
    pub reference: Option<&'a str>,
    pub transaction_id: Option<&'a str>,
    pub serial: Option<&'a str>,
    pub pln_token: Option<&'a str>,
    pub expires_at: Option<&'a str>,
    pub message: &'static str,
    /// Keys and texts.
    pub lines: Vec<(String, String)>,
    pub next: NextView,
    pub provider: Option<ProviderPart<'a>>,
    /// All of it as JSON.
    pub text: String,
}

fn seen(outcome: outcome::Outcome<'static>) -> Outcome<'static> {
    let text = serde_json::to_string(&Plain::View(&outcome)).unwrap();
    let told: serde_json::Value = serde_json::from_str(&text).unwrap();
    let said = |line: &serde_json::Value, name: &str| line[name].as_str().unwrap().to_owned();
    let lines = told["lines"].as_array().unwrap().iter().map(|line| (said(line, "key"), said(line, "text"))).collect();
    let receipt = outcome.receipt;
    Outcome {
        state: receipt.state,
        reference: outcome.reference,
        transaction_id: receipt.text("transaction_id"),
        serial: receipt.serial(),
        pln_token: receipt.pln_token(),
        expires_at: receipt.text("expired_at"),
        message: outcome.message(),
        lines,
        next: outcome.next(),
        provider: outcome.provider,
        text,
    }
}

pub fn leaked(http: Option<u16>, text: &str) -> &'static Answer<'static> {
    Box::leak(Box::new(Answer::arrived(http, text, Box::leak(Box::new(Kept::new())))))
}

fn options(text: &str) -> &'static Options<'static> {
    Box::leak(Box::new(super::options(text.to_owned().leak())))
}

pub fn raw(operation: &'static Operation, http: Option<u16>, text: &str, terms: &str) -> Outcome<'static> {
    seen(outcome::raw(operation, leaked(http, text), options(terms)))
}

pub fn shown(operation: &'static Operation, text: &str, terms: &str) -> Outcome<'static> {
    seen(outcome::shown(operation, leaked(None, text), options(terms)))
}

#[cfg(feature = "hook")]
pub mod lookup {
    use kasir::lookup::{self, Finding, Judged};
    use kasir::operation::Operation;

    use super::leaked;

    pub fn judge(operation: &'static Operation, http: Option<u16>, text: &str) -> Judged<'static> {
        lookup::judge(operation, leaked(http, text))
    }

    pub fn judge_detail(operation: &'static Operation, sent: &str, http: Option<u16>, text: &str) -> Finding<'static> {
        lookup::judge_detail(operation, sent, leaked(http, text))
    }

    pub fn in_history(reference: &str, http: Option<u16>, text: &str) -> Finding<'static> {
        lookup::in_history(reference, leaked(http, text))
    }
}
